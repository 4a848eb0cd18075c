//! The report in the forms people send and keep. Each form is one file; [`Format::ALL`] names them.

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
pub use outline::{document, laid_out};
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
    /// All forms, in the order they are offered.
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

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Document(form) => form.name(),
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// What it is for, in words.
    pub fn told(self, words: &Words) -> &'static str {
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

    /// How names of its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Document(form) => form.ending(),
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// Whether it is text, which a terminal can show.
    pub fn is_text(self) -> bool {
        match self {
            Self::Document(form) => form.is_text(),
            Self::Csv | Self::Json => true,
        }
    }
}

/// `report` in the form `format`. The same report gives the same bytes.
pub fn render(report: &Report<'_>, format: Format, words: &Words) -> Vec<u8> {
    match format {
        Format::Document(form) => draw(&document(report, words), form, words),
        Format::Csv => csv::render(report, words),
        Format::Json => json::render(report, words).into_bytes(),
    }
}
