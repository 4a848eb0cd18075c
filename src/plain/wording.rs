//! What is said in several places of the plain mode alone.

use crate::answer::Answer;
use crate::pack::{Pack, QuestionId};
use crate::tell::answer_text;
use crate::text::shortened;
use crate::words::Words;

/// The most characters of what was typed that are said back.
const MAX_TYPED: usize = 40;

/// The question in a few words, with its answer.
pub fn given(pack: &Pack, id: QuestionId, given: &Answer, words: &Words) -> String {
    let question = pack.question(id);
    words.plain.review.given(answer_text(given, question, words), &question.ask)
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
