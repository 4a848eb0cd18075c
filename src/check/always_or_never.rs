//! An obligation that can never apply, or always applies without saying so; that only counsel can
//! make applicable or rule out; or that can never be met.

use crate::check::bearing::what_answers_decide;
use crate::condition::Rule;
use crate::finding::Finding;
use crate::pack::{Files, Obligation, Pack};

/// Finds obligations that no answer affects.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    pack.obligations
        .iter()
        .flat_map(|obligation| applies(pack, obligation, files).into_iter().chain(met(pack, obligation, files)))
        .collect()
}

fn applies(pack: &Pack, of: &Obligation, files: &Files) -> Option<Finding> {
    let condition = pack.condition(of.applies);
    let place = files.place(&of.spot);
    if condition.yes().is_empty() {
        let message = format!("`{}` can never apply: its condition contradicts itself", of.id);
        return Some(Finding::error("never-applies", place, message).help("look for parts that exclude each other"));
    }
    if condition.no().is_empty() && of.rule != Rule::All(Vec::new()) {
        let message = format!("`{}` applies whatever the answers are", of.id);
        return Some(
            Finding::warning("always-applies", place, message).help("if you mean that, write `if = \"always\"`"),
        );
    }
    let says = match what_answers_decide(pack, of.applies) {
        _ if condition.no().is_empty() => return None,
        (true, true) => return None,
        (false, _) => "can apply",
        (true, false) => "can be ruled out",
    };
    let message =
        format!("`{}` {says} only if counsel decides an open legal point differently from how it is treated", of.id);
    let help = "let answers decide it too, or use `treated_as` to say how the point is treated until then";
    Some(Finding::warning("left-to-counsel", place, message).help(help))
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
    Some(finding.help("remove `met`, or fix it"))
}
