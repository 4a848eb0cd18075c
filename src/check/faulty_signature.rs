//! A signature that cannot be read, or stands on no obligation.

use crate::finding::Finding;
use crate::pack::{Files, Pack};
use crate::signature::read_signatures;

/// Finds what is wrong with the signatures beside `pack`.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    read_signatures(pack, files).1
}
