//! A fact that no condition names.

use std::collections::BTreeSet;

use crate::condition::{FactId, Rule};
use crate::finding::Finding;
use crate::pack::{Files, MetRule, Pack, Warning};

/// Finds facts whose removal would change no result and no warning.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    let mut used = BTreeSet::new();
    let mut see = |rule: &Rule| rule.visit_facts(&mut |id| _ = used.insert(id));
    pack.fact_rules.iter().for_each(&mut see);
    for obligation in &pack.obligations {
        let own = [Some(&obligation.rule), obligation.met_rule.as_ref().map(MetRule::rule)];
        let steps = obligation.steps.iter().chain(&obligation.notes).map(|step| step.rule.as_ref());
        own.into_iter().chain(steps).flatten().for_each(&mut see);
    }
    pack.warnings.iter().flat_map(Warning::rules).for_each(&mut see);
    let unused = pack.facts.iter().enumerate().filter(|&(at, _)| !used.contains(&FactId(at)));
    unused
        .map(|(_, fact)| {
            let message = format!("no condition uses the fact `{}`", fact.id);
            Finding::warning("unused-fact", files.place(&fact.spot), message).help("use it, or remove it")
        })
        .collect()
}
