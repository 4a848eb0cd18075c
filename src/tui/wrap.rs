//! Text broken into lines: at spaces only, so that citations stay whole; a word longer than a line
//! is broken where it must be. Nothing is ever cut off.

use std::ops::Range;

use crate::lines::wrap_options;
use crate::tui::theme::Role;

/// A piece of text in one role.
pub type Run = (Role, String);

/// `runs`, one after the other, in lines of at most `width` columns.
pub fn wrap(runs: &[Run], width: usize) -> Vec<Vec<Run>> {
    let whole: String = runs.iter().map(|(_, text)| text.as_str()).collect();
    let mut at = 0;
    let mut lines = Vec::new();
    for line in textwrap::wrap(&whole, wrap_options(width)) {
        let rest = whole.get(at..).unwrap_or_default();
        let start = at + skipped_spaces(rest, &line);
        at = start + line.len();
        lines.push(piece(runs, &(start..at)));
    }
    lines
}

/// How many bytes of white space in `rest` the break before `line` swallowed.
fn skipped_spaces(rest: &str, line: &str) -> usize {
    let spaces = rest.len() - rest.trim_start().len();
    (0..=spaces).find(|&skipped| rest.get(skipped..).is_some_and(|from| from.starts_with(line))).unwrap_or_default()
}

/// The bytes `span` of `runs`, taken as one text.
fn piece(runs: &[Run], span: &Range<usize>) -> Vec<Run> {
    let mut start = 0;
    let mut found = Vec::new();
    for (role, text) in runs {
        let end = start + text.len();
        let (from, to) = (span.start.max(start), span.end.min(end));
        if from < to {
            found.push((*role, text.get(from - start..to - start).unwrap_or_default().to_owned()));
        }
        start = end;
    }
    found
}
