//! A Word document with native styles, numbered steps, tables and links, so that it can be edited
//! in Word. The fixed parts are in `assets/export/docx`.

mod archive;
mod body;
mod parts;

use crate::export::document::{Document, FormatFacts};
use crate::export::docx::body::Body;

/// What is known of it.
pub const FACTS: FormatFacts = FormatFacts {
    name: "docx",
    extension: "docx",
    is_text: false,
    purpose: |words| words.common.format.docx,
    draw: |document, _| render(document),
};

/// `document` as a Word document.
pub fn render(document: &Document) -> Vec<u8> {
    let body = Body::from_blocks(&document.blocks);
    let same = |text: &str| text.to_owned();
    archive::zip_parts(&[
        ("[Content_Types].xml", same(include_str!("../../assets/export/docx/content_types.xml"))),
        ("_rels/.rels", same(include_str!("../../assets/export/docx/rels.xml"))),
        ("docProps/core.xml", parts::properties(&document.title, document.day.as_deref())),
        ("docProps/app.xml", same(include_str!("../../assets/export/docx/app.xml"))),
        ("word/document.xml", parts::document(&body)),
        ("word/_rels/document.xml.rels", parts::links(&body.links)),
        ("word/numbering.xml", parts::numbering(body.lists)),
        ("word/styles.xml", same(include_str!("../../assets/export/docx/styles.xml"))),
        ("word/settings.xml", same(include_str!("../../assets/export/docx/settings.xml"))),
        ("word/footer.xml", same(include_str!("../../assets/export/docx/footer.xml"))),
    ])
}
