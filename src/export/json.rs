//! The report as JSON.

use crate::report::{Report, wire};

/// `report` as JSON, indented, with a line end.
pub fn render(report: &Report<'_>) -> String {
    wire::to_json_text(report)
}
