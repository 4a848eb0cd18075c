//! Which provisions of an obligation concern the business that answers: not those of other people, or of
//! what it does not do.

use crate::boxes::{Knowledge, Status};
use crate::pack::{Obligation, Pack, SourceId};

/// Returns the provisions of `obligation` that concern a business of which this is `known`: all but those
/// of steps and notes that are not shown to it. `obligation` applies, or may.
pub fn provisions_for(pack: &Pack, obligation: &Obligation, known: &Knowledge) -> Vec<SourceId> {
    let is_shown = |when: Option<_>| when.is_none_or(|when| pack.condition(when).status(known) != Status::No);
    let is_for_it = |id: &SourceId| {
        let mut citing = obligation.advice().filter(|step| step.sources.contains(id)).peekable();
        citing.peek().is_none() || citing.any(|step| is_shown(step.when))
    };
    obligation.sources.iter().copied().filter(is_for_it).collect()
}
