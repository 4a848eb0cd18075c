//! What the law says and leaves open: facts, readings and sources.

use serde::{Deserialize, Serialize};

use crate::boxes::Var;
use crate::condition::Rule;
use crate::pack::model::ids::{SourceId, Spot};

/// A named condition.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Fact {
    /// Its permanent name.
    pub id: String,
    /// The sentence that it holds.
    pub yes: String,
    /// The sentence that it does not hold.
    pub no: String,
    /// The provisions it comes from.
    pub sources: Vec<SourceId>,
    /// Where it is written.
    pub spot: Spot,
}

/// An open legal point.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Reading {
    /// Its permanent name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The point as a question.
    pub ask: String,
    /// The position that answers yes.
    pub yes: String,
    /// The position that answers no.
    pub no: String,
    /// Whether yes is the side that is safe to act on.
    pub safe: bool,
    /// Whether it counts as its safe side until counsel decides otherwise.
    pub treated: bool,
    /// Why it is open.
    pub why: String,
    /// The provisions it is about.
    pub sources: Vec<SourceId>,
    /// Its variable: cell 0 is no, cell 1 is yes.
    pub var: Var,
    /// Where it is written.
    pub spot: Spot,
}

impl Reading {
    /// Returns all text about it.
    pub fn text(&self) -> String {
        [self.title.as_str(), &self.ask, &self.why, &self.yes, &self.no].join("\n")
    }
}

/// How certain the pack is of what a source says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Confidence {
    /// Its own words were read.
    Text,
    /// A law firm, a table or the news says so.
    Secondary,
    /// Sections that were read refer to it; its own text was not read.
    Referred,
    /// It follows the model rule; the adopted text was not read.
    Model,
    /// It was not checked.
    General,
}

impl Confidence {
    /// Returns the name of this degree in a pack and in a report.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Secondary => "secondary",
            Self::Referred => "referred",
            Self::Model => "model",
            Self::General => "general",
        }
    }

    /// Whether the source may be stated as settled.
    pub fn is_verified(self) -> bool {
        matches!(self, Self::Text | Self::Secondary)
    }
}

/// How a source is accounted for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Coverage {
    /// Obligations, facts, readings or questions come from it.
    Encoded,
    /// It only defines words.
    Definition,
    /// It yields no obligation, for this reason.
    OutOfScope(String),
}

/// Something that must be true of the rules, whatever is answered.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Relation {
    /// Whether the two sides never hold together; otherwise, the second holds whenever the first
    /// does.
    pub never: bool,
    /// The first side.
    pub when: RelationSide,
    /// The second side.
    pub then: RelationSide,
    /// Why the law makes it so.
    pub why: String,
    /// Where it is written.
    pub spot: Spot,
}

/// One side of a relation.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RelationSide {
    /// The side as written: the id of an obligation, or a condition.
    pub written: String,
    /// The rule it states; for an obligation, that it applies.
    pub rule: Rule,
}

/// A body of law, which has its official text in one place.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LawBody {
    /// Its name in the pack.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Where its official text is, if that is one page.
    pub official: Option<String>,
}

/// A provision.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Source {
    /// Its name in the pack.
    pub id: String,
    /// How it is cited.
    pub citation: String,
    /// Its heading.
    pub heading: String,
    /// What it says, in our own words.
    pub says: String,
    /// Whom it binds.
    pub binds: String,
    /// Its exceptions.
    pub exceptions: Option<String>,
    /// The page that was read.
    pub link: String,
    /// The number of its body of law, if the pack names bodies.
    pub body: Option<usize>,
    /// How certain the pack is of it.
    pub confidence: Confidence,
    /// How it is accounted for.
    pub coverage: Coverage,
    /// Where it is written.
    pub spot: Spot,
}

impl Source {
    /// Returns all text about it.
    pub fn text(&self) -> String {
        let exceptions = self.exceptions.as_deref().unwrap_or_default();
        [self.heading.as_str(), &self.says, &self.binds, exceptions].join("\n")
    }
}
