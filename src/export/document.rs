//! A document for people, without a format: the report, a letter or a draft. Every format draws the
//! same blocks, so the formats cannot disagree.

use crate::export::outline::block::DocBlock;
use crate::text;

/// The number of additional formats if the program was built with PDF.
pub const PDF: usize = cfg!(feature = "pdf") as usize;

/// A document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The title, for use outside of the document.
    pub title: String,
    /// The day that it describes, as an ISO date.
    pub day: Option<String>,
    /// What it says.
    pub blocks: Vec<DocBlock>,
}

impl Document {
    /// Creates a document, escaping unprintable characters in every block.
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
    /// A PDF, if the program was built with support for it.
    #[cfg(feature = "pdf")]
    Pdf,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

impl DocFormat {
    /// Every format, in the order of the menus.
    pub const ALL: [Self; 4 + PDF] = [
        Self::Html,
        Self::Docx,
        #[cfg(feature = "pdf")]
        Self::Pdf,
        Self::Markdown,
        Self::Text,
    ];

    /// Returns the name of this format on the command line.
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

    /// Returns the file name extension.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            #[cfg(feature = "pdf")]
            Self::Pdf => "pdf",
            Self::Markdown => "md",
            Self::Text => "txt",
        }
    }

    /// Whether it is text that a terminal can show.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Html | Self::Markdown | Self::Text)
    }
}
