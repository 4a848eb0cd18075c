//! The lines of a file around a place.

use std::ops::Range;

use crate::mutant::slip::Mutant;
use crate::pack::{Files, Spot};

impl Mutant {
    /// Returns the changed lines, before and after.
    pub fn changed_lines(&self, files: &Files) -> (String, String) {
        let source = files.source(self.spot.file);
        let span = &self.spot.span;
        let whole = whole_lines(source, span);
        let piece = |range: Range<usize>| source.get(range).unwrap_or_default();
        let after = format!("{}{}{}", piece(whole.start..span.start), self.text, piece(span.end..whole.end));
        (piece(whole).to_owned(), after)
    }
}

/// Returns the line, with its end, that only sets `key` to the value at `spot`, or `None` if the
/// line holds more.
pub fn line_of(files: &Files, key: &str, spot: &Spot) -> Option<Spot> {
    let source = files.source(spot.file);
    let mut span = whole_lines(source, &spot.span);
    let line = source.get(span.clone())?;
    let rest = line.trim_start().strip_prefix(key)?.trim_start().strip_prefix('=')?;
    let value = source.get(spot.span.clone())?.trim_matches(['"', '\'']);
    // The spot of a condition excludes its quotes; those of other values include them.
    let (before, behind) = rest.split_once(value)?;
    let quotes = |text: &str| text.trim().trim_matches(['"', '\'']).is_empty();
    if !quotes(before) || !quotes(behind.split('#').next().unwrap_or_default()) {
        return None;
    }
    span.end = (span.end + 1).min(source.len());
    Some(Spot { file: spot.file, span })
}

/// Extends `span` to whole lines, without the end of the last one.
fn whole_lines(source: &str, span: &Range<usize>) -> Range<usize> {
    let start = source.get(..span.start).and_then(|it| it.rfind('\n')).map_or(0, |at| at + 1);
    // A span that ends with a line end does not reach into the next line.
    let last = span.end.saturating_sub(usize::from(source.get(span.clone()).is_some_and(|it| it.ends_with('\n'))));
    let end = source.get(last..).and_then(|it| it.find('\n')).map_or(source.len(), |at| last + at);
    start..end
}
