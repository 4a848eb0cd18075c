//! What can be wrong with the meaning of a pack.

use crate::finding::Finding;
use crate::pack::{Files, Pack};

/// Every fault in the meaning of `pack`.
pub fn check(_pack: &Pack, _files: &Files) -> Vec<Finding> {
    Vec::new()
}

/// `findings` as text, then how many there are.
pub fn render(findings: &[Finding], files: &Files, ascii: bool) -> String {
    let each = findings.iter().map(|it| it.render(files.text(&it.place.file), ascii));
    each.collect::<Vec<String>>().join("\n\n") + "\n"
}
