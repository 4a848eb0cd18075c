//! A question that no rule depends on and that is not for the record.

use crate::check::bearing::what_matters;
use crate::finding::Finding;
use crate::pack::{Files, Pack};

/// Finds questions whose answer can change nothing, so that they are never asked.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    let matter = what_matters(pack);
    let idle = pack
        .questions
        .iter()
        .filter(|question| !question.for_record && !question.vars.iter().any(|&var| matter.has(var)));
    idle.map(|question| {
        let message = format!("no obligation depends on the question `{}`", question.id);
        Finding::warning("never-matters", files.place(&question.spot), message)
            .help("use it in a condition, or write `record = true` to ask it for the records only")
    })
    .collect()
}
