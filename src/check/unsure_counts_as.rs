//! An `unsure_counts_as` on a question that no rule uses.

use crate::finding::Finding;
use crate::pack::{Files, Pack};

/// Finds questions for the record whose "I don't know" counts as an option.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    let idle = pack.questions.iter().filter(|question| question.for_record && question.unsure_counts_as.is_some());
    idle.map(|question| {
        let message = format!("`{}` is for the record, so `unsure_counts_as` means nothing on it", question.id);
        Finding::warning("idle-unsure", files.place(&question.spot), message).help("remove `unsure_counts_as`")
    })
    .collect()
}
