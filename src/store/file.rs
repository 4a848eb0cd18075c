//! The form of an answer file, and of a flat record of answers.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use crate::answer::{from_json, is_to_come, to_json};
use crate::assessment::{Assessment, Basis, Entry};
use crate::condition::nearest_name;
use crate::pack::{Pack, QuestionId};
use crate::report;
use crate::store::error::StoreError;
use crate::store::strict;
use crate::text;

/// The name of this format, in every answer file.
pub const FORMAT: &str = "obligato answers";

/// The version of this format.
pub const VERSION: u64 = 1;

/// The pack a file was made with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The pack's permanent name.
    pub id: String,
    /// Its version.
    pub version: String,
    /// The SHA-256 of its files.
    pub digest: String,
}

impl Stamp {
    /// The stamp of `pack`.
    pub fn of(pack: &Pack) -> Self {
        Self { id: pack.id.clone(), version: pack.version.clone(), digest: pack.digest.clone() }
    }
}

/// What answers are read against.
#[derive(Debug, Clone, Copy)]
pub struct Against<'p> {
    /// The pack.
    pub pack: &'p Pack,
    /// Today: no later day answers a question about the past.
    pub today: Date,
    /// Whether answers made with another version of the same pack are taken too, if they all still fit.
    pub rejudge: bool,
}

impl<'p> Against<'p> {
    /// Against this very version of `pack`.
    pub fn new(pack: &'p Pack, today: Date) -> Self {
        Self { pack, today, rejudge: false }
    }
}

/// What an answer file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerFile {
    /// The pack it was made with.
    pub stamp: Stamp,
    /// When it was made, as an RFC 3339 time.
    pub created: String,
    /// When it was last changed.
    pub updated: String,
    /// The answers.
    pub assessment: Assessment,
}

/// `file` as JSON text, its answers in asking order. `set_aside` are the questions whose answers do
/// not count now; they are listed for people, and worked out anew by the program.
///
/// # Panics
/// Never: what is written are texts, numbers and lists of them.
pub fn write_answers(file: &AnswerFile, pack: &Pack, set_aside: &[QuestionId]) -> String {
    let mut answers = Map::new();
    for (&id, entry) in &file.assessment.answers {
        let question = pack.question(id);
        let mut one = Map::new();
        one.insert("value".to_owned(), to_json(&entry.answer, question));
        let basis = entry.basis.map(|it| it.name().to_owned());
        let texts = [
            ("at", &entry.at),
            ("basis", &basis),
            ("by", &entry.by),
            ("evidence", &entry.evidence),
            ("note", &entry.note),
        ];
        for (key, text) in texts {
            if let Some(text) = text {
                one.insert(key.to_owned(), text.clone().into());
            }
        }
        answers.insert(question.id.clone(), Value::Object(one));
    }
    let readings = file.assessment.readings.iter().map(|(&id, &side)| (pack.reading(id).id.clone(), side.into()));
    let whole = json!({
        "format": FORMAT,
        "version": VERSION,
        "pack": { "id": file.stamp.id, "version": file.stamp.version, "digest": file.stamp.digest },
        "created": file.created,
        "updated": file.updated,
        "answers": answers,
        "readings": readings.collect::<Map<String, Value>>(),
        "set_aside": set_aside.iter().map(|&it| pack.question(it).id.clone()).collect::<Vec<String>>(),
    });
    let mut text = serde_json::to_string_pretty(&whole).expect("a JSON value can be written");
    text.push('\n');
    text
}

/// The answer file in `text`; `name` is how errors call it.
///
/// # Errors
/// The first thing that is wrong, where, and what to do.
pub fn read_answers(text: &str, name: &str, against: &Against<'_>) -> Result<AnswerFile, StoreError> {
    let &Against { pack, today, rejudge } = against;
    let reader = Reader { text, name, pack, today };
    let whole = reader.object(strict::parse(text, name)?, "")?;
    reader.format(&whole)?;
    let stamp = reader.stamp(&whole)?;
    if stamp.id != pack.id {
        let message = format!("these answers belong to the pack `{}`, not to `{}`", stamp.id, pack.id);
        return Err(reader.bad(
            "pack",
            message,
            "choose that pack with `--pack`; `obligato pack list` names those in the program",
        ));
    }
    if (stamp.digest != pack.digest || stamp.version != pack.version) && !rejudge {
        let short = |digest: &str| digest.chars().take(8).collect::<String>();
        return Err(StoreError::OtherVersion {
            file: name.to_owned(),
            made_with: format!("{} ({})", stamp.version, short(&stamp.digest)),
            here: format!("{} ({})", pack.version, short(&pack.digest)),
        });
    }
    for key in whole.keys() {
        if !["format", "version", "pack", "created", "updated", "answers", "readings", "set_aside"]
            .contains(&key.as_str())
        {
            return Err(reader.bad(key, format!("an answer file has no `{key}`"), "take it out"));
        }
    }
    let mut assessment = Assessment::default();
    for (id, value) in reader.object(whole.get("answers").cloned().unwrap_or_default(), "answers")? {
        let question = reader.question(&id)?;
        assessment.answers.insert(question, reader.entry(question, value)?);
    }
    for (id, value) in reader.object(whole.get("readings").cloned().unwrap_or_else(|| json!({})), "readings")? {
        reader.decide(&mut assessment, &id, &value)?;
    }
    Ok(AnswerFile {
        stamp,
        created: reader.text_at(&whole, "created")?,
        updated: reader.text_at(&whole, "updated")?,
        assessment,
    })
}

/// The id of the pack that the answer file in `text` says it belongs to; nothing if it is no such
/// file, or damaged.
pub fn pack_named_in(text: &str) -> Option<String> {
    let whole = strict::parse(text, "").ok()?;
    (whole.get("format")?.as_str()? == FORMAT).then_some(())?;
    whole.get("pack")?.get("id")?.as_str().map(str::to_owned)
}

/// The assessment in `text`: an answer file, or a flat record such as
/// `{"glba": false, "data_elements": ["ssn"], "breach_count": 1000}`, in which what is absent or
/// null is not known.
///
/// # Errors
/// The first thing that is wrong, where, and what to do.
pub fn read_record(text: &str, name: &str, against: &Against<'_>) -> Result<Assessment, StoreError> {
    let &Against { pack, today, .. } = against;
    let reader = Reader { text, name, pack, today };
    let whole = reader.object(strict::parse(text, name)?, "")?;
    if whole.contains_key("format") {
        return read_answers(text, name, against).map(|it| it.assessment);
    }
    let mut assessment = Assessment::default();
    for (id, value) in whole {
        if value.is_null() {
            if pack.reading_by_id(&id).is_none() {
                reader.question(&id)?;
            }
        } else if pack.reading_by_id(&id).is_some() {
            reader.decide(&mut assessment, &id, &value)?;
        } else {
            let question = reader.question(&id)?;
            assessment.answers.insert(question, Entry::new(reader.answer(question, &value)?));
        }
    }
    Ok(assessment)
}

struct Reader<'a> {
    text: &'a str,
    name: &'a str,
    pack: &'a Pack,
    today: Date,
}

impl Reader<'_> {
    /// A fault at `key`, with the line where the key first stands.
    fn bad(&self, key: &str, message: impl Into<String>, help: &str) -> StoreError {
        let quoted = Value::from(key).to_string();
        let line = self.text.find(&quoted).map(|at| self.text.get(..at).unwrap_or_default().matches('\n').count() + 1);
        let place = match line {
            Some(line) if !key.is_empty() => format!("line {line}, at `{key}`"),
            _ if key.is_empty() => String::new(),
            _ => format!("at `{key}`"),
        };
        StoreError::Bad { file: self.name.to_owned(), place, message: message.into(), help: help.to_owned() }
    }

    fn object(&self, value: Value, key: &str) -> Result<Map<String, Value>, StoreError> {
        match value {
            Value::Object(map) => Ok(map),
            _ => Err(self.bad(
                key,
                "this should be a JSON object, written in braces",
                "is this an answer file of this program?",
            )),
        }
    }

    fn format(&self, whole: &Map<String, Value>) -> Result<(), StoreError> {
        if whole.get("format").and_then(Value::as_str) == Some(report::FORMAT) {
            let help = "open the answers it was made from: the file without `-report` in its name";
            return Err(self.bad("format", "this is a report, not the answers", help));
        }
        if whole.get("format").and_then(Value::as_str) != Some(FORMAT) {
            let help = "open a file that this program saved, or give a flat record of answers to `obligato report`";
            return Err(self.bad("format", format!("this is not a file of the format `{FORMAT}`"), help));
        }
        match whole.get("version").and_then(Value::as_u64) {
            Some(VERSION) => Ok(()),
            Some(newer) if newer > VERSION => Err(self.bad(
                "version",
                format!("this file has version {newer} of the format, this program reads {VERSION}"),
                "use a newer version of the program; the file is untouched",
            )),
            _ => Err(self.bad(
                "version",
                format!("the version of the format should be {VERSION}"),
                "was it edited by hand?",
            )),
        }
    }

    fn stamp(&self, whole: &Map<String, Value>) -> Result<Stamp, StoreError> {
        let pack = self.object(whole.get("pack").cloned().unwrap_or_default(), "pack")?;
        Ok(Stamp {
            id: self.text_at(&pack, "id")?,
            version: self.text_at(&pack, "version")?,
            digest: self.text_at(&pack, "digest")?,
        })
    }

    fn text_at(&self, of: &Map<String, Value>, key: &str) -> Result<String, StoreError> {
        match of.get(key) {
            Some(Value::String(it)) => self.plain(key, it),
            _ => Err(self.bad(key, format!("`{key}` should be text"), "was it edited by hand?")),
        }
    }

    fn plain(&self, key: &str, it: &str) -> Result<String, StoreError> {
        match text::first_unsafe(it) {
            Some((_, found)) => {
                let message = format!("the text holds the character {}, which does not show", found.escape_unicode());
                Err(self.bad(key, message, "take it out"))
            }
            None => Ok(it.to_owned()),
        }
    }

    fn question(&self, id: &str) -> Result<QuestionId, StoreError> {
        self.pack.question_by_id(id).ok_or_else(|| {
            let near = nearest_name(id, self.pack.questions.iter().map(|it| it.id.as_str()));
            let help = match near {
                _ if id == "readings" => "in a flat record an open legal point stands among the answers".to_owned(),
                Some(it) => format!("did you mean `{it}`?"),
                None => "`obligato questions` lists them all".to_owned(),
            };
            self.bad(id, format!("there is no question `{}`", text::shortened(id, 60)), &help)
        })
    }

    fn answer(&self, question: QuestionId, value: &Value) -> Result<crate::answer::Answer, StoreError> {
        let question = self.pack.question(question);
        let answer = from_json(value, question)
            .map_err(|message| self.bad(&question.id, message, "`obligato questions` lists what each takes"))?;
        if is_to_come(&answer, question, self.today) {
            let day = value.as_str().unwrap_or_default();
            let message = format!("{day} is still to come: today is {}", self.today);
            return Err(self.bad(&question.id, message, "give the day on which it happened, or \"unsure\""));
        }
        Ok(answer)
    }

    fn entry(&self, question: QuestionId, value: Value) -> Result<Entry, StoreError> {
        let id = &self.pack.question(question).id;
        let of = self.object(value, id)?;
        let answer = self.answer(question, of.get("value").unwrap_or(&Value::Null))?;
        let mut more: BTreeMap<&str, String> = BTreeMap::new();
        for (key, value) in &of {
            match (key.as_str(), value) {
                ("value", _) => {}
                ("at" | "basis" | "by" | "evidence" | "note", Value::String(it)) => {
                    more.insert(key, self.plain(id, it)?);
                }
                _ => {
                    return Err(self.bad(
                        id,
                        format!("`{}` cannot stand with an answer like this", text::shortened(key, 60)),
                        "an answer has a `value`, and perhaps `at`, `basis`, `by`, `evidence` and `note` as text",
                    ));
                }
            }
        }
        let basis = more.remove("basis").map(|it| self.basis(id, &it)).transpose()?;
        let mut text = |key| more.remove(key);
        Ok(Entry { answer, at: text("at"), basis, by: text("by"), evidence: text("evidence"), note: text("note") })
    }

    fn basis(&self, id: &str, name: &str) -> Result<Basis, StoreError> {
        Basis::called(name).ok_or_else(|| {
            let names = Basis::ALL.map(|it| format!("`{}`", it.name())).join(", ");
            let message = format!("an answer cannot rest on `{}`", text::shortened(name, 60));
            self.bad(id, message, &format!("`basis` is one of {names}"))
        })
    }

    fn decide(&self, assessment: &mut Assessment, id: &str, value: &Value) -> Result<(), StoreError> {
        let reading = self.pack.reading_by_id(id).ok_or_else(|| {
            let near = nearest_name(id, self.pack.readings.iter().map(|it| it.id.as_str()));
            let help = near
                .map_or_else(|| "`obligato questions` lists them all".to_owned(), |it| format!("did you mean `{it}`?"));
            self.bad(id, format!("there is no open legal point `{}`", text::shortened(id, 60)), &help)
        })?;
        match value.as_bool() {
            Some(side) => {
                assessment.readings.insert(reading, side);
                Ok(())
            }
            None => {
                Err(self.bad(id, "an open legal point is decided by true or false", "leave it out while it is open"))
            }
        }
    }
}
