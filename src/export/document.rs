//! A document for people, without a format: the report, a letter or a draft. Every format draws the
//! same blocks, so the formats cannot disagree.

use crate::export::outline::block::DocBlock;
use crate::text;
use crate::words::{Label, Words};

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

/// What is known of a format of documents. Each format's own file says it.
pub struct FormatFacts {
    /// The name on the command line.
    pub name: &'static str,
    /// The file name extension.
    pub extension: &'static str,
    /// Whether it is text that a terminal can show.
    pub is_text: bool,
    /// The purpose, in words.
    pub purpose: Label,
    /// Draws a document. The same document always gives the same bytes.
    pub draw: fn(&Document, &Words) -> Vec<u8>,
}
