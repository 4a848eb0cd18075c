//! An obligation without a part in the headline, in a pack whose other obligations have one.

use crate::finding::Finding;
use crate::pack::{Files, HeadlineRole, Pack};

/// Finds obligations of which the headline says nothing only because nobody said their part in it.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    if !pack.has_headline() {
        return Vec::new();
    }
    let lacking = pack.obligations.iter().filter(|obligation| obligation.role.is_none());
    lacking
        .map(|obligation| {
            let message = format!("`{}` has no `role`, but other obligations have one", obligation.id);
            let help = format!("say its part in the headline, one of: {}", HeadlineRole::NAMES.join(", "));
            Finding::error("missing-role", files.place(&obligation.spot), message).help(help)
        })
        .collect()
}
