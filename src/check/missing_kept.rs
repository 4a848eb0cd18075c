//! An obligation that does not say how it is kept, in a pack whose other obligations do.

use crate::finding::Finding;
use crate::pack::{Files, Pack};

/// Finds obligations that say nothing of what shows that they are done, where others do.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    if pack.obligations.iter().all(|obligation| obligation.kept.is_none()) {
        return Vec::new();
    }
    let lacking = pack.obligations.iter().filter(|obligation| obligation.kept.is_none());
    lacking
        .map(|obligation| {
            let message = format!("`{}` has no `kept`, but other obligations have it", obligation.id);
            let help = "say when it is done, what to keep as evidence, and when it comes back";
            Finding::error("missing-kept", files.place(&obligation.spot), message).help(help)
        })
        .collect()
}
