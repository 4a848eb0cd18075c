//! Answers, people, days and lists in words.

use jiff::civil::Date;

use crate::answer::Answer;
use crate::interview::Range;
use crate::pack::{Pack, Question, QuestionId, SourceId};
use crate::phrase;
use crate::tell::role;
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
    words.plain.review.given(answer(given, question, words), &question.ask)
}

/// A day, written out so that it cannot be mistaken.
pub fn day(date: Date, words: &Words) -> String {
    let (year, day) = (date.year(), date.day());
    words.plain.day(day, month(date, words), year)
}

/// The month of `date`: "January".
fn month(date: Date, words: &Words) -> &'static str {
    let of = &words.plain.month;
    let months = [of.m1, of.m2, of.m3, of.m4, of.m5, of.m6, of.m7, of.m8, of.m9, of.m10, of.m11, of.m12];
    let at = usize::from(date.month().unsigned_abs()).saturating_sub(1);
    months.get(at).copied().unwrap_or_default()
}

/// The people called by these names, as "the owner or your lawyer".
pub fn people<'a>(who: impl Iterator<Item = &'a str>, words: &Words) -> String {
    let each: Vec<String> = who.map(|name| role(name, words).to_owned()).collect();
    any_of(&each, words)
}

/// These, as "a, b or c".
pub fn any_of(each: &[String], words: &Words) -> String {
    let Some((last, others)) = each.split_last() else { return String::new() };
    if others.is_empty() {
        return last.clone();
    }
    words.plain.list.or(last, others.join(", "))
}

/// How these sources are cited, one after the other.
pub fn citations(pack: &Pack, ids: &[SourceId]) -> String {
    let each: Vec<&str> = ids.iter().map(|it| pack.source(*it).id.as_str()).collect();
    each.join("; ")
}

/// How many questions are left, as a sentence.
pub fn left(range: Range, words: &Words) -> String {
    let (least, most) = (range.least, range.most);
    let of = &words.plain.results;
    if least == most { of.left_exactly(least) } else { of.left_between(least, most) }
}

/// "1", or "a number from 1 to 5".
pub fn numbers(last: usize, words: &Words) -> String {
    words.plain.list.number(last)
}

/// That `line` was not understood.
pub fn unclear(line: &str, words: &Words) -> String {
    match line {
        "" => words.plain.line.nothing.to_owned(),
        _ => words.plain.line.unclear(shortened(line, MAX_TYPED)),
    }
}

/// `text` with a capital at its start.
pub fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |it| it.to_uppercase().chain(rest).collect())
}
