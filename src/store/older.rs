//! Answers that do not fit the questions of today: read as what they mean now, where the pack says so,
//! or laid aside and kept.

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde_json::{Map, Value, json};

use crate::assessment::{Entry, LaidAside};
use crate::condition;
use crate::pack::{Kind, OlderAnswer, QuestionId, version_number};
use crate::store::error::StoreError;
use crate::store::reader::AnswerReader;
use crate::store::stamp::Stamp;

/// What became of an answer in a file.
pub enum ReadAnswer {
    /// It counts.
    Counts(QuestionId, Entry),
    /// It is kept, but does not count.
    Aside(LaidAside),
}

/// Reads the answers of a file that was made with the pack that `made_with` names.
pub struct OlderReader<'a> {
    /// The reader of single answers.
    pub reader: &'a AnswerReader<'a>,
    /// The pack the file was made with.
    pub made_with: &'a Stamp,
}

impl OlderReader<'_> {
    /// Reads the answer `value` to the question called `id`. An answer made with this very version
    /// of the pack has to fit; only a day that cannot be is laid aside. A name that would be refused once it
    /// was saved among what is laid aside is refused now.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(&self, id: &str, value: Value) -> Result<ReadAnswer, StoreError> {
        let pack = self.reader.pack;
        let aside = |why: String| LaidAside { question: id.to_owned(), answer: value.clone(), why };
        if let Some(why) = self.impossible_day(id, &value) {
            return Ok(ReadAnswer::Aside(aside(why)));
        }
        let is_older = self.is_older();
        let Some(question) = pack.question_by_id(id).filter(|_| is_older) else {
            return match self.reader.question(id) {
                Ok(question) => Ok(ReadAnswer::Counts(question, self.lenient().entry(question, value)?)),
                Err(_) if is_older => {
                    self.reader.require_plain(id, id)?;
                    Ok(ReadAnswer::Aside(aside("the question is no longer asked".to_owned())))
                }
                Err(error) => Err(error),
            };
        };
        let now = match self.meaning(question, &value) {
            Meaning::Same => value.clone(),
            Meaning::ReadAs(now) => with_value(&value, now),
            Meaning::Aside(why) => return Ok(ReadAnswer::Aside(aside(why))),
        };
        Ok(match self.lenient().entry(question, now) {
            Ok(entry) => ReadAnswer::Counts(question, entry),
            Err(error) => ReadAnswer::Aside(aside(error.message())),
        })
    }

    /// Lays the decision `value` on the legal point called `id` aside, which could not be read.
    ///
    /// # Errors
    /// `error`, unless the decision was made with another version of the pack.
    pub fn lay_point_aside(&self, id: &str, value: &Value, error: StoreError) -> Result<LaidAside, StoreError> {
        if !self.is_older() {
            return Err(error);
        }
        self.reader.require_plain(id, id)?;
        let is_known = self.reader.pack.reading_by_id(id).is_some();
        let why = if is_known { error.message() } else { "the program no longer knows this legal point".to_owned() };
        let answer = if value.is_object() { value.clone() } else { json!({ "value": value }) };
        Ok(LaidAside { question: id.to_owned(), answer, why })
    }

    /// Whether the file was made with another version of the pack.
    fn is_older(&self) -> bool {
        *self.made_with != Stamp::from_pack(self.reader.pack)
    }

    /// Returns why the day that `value` gives cannot be: it is out of the range of its question, or
    /// still to come. Clocks and zones differ, so a day of tomorrow is let through.
    fn impossible_day(&self, id: &str, value: &Value) -> Option<String> {
        let question = self.reader.pack.question(self.reader.pack.question_by_id(id)?);
        let day = condition::parse_iso_day(value.get("value")?.as_str()?)?;
        let Kind::Date { min, max, past } = question.kind else { return None };
        if past && day > self.tomorrow() {
            return Some(format!("{day} is still to come: today is {}", self.reader.today));
        }
        (!(min..=max).contains(&day)).then(|| format!("{day} is not between {min} and {max}"))
    }

    fn tomorrow(&self) -> Date {
        self.reader.today.checked_add(1.day()).unwrap_or(self.reader.today)
    }

    /// Returns a reader for which it is tomorrow already.
    fn lenient(&self) -> AnswerReader<'_> {
        AnswerReader { today: self.tomorrow(), ..*self.reader }
    }

    /// Returns what `value` means today.
    fn meaning(&self, question: QuestionId, value: &Value) -> Meaning {
        let made_with = version_number(&self.made_with.version);
        let was = match value.get("value") {
            Some(Value::Bool(true)) => "yes",
            Some(Value::Bool(false)) => "no",
            Some(Value::String(id)) => id,
            _ => return Meaning::Same,
        };
        let fits = |older: &&OlderAnswer| {
            older.question == question && older.was == was && made_with.is_some_and(|made| made < older.before)
        };
        match self.reader.pack.older.iter().find(fits) {
            None => Meaning::Same,
            Some(older) => match &older.now {
                Some(now) => Meaning::ReadAs(now.clone()),
                None => Meaning::Aside(older.why.clone()),
            },
        }
    }
}

/// What an old answer means today.
enum Meaning {
    /// The same.
    Same,
    /// This answer.
    ReadAs(String),
    /// Nothing, for this reason.
    Aside(String),
}

/// Returns `of` with the answer `now` in place of its own.
fn with_value(of: &Value, now: String) -> Value {
    let mut of = of.clone();
    if let Some(map) = of.as_object_mut() {
        map.insert("value".to_owned(), now.into());
    }
    of
}

/// Returns `of` as it stands in an answer file.
pub fn write_laid_aside(of: &LaidAside) -> Value {
    json!({ "question": of.question, "answer": of.answer, "why": of.why })
}

/// Returns the answers that are laid aside in `whole`, an answer file.
pub fn read_laid_aside(whole: &Map<String, Value>, reader: &AnswerReader<'_>) -> Result<Vec<LaidAside>, StoreError> {
    let Some(all) = whole.get("laid_aside") else { return Ok(Vec::new()) };
    let Value::Array(all) = all else {
        return Err(reader.error_at("laid_aside", "`laid_aside` should be a list", "was it edited by hand?"));
    };
    let each = all.iter().map(|one| one_laid_aside(&reader.object(one.clone(), "laid_aside")?, reader));
    each.collect()
}

fn one_laid_aside(of: &Map<String, Value>, reader: &AnswerReader<'_>) -> Result<LaidAside, StoreError> {
    let answer = of.get("answer").cloned().unwrap_or_default();
    Ok(LaidAside { question: reader.text_at(of, "question")?, answer, why: reader.text_at(of, "why")? })
}
