//! Answers: the list of them, where one comes from, and how many questions are left.

use crate::answer::{self, Answer};
use crate::assessment::Origin;
use crate::interview::Range;
use crate::pack::{Question, QuestionId};
use crate::phrase::answer_text;
use crate::report::{Given, Report};
use crate::tell::value::origin;
use crate::words::Words;

/// An answer, as a list of answers tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldAnswer<'a> {
    /// The question.
    pub question: QuestionId,
    /// What it asks.
    pub ask: &'a str,
    /// The answer.
    pub answer: String,
    /// That the answer does not count, if it does not.
    pub set_aside: Option<&'static str>,
    /// Where the answer comes from; empty if nothing is said of it.
    pub origin: String,
    /// The same as a line of its own.
    pub origin_line: Option<String>,
}

/// Every answer, below the heading of its section.
pub fn answers_by_section<'a>(report: &'a Report<'_>, words: &Words) -> Vec<(&'a str, Vec<ToldAnswer<'a>>)> {
    let section_of = |given: &Given| report.pack.section_of(report.pack.question(given.question));
    let sections = report.answers.chunk_by(|one, next| section_of(one) == section_of(next));
    let told = sections.filter_map(|answers| {
        Some((section_of(answers.first()?), answers.iter().map(|given| told_answer(report, given, words)).collect()))
    });
    told.collect()
}

fn told_answer<'a>(report: &'a Report<'_>, given: &Given, words: &Words) -> ToldAnswer<'a> {
    let question = report.pack.question(given.question);
    ToldAnswer {
        question: given.question,
        ask: &question.ask,
        answer: answer_text(&given.answer, question, words),
        set_aside: given.set_aside.then_some(words.tell.answer.set_aside),
        origin: origin(given, words),
        origin_line: origin_line(given, words),
    }
}

/// Where an answer comes from, as a line of its own. Returns `None` if nothing is said of it.
pub fn origin_line(given: &Given, words: &Words) -> Option<String> {
    let Origin { basis, by, evidence, note } = &given.origin;
    let only_note = basis.is_none() && by.is_none() && evidence.is_none();
    match note {
        Some(note) if only_note => Some(words.common.origin.only_note(note)),
        _ => (!given.origin.is_empty()).then(|| words.common.origin.line(origin(given, words))),
    }
}

/// The least and the most value that `question` takes, in words; empty if its answers lie on no scale.
pub fn limits(question: &Question, words: &Words) -> [String; 2] {
    let limits = answer::limits(question);
    limits.map_or_else(Default::default, |limits| {
        limits.map(|limit| match limit {
            Answer::Number(number) => number.to_string(),
            other => answer_text(&other, question, words),
        })
    })
}

/// How many questions are left, by themselves: "4 questions left", or "3 to 9 questions left".
pub fn questions_left(Range { least, most }: Range, words: &Words) -> String {
    let of = &words.tell.left;
    match (least, most) {
        (_, 0) => of.none.to_owned(),
        (least, most) if least == most => of.exactly(most),
        _ => of.range(least, most),
    }
}

/// Where a question that is asked stands among the others: "Question 3, 4 to 9 left".
pub fn place(number: usize, is_answered: bool, Range { least, most }: Range, words: &Words) -> String {
    let of = &words.tell.place;
    match (least, most) {
        _ if is_answered => of.answered(number),
        (_, 0 | 1) => of.last(number),
        (least, most) if least == most => of.exactly(least, number),
        _ => of.range(least, most, number),
    }
}
