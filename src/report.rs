//! Everything the answers establish, as plain data. Every view and every export reads it, so no
//! two can disagree. It holds no time of its making: the same answers give the same report.

mod build;

use serde::Serialize;

pub use build::{cited, open_point, pack_line, report, standing};

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
    /// The answer as in an answer file.
    pub answer: serde_json::Value,
    /// The answer as half a sentence.
    pub says: String,
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
    pub to: Vec<String>,
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
    /// Who says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
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
