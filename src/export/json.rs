//! The report as JSON.

use crate::report::Report;

/// `report` as JSON, indented, with a line end.
pub fn render(report: &Report) -> String {
    let mut text = serde_json::to_string_pretty(report).expect("a report can be written as JSON");
    text.push('\n');
    text
}
