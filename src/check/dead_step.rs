//! A step or note that is never shown while its obligation applies.

use crate::boxes::{Primes, Region};
use crate::finding::Finding;
use crate::pack::{Files, Obligation, Pack, Step};
use crate::text::shortened;

/// Finds steps and notes whose condition excludes that of their obligation.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    pack.obligations.iter().flat_map(|it| of_obligation(pack, it, files)).collect()
}

fn of_obligation(pack: &Pack, of: &Obligation, files: &Files) -> Vec<Finding> {
    let applies = pack.condition(of.applies);
    let dead = |step: &&Step| step.when.is_some_and(|when| are_apart(applies, pack.condition(when)));
    let both = of.steps.iter().chain(&of.notes).filter(|_| !applies.yes().is_empty());
    both.filter(dead)
        .map(|step| {
            let message = format!("`{}` never shows \"{}\" while it applies", of.id, shortened(&step.text, 60));
            Finding::warning("dead-step", files.place(&of.spot), message)
                .help("its condition and that of the obligation exclude each other: fix one of them")
        })
        .collect()
}

/// Whether no point satisfies both conditions.
fn are_apart(one: &Primes, other: &Primes) -> bool {
    let meets = |a: Region<'_>, b: Region<'_>| {
        a.bounds().iter().all(|&(var, cells)| b.bound(var).is_none_or(|own| !own.and(cells).is_empty()))
    };
    !one.yes().iter().any(|a| other.yes().iter().any(|b| meets(a, b)))
}
