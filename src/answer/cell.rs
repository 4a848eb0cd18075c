//! Finds the cells of a question that an answer stands for, and so what the answer settles.

use std::borrow::Cow;

use crate::answer::value::{Answer, Settled};
use crate::condition::days_since_epoch;
use crate::pack::{AnswerCell, AnswerValue, Question, Shape};

/// Returns what `answer` establishes about each variable of `question`, in order. An answer that
/// does not fit the question establishes nothing.
pub fn settled_vars(answer: &Answer, question: &Question) -> Vec<Settled> {
    let counted = counted_answer(answer, question);
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
    let each = question.vars.iter().enumerate().filter_map(|(at, &var)| match cells.next_if(|given| given.at == at) {
        Some(answer) => Some(Settled::Cell(var, answer.cell)),
        None => leaves_open.then_some(Settled::Closed(var)),
    });
    each.collect()
}

/// Returns what leaving `question` blank establishes once it comes to judging, as the law says.
pub fn settled_by_blank(question: &Question) -> Vec<Settled> {
    if question.blank_counts_too { settled_vars(&Answer::Unsure, question) } else { Vec::new() }
}

/// Returns `answer`, or the option that "I don't know" counts as where the law says so.
pub fn counted_answer<'a>(answer: &'a Answer, question: &Question) -> Cow<'a, Answer> {
    match (answer, question.unsure_counts_as) {
        (Answer::Unsure, Some(at)) => Cow::Owned(Answer::One(at)),
        _ => Cow::Borrowed(answer),
    }
}

/// Yields the cells that `answer` gives, at most one for each variable, in order.
pub fn given_cells<'q>(answer: &Answer, question: &'q Question) -> impl Iterator<Item = &'q AnswerCell> {
    question.answers.iter().filter(|it| is_given(it.value, answer))
}

/// Whether `answer` gives `value`.
pub fn is_given(value: AnswerValue, answer: &Answer) -> bool {
    match value {
        AnswerValue::YesNo(side) => *answer == Answer::YesNo(side),
        AnswerValue::One(at) => *answer == Answer::One(at),
        AnswerValue::Special(at) => *answer == Answer::Special(at),
        AnswerValue::Tick(at, true) => matches!(answer, Answer::Any(ticked, _) if ticked.contains(&at)),
        AnswerValue::Tick(at, false) => matches!(answer, Answer::Any(ticked, false) if !ticked.contains(&at)),
        AnswerValue::Range(range) if range.is_date => {
            matches!(answer, Answer::Date(date) if range.has(days_since_epoch(*date)))
        }
        AnswerValue::Range(range) => matches!(answer, Answer::Number(number) if range.has(*number)),
        AnswerValue::Text => matches!(answer, Answer::Text(_)),
    }
}
