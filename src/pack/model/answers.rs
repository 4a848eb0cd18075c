//! The possible answers to a question, as data: the cell and the variable of each answer, and its
//! sentence.

use serde::{Deserialize, Serialize};

use crate::condition::ValueRange;

/// Answers that no rule can tell apart: one cell of one variable of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerCell {
    /// The place of the variable among those of the question; 0 in a question for the record, which
    /// has none.
    pub at: usize,
    /// The cell of the variable.
    pub cell: usize,
    /// The answer itself.
    pub value: AnswerValue,
    /// The answer as half a sentence, with `{value}` in place of a number, a day or a text.
    pub says: String,
}

/// The content of an answer. Choices are named by their place in the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum AnswerValue {
    /// Yes or no.
    YesNo(bool),
    /// This option.
    One(usize),
    /// Whether this option holds.
    Tick(usize, bool),
    /// A number or a day in this range.
    Range(ValueRange),
    /// This special value.
    Special(usize),
    /// A line of text.
    Text,
}

impl AnswerValue {
    /// Returns the place of the choice that is made or left.
    pub fn choice(self) -> Option<usize> {
        match self {
            Self::One(at) | Self::Special(at) | Self::Tick(at, _) => Some(at),
            Self::YesNo(_) | Self::Range(_) | Self::Text => None,
        }
    }
}
