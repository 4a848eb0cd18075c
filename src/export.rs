//! The report in the formats that people send and keep. Each format is one file;
//! [`DocFormat::ALL`] lists those of documents.

mod csv;
mod document;
mod docx;
mod format;
mod html;
mod json;
mod markdown;
mod options;
mod outline;
#[cfg(feature = "pdf")]
mod pdf;
mod plain_text;
mod table;

pub use document::{Document, FormatFacts};
pub use format::{DocFormat, Format, draw};
pub use html::head;
pub use markdown::markdown;
pub use options::{PackState, ReportExtent, ReportOptions};
pub use outline::block::{DocBlock, TableRow};
pub use outline::parts::answer_in_words;
pub use outline::{laid_out, report_document};
pub use plain_text::plain_text;
pub use table::table;

use crate::report::Report;
use crate::words::Words;

/// Writes `report` in `format`; `options` are those of documents. The same report always gives the same bytes.
pub fn render(report: &Report<'_>, format: Format, options: &ReportOptions, words: &Words) -> Vec<u8> {
    match format {
        Format::Document(form) => draw(&report_document(report, options, words), form, words),
        Format::Csv => csv::render(report, words),
        Format::Json => json::render(report, words).into_bytes(),
    }
}
