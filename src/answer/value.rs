//! An answer, and what it settles.

use jiff::civil::Date;

use crate::boxes::{Cells, Knowledge, Var, VarSet};
use crate::pack::{Kind, Question};

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
}

/// What an answer establishes about one variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Settled {
    /// The variable is this cell.
    Cell(Var, usize),
    /// The variable will stay unknown.
    Closed(Var),
}

/// Whether `answer` names a future day where `question` asks about the past.
pub fn is_to_come(answer: &Answer, question: &Question, today: Date) -> bool {
    let past = matches!(question.kind, Kind::Date { past: true, .. });
    matches!(answer, Answer::Date(date) if past && *date > today)
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
