//! Reads, resolves and compiles the conditions of a pack.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::boxes::{Cells, Formula, Primes, Space};
use crate::condition::{Fault, Rule, Scale, Syntax, Test, Vocabulary, parse, resolve};
use crate::finding::{Finding, MAX_FINDINGS};
use crate::pack::fields::SpannedString;
use crate::pack::files::Files;
use crate::pack::model::{ConditionId, Deadline, Pack, Spot};

/// The maximum number of parts of a condition once its facts are expanded.
const MAX_PARTS: usize = 10_000;

/// A parsed condition, and where it starts.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// What it states.
    pub syntax: Syntax,
    /// Where it is written.
    pub spot: Spot,
}

/// Parses `condition`, adding a fault in it to `findings`.
pub fn read_condition(condition: &SpannedString, files: &Files, findings: &mut Vec<Finding>) -> Option<Parsed> {
    match parse(&condition.text) {
        Ok(syntax) => Some(Parsed { syntax, spot: condition.spot.clone() }),
        Err(fault) => {
            if findings.len() < MAX_FINDINGS {
                findings.push(placed(fault, &condition.spot, files));
            }
            None
        }
    }
}

/// Returns the rule of `parsed`, adding faults in it to `findings`.
pub fn resolve_condition(
    parsed: &Parsed,
    vocabulary: &Vocabulary,
    files: &Files,
    findings: &mut Vec<Finding>,
) -> Option<Rule> {
    match resolve(&parsed.syntax, vocabulary) {
        Ok(rule) => Some(rule),
        Err(faults) => {
            let room = MAX_FINDINGS.saturating_sub(findings.len());
            findings.extend(faults.into_iter().take(room).map(|it| placed(it, &parsed.spot, files)));
            None
        }
    }
}

fn placed(fault: Fault, condition: &Spot, files: &Files) -> Finding {
    let span = condition.span.start + fault.span.start..condition.span.start + fault.span.end;
    let place = files.place(&Spot { file: condition.file, span });
    let mut finding = Finding::error(fault.code, place, fault.message);
    finding.help = fault.help;
    finding
}

/// Returns, by name, the values at which the conditions tell numbers or dates apart, ascending.
pub fn cuts_by_name<'a>(conditions: impl Iterator<Item = &'a Syntax>) -> BTreeMap<String, Vec<i64>> {
    let mut found: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for condition in conditions {
        condition.visit_atoms(&mut |name, test| {
            if let Test::Compare(comparison) = test {
                let cuts = found.entry(name.text.clone()).or_default();
                cuts.extend(Scale::cuts_of(comparison.operator, comparison.literal.on_scale()));
            }
        });
    }
    for cuts in found.values_mut() {
        cuts.sort_unstable();
        cuts.dedup();
    }
    found
}

/// Returns, by name, the values that the conditions compare with, ascending.
pub fn compared_with<'a>(conditions: impl Iterator<Item = &'a Syntax>) -> BTreeMap<&'a str, BTreeSet<i64>> {
    let mut found: BTreeMap<&str, BTreeSet<i64>> = BTreeMap::new();
    for condition in conditions {
        condition.visit_atoms(&mut |name, test| {
            if let Test::Compare(comparison) = test {
                found.entry(&name.text).or_default().insert(comparison.literal.on_scale());
            }
        });
    }
    found
}

impl Pack {
    /// Returns the rule that the last day of `deadline` can be computed: every answer it counts by
    /// is known, and its condition holds.
    pub fn countable_rule(&self, deadline: &Deadline) -> Option<Rule> {
        let scales = deadline.counted_by().filter_map(|question| self.question(question).scale.as_ref());
        let known: Vec<Rule> = scales.map(known_value).collect();
        (!known.is_empty()).then(|| Rule::All(known.into_iter().chain(deadline.rule.clone()).collect()))
    }
}

/// Returns the rule that a date or a number is known: it is at least the least possible value, and
/// not a special value.
fn known_value(scale: &Scale) -> Rule {
    let below_all = if scale.cuts.first() == Some(&scale.least) { Cells::one(0) } else { Cells::NONE };
    Rule::In(scale.var, scale.interval_cells().without(below_all))
}

/// Compiles conditions, each only once.
pub struct Compiler<'a> {
    /// The rules of the facts.
    pub facts: &'a [Rule],
    /// The variables.
    pub space: &'a Space,
    /// The conditions compiled so far.
    pub conditions: Vec<Primes>,
    seen: HashMap<Primes, ConditionId>,
    formulas: HashMap<Formula, ConditionId>,
}

impl<'a> Compiler<'a> {
    /// Creates a compiler over `space` that knows `facts`.
    pub fn new(facts: &'a [Rule], space: &'a Space) -> Self {
        Self { facts, space, conditions: Vec::new(), seen: HashMap::new(), formulas: HashMap::new() }
    }

    /// Creates a compiler that continues after `conditions`.
    pub fn continue_after(conditions: Vec<Primes>, facts: &'a [Rule], space: &'a Space) -> Self {
        let seen = conditions.iter().enumerate().map(|(at, condition)| (condition.clone(), ConditionId(at))).collect();
        Self { facts, space, conditions, seen, formulas: HashMap::new() }
    }

    /// Compiles the condition that all of `rules` hold. `None` if it is too large.
    pub fn all_of(&mut self, rules: &[&Rule]) -> Option<ConditionId> {
        // Facts built on facts can make a short condition arbitrarily long.
        if rules.iter().any(|it| it.is_longer_than(MAX_PARTS, self.facts)) {
            return None;
        }
        let parts = rules.iter().map(|it| it.formula(self.facts, self.space));
        let formula = Formula::All(parts.collect());
        if let Some(&id) = self.formulas.get(&formula) {
            return Some(id);
        }
        let primes = Primes::compile(&formula, self.space).ok()?;
        let id = self.seen.get(&primes).copied().unwrap_or_else(|| self.add(primes));
        self.formulas.insert(formula, id);
        Some(id)
    }

    fn add(&mut self, primes: Primes) -> ConditionId {
        let id = ConditionId(self.conditions.len());
        self.seen.insert(primes.clone(), id);
        self.conditions.push(primes);
        id
    }
}
