//! Worked examples: the answers of an invented business, and what the pack must make of them. They
//! are the tests of a pack, one file each in its folder `examples`.

mod atoms;
mod claim;
mod raw;
mod read;
mod run;
mod steps;

pub use atoms::{Atom, find_atoms};
pub use claim::{Claim, ClaimedHeadline, ClaimedOutcome, Example, Stand};
pub use read::read_examples;
pub use run::{Found, Mismatch, run_example};
