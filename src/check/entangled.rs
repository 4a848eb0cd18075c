//! Rules so entangled that the remaining questions cannot be counted exactly.

use crate::finding::{Finding, Place};
use crate::interview::count_ranges;
use crate::pack::{Files, Pack};

/// Reports whether the count was broken off.
pub fn check(pack: &Pack, _files: &Files) -> Vec<Finding> {
    if pack.ranges.at_start().is_some() || count_ranges(pack).at_start().is_some() {
        return Vec::new();
    }
    let message = "too many rules share questions to count the questions left exactly";
    vec![
        Finding::warning("entangled", Place::file("pack.toml"), message)
            .help("let fewer rules share the same questions, or ask in one question what many rules share"),
    ]
}
