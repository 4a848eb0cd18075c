//! A warning that no answers can bring up, or all do; or one that only counsel can.

use crate::assessment::Assessment;
use crate::boxes::{Formula, Primes, Status};
use crate::check::bearing::what_answers_decide;
use crate::condition::Rule;
use crate::finding::Finding;
use crate::judge::initial_knowledge;
use crate::pack::{Files, Pack, Warning};

/// Finds warnings that are never given or always, and those whose `unless` changes nothing.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    let found = pack.warnings.iter().filter_map(|warning| Some((warning, fault(pack, warning)?)));
    found
        .map(|(warning, (says, help))| {
            let message = format!("the warning `{}` {says}", warning.id);
            Finding::error("idle-warning", files.place(&warning.spot), message).help(help)
        })
        .collect()
}

/// Returns what is wrong with `warning`, and what helps.
fn fault(pack: &Pack, warning: &Warning) -> Option<(&'static str, &'static str)> {
    let condition = pack.condition(warning.when);
    if condition.yes().is_empty() {
        return Some(("is never given: its condition contradicts itself", "look for parts that exclude each other"));
    }
    if condition.status(&initial_knowledge(pack, &Assessment::default()).0) == Status::Yes {
        return Some(("is given whatever the answers are", "name the answers that do not fit together"));
    }
    if let Some(unless) = &warning.unless_rule {
        if !can_hold(pack, [&warning.rule, &Rule::Not(Box::new(unless.clone()))]) {
            return Some(("is never given: `unless` holds wherever `if` does", "name in `unless` what not all have"));
        }
        if !can_hold(pack, [&warning.rule, unless]) {
            return Some(("is the same without `unless`", "remove `unless`, or fix it"));
        }
    }
    let (can_be_certain, _) = what_answers_decide(pack, warning.when);
    let help = "let answers decide it too, or use `treated_as` to say how the point is treated until then";
    (!can_be_certain).then_some(("is never given until counsel decides an open legal point", help))
}

/// Whether some answers satisfy all of `rules`. A condition too large to tell counts as one that can hold.
fn can_hold(pack: &Pack, rules: [&Rule; 2]) -> bool {
    let formulas = rules.map(|rule| rule.formula(&pack.fact_rules, &pack.space));
    Primes::compile(&Formula::All(formulas.into()), &pack.space).map_or(true, |primes| !primes.yes().is_empty())
}
