//! The report as JSON.

use crate::report::{Report, wire};
use crate::words::Words;

/// `report` as JSON, indented, with a line end.
pub fn render(report: &Report<'_>, words: &Words) -> String {
    wire::to_json_text(report, words)
}
