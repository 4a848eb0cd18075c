//! Which provisions of an obligation concern the business that answers: not those of other people, or of
//! what it does not do.

use crate::boxes::{Knowledge, Status, Var};
use crate::condition::Rule;
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

/// Returns the provisions of `obligation` that no step or note has for some people only; all, if there are
/// none.
pub fn provisions_for_everybody(obligation: &Obligation) -> Vec<SourceId> {
    let is_for_some = |id: &SourceId| obligation.advice().any(|step| step.sources.contains(id));
    let found: Vec<SourceId> = obligation.sources.iter().copied().filter(|id| !is_for_some(id)).collect();
    if found.is_empty() { obligation.sources.clone() } else { found }
}

/// Returns the provisions of the steps and notes of `obligation` whose condition names `var`.
pub fn provisions_named_with(obligation: &Obligation, var: Var) -> Vec<SourceId> {
    let names_it = |rule: &Rule| names(rule, var);
    let naming = obligation.advice().filter(|step| step.rule.as_ref().is_some_and(names_it));
    let mut found: Vec<SourceId> = Vec::new();
    for &id in naming.flat_map(|step| &step.sources) {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

fn names(rule: &Rule, var: Var) -> bool {
    match rule {
        Rule::All(parts) | Rule::Any(parts) => parts.iter().any(|part| names(part, var)),
        Rule::Not(part) => names(part, var),
        Rule::In(named, _) => *named == var,
        Rule::Fact(_) => false,
    }
}
