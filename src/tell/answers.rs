//! Answers: the list of them, where one comes from, and how many questions are left.

use serde_json::Value;

use crate::answer::{self, Answer};
use crate::assessment::{Assessment, LaidAside, Origin};
use crate::interview::Range;
use crate::pack::{Pack, Question, QuestionId};
use crate::phrase::answer_text;
use crate::report::{self, Given, Report};
use crate::tell::block::{Block, Line};
use crate::tell::value::{capital, origin};
use crate::text::{shortened, shown};
use crate::words::Words;

/// The most characters of an answer laid aside that are told.
const MAX_GIVEN: usize = 200;

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

/// Each answer that fits no question of today, with the reason. Empty if there is none.
pub fn laid_aside(report: &Report<'_>, words: &Words) -> Vec<Block> {
    if report.laid_aside.is_empty() {
        return Vec::new();
    }
    let of = &words.tell.laid_aside;
    let points = report.laid_aside.iter().map(|aside| {
        let question = report.pack.question_by_id(&aside.question);
        let ask = question.map_or_else(|| shown(&aside.question), |id| report.pack.question(id).ask.clone());
        Block::point(0, Line::with(ask, reason_laid_aside(aside, words)))
    });
    [Block::Heading(of.title.to_owned()), Block::text(of.about)].into_iter().chain(points).collect()
}

/// Why the answer that `id` had does not count, where it is asked again.
pub fn earlier_answer(pack: &Pack, assessment: &Assessment, id: QuestionId, words: &Words) -> Option<String> {
    let name = &pack.question(id).id;
    let mut wanted = report::laid_aside(pack, assessment).filter(|aside| aside.question == *name);
    wanted.next().map(|aside| reason_laid_aside(aside, words))
}

/// Why an answer that was laid aside does not count.
pub fn reason_laid_aside(aside: &LaidAside, words: &Words) -> String {
    let given = aside.answer.get("value").map_or_else(String::new, |value| value_as_given(value, words));
    let why = shown(aside.why.trim_end_matches('.'));
    words.tell.laid_aside.reason(shown(&shortened(&given, MAX_GIVEN)), capital(&why))
}

/// An answer as its file holds it: options by their ids, since there may be none such any more.
fn value_as_given(value: &Value, words: &Words) -> String {
    match value {
        Value::Bool(true) => words.common.answer.yes.to_owned(),
        Value::Bool(false) => words.common.answer.no.to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(|item| value_as_given(item, words)).collect::<Vec<String>>().join("; "),
        Value::Null | Value::Number(_) | Value::Object(_) => value.to_string(),
    }
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
