//! Questions: what is asked, and what kind of answer is expected.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::boxes::Var;
use crate::condition::{Scale, days_since_epoch};
use crate::pack::model::answers::{AnswerCell, AnswerValue};
use crate::pack::model::ids::{SourceId, Spot};
use crate::pack::model::unit::Unit;

/// Who can answer a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Who {
    /// The owner of the business.
    Owner,
    /// Whoever handles compliance.
    Compliance,
    /// The lawyer of the business.
    Counsel,
    /// Whoever runs the computers.
    It,
    /// Whoever handles security.
    Security,
    /// The vendor of the tool, who receives letters unless somebody else is named.
    Vendor,
    /// Whoever works with the tool.
    Operations,
    /// Whoever bought the tool.
    Procurement,
    /// Whoever keeps the contracts.
    Contracts,
    /// Whoever does the marketing.
    Marketing,
    /// Whoever keeps the records.
    Records,
}

impl Who {
    /// Everyone a pack may name.
    pub const ALL: [Self; 11] = [
        Self::Owner,
        Self::Compliance,
        Self::Counsel,
        Self::It,
        Self::Security,
        Self::Vendor,
        Self::Operations,
        Self::Procurement,
        Self::Contracts,
        Self::Marketing,
        Self::Records,
    ];

    /// Returns the name in packs, files and commands.
    pub fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Compliance => "compliance",
            Self::Counsel => "counsel",
            Self::It => "it",
            Self::Security => "security",
            Self::Vendor => "vendor",
            Self::Operations => "operations",
            Self::Procurement => "procurement",
            Self::Contracts => "contracts",
            Self::Marketing => "marketing",
            Self::Records => "records",
        }
    }

    /// Returns the person called `name` in a pack.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|who| who.name() == name)
    }
}

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum QuestionSubject {
    /// The tool, so that each tool has its own answer.
    Tool,
    /// The business, so that the answer is the same for all its tools.
    Business,
}

impl QuestionSubject {
    /// Everything a question can be about.
    pub const ALL: [Self; 2] = [Self::Tool, Self::Business];

    /// Returns the name in packs and lists.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tool => "tool",
            Self::Business => "business",
        }
    }
}

/// A question.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own in the files of a pack")]
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
    /// Why it may be harder to read than the others.
    pub hard_to_read: Option<String>,
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
    /// Whether the answer can still become another one after an event, such as by a finished investigation.
    pub changeable_after: bool,
    /// Whether it is asked only for the record.
    pub for_record: bool,
    /// Whether the interview passes it by: it is answered where all questions are listed.
    pub unasked: bool,
    /// What it is about.
    pub about: QuestionSubject,
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
        unit: Unit,
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

/// How a question is answered. What depends on how, and not on what a number or a day is, matches on
/// this instead of [`Kind`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// By yes or no.
    YesNo,
    /// By one of some options.
    One,
    /// By any of some options.
    Many,
    /// By typing a value between two limits, or choosing a special one.
    Scale,
    /// By typing a line of text.
    Line,
}

impl Shape {
    /// Whether the answer is typed.
    pub fn is_typed(self) -> bool {
        match self {
            Self::Scale | Self::Line => true,
            Self::YesNo | Self::One | Self::Many => false,
        }
    }
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

    /// How a question of this kind is answered.
    pub fn shape(&self) -> Shape {
        match self {
            Self::YesNo => Shape::YesNo,
            Self::OneOf => Shape::One,
            Self::AnyOf => Shape::Many,
            Self::Number { .. } | Self::Date { .. } => Shape::Scale,
            Self::Text => Shape::Line,
        }
    }

    /// Returns what a number counts.
    pub fn unit(&self) -> &Unit {
        match self {
            Self::Number { unit, .. } => unit,
            Self::YesNo | Self::OneOf | Self::AnyOf | Self::Date { .. } | Self::Text => &Unit::None,
        }
    }

    /// Returns the least and the most value on the scale of this kind: a number as it is, a day as the
    /// days since the epoch. `None` if the answer is not a value on a scale.
    pub fn limits(&self) -> Option<(i64, i64)> {
        match self {
            Self::Number { min, max, .. } => Some((*min, *max)),
            Self::Date { min, max, .. } => Some((days_since_epoch(*min), days_since_epoch(*max))),
            Self::YesNo | Self::OneOf | Self::AnyOf | Self::Text => None,
        }
    }

    /// Whether the values on its scale are days.
    pub fn is_date(&self) -> bool {
        match self {
            Self::Date { .. } => true,
            Self::YesNo | Self::OneOf | Self::AnyOf | Self::Number { .. } | Self::Text => false,
        }
    }

    /// Whether it asks about the past, so that no day after today is an answer.
    pub fn is_past(&self) -> bool {
        match self {
            Self::Date { past, .. } => *past,
            Self::YesNo | Self::OneOf | Self::AnyOf | Self::Number { .. } | Self::Text => false,
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
