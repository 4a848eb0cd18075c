//! Everything the answers establish, as ids and enums. Every view and every export reads it, so no two
//! can disagree. It holds no time of its making: the same answers give the same report. Texts of the
//! pack are looked up in [`Report::pack`]; the JSON of a report is [`wire`]'s affair.

mod build;
mod item;
mod totals;
pub mod wire;

use jiff::civil::Date;

use crate::answer::Answer;
use crate::assessment::{Origin, Stance};
use crate::interview::Range;
use crate::pack::{Pack, QuestionId, ReadingId};

pub use build::{report, standing, undecided};
pub use item::{Advice, Item, SettledBy};
pub use totals::standings;

/// Where an obligation is shown: every one stands in exactly one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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

    /// The name of this place in files and among the words.
    pub fn name(self) -> &'static str {
        match self {
            Self::ToDo => "to_do",
            Self::InPlace => "in_place",
            Self::Open => "open",
            Self::RuledOut => "ruled_out",
            Self::AlsoCheck => "also_check",
        }
    }
}

/// A whole report.
#[derive(Debug, Clone)]
pub struct Report<'p> {
    /// The pack it was made with.
    pub pack: &'p Pack,
    /// The day of the last answer, if the answers say when they were given.
    pub answered_on: Option<Date>,
    /// Whether every question that could matter is answered.
    pub complete: bool,
    /// How many questions are still to come.
    pub left: Range,
    /// How many obligations stand where; the numbers add up to all of the pack.
    pub totals: Totals,
    /// Every obligation, in the pack's order.
    pub obligations: Vec<Item<'p>>,
    /// The legal points on which some result turns, those that counsel has decided among them.
    pub readings: Vec<OpenPoint>,
    /// Every answer, in asking order.
    pub answers: Vec<Given>,
}

/// How many obligations stand where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
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

/// An open legal point, as an assessment takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenPoint {
    /// The point.
    pub reading: ReadingId,
    /// How it is taken.
    pub stance: Stance,
}

/// An answer as given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The question.
    pub question: QuestionId,
    /// The answer.
    pub answer: Answer,
    /// Whether it is set aside: kept, but not counted.
    pub set_aside: bool,
    /// The day it was given.
    pub on: Option<Date>,
    /// Where it comes from.
    pub origin: Origin,
}

impl Given {
    /// Whether it says "I don't know", in whole or in part.
    pub fn is_unsure(&self) -> bool {
        self.answer.is_unsure()
    }
}

impl<'p> Report<'p> {
    /// The answer to `question`.
    pub fn given(&self, question: QuestionId) -> Option<&Given> {
        self.answers.iter().find(|it| it.question == question)
    }

    /// The stance taken on `reading`, if some result turns on it.
    pub fn stance(&self, reading: ReadingId) -> Option<Stance> {
        self.readings.iter().find(|it| it.reading == reading).map(|it| it.stance)
    }

    /// The obligations that stand at `standing`, in order.
    pub fn at(&self, standing: Standing) -> impl Iterator<Item = &Item<'p>> {
        self.obligations.iter().filter(move |it| it.standing == standing)
    }
}
