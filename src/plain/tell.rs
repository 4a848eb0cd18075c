//! Answers, people, days and lists in words.

use jiff::civil::Date;

use crate::answer::Answer;
use crate::interview::Range;
use crate::pack::{Pack, Question, QuestionId, SourceId};
use crate::phrase;
use crate::text::shortened;
use crate::words::Words;

/// The most characters of what was typed that are said back.
const MAX_TYPED: usize = 40;

/// `answer` to `question` as a reader would say it.
pub fn answer(answer: &Answer, question: &Question, words: &Words) -> String {
    match answer {
        Answer::Date(date) => day(*date, words),
        _ => phrase::answer(answer, question, words),
    }
}

/// The question in a few words, with its answer.
pub fn given(pack: &Pack, id: QuestionId, given: &Answer, words: &Words) -> String {
    let question = pack.question(id);
    words.fill("plain.review.given", &[("ask", &question.ask), ("answer", &answer(given, question, words))])
}

/// A day, written out so that it cannot be mistaken.
pub fn day(date: Date, words: &Words) -> String {
    let (year, day) = (date.year().to_string(), date.day().to_string());
    let month = words.say(&format!("plain.month.m{}", date.month())).to_owned();
    words.fill("plain.day", &[("year", &year), ("month", &month), ("day", &day), ("iso", &date.to_string())])
}

/// The people called by these names, as "the owner or your lawyer".
pub fn people<'a>(who: impl Iterator<Item = &'a str>, words: &Words) -> String {
    let each: Vec<String> = who.map(|it| words.say(&format!("common.who.{it}")).to_owned()).collect();
    any_of(&each, words)
}

/// These, as "a, b or c".
pub fn any_of(each: &[String], words: &Words) -> String {
    let Some((last, others)) = each.split_last() else { return String::new() };
    if others.is_empty() {
        return last.clone();
    }
    words.fill("plain.list.or", &[("others", &others.join(", ")), ("last", last)])
}

/// How these sources are cited, one after the other.
pub fn citations(pack: &Pack, ids: &[SourceId]) -> String {
    let each: Vec<&str> = ids.iter().map(|it| pack.source(*it).id.as_str()).collect();
    each.join("; ")
}

/// How many questions are left, as a sentence.
pub fn left(range: Range, words: &Words) -> String {
    let (least, most) = (range.least.to_string(), range.most.to_string());
    let name = if least == most { "plain.results.left_exactly" } else { "plain.results.left_between" };
    words.fill(name, &[("least", &least), ("most", &most)])
}

/// "1", or "a number from 1 to 5".
pub fn numbers(last: usize, words: &Words) -> String {
    words.count("plain.list.number_one", "plain.list.number_many", last)
}

/// That `line` was not understood.
pub fn unclear(line: &str, words: &Words) -> String {
    match line {
        "" => words.say("plain.line.nothing").to_owned(),
        _ => words.fill("plain.line.unclear", &[("typed", &shortened(line, MAX_TYPED))]),
    }
}

/// `text` with a capital at its start.
pub fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |it| it.to_uppercase().chain(rest).collect())
}
