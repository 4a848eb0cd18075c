//! An answer, and what it settles.

use jiff::civil::Date;

use crate::boxes::{Cells, Knowledge, Var, VarSet};
use crate::pack::{Kind, Question};

/// A reply to one question. Options are meant by their place in the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// "I don't know."
    Unsure,
    /// Yes or no.
    YesNo(bool),
    /// One option.
    One(usize),
    /// The options that hold, rising; whether the others are unknown rather than untrue.
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
    /// Whether it says "I don't know", in whole or in part.
    pub fn is_unsure(&self) -> bool {
        matches!(self, Self::Unsure | Self::Any(_, true))
    }
}

/// What an answer establishes about one variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Settled {
    /// It is this cell.
    Cell(Var, usize),
    /// It will not be known.
    Closed(Var),
}

/// Whether `answer` names a day that is still to come where only a past one makes sense.
pub fn is_to_come(answer: &Answer, question: &Question, today: Date) -> bool {
    let past = matches!(question.kind, Kind::Date { past: true, .. });
    matches!(answer, Answer::Date(date) if past && *date > today)
}

/// Adds what is settled to what is known, and to what will stay unknown.
pub fn settle(settled: &[Settled], known: &mut Knowledge, closed: &mut VarSet) {
    for effect in settled {
        match *effect {
            Settled::Cell(var, cell) => known.set(var, Cells::one(cell)),
            Settled::Closed(var) => closed.insert(var),
        }
    }
}
