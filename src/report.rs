//! Everything the answers establish, as plain data. Every view and every export reads it, so no
//! two can disagree. It holds no time of its making: the same answers give the same report.

mod build;
mod item;
mod totals;

use serde::Serialize;

pub use build::{cited, open_point, pack_line, report, standing};
pub use item::{Advice, AnswerText, DueBy, Item, Outcome, Reason, SettledBy, TurnsOn, WouldChange};
pub use totals::totals;

/// The name of this format, in every report.
pub const FORMAT: &str = "obligato report";

/// The version of this format.
pub const VERSION: u32 = 1;

/// What is known: yes, no, or not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Applies {
    /// It applies.
    Yes,
    /// It is ruled out.
    No,
    /// It depends on what is not known yet.
    Open,
}

/// Whether an obligation is already satisfied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Met {
    /// It is in place.
    Yes,
    /// It is not.
    No,
    /// The answers do not tell.
    Unknown,
}

/// Where an obligation is shown: every one stands in exactly one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It applies, and is not known to be in place.
    ToDo,
    /// It applies and is in place.
    InPlace,
    /// It may apply.
    Open,
    /// It does not apply.
    RuledOut,
    /// A neighbouring law to look at.
    AlsoCheck,
}

impl Standing {
    /// All places, in the order they are shown.
    pub const ALL: [Self; 5] = [Self::ToDo, Self::InPlace, Self::Open, Self::RuledOut, Self::AlsoCheck];
}

/// A whole report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// [`FORMAT`].
    pub format: &'static str,
    /// [`VERSION`].
    pub version: u32,
    /// The pack it was made with.
    pub pack: PackLine,
    /// The day of the last answer, as an ISO date, if the answers say when they were given.
    pub answered_on: Option<String>,
    /// Whether every question that could matter is answered.
    pub complete: bool,
    /// The least and the most questions still to come.
    pub left: [usize; 2],
    /// How many obligations stand where; the numbers add up to all of the pack.
    pub totals: Totals,
    /// Every obligation, in the pack's order.
    pub obligations: Vec<Item>,
    /// The legal points on which some result turns, those that counsel has decided among them.
    pub readings: Vec<OpenPoint>,
    /// Every answer, in asking order.
    pub answers: Vec<Given>,
    /// Every source that the obligations cite, in the pack's order.
    pub sources: Vec<Cited>,
}

/// The pack a report was made with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PackLine {
    /// Its permanent name.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: String,
    /// The SHA-256 of its files.
    pub digest: String,
    /// When its law was last checked, as an ISO date.
    pub law_checked_on: String,
    /// What the report is not.
    pub disclaimer: String,
    /// Where the official text is read.
    pub official: String,
}

/// How many obligations stand where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// To do.
    pub to_do: usize,
    /// In place.
    pub in_place: usize,
    /// Open.
    pub open: usize,
    /// Ruled out.
    pub ruled_out: usize,
    /// To check also.
    pub also_check: usize,
    /// All of them.
    pub all: usize,
}

impl Totals {
    /// How many stand at `standing`.
    pub fn of(&self, standing: Standing) -> usize {
        match standing {
            Standing::ToDo => self.to_do,
            Standing::InPlace => self.in_place,
            Standing::Open => self.open,
            Standing::RuledOut => self.ruled_out,
            Standing::AlsoCheck => self.also_check,
        }
    }
}

/// An open legal point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenPoint {
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
    /// The side that is safe to act on, `yes` or `no`.
    pub safe: &'static str,
    /// How it is taken here: `open`, `treated as yes`, `decided: no` and so on.
    pub taken: &'static str,
    /// Why it is open.
    pub why: String,
    /// The ids of the sources it is about.
    pub sources: Vec<String>,
}

/// An answer as given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Given {
    /// The id of the question.
    pub question: String,
    /// The title of its section.
    pub section: String,
    /// The question as asked.
    pub ask: String,
    /// The answer as in an answer file.
    pub value: serde_json::Value,
    /// The answer as labels.
    pub labels: Vec<String>,
    /// Whether it is set aside: kept, but not counted.
    pub set_aside: bool,
    /// The day it was given, as an ISO date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// What it rests on: `own`, `colleague`, `vendor`, `paper`, `test` or `check`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<&'static str>,
    /// Who says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Where the evidence for it lies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// A free note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cited {
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exceptions: Option<String>,
    /// The page that was read.
    pub link: String,
    /// How sure we are of it: `text`, `secondary`, `model` or `general`.
    pub confidence: &'static str,
    /// Whether what it says may be taken as settled; if not, it is to be confirmed.
    pub verified: bool,
}

impl Given {
    /// Whether more is known of where it comes from than its day.
    pub fn has_origin(&self) -> bool {
        self.basis.is_some() || self.by.is_some() || self.evidence.is_some() || self.note.is_some()
    }
}

impl OpenPoint {
    /// Whether counsel has decided it for this assessment.
    pub fn is_decided(&self) -> bool {
        self.taken.starts_with("decided")
    }
}

impl Report {
    /// The source called `id`.
    pub fn source(&self, id: &str) -> Option<&Cited> {
        self.sources.iter().find(|it| it.id == id)
    }

    /// The answer to the question called `id`.
    pub fn given(&self, id: &str) -> Option<&Given> {
        self.answers.iter().find(|it| it.question == id)
    }

    /// The open legal point called `id`.
    pub fn reading(&self, id: &str) -> Option<&OpenPoint> {
        self.readings.iter().find(|it| it.id == id)
    }

    /// The obligations that stand at `standing`, in order.
    pub fn at(&self, standing: Standing) -> impl Iterator<Item = &Item> {
        self.obligations.iter().filter(move |it| it.standing == standing)
    }
}
