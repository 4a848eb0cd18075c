//! Answers: where one comes from, and how many questions are left.

use crate::assessment::Origin;
use crate::interview::Range;
use crate::report::Given;
use crate::tell::value::origin;
use crate::words::Words;

/// Where an answer comes from, as a line of its own. Returns `None` if nothing is said of it.
pub fn origin_line(given: &Given, words: &Words) -> Option<String> {
    let Origin { basis, by, evidence, note } = &given.origin;
    let only_note = basis.is_none() && by.is_none() && evidence.is_none();
    match note {
        Some(note) if only_note => Some(words.common.origin.only_note(note)),
        _ => (!given.origin.is_empty()).then(|| words.common.origin.line(origin(given, words))),
    }
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
