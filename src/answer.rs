//! Replies to questions: reading and writing them, what they establish, and their words.

mod cell;
mod json;
mod record;
mod typed;
mod way;
mod words;

use jiff::civil::Date;

use crate::answer::cell::{counted, given_cells};
use crate::boxes::{Cells, Knowledge, Var, VarSet};
use crate::pack::{Kind, Question, Shape};

pub use cell::is_given;
pub use json::{UNSURE, from_json, to_json};
pub use record::record;
pub use typed::{day, whole_number};
pub use way::{Way, way_of, ways};
pub use words::{in_words, sentence, with_unit};

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
    let counted = counted(answer, question);
    let leaves_open = match counted.as_ref() {
        Answer::Unsure => true,
        Answer::Any(_, rest_unsure) => *rest_unsure && question.kind.shape() == Shape::Many,
        Answer::YesNo(_)
        | Answer::One(_)
        | Answer::Number(_)
        | Answer::Special(_)
        | Answer::Date(_)
        | Answer::Text(_) => false,
    };
    let mut cells = given_cells(&counted, question).peekable();
    let each = question.vars.iter().enumerate().filter_map(|(at, &var)| match cells.next_if(|it| it.at == at) {
        Some(it) => Some(Settled::Cell(var, it.cell)),
        None => leaves_open.then_some(Settled::Closed(var)),
    });
    each.collect()
}

/// Whether `answer` names a day that is still to come where only a past one makes sense.
pub fn is_to_come(answer: &Answer, question: &Question, today: Date) -> bool {
    let past = matches!(question.kind, Kind::Date { past: true, .. });
    matches!(answer, Answer::Date(date) if past && *date > today)
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
