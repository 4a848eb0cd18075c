//! The formats. A new format of documents is a file beside this one that holds its `FACTS`, and here a
//! variant of [`DocFormat`], an entry in its list, and an arm of [`DocFormat::facts`].

use crate::export::document::{Document, FormatFacts};
#[cfg(feature = "pdf")]
use crate::export::pdf;
use crate::export::{docx, html, markdown, plain_text};
#[cfg(not(feature = "pdf"))]
use crate::words::Label;
use crate::words::Words;

/// The number of additional formats if the program was built with PDF.
const PDF: usize = cfg!(feature = "pdf") as usize;

/// Nothing else names these words if the program was built without PDF.
#[cfg(not(feature = "pdf"))]
const _: Label = |words| words.common.format.pdf;

/// A form of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocFormat {
    /// HTML, for a browser: one file, nothing to load, nothing that runs.
    Html,
    /// A Word document.
    Docx,
    /// A PDF, if the program was built with support for it.
    #[cfg(feature = "pdf")]
    Pdf,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

impl DocFormat {
    /// Every format of documents, in the order of the menus.
    pub const ALL: [Self; 4 + PDF] = [
        Self::Html,
        Self::Docx,
        #[cfg(feature = "pdf")]
        Self::Pdf,
        Self::Markdown,
        Self::Text,
    ];

    /// Returns what is known of this format.
    pub fn facts(self) -> &'static FormatFacts {
        match self {
            Self::Html => &html::FACTS,
            Self::Docx => &docx::FACTS,
            #[cfg(feature = "pdf")]
            Self::Pdf => &pdf::FACTS,
            Self::Markdown => &markdown::FACTS,
            Self::Text => &plain_text::FACTS,
        }
    }
}

/// Draws `document` in `format`.
pub fn draw(document: &Document, format: DocFormat, words: &Words) -> Vec<u8> {
    (format.facts().draw)(document, words)
}

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
    /// Every format, in the order of the menus: those of documents, then those of data.
    pub const ALL: [Self; DocFormat::ALL.len() + 2] = {
        let mut all = [Self::Json; DocFormat::ALL.len() + 2];
        let mut at = 0;
        while at < DocFormat::ALL.len() {
            all[at] = Self::Document(DocFormat::ALL[at]);
            at += 1;
        }
        all[at] = Self::Csv;
        all
    };

    /// Returns the name of this format on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Document(format) => format.facts().name,
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// Returns the purpose of this format, in words.
    pub fn purpose_in_words(self, words: &Words) -> &'static str {
        match self {
            Self::Document(format) => (format.facts().purpose)(words),
            Self::Csv => words.common.format.csv,
            Self::Json => words.common.format.json,
        }
    }

    /// Returns the file name extension.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Document(format) => format.facts().extension,
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// Whether it is text that a terminal can show.
    pub fn is_text(self) -> bool {
        match self {
            Self::Document(format) => format.facts().is_text,
            Self::Csv | Self::Json => true,
        }
    }
}
