//! What can be answered to a question, as data: which cell of which variable an answer is, and what
//! it says.

use serde::{Deserialize, Serialize};

use crate::boxes::Var;
use crate::condition::ValueRange;
use crate::pack::model::{Choice, Question};

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

impl Question {
    /// The answers that are cells of `var`, in the order they are told.
    pub fn answers_of(&self, var: Var) -> impl Iterator<Item = &AnswerCell> {
        self.answers.iter().filter(move |it| self.vars.get(it.at) == Some(&var))
    }

    /// The answer that is `cell` of `var`. `None` if no answer is.
    pub fn answer_at(&self, var: Var, cell: usize) -> Option<&AnswerCell> {
        self.answers_of(var).find(|it| it.cell == cell)
    }

    /// The choice that `answer` makes or leaves.
    pub fn choice_of(&self, answer: &AnswerCell) -> Option<&Choice> {
        self.choices.get(answer.value.choice()?)
    }

    /// The variable and its cell by which choice number `at` is made.
    pub fn choice_cell(&self, at: usize) -> Option<(Var, usize)> {
        let makes = |it: &&AnswerCell| it.value.choice() == Some(at) && it.value != AnswerValue::Tick(at, false);
        let answer = self.answers.iter().find(makes)?;
        Some((*self.vars.get(answer.at)?, answer.cell))
    }

    /// What a number, a day or a text says, with `{value}` in its place. Empty for other questions.
    pub fn says_value(&self) -> &str {
        let holds = |it: &&AnswerCell| matches!(it.value, AnswerValue::Range(_) | AnswerValue::Text);
        self.answers.iter().find(holds).map_or("", |it| it.says.as_str())
    }
}
