//! Drafts of papers: a template in our own words, filled from the answers. Each passage names the
//! provisions it answers; what the answers leave unsaid stays a visible gap.

mod read;
mod template;
mod told;

pub use read::read_templates;
pub use template::{Element, Filling, Paragraph, Passage, PassagePart, Piece, Template};
pub use told::draft_document;
