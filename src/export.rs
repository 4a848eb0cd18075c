//! The report in the forms people send and keep. Each form is one file; [`Format::ALL`] names them.

mod csv;
mod docx;
mod html;
mod json;
mod markdown;
mod outline;
mod plain_text;
mod table;

pub use markdown::markdown;
pub use outline::{Block, answer_in_words, open_point, standing_name, taken};
pub use plain_text::plain_text;
pub use table::table;

use crate::report::Report;
use crate::words::Words;

/// The most columns of a line of the report as plain text.
const WIDTH: usize = 78;

/// A form of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// HTML, for a browser: one file, nothing to load, nothing that runs.
    Html,
    /// A Word document.
    Docx,
    /// Markdown, for documents.
    Markdown,
    /// Plain text.
    Text,
    /// A table of the obligations, for spreadsheets.
    Csv,
    /// JSON, for programs.
    Json,
}

impl Format {
    /// All forms, in the order they are offered.
    pub const ALL: [Self; 6] = [Self::Html, Self::Docx, Self::Markdown, Self::Text, Self::Csv, Self::Json];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Markdown => "markdown",
            Self::Text => "text",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// How names of its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Markdown => "md",
            Self::Text => "txt",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// Whether it is text, which a terminal can show.
    pub fn is_text(self) -> bool {
        self != Self::Docx
    }
}

/// `report` in the form `format`. The same report gives the same bytes.
pub fn render(report: &Report, format: Format, words: &Words) -> Vec<u8> {
    match format {
        Format::Html => html::render(report, words).into_bytes(),
        Format::Docx => docx::render(report, words),
        Format::Markdown => markdown(&outline::outline(report, words)).into_bytes(),
        Format::Text => plain_text(&outline::outline(report, words), WIDTH).into_bytes(),
        Format::Csv => csv::render(report, words),
        Format::Json => json::render(report).into_bytes(),
    }
}
