//! The report in the formats that people send and keep. Each format is one file; [`Format::ALL`]
//! lists them.

mod csv;
mod document;
mod docx;
mod draw;
mod html;
mod json;
mod markdown;
mod outline;
#[cfg(feature = "pdf")]
mod pdf;
mod plain_text;
mod table;

pub use document::{DocFormat, Document};
pub use draw::draw;
pub use html::head;
pub use markdown::markdown;
pub use outline::block::{DocBlock, TableRow};
pub use outline::parts::answer_in_words;
pub use outline::{laid_out, report_document};
pub use plain_text::plain_text;
pub use table::table;

use crate::report::Report;
use crate::words::Words;

/// A form of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A document for people.
    Document(DocFormat),
    /// A table of the obligations, for spreadsheets.
    Csv,
    /// JSON, for programs.
    Json,
}

impl Format {
    /// Every format, in the order of the menus.
    pub const ALL: [Self; 6 + document::PDF] = [
        Self::Document(DocFormat::Html),
        Self::Document(DocFormat::Docx),
        #[cfg(feature = "pdf")]
        Self::Document(DocFormat::Pdf),
        Self::Document(DocFormat::Markdown),
        Self::Document(DocFormat::Text),
        Self::Csv,
        Self::Json,
    ];

    /// Returns the name of this format on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Document(form) => form.name(),
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// Returns the purpose of this format, in words.
    pub fn purpose_in_words(self, words: &Words) -> &'static str {
        let of = &words.common.format;
        match self.name() {
            "html" => of.html,
            "docx" => of.docx,
            "pdf" => of.pdf,
            "markdown" => of.markdown,
            "text" => of.text,
            "csv" => of.csv,
            _ => of.json,
        }
    }

    /// Returns the file name extension.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Document(form) => form.extension(),
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// Whether it is text that a terminal can show.
    pub fn is_text(self) -> bool {
        match self {
            Self::Document(form) => form.is_text(),
            Self::Csv | Self::Json => true,
        }
    }
}

/// Writes `report` in `format`. The same report always gives the same bytes.
pub fn render(report: &Report<'_>, format: Format, words: &Words) -> Vec<u8> {
    match format {
        Format::Document(form) => draw(&report_document(report, words), form, words),
        Format::Csv => csv::render(report, words),
        Format::Json => json::render(report, words).into_bytes(),
    }
}
