//! Drafts of papers: a template in our own words, filled from the answers. Each passage says which
//! provisions it answers; what the answers do not tell stays a gap that can be seen.

mod read;
mod template;
mod told;

pub use read::read;
pub use template::{Element, Filling, Paragraph, Passage, PassagePart, Piece, Template};
pub use told::document;
