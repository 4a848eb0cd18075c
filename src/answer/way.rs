//! Answers to a question, grouped where no rule can tell them apart.

use crate::answer::cell::is_given;
use crate::answer::value::Answer;
use crate::condition::{ValueRange, day_of};
use crate::pack::{AnswerValue, Question};

/// Answers that lead the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// This answer.
    Answer(Answer),
    /// The numbers or days of this range.
    Range(ValueRange),
}

impl Way {
    /// Whether `answer` leads this way.
    pub fn holds(&self, answer: &Answer) -> bool {
        match self {
            Self::Answer(mine) => mine == answer,
            Self::Range(range) => is_given(AnswerValue::Range(*range), answer),
        }
    }

    /// Joins this way and `next` if both are ranges of numbers or days of `question` that touch.
    pub fn joined(&self, next: &Self, question: &Question) -> Option<Self> {
        let (Self::Range(one), Self::Range(other)) = (self, next) else { return None };
        let touches = one.last.saturating_add(1) == other.first;
        question.scale.as_ref().filter(|_| touches).map(|scale| Self::Range(scale.range_between(one.first, other.last)))
    }

    /// The first answer that leads this way.
    pub fn first(&self) -> Answer {
        match self {
            Self::Answer(answer) => answer.clone(),
            Self::Range(range) => value(range, range.first),
        }
    }

    /// The last answer that leads this way.
    pub fn last(&self) -> Answer {
        match self {
            Self::Answer(answer) => answer.clone(),
            Self::Range(range) => value(range, range.last),
        }
    }
}

/// Returns a number or a day, as `range` requires.
fn value(range: &ValueRange, value: i64) -> Answer {
    let day = if range.is_date { day_of(value) } else { None };
    day.map_or(Answer::Number(value), Answer::Date)
}

/// Returns the ways on from `question`: for an any-of question, each option alone and none. Leaves
/// out "I don't know". Empty for a text.
pub fn ways_from(question: &Question) -> Vec<Way> {
    let mut ways: Vec<Way> = question.answers.iter().filter_map(|it| way_of(it.value)).collect();
    if question.answers.iter().any(|cell| matches!(cell.value, AnswerValue::Tick(..))) {
        ways.push(Way::Answer(Answer::Any(Vec::new(), false)));
    }
    ways
}

/// Returns the answers that say `value` and nothing else. `None` for a text, and for an option that
/// does not hold.
pub fn way_of(value: AnswerValue) -> Option<Way> {
    match value {
        AnswerValue::YesNo(yes) => Some(Way::Answer(Answer::YesNo(yes))),
        AnswerValue::One(at) => Some(Way::Answer(Answer::One(at))),
        AnswerValue::Tick(at, true) => Some(Way::Answer(Answer::Any(vec![at], false))),
        AnswerValue::Range(range) => Some(Way::Range(range)),
        AnswerValue::Special(at) => Some(Way::Answer(Answer::Special(at))),
        AnswerValue::Tick(_, false) | AnswerValue::Text => None,
    }
}
