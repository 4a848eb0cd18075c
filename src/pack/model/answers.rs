//! What can be answered to a question, as data: which cell of which variable an answer is, and what
//! it says.

use serde::{Deserialize, Serialize};

use crate::condition::ValueRange;

/// Answers that no rule can tell apart: one cell of one variable of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerCell {
    /// The place of the variable among those of the question. A question for the record has no variables.
    pub at: usize,
    /// The cell of the variable.
    pub cell: usize,
    /// What is answered.
    pub value: AnswerValue,
    /// The answer as half a sentence, with `{value}` in place of a number, a day or a text.
    pub says: String,
}

/// What is answered. Choices are meant by their place in the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum AnswerValue {
    /// Yes or no.
    YesNo(bool),
    /// This option.
    One(usize),
    /// That this option holds, or does not.
    Tick(usize, bool),
    /// A number or a day of this range.
    Range(ValueRange),
    /// This special value.
    Special(usize),
    /// A line of text.
    Text,
}

impl AnswerValue {
    /// The place of the choice that is made or left.
    pub fn choice(self) -> Option<usize> {
        match self {
            Self::One(at) | Self::Special(at) | Self::Tick(at, _) => Some(at),
            Self::YesNo(_) | Self::Range(_) | Self::Text => None,
        }
    }
}
