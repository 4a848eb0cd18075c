//! An open legal point of which no report tells until somebody decides another one.
//!
//! A report lists a point with each obligation whose standing would depend on it if it were open. So a
//! point is never listed if it only moves steps, notes and the last day, or if another point that is
//! taken to a side settles everything without it.

use crate::assessment::Assessment;
use crate::boxes::{Residual, VarSet};
use crate::check::bearing::what_matters;
use crate::finding::Finding;
use crate::judge::initial_knowledge;
use crate::pack::{Files, Obligation, Pack, Reading};

/// Finds readings that matter and that no report lists, whatever is answered.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    let matter = what_matters(pack);
    let unheard = pack.readings.iter().filter(|reading| matter.has(reading.var) && !is_heard(pack, reading));
    unheard
        .map(|reading| {
            let message = format!("no report lists the reading `{}`, whatever is answered", reading.id);
            let help = "let it decide whether an obligation applies or is in place, apart from the other readings";
            Finding::warning("unheard-reading", files.place(&reading.spot), message).help(help)
        })
        .collect()
}

/// Whether the standing of some obligation can depend on `reading`, with the others as the pack takes them.
fn is_heard(pack: &Pack, reading: &Reading) -> bool {
    let (known, _) = initial_knowledge(pack, &Assessment::default());
    let open = known.with(reading.var, pack.space.full(reading.var));
    let conditions = pack.obligations.iter().flat_map(Obligation::standing_conditions);
    conditions.map(|id| pack.condition(id)).any(|primes| {
        primes.constrains(reading.var)
            && Residual::from_primes(primes, &open, &VarSet::default()).vars().any(|var| var == reading.var)
    })
}
