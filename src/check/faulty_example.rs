//! A worked example whose form is wrong. Whether the pack does as the examples say is `pack test`'s affair.

use crate::example;
use crate::finding::Finding;
use crate::pack::{Files, Pack};

/// What is wrong with the form of the examples.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    example::read(pack, files).1
}
