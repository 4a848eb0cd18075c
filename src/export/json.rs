//! The report as JSON.

use crate::phrase;
use crate::report::{AnswerText, Report};
use crate::words::Words;

/// `report` as JSON, indented, with a line end.
pub fn render(report: &Report, words: &Words) -> String {
    let mut text = serde_json::to_string_pretty(&in_words(report, words)).expect("a report can be written as JSON");
    text.push('\n');
    text
}

/// `report` with every range of numbers or days put in words.
fn in_words(report: &Report, words: &Words) -> Report {
    let tell = |it: &mut AnswerText| *it = AnswerText { says: phrase::answer_text(it, words), range: None };
    let mut report = report.clone();
    for item in &mut report.obligations {
        item.settled_by.iter_mut().flat_map(|it| &mut it.outcomes).for_each(|it| tell(&mut it.says));
        item.would_change.iter_mut().flat_map(|it| &mut it.to).for_each(tell);
    }
    report
}
