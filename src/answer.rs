//! Replies to questions: reading and writing them, what they establish, and their words.

mod json;
mod record;
mod typed;
mod words;

use jiff::civil::Date;

use crate::boxes::{Cells, Knowledge, Var, VarSet};
use crate::condition::days;
use crate::pack::{Kind, Question};

pub use json::{UNSURE, from_json, to_json};
pub use record::record;
pub use typed::{day, whole_number};
pub use words::{cell_sentence, half_sentence, in_words, sentence};

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

/// What `answer` establishes about each variable of `question`, in order. An answer that does not
/// fit the question establishes nothing.
pub fn settles(answer: &Answer, question: &Question) -> Vec<Settled> {
    let vars = question.vars.iter().copied();
    let cell = |at: usize| vars.clone().map(|var| Settled::Cell(var, at)).collect();
    match (answer, &question.kind) {
        (Answer::One(at), Kind::OneOf { .. }) | (Answer::Unsure, Kind::OneOf { unsure_counts_as: Some(at), .. }) => {
            cell(*at)
        }
        (Answer::Unsure, _) => vars.map(Settled::Closed).collect(),
        (Answer::YesNo(yes), Kind::YesNo { .. }) => cell(usize::from(*yes)),
        (Answer::Any(ticked, rest_unsure), Kind::AnyOf { .. }) => vars
            .enumerate()
            .map(|(at, var)| match (ticked.contains(&at), rest_unsure) {
                (true, _) => Settled::Cell(var, 1),
                (false, true) => Settled::Closed(var),
                (false, false) => Settled::Cell(var, 0),
            })
            .collect(),
        (Answer::Number(value), Kind::Number { scale: Some(scale), .. }) => cell(scale.cell_of(*value)),
        (Answer::Special(at), Kind::Number { scale: Some(scale), .. }) => cell(scale.special_cell(*at)),
        (Answer::Date(date), Kind::Date { scale: Some(scale), .. }) => cell(scale.cell_of(days(*date))),
        _ => Vec::new(),
    }
}

/// Whether `answer` names a day that is still to come where only a past one makes sense.
pub fn is_to_come(answer: &Answer, question: &Question, today: Date) -> bool {
    match (answer, &question.kind) {
        (Answer::Date(date), Kind::Date { past: true, .. }) => *date > today,
        _ => false,
    }
}

/// Adds what is settled to what is known, and to what will stay unknown.
pub fn settle(settled: &[Settled], known: &mut Knowledge, closed: &mut VarSet) {
    for it in settled {
        match *it {
            Settled::Cell(var, cell) => known.set(var, Cells::one(cell)),
            Settled::Closed(var) => closed.insert(var),
        }
    }
}
