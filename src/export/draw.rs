//! Draws a document in a format. A new format is one file beside this one, a variant of
//! [`DocFormat`] and a line here.

use crate::export::document::{DocFormat, Document};
use crate::export::markdown::markdown;
#[cfg(feature = "pdf")]
use crate::export::pdf;
use crate::export::plain_text::plain_text;
use crate::export::{docx, html};
use crate::words::Words;

/// The most columns of a line of plain text.
const WIDTH: usize = 78;

/// Draws `document` in `form`. The same document always gives the same bytes.
pub fn draw(document: &Document, form: DocFormat, words: &Words) -> Vec<u8> {
    match form {
        DocFormat::Html => html::render(document, words).into_bytes(),
        DocFormat::Docx => docx::render(document),
        #[cfg(feature = "pdf")]
        DocFormat::Pdf => pdf::render(document),
        DocFormat::Markdown => markdown(&document.blocks).into_bytes(),
        DocFormat::Text => plain_text(&document.blocks, WIDTH).into_bytes(),
    }
}
