//! A document for people, without a form yet: the report, a letter or a draft. Each form of document
//! draws the same blocks, so they cannot say different things.

use crate::export::outline::block::DocBlock;
use crate::text;

/// How many forms more there are where the program was built with PDF.
pub const PDF: usize = cfg!(feature = "pdf") as usize;

/// A document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it is called, outside of it.
    pub title: String,
    /// The day it speaks of, as an ISO date.
    pub day: Option<String>,
    /// What it says.
    pub blocks: Vec<DocBlock>,
}

impl Document {
    /// A document, no text of which holds a character that may not be shown.
    pub fn new(title: &str, day: Option<String>, blocks: Vec<DocBlock>) -> Self {
        Self { title: text::shown(title), day, blocks: blocks.into_iter().map(DocBlock::shown).collect() }
    }
}

/// A form of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocFormat {
    /// HTML, for a browser: one file, nothing to load, nothing that runs.
    Html,
    /// A Word document.
    Docx,
    /// A PDF, where the program was built with them.
    #[cfg(feature = "pdf")]
    Pdf,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

impl DocFormat {
    /// All forms, in the order they are offered.
    pub const ALL: [Self; 4 + PDF] = [
        Self::Html,
        Self::Docx,
        #[cfg(feature = "pdf")]
        Self::Pdf,
        Self::Markdown,
        Self::Text,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            #[cfg(feature = "pdf")]
            Self::Pdf => "pdf",
            Self::Markdown => "markdown",
            Self::Text => "text",
        }
    }

    /// How names of its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            #[cfg(feature = "pdf")]
            Self::Pdf => "pdf",
            Self::Markdown => "md",
            Self::Text => "txt",
        }
    }

    /// Whether it is text, which a terminal can show.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Html | Self::Markdown | Self::Text)
    }
}
