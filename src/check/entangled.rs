//! Rules so entangled that the remaining questions cannot be counted exactly.

use crate::assessment::Assessment;
use crate::finding::{Finding, Place};
use crate::interview::Interview;
use crate::pack::{Files, Pack};

/// Reports whether the count was broken off.
pub fn check(pack: &Pack, _files: &Files) -> Vec<Finding> {
    let mut interview = Interview::new(pack);
    interview.progress(&Assessment::default());
    if interview.is_exact() {
        return Vec::new();
    }
    let message = "too many rules share questions to count the questions left exactly";
    vec![
        Finding::warning("entangled", Place::file("pack.toml"), message)
            .help("let fewer rules share the same questions, or ask in one question what many rules share"),
    ]
}
