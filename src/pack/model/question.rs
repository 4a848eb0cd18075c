//! Questions: what is asked, and what sort of answer is taken.

use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::boxes::Var;
use crate::condition::Scale;
use crate::pack::model::ids::{SourceId, Spot};

/// Who can answer a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Who(pub &'static str);

impl Who {
    /// The owner of the business.
    pub const OWNER: Self = Self("owner");

    /// The vendor of the tool, to whom letters go unless somebody else is named.
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

    /// Who is called `name` in a pack.
    pub fn called(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.0 == name)
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
        Self::called(&name).ok_or_else(|| D::Error::custom(name))
    }
}

/// A question.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Question {
    /// Its permanent name.
    pub id: String,
    /// The number of its section.
    pub section: usize,
    /// What sort of answer it takes.
    pub kind: Kind,
    /// The question as asked.
    pub ask: String,
    /// One line under it.
    pub help: String,
    /// Where to look for the answer.
    pub look: Option<String>,
    /// What would show that an answer is right, for somebody else who is asked.
    pub evidence: Option<String>,
    /// Who can answer it.
    pub who: Vec<Who>,
    /// What "I don't know" will mean.
    pub unsure: String,
    /// The provisions it comes from.
    pub sources: Vec<SourceId>,
    /// Whether the business could do this differently.
    pub changeable: bool,
    /// Whether it is only asked for the record.
    pub for_record: bool,
    /// Its variables: of an any-of, one for each option; for the record, none.
    pub vars: Vec<Var>,
    /// Where it is written.
    pub spot: Spot,
}

impl Question {
    /// All that is said where it is asked.
    pub fn text(&self) -> String {
        let own = [&self.ask, &self.help, &self.unsure].into_iter().chain(&self.look).chain(&self.evidence);
        let choices = self.kind.choices().iter().flat_map(|it| std::iter::once(&it.label).chain(&it.help));
        own.chain(choices).map(String::as_str).collect::<Vec<&str>>().join("\n")
    }
}

/// What sort of answer a question takes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Kind {
    /// Yes or no.
    YesNo {
        /// The answer yes as a sentence.
        yes: String,
        /// The answer no as a sentence.
        no: String,
    },
    /// One option.
    OneOf {
        /// The options.
        options: Vec<Choice>,
        /// The option that "I don't know" counts as, where the law itself says so.
        unsure_counts_as: Option<usize>,
    },
    /// The options that hold.
    AnyOf {
        /// The options.
        options: Vec<Choice>,
    },
    /// A whole number, or a special value.
    Number {
        /// The least it may be.
        min: i64,
        /// The most it may be.
        max: i64,
        /// What it counts.
        unit: String,
        /// The answer as a sentence with `{value}`.
        says: String,
        /// The special values.
        specials: Vec<Choice>,
        /// Where rules tell values apart.
        scale: Option<Scale>,
    },
    /// A day.
    Date {
        /// The earliest it may be.
        min: Date,
        /// The latest it may be.
        max: Date,
        /// Whether it asks about something that has happened: no day after today is an answer.
        past: bool,
        /// The answer as a sentence with `{value}`.
        says: String,
        /// Where rules tell values apart.
        scale: Option<Scale>,
    },
    /// A line of text.
    Text {
        /// The answer as a sentence with `{value}`.
        says: String,
    },
}

impl Kind {
    /// The name of this kind in a pack.
    pub fn name(&self) -> &'static str {
        match self {
            Self::YesNo { .. } => "yes-no",
            Self::OneOf { .. } => "one-of",
            Self::AnyOf { .. } => "any-of",
            Self::Number { .. } => "number",
            Self::Date { .. } => "date",
            Self::Text { .. } => "text",
        }
    }

    /// The options, or the special values of a number.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::OneOf { options, .. } | Self::AnyOf { options } => options,
            Self::Number { specials, .. } => specials,
            _ => &[],
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
    /// That it is chosen, as a sentence.
    pub says: String,
    /// That it is not chosen, as a sentence (any-of only, else empty).
    pub says_not: String,
    /// The option that rules need not tell this one from.
    pub same_as: Option<usize>,
    /// Where it is written.
    pub spot: Spot,
}
