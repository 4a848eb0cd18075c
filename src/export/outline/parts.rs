//! Wording that several parts of a document share.

use crate::pack::QuestionId;
use crate::phrase;
use crate::report::{Given, Report};
use crate::words::Words;

/// Returns the name of the entry of a source or a legal point. The name of an obligation's entry is
/// its id.
pub fn anchor(kind: &str, id: &str) -> String {
    format!("{kind}-{id}")
}

/// `given` in words.
pub fn answer_in_words(report: &Report<'_>, given: &Given, words: &Words) -> String {
    phrase::answer_text(&given.answer, report.pack.question(given.question), words)
}

/// Returns the answer to `question` in words, or that it is not known.
pub fn answer_or_unknown(report: &Report<'_>, question: Option<QuestionId>, words: &Words) -> String {
    let given = question.and_then(|it| report.answer_to(it)).map(|it| answer_in_words(report, it, words));
    given.unwrap_or_else(|| words.common.not_known.to_owned())
}
