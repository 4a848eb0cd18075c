//! The scenario sheet of one obligation: every way in which it applies, and every way in which it
//! is ruled out, each in words and with its provisions, for a lawyer to check and sign. Its rows
//! are the prime boxes, so none is missing and none could be shorter; those of one shape are drawn
//! together.

mod build;
mod csv;
mod merge;
mod outline;
mod parts;
mod signed;

pub use build::sheet;
pub use csv::csv;
pub use outline::{citation, outline};
pub use parts::{List, Sheet, SheetPart, SheetRow, SheetSide, SignatureState};
pub use signed::{signature_states, signed_digest};
