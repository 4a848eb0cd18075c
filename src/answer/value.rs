//! An answer, and what it settles.

use jiff::civil::Date;

use crate::boxes::{Cells, Knowledge, Var, VarSet};
use crate::condition::{day_of, days_since_epoch};
use crate::pack::Question;

/// A reply to one question. Options are named by their place in the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// "I don't know."
    Unsure,
    /// Yes or no.
    YesNo(bool),
    /// One option.
    One(usize),
    /// The options that hold, in ascending order, and whether the others are unknown rather than
    /// false.
    Any(Vec<usize>, bool),
    /// A whole number.
    Number(i64),
    /// A special value of a number.
    Special(usize),
    /// A day.
    Date(Date),
    /// A line of text.
    Text(String),
}

impl Answer {
    /// Whether the answer says "I don't know", in whole or in part.
    pub fn is_unsure(&self) -> bool {
        matches!(self, Self::Unsure | Self::Any(_, true))
    }

    /// Returns the value on the scale of its question: a number as it is, a day as the days since the
    /// epoch. `None` if the answer is not a value on a scale.
    pub fn on_scale(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Date(date) => Some(days_since_epoch(*date)),
            Self::Unsure | Self::YesNo(_) | Self::One(_) | Self::Any(..) | Self::Special(_) | Self::Text(_) => None,
        }
    }
}

/// What an answer establishes about one variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Settled {
    /// The variable is this cell.
    Cell(Var, usize),
    /// The variable will stay unknown.
    Closed(Var),
}

/// Returns the least and the most value that `question` takes, if its answers lie on a scale.
pub fn limits(question: &Question) -> Option<[Answer; 2]> {
    let is_date = question.kind.is_date();
    let at = |value: i64| {
        let day = if is_date { day_of(value) } else { None };
        day.map_or(Answer::Number(value), Answer::Date)
    };
    question.kind.limits().map(|(least, most)| [at(least), at(most)])
}

/// Whether `answer` names a future day where `question` asks about the past.
pub fn is_to_come(answer: &Answer, question: &Question, today: Date) -> bool {
    matches!(answer, Answer::Date(date) if question.kind.is_past() && *date > today)
}

/// Adds each settled cell to `known`, and each variable that stays unknown to `closed`.
pub fn apply_settled(settled: &[Settled], known: &mut Knowledge, closed: &mut VarSet) {
    for effect in settled {
        match *effect {
            Settled::Cell(var, cell) => known.set(var, Cells::one(cell)),
            Settled::Closed(var) => closed.insert(var),
        }
    }
}
