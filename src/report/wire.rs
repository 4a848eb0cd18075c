//! The JSON of a report. These types mirror the file and have no other use.

mod rejudged;
mod shape;
mod write;

pub use shape::{FORMAT, VERSION};

use crate::report::whole::Report;
use crate::words::Words;

/// Writes `report` as JSON, indented, with a line end.
///
/// # Panics
/// Never: all that a report holds can be written.
pub fn to_json_text(report: &Report<'_>, words: &Words) -> String {
    let mut text =
        serde_json::to_string_pretty(&write::written(report, words)).expect("a report can be written as JSON");
    text.push('\n');
    text
}
