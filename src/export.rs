//! The report in the forms people send and keep. Each form is one file; [`Format::ALL`] names them.

mod json;
mod markdown;
mod outline;
mod plain_text;

pub use markdown::markdown;
pub use outline::{Block, answer_in_words, open_point, standing_name, taken};
pub use plain_text::plain_text;

use crate::report::Report;
use crate::words::Words;

/// The most columns of a line of the report as plain text.
const WIDTH: usize = 78;

/// A form of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JSON, for programs.
    Json,
    /// Markdown, for documents.
    Markdown,
    /// Plain text.
    Text,
}

impl Format {
    /// All forms, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Json, Self::Markdown, Self::Text];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Markdown => "markdown",
            Self::Text => "text",
        }
    }

    /// How names of its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Markdown => "md",
            Self::Text => "txt",
        }
    }
}

/// `report` in the form `format`. The same report gives the same bytes.
pub fn render(report: &Report, format: Format, words: &Words) -> String {
    match format {
        Format::Json => json::render(report),
        Format::Markdown => markdown(&outline::outline(report, words)),
        Format::Text => plain_text(&outline::outline(report, words), WIDTH),
    }
}
