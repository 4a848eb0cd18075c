//! An open legal point that changes no result.

use crate::check::bearing::what_matters;
use crate::finding::Finding;
use crate::pack::{Files, Pack};

/// Finds readings whose side changes no result.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    let matter = what_matters(pack);
    let idle = pack.readings.iter().filter(|reading| !matter.has(reading.var));
    idle.map(|reading| {
        let message = format!("no obligation depends on the reading `{}`", reading.id);
        Finding::warning("unused-reading", files.place(&reading.spot), message)
            .help("use it in a condition, or remove it")
    })
    .collect()
}
