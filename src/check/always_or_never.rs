//! An obligation that can never apply, or always does without saying so; or that can never be met.

use crate::condition::Rule;
use crate::finding::Finding;
use crate::pack::{Files, Obligation, Pack};

/// Obligations on which no answer has a bearing.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    pack.obligations.iter().flat_map(|it| applies(pack, it, files).into_iter().chain(met(pack, it, files))).collect()
}

fn applies(pack: &Pack, of: &Obligation, files: &Files) -> Option<Finding> {
    let condition = pack.condition(of.applies);
    let place = files.place(&of.spot);
    if condition.yes().is_empty() {
        let message = format!("`{}` can never apply: its condition contradicts itself", of.id);
        return Some(Finding::error("never-applies", place, message).help("look for a part that excludes another"));
    }
    if condition.no().is_empty() && of.rule != Rule::All(Vec::new()) {
        let message = format!("`{}` applies whatever is answered", of.id);
        return Some(
            Finding::warning("always-applies", place, message).help("write `if = \"always\"` if that is meant"),
        );
    }
    None
}

fn met(pack: &Pack, of: &Obligation, files: &Files) -> Option<Finding> {
    let (in_place, gap) = of.met?;
    if pack.condition(of.applies).yes().is_empty() {
        return None;
    }
    let said = match (pack.condition(in_place).yes().is_empty(), pack.condition(gap).yes().is_empty()) {
        (true, _) => "can never be met where it applies",
        (_, true) => "is always met where it applies",
        _ => return None,
    };
    let finding = Finding::warning("idle-met", files.place(&of.spot), format!("`{}` {said}", of.id));
    Some(finding.help("take `met` away, or mend it"))
}
