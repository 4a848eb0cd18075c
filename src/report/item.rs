//! What a report says of one obligation.

use serde::{Serialize, Serializer};

use crate::condition::ValueRange;
use crate::report::{Applies, Met, Standing};

/// One obligation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Its permanent name.
    pub id: String,
    /// The title of its group.
    pub group: String,
    /// `duty`, `check`, `practice` or `also`.
    pub kind: &'static str,
    /// What to do, in a few words.
    pub title: String,
    /// What it asks.
    pub asks: String,
    /// Where it is shown.
    pub standing: Standing,
    /// Whether it applies.
    pub applies: Applies,
    /// Whether it is in place; nothing where it does not apply.
    pub met: Option<Met>,
    /// Why it applies or is ruled out.
    pub because: Vec<Reason>,
    /// Why it is in place or not.
    pub met_because: Vec<Reason>,
    /// The ids of the questions it still depends on.
    pub missing: Vec<String>,
    /// The ids of the questions on whose answer by the vendor alone it rests: without the vendor's word
    /// the result would be another.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub vendor_says: Vec<String>,
    /// What each answer to a missing question would mean.
    pub settled_by: Vec<SettledBy>,
    /// The fewest answers whose change would turn the result round.
    pub would_change: Vec<WouldChange>,
    /// The open legal points it turns on, with both outcomes.
    pub readings: Vec<TurnsOn>,
    /// What to do, step by step.
    pub actions: Vec<Advice>,
    /// By when.
    pub deadline: Option<DueBy>,
    /// The ids of the sources it stands in.
    pub sources: Vec<String>,
    /// What to bear in mind.
    pub notes: Vec<Advice>,
    /// What must still be confirmed.
    pub confirm: Vec<String>,
}

/// A reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// The reason as half a sentence, which can follow "because".
    pub says: String,
    /// The id of the question whose answer it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// The id of the fact it states.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<String>,
    /// The id of the open legal point it takes a side on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<String>,
    /// The ids of the sources it comes from.
    pub sources: Vec<String>,
    /// What establishes it in turn.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<Reason>,
}

/// A question, and what its answers would make of an obligation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SettledBy {
    /// The id of the question.
    pub question: String,
    /// The question as asked.
    pub ask: String,
    /// Who can answer it.
    pub who: Vec<&'static str>,
    /// Each answer and what follows.
    pub outcomes: Vec<Outcome>,
}

/// An answer and what would follow from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The answer as in an answer file; of a range of numbers or days, the first.
    pub answer: serde_json::Value,
    /// The last number or day of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<serde_json::Value>,
    /// The answer as half a sentence.
    pub says: AnswerText,
    /// Whether the obligation would apply.
    pub applies: Applies,
    /// Whether it would be in place; nothing where it would not apply.
    pub met: Option<Met>,
}

/// An answer whose change would turn a result round, with the others beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WouldChange {
    /// The id of the question.
    pub question: String,
    /// The answers that would do, each as half a sentence.
    pub to: Vec<AnswerText>,
}

/// What answers say. As JSON it is a sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnswerText {
    /// The answers as half a sentence, with `{value}` in place of a range.
    pub says: String,
    /// The range of numbers or days that is to be put in words.
    pub range: Option<ValueRange>,
}

impl Serialize for AnswerText {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.says)
    }
}

/// An open legal point that an obligation turns on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TurnsOn {
    /// The id of the point.
    pub reading: String,
    /// Whether the obligation applies if the point is answered yes.
    pub if_yes: Applies,
    /// Whether it applies if the point is answered no.
    pub if_no: Applies,
}

/// A step or a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Advice {
    /// What to do or bear in mind.
    pub text: String,
    /// False when it depends on an answer that is not known.
    pub certain: bool,
}

/// By when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueBy {
    /// The time in words.
    pub says: String,
    /// The last day, as an ISO date, where it can be counted.
    pub date: Option<String>,
    /// The id of the date question it counts from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The id of the number question that says how many months after that date the last day is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<String>,
}

impl Item {
    /// All that is said of it, but for where it stands in the law.
    pub fn text(&self) -> String {
        fn told<'a>(reasons: &'a [Reason], texts: &mut Vec<&'a str>) {
            for it in reasons {
                texts.push(&it.says);
                told(&it.because, texts);
            }
        }
        let mut texts = vec![self.title.as_str(), &self.asks];
        texts.extend(self.actions.iter().chain(&self.notes).map(|it| it.text.as_str()));
        texts.extend(self.confirm.iter().map(String::as_str));
        texts.extend(self.settled_by.iter().map(|it| it.ask.as_str()));
        told(&self.because, &mut texts);
        told(&self.met_because, &mut texts);
        texts.join("\n")
    }
}
