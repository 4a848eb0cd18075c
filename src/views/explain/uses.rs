//! Finds where answers and facts are used: by which facts, obligations and warnings, directly and through
//! facts.

use crate::boxes::{Cells, Var};
use crate::condition::{FactId, Rule};
use crate::pack::{MetRule, ObligationId, Pack, QuestionId, WarningId};

/// What to look for in conditions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SearchTarget {
    /// A fact.
    Fact(FactId),
    /// Any of these cells of these variables.
    Cells(Vec<(Var, Cells)>),
}

/// A user of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// A fact.
    Fact(FactId),
    /// An obligation, in one of its parts.
    Obligation(ObligationId, UsePlace),
    /// A warning.
    Warning(WarningId),
}

/// A part of an obligation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UsePlace {
    /// When it applies.
    Applies,
    /// When it is in place.
    Met,
    /// A step.
    Step(usize),
    /// A note.
    Note(usize),
    /// The last day, which counts by it.
    Deadline,
}

/// One use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The user.
    pub by: By,
    /// The facts in between, nearest to the user first; empty if it is named directly.
    pub through: Vec<FactId>,
}

/// Returns every use of `wanted`, facts before obligations and warnings; a deadline may count by `counted`.
pub fn find_uses(pack: &Pack, wanted: &SearchTarget, counted: Option<QuestionId>) -> Vec<Use> {
    let ways = ways(pack, wanted);
    let mut found = Vec::new();
    for (at, rule) in pack.fact_rules.iter().enumerate() {
        found.extend(way(rule, wanted, &ways).map(|through| Use { by: By::Fact(FactId(at)), through }));
    }
    for id in pack.obligation_ids() {
        let of = pack.obligation(id);
        let counted_if = of.deadline.as_ref().and_then(|deadline| deadline.rule.as_ref());
        let own = [
            (UsePlace::Applies, Some(&of.rule)),
            (UsePlace::Met, of.met_rule.as_ref().map(MetRule::rule)),
            (UsePlace::Deadline, counted_if),
        ];
        let steps = of.steps.iter().enumerate().map(|(at, step)| (UsePlace::Step(at), step.rule.as_ref()));
        let notes = of.notes.iter().enumerate().map(|(at, note)| (UsePlace::Note(at), note.rule.as_ref()));
        for (place, rule) in own.into_iter().chain(steps).chain(notes) {
            let through = rule.and_then(|it| way(it, wanted, &ways));
            found.extend(through.map(|through| Use { by: By::Obligation(id, place), through }));
        }
        let counts =
            |question: QuestionId| of.deadline.as_ref().is_some_and(|due| due.counted_by().any(|by| by == question));
        if counted.is_some_and(counts) {
            found.push(Use { by: By::Obligation(id, UsePlace::Deadline), through: Vec::new() });
        }
    }
    for id in pack.warning_ids() {
        let through = pack.warning(id).rules().find_map(|rule| way(rule, wanted, &ways));
        found.extend(through.map(|through| Use { by: By::Warning(id), through }));
    }
    found
}

/// Returns, for each fact, the shortest path from its condition down to `wanted`.
fn ways(pack: &Pack, wanted: &SearchTarget) -> Vec<Option<Vec<FactId>>> {
    let mut ways: Vec<Option<Vec<FactId>>> = vec![None; pack.fact_rules.len()];
    // Each round finds the paths that are one fact longer; facts are never circular.
    for _ in 0..=pack.fact_rules.len() {
        let next: Vec<Option<Vec<FactId>>> = pack.fact_rules.iter().map(|it| way(it, wanted, &ways)).collect();
        if next == ways {
            break;
        }
        ways = next;
    }
    ways
}

/// Returns the shortest path from `rule` down to `wanted`; empty if `rule` names it directly.
fn way(rule: &Rule, wanted: &SearchTarget, ways: &[Option<Vec<FactId>>]) -> Option<Vec<FactId>> {
    if names(rule, wanted) {
        return Some(Vec::new());
    }
    let mut found: Option<Vec<FactId>> = None;
    rule.visit_facts(&mut |id| {
        let below = ways.get(id.0).and_then(Option::as_ref);
        if let Some(below) = below.filter(|path| found.as_ref().is_none_or(|found| path.len() + 1 < found.len())) {
            found = Some([&[id], below.as_slice()].concat());
        }
    });
    found
}

fn names(rule: &Rule, wanted: &SearchTarget) -> bool {
    match (rule, wanted) {
        (Rule::All(parts) | Rule::Any(parts), _) => parts.iter().any(|it| names(it, wanted)),
        (Rule::Not(part), _) => names(part, wanted),
        (Rule::Fact(id), SearchTarget::Fact(fact)) => id == fact,
        (Rule::In(var, cells), SearchTarget::Cells(all)) => {
            all.iter().any(|(wanted, own)| wanted == var && !own.and(*cells).is_empty())
        }
        _ => false,
    }
}
