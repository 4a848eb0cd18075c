//! Mutants: the pack with one change in its text, such as a slip of its author. A check or an
//! example should notice whatever changes the outcome for someone; a mutant that goes unnoticed
//! shows what the examples do not test.

mod conditions;
mod fate;
mod lines;
mod same;
mod settings;
mod slip;

use crate::pack::{Files, Pack, read_written};

pub use fate::{Fate, Trial};
pub use slip::{Mutant, MutantKind};

/// Returns every mutant of `pack`, which `files` state, in the order of files and places.
pub fn mutants(pack: &Pack, files: &Files) -> Vec<Mutant> {
    let written = read_written(files);
    let mut found = settings::setting_mutants(&written, pack, files);
    for condition in &written.conditions {
        found.extend(conditions::condition_mutants(condition, pack, files));
    }
    found.sort_by(|a, b| {
        let key = |it: &Mutant| (it.spot.file, it.spot.span.start, it.kind, it.spot.span.end);
        key(a).cmp(&key(b)).then_with(|| a.text.cmp(&b.text))
    });
    found
}
