//! A worked example of faulty form. `pack test` checks whether the pack does as the examples say.

use crate::example;
use crate::finding::Finding;
use crate::pack::{Files, Pack};

/// Finds faults in the form of the examples.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    example::read_examples(pack, files).1
}
