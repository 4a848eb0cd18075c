//! Questions: what is asked, and what kind of answer is expected.

use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::boxes::Var;
use crate::condition::Scale;
use crate::pack::model::answers::{AnswerCell, AnswerValue};
use crate::pack::model::ids::{SourceId, Spot};

/// Who can answer a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Who(pub &'static str);

impl Who {
    /// The owner of the business.
    pub const OWNER: Self = Self("owner");

    /// The vendor of the tool, who receives letters unless somebody else is named.
    pub const VENDOR: Self = Self("vendor");

    /// Everyone a pack may name.
    pub const ALL: [Self; 11] = [
        Self::OWNER,
        Self("compliance"),
        Self("counsel"),
        Self("it"),
        Self("security"),
        Self::VENDOR,
        Self("operations"),
        Self("procurement"),
        Self("contracts"),
        Self("marketing"),
        Self("records"),
    ];

    /// Returns the person called `name` in a pack.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|who| who.0 == name)
    }
}

impl Serialize for Who {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.0)
    }
}

impl<'de> Deserialize<'de> for Who {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = String::deserialize(from)?;
        Self::from_name(&name).ok_or_else(|| D::Error::custom(name))
    }
}

/// A question.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Question {
    /// Its permanent name.
    pub id: String,
    /// The number of its section.
    pub section: usize,
    /// The kind of answer it takes.
    pub kind: Kind,
    /// The options, or the special values of a number.
    pub choices: Vec<Choice>,
    /// The option that "I don't know" counts as, if the law says so.
    pub unsure_counts_as: Option<usize>,
    /// Whether no answer counts as that option too, once it comes to judging. It is asked all the same.
    pub blank_counts_too: bool,
    /// The cuts of numbers or days that rules tell apart.
    pub scale: Option<Scale>,
    /// The possible answers: an entry for each cell, in the order of display.
    pub answers: Vec<AnswerCell>,
    /// The question as asked.
    pub ask: String,
    /// A line of help under it.
    pub help: String,
    /// Where to look for the answer.
    pub look: Option<String>,
    /// The evidence for an answer, if somebody else is asked.
    pub evidence: Option<String>,
    /// Who can answer it.
    pub who: Vec<Who>,
    /// What "I don't know" will mean.
    pub unsure: String,
    /// The provisions it comes from.
    pub sources: Vec<SourceId>,
    /// Whether the business could do this differently.
    pub changeable: bool,
    /// Whether it is asked only for the record.
    pub for_record: bool,
    /// Its variables: one for each option of an any-of question, none for the record, otherwise
    /// one.
    pub vars: Vec<Var>,
    /// Where it is written.
    pub spot: Spot,
}

impl Question {
    /// Returns all text shown where it is asked.
    pub fn text(&self) -> String {
        let own = [&self.ask, &self.help, &self.unsure].into_iter().chain(&self.look).chain(&self.evidence);
        let choices = self.choices.iter().flat_map(|choice| std::iter::once(&choice.label).chain(&choice.help));
        own.chain(choices).map(String::as_str).collect::<Vec<&str>>().join("\n")
    }

    /// Whether it takes the answer called `id`: an option, or `yes` or `no` of a yes-no question.
    pub fn takes(&self, id: &str) -> bool {
        match self.kind {
            Kind::YesNo => matches!(id, "yes" | "no"),
            Kind::OneOf => self.choices.iter().any(|choice| choice.id == id),
            Kind::AnyOf | Kind::Number { .. } | Kind::Date { .. } | Kind::Text => false,
        }
    }

    /// Yields the answers that are cells of `var`, in the order of display.
    pub fn answers_of(&self, var: Var) -> impl Iterator<Item = &AnswerCell> {
        self.answers.iter().filter(move |answer| self.vars.get(answer.at) == Some(&var))
    }

    /// Returns the answer that is `cell` of `var`, if there is one.
    pub fn answer_at(&self, var: Var, cell: usize) -> Option<&AnswerCell> {
        self.answers_of(var).find(|answer| answer.cell == cell)
    }

    /// Returns the choice that `answer` makes or leaves.
    pub fn choice_of(&self, answer: &AnswerCell) -> Option<&Choice> {
        self.choices.get(answer.value.choice()?)
    }

    /// Returns the variable and the cell that represent choice number `at`.
    pub fn choice_cell(&self, at: usize) -> Option<(Var, usize)> {
        let makes =
            |answer: &&AnswerCell| answer.value.choice() == Some(at) && answer.value != AnswerValue::Tick(at, false);
        let answer = self.answers.iter().find(makes)?;
        Some((*self.vars.get(answer.at)?, answer.cell))
    }

    /// Returns the sentence of a number, a day or a text, with `{value}` as its placeholder. Empty
    /// for other questions.
    pub fn says_value(&self) -> &str {
        let holds = |answer: &&AnswerCell| matches!(answer.value, AnswerValue::Range(_) | AnswerValue::Text);
        self.answers.iter().find(holds).map_or("", |it| it.says.as_str())
    }
}

/// The kind of answer that a question takes. [`Question::answers`] lists the answers; the kind
/// determines how they are asked for, written and typed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Kind {
    /// Yes or no.
    YesNo,
    /// One option.
    OneOf,
    /// The options that hold.
    AnyOf,
    /// A whole number, or a special value.
    Number {
        /// The least it may be.
        min: i64,
        /// The most it may be.
        max: i64,
        /// What it counts.
        unit: String,
    },
    /// A day.
    Date {
        /// The earliest it may be.
        min: Date,
        /// The latest it may be.
        max: Date,
        /// Whether it asks about the past, so that no day after today is an answer.
        past: bool,
    },
    /// A line of text.
    Text,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// By one of some answers.
    One,
    /// By any of some options.
    Many,
    /// By typing something, or choosing a special value.
    Typed,
}

impl Kind {
    /// The name of this kind in a pack.
    pub fn name(&self) -> &'static str {
        match self {
            Self::YesNo => "yes-no",
            Self::OneOf => "one-of",
            Self::AnyOf => "any-of",
            Self::Number { .. } => "number",
            Self::Date { .. } => "date",
            Self::Text => "text",
        }
    }

    /// Returns the unit of a number, if it has one.
    pub fn unit(&self) -> Option<&str> {
        let Self::Number { unit, .. } = self else { return None };
        Some(unit.as_str()).filter(|unit| !unit.is_empty())
    }

    /// How a question of this kind is answered.
    pub fn shape(&self) -> Shape {
        match self {
            Self::YesNo | Self::OneOf => Shape::One,
            Self::AnyOf => Shape::Many,
            Self::Number { .. } | Self::Date { .. } | Self::Text => Shape::Typed,
        }
    }
}

/// An option of a question, or a special value of a number.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Choice {
    /// Its permanent name.
    pub id: String,
    /// What is shown.
    pub label: String,
    /// A line of help.
    pub help: Option<String>,
    /// An option that rules need not tell apart from this one.
    pub same_as: Option<usize>,
    /// Where it is written.
    pub spot: Spot,
}
