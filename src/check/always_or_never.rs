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
    let is_empty = |id| pack.condition(id).yes().is_empty();
    let (said, help) = match (is_empty(in_place), is_empty(gap), of.has_one_sided_met()) {
        // What applies only where it is at fault is always out of place: `not_met_if` says just that.
        (true, _, false) => ("can never be met where it applies", "remove `met`, or fix it"),
        (_, true, false) => ("is always met where it applies", "remove `met`, or fix it"),
        (_, true, true) => ("is never told to be out of place where it applies", "remove `not_met_if`, or fix it"),
        _ => return None,
    };
    let finding = Finding::warning("idle-met", files.place(&of.spot), format!("`{}` {said}", of.id));
    Some(finding.help(help))
}
