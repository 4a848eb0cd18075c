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

/// How many questions are left: "4 left", or "3 to 9 left".
pub fn left(range: Range, words: &Words) -> String {
    let (of, Range { least, most }) = (&words.common.left, range);
    match (least, most) {
        (_, 0) => of.none.to_owned(),
        (least, most) if least == most => of.exactly(least),
        _ => of.range(least, most),
    }
}
