//! Reads what answer files, records and replies have in common: texts, questions, answers.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::{Map, Value};

use crate::answer::{from_json, is_to_come};
use crate::assessment::{Assessment, Basis, Entry, Origin};
use crate::condition::nearest_name;
use crate::pack::{Pack, QuestionId};
use crate::report;
use crate::store::error::StoreError;
use crate::store::format;
use crate::store::stamp::Stamp;
use crate::text;

/// Reads an answer file or a reply against a pack.
pub struct AnswerReader<'a> {
    /// The text of the file.
    pub text: &'a str,
    /// The name of the file in errors.
    pub name: &'a str,
    /// The pack.
    pub pack: &'a Pack,
    /// Today.
    pub today: Date,
}

impl AnswerReader<'_> {
    /// Creates an error at `key`, with the line where the key first occurs.
    pub fn error_at(&self, key: &str, message: impl Into<String>, help: &str) -> StoreError {
        let quoted = Value::from(key).to_string();
        let line = self.text.find(&quoted).map(|at| self.text.get(..at).unwrap_or_default().matches('\n').count() + 1);
        let place = match line {
            Some(line) if !key.is_empty() => format!("line {line}, at `{key}`"),
            _ if key.is_empty() => String::new(),
            _ => format!("at `{key}`"),
        };
        StoreError::Bad { file: self.name.to_owned(), place, message: message.into(), help: help.to_owned() }
    }

    /// Returns `value` as an object; `key` is its place.
    pub fn object(&self, value: Value, key: &str) -> Result<Map<String, Value>, StoreError> {
        match value {
            Value::Object(map) => Ok(map),
            _ => Err(self.error_at(
                key,
                "this should be a JSON object, written in braces",
                "is this an answer file of this program?",
            )),
        }
    }

    /// Checks that `whole` has the format `name`, in a version that this program reads.
    pub fn check_format(&self, whole: &Map<String, Value>, name: &str, version: u64) -> Result<(), StoreError> {
        let found = whole.get("format").and_then(Value::as_str).unwrap_or_default();
        if found != name {
            let (what, help) = match found {
                report::wire::FORMAT if name == format::REPLY => {
                    ("a report", "give the file that came back with the reply")
                }
                report::wire::FORMAT => {
                    ("a report", "open the answers it was made from: the file without `-report` in its name")
                }
                format::REPLY => ("a reply to a letter", "add it with `obligato merge ANSWERS REPLY`"),
                format::ANSWERS if name == format::REPLY => {
                    ("a file of answers", "give the answers first and the reply second: `obligato merge ANSWERS REPLY`")
                }
                _ => {
                    let help =
                        "open a file that this program saved, or give a flat record of answers to `obligato report`";
                    return Err(self.error_at("format", format!("this is not a file in the format `{name}`"), help));
                }
            };
            return Err(self.error_at("format", format!("this is {what}, not a file in the format `{name}`"), help));
        }
        match whole.get("version").and_then(Value::as_u64) {
            Some(written) if written == version => Ok(()),
            Some(newer) if newer > version => Err(self.error_at(
                "version",
                format!("this file has version {newer} of the format; this program reads version {version}"),
                "use a newer version of the program; the file is untouched",
            )),
            _ => Err(self.error_at(
                "version",
                format!("the version of the format should be {version}"),
                "was it edited by hand?",
            )),
        }
    }

    /// Reads the stamp of the pack that `whole` was made with.
    pub fn read_stamp(&self, whole: &Map<String, Value>) -> Result<Stamp, StoreError> {
        let pack = self.object(whole.get("pack").cloned().unwrap_or_default(), "pack")?;
        Ok(Stamp {
            id: self.text_at(&pack, "id")?,
            version: self.text_at(&pack, "version")?,
            digest: self.text_at(&pack, "digest")?,
        })
    }

    /// The text at `key` of `of`.
    pub fn text_at(&self, of: &Map<String, Value>, key: &str) -> Result<String, StoreError> {
        match of.get(key) {
            Some(Value::String(text)) => self.require_plain(key, text),
            _ => Err(self.error_at(key, format!("`{key}` should be text"), "was it edited by hand?")),
        }
    }

    /// Returns the text if it hides nothing; `key` is its place.
    pub fn require_plain(&self, key: &str, it: &str) -> Result<String, StoreError> {
        match text::hidden_fault(it) {
            Some(message) => Err(self.error_at(key, message, "remove it")),
            None => Ok(it.to_owned()),
        }
    }

    /// The question called `id`.
    pub fn question(&self, id: &str) -> Result<QuestionId, StoreError> {
        self.pack.question_by_id(id).ok_or_else(|| {
            let near = nearest_name(id, self.pack.questions.iter().map(|it| it.id.as_str()));
            let help = match near {
                _ if id == "readings" => "in a flat record, write open legal points among the answers".to_owned(),
                Some(name) => format!("did you mean `{name}`?"),
                None => "`obligato questions` lists them all".to_owned(),
            };
            self.error_at(id, format!("there is no question `{}`", text::shortened(id, 60)), &help)
        })
    }

    /// Reads `value` as an answer to `question`.
    pub fn answer(&self, question: QuestionId, value: &Value) -> Result<crate::answer::Answer, StoreError> {
        let question = self.pack.question(question);
        let answer = from_json(value, question)
            .map_err(|message| self.error_at(&question.id, message, "`obligato questions` lists what each accepts"))?;
        if is_to_come(&answer, question, self.today) {
            let day = value.as_str().unwrap_or_default();
            let message = format!("{day} is in the future: today is {}", self.today);
            return Err(self.error_at(&question.id, message, "give the date it happened, or \"unsure\""));
        }
        Ok(answer)
    }

    /// Reads `value` as an answer to `question` with its origin.
    pub fn entry(&self, question: QuestionId, value: Value) -> Result<Entry, StoreError> {
        let id = &self.pack.question(question).id;
        let of = self.object(value, id)?;
        let answer = self.answer(question, of.get("value").unwrap_or(&Value::Null))?;
        let mut more: BTreeMap<&str, String> = BTreeMap::new();
        for (key, value) in &of {
            match (key.as_str(), value) {
                ("value", _) => {}
                ("at" | "basis" | "by" | "evidence" | "note", Value::String(text)) => {
                    more.insert(key, self.require_plain(id, text)?);
                }
                _ => {
                    return Err(self.error_at(
                        id,
                        format!("an answer cannot have `{}`", text::shortened(key, 60)),
                        "an answer has a `value` and may have `at`, `basis`, `by`, `evidence` and `note` as text",
                    ));
                }
            }
        }
        let basis = more.remove("basis").map(|it| self.basis(id, &it)).transpose()?;
        let mut text = |key| more.remove(key);
        let at = text("at");
        let origin = Origin { basis, by: text("by"), evidence: text("evidence"), note: text("note") };
        Ok(Entry { answer, at, origin })
    }

    fn basis(&self, id: &str, name: &str) -> Result<Basis, StoreError> {
        Basis::from_name(name).ok_or_else(|| {
            let names = Basis::ALL.map(|basis| format!("`{}`", basis.name())).join(", ");
            let message = format!("an answer cannot be based on `{}`", text::shortened(name, 60));
            self.error_at(id, message, &format!("`basis` is one of {names}"))
        })
    }

    /// Adds the decision on the open legal point called `id`.
    pub fn decide(&self, assessment: &mut Assessment, id: &str, value: &Value) -> Result<(), StoreError> {
        let reading = self.pack.reading_by_id(id).ok_or_else(|| {
            let near = nearest_name(id, self.pack.readings.iter().map(|it| it.id.as_str()));
            let help = near
                .map_or_else(|| "`obligato questions` lists them all".to_owned(), |it| format!("did you mean `{it}`?"));
            self.error_at(id, format!("there is no open legal point `{}`", text::shortened(id, 60)), &help)
        })?;
        assessment.readings.insert(reading, self.decision(id, value)?);
        Ok(())
    }
}
