//! The format of an answer file, and of a flat record of answers.

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use sha2::{Digest, Sha256};

use crate::answer::to_json;
use crate::assessment::{Assessment, Entry, Origin};
use crate::pack::{Pack, QuestionId};
use crate::store::decision::write_decision;
use crate::store::error::StoreError;
use crate::store::format;
use crate::store::format::VERSION;
use crate::store::older::{OlderReader, ReadAnswer, read_laid_aside, write_laid_aside};
use crate::store::reader::AnswerReader;
use crate::store::rescue::{Rescue, packs_named_within, rescue};
use crate::store::stamp::Stamp;
use crate::store::strict;
use crate::store::sum::{NO_SUM, with_sum};
use crate::text;

/// The context in which answers are read.
#[derive(Debug, Clone, Copy)]
pub struct Against<'p> {
    /// The pack.
    pub pack: &'p Pack,
    /// Today: a question about the past accepts no later day.
    pub today: Date,
    /// Whether to accept answers made with another version of the same pack, if they all still fit.
    pub rejudge: bool,
}

impl<'p> Against<'p> {
    /// Requires this very version of `pack`.
    pub fn new(pack: &'p Pack, today: Date) -> Self {
        Self { pack, today, rejudge: false }
    }
}

/// The content of an answer file.
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

impl AnswerFile {
    /// Returns the mark that distinguishes this assessment from others in letters and replies.
    pub fn mark(&self) -> String {
        mark(&self.stamp.id, &self.created)
    }
}

/// The part of an answer file before the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileHead {
    /// The pack it was made with.
    pub stamp: Stamp,
    /// When it was last changed.
    pub updated: String,
}

/// The head of an answer file as it is written.
#[derive(Deserialize)]
struct RawHead {
    format: String,
    version: u64,
    pack: Stamp,
    updated: String,
}

impl FileHead {
    /// Parses the head of the answer file that begins with `text`. `None` unless it is laid out as
    /// [`write_answers`] does; the whole file then tells more.
    pub fn parse(text: &str) -> Option<Self> {
        let (head, _) = text.split_once(",\n  \"answers\":")?;
        let raw: RawHead = serde_json::from_str(&format!("{head}\n}}")).ok()?;
        (raw.format == format::ANSWERS && raw.version == VERSION).then_some(())?;
        Some(Self { stamp: raw.pack, updated: raw.updated })
    }
}

/// Returns the mark that distinguishes an assessment from others in letters and replies. It is made
/// from the name of the pack and the time of creation, which never change.
pub fn mark(pack: &str, created: &str) -> String {
    let hash = Sha256::digest(format!("{pack}\n{created}"));
    hash.iter().take(6).fold(String::new(), |text, it| format!("{text}{it:02x}"))
}

/// Writes `file` as JSON text, with answers in asking order. `set_aside` are the questions whose
/// answers do not count; the program lists them for people only, and recomputes them.
///
/// # Panics
/// Never: what is written are texts, numbers and lists of them.
pub fn write_answers(file: &AnswerFile, pack: &Pack, set_aside: &[QuestionId]) -> String {
    let mut answers = Map::new();
    for (&id, entry) in &file.assessment.answers {
        let question = pack.question(id);
        let mut one = Map::new();
        one.insert("value".to_owned(), to_json(&entry.answer, question));
        let Origin { basis, by, evidence, note } = &entry.origin;
        let basis = basis.map(|basis| basis.name().to_owned());
        let texts = [("at", &entry.at), ("basis", &basis), ("by", by), ("evidence", evidence), ("note", note)];
        for (key, text) in texts {
            if let Some(text) = text {
                one.insert(key.to_owned(), text.clone().into());
            }
        }
        answers.insert(question.id.clone(), Value::Object(one));
    }
    let readings =
        file.assessment.readings.iter().map(|(&id, decision)| (pack.reading(id).id.clone(), write_decision(decision)));
    let mut whole = json!({
        "format": format::ANSWERS,
        "version": VERSION,
        "check": NO_SUM,
        "pack": { "id": file.stamp.id, "version": file.stamp.version, "digest": file.stamp.digest },
        "created": file.created,
        "updated": file.updated,
        "answers": answers,
        "readings": readings.collect::<Map<String, Value>>(),
        "set_aside": set_aside.iter().map(|&id| pack.question(id).id.clone()).collect::<Vec<String>>(),
    });
    let laid_aside = &file.assessment.laid_aside;
    if !laid_aside.is_empty() {
        whole["laid_aside"] = laid_aside.iter().map(write_laid_aside).collect();
    }
    let mut text = serde_json::to_string_pretty(&whole).expect("a JSON value can be written");
    text.push('\n');
    with_sum(&text)
}

/// Reads the answer file in `text`; errors call it `name`.
///
/// # Errors
/// The first thing that is wrong, where, and what to do; of a damaged file also how to keep what can be read.
pub fn read_answers(text: &str, name: &str, against: &Against<'_>) -> Result<AnswerFile, StoreError> {
    read_whole(text, name, against).map_err(|error| offer_rescue(error, text, against))
}

/// Adds to `error` how to keep what can be read, if anything can.
fn offer_rescue(error: StoreError, text: &str, against: &Against<'_>) -> StoreError {
    match error {
        StoreError::Bad { file, place, message, help } if rescue_answers(text, against, "").is_some() => {
            StoreError::Bad { file, place, message, help: StoreError::with_rescue(&help) }
        }
        other => other,
    }
}

/// Takes the answers that can still be read out of the damaged answer file in `text`. `None` if there are none, or if
/// `text` is no answer file, or one of another pack. `now` is an RFC 3339 time.
pub fn rescue_answers(text: &str, against: &Against<'_>, now: &str) -> Option<Rescue> {
    rescue(&AnswerReader { text, name: "", pack: against.pack, today: against.today }, now)
}

fn read_whole(text: &str, name: &str, against: &Against<'_>) -> Result<AnswerFile, StoreError> {
    let &Against { pack, today, rejudge } = against;
    let reader = AnswerReader { text, name, pack, today };
    let whole = reader.object(strict::parse(text, name)?, "")?;
    reader.check_format(&whole, format::ANSWERS, VERSION)?;
    let stamp = reader.read_stamp(&whole)?;
    if stamp.id != pack.id {
        let message = format!("these answers belong to the pack `{}`, not to `{}`", stamp.id, pack.id);
        return Err(reader.error_at(
            "pack",
            message,
            "choose that pack with `--pack`; `obligato pack list` lists the built-in ones",
        ));
    }
    if (stamp.digest != pack.digest || stamp.version != pack.version) && !rejudge {
        let short = |digest: &str| digest.chars().take(8).collect::<String>();
        return Err(StoreError::OtherVersion {
            file: name.to_owned(),
            made_with: format!("{} ({})", text::shortened(&stamp.version, 60), short(&stamp.digest)),
            here: format!("{} ({})", pack.version, short(&pack.digest)),
        });
    }
    for key in whole.keys() {
        if ![
            "format",
            "version",
            "check",
            "pack",
            "created",
            "updated",
            "answers",
            "readings",
            "set_aside",
            "laid_aside",
        ]
        .contains(&key.as_str())
        {
            return Err(reader.error_at(key, format!("an answer file has no `{key}`"), "remove it"));
        }
    }
    let mut assessment = Assessment { laid_aside: read_laid_aside(&whole, &reader)?, ..Assessment::default() };
    let older = OlderReader { reader: &reader, made_with: &stamp };
    for (id, value) in reader.object(whole.get("answers").cloned().unwrap_or_default(), "answers")? {
        match older.read(&id, value)? {
            ReadAnswer::Counts(question, entry) => _ = assessment.answers.insert(question, entry),
            ReadAnswer::Aside(answer) => assessment.laid_aside.push(answer),
        }
    }
    for (id, value) in reader.object(whole.get("readings").cloned().unwrap_or_else(|| json!({})), "readings")? {
        if let Err(error) = reader.decide(&mut assessment, &id, &value) {
            assessment.laid_aside.push(older.lay_point_aside(&id, &value, error)?);
        }
    }
    Ok(AnswerFile {
        stamp,
        created: reader.text_at(&whole, "created")?,
        updated: reader.text_at(&whole, "updated")?,
        assessment,
    })
}

/// Returns the id of the pack that the answer file in `text` states, also where it is damaged elsewhere. `None` if
/// it states none, or is whole and no answer file.
pub fn pack_named_in(text: &str) -> Option<String> {
    let Ok(whole) = strict::parse(text, "") else { return packs_named_within(text).last() };
    (whole.get("format")?.as_str()? == format::ANSWERS).then_some(())?;
    whole.get("pack")?.get("id")?.as_str().map(str::to_owned)
}

/// Returns the pack that the answer file in `text` states, or `None` if it states none or is no answer
/// file.
pub fn stamp_in(text: &str) -> Option<Stamp> {
    let whole = strict::parse(text, "").ok()?;
    (whole.get("format")?.as_str()? == format::ANSWERS).then_some(())?;
    serde_json::from_value(whole.get("pack")?.clone()).ok()
}

/// Reads the assessment in `text`: an answer file, or a flat record such as `{"glba": false,
/// "data_elements": ["ssn"], "breach_count": 1000}`, in which whatever is absent or null is
/// unknown.
///
/// # Errors
/// The first thing that is wrong, where, and what to do.
pub fn read_record(text: &str, name: &str, against: &Against<'_>) -> Result<Assessment, StoreError> {
    let &Against { pack, today, .. } = against;
    let reader = AnswerReader { text, name, pack, today };
    let whole = strict::parse(text, name).map_err(|error| offer_rescue(error, text, against))?;
    let whole = reader.object(whole, "")?;
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
