//! Whether two packs with the same questions decide alike. Conditions are compared as all their
//! prime boxes, whatever their wording. Only the ranges of numbers and days may be cut differently,
//! so these are compared as values.

use std::collections::BTreeMap;

use crate::boxes::{Cells, Formula, Primes, Var};
use crate::condition::{Rule, Scale};
use crate::pack::{ConditionId, Obligation, Pack, Step, Warning};

/// The values that a box leaves to a variable.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum AllowedValues {
    /// These cells.
    Cells(u64),
    /// These ranges of numbers or days, and special values.
    Ranges(Vec<(i64, i64)>, Vec<usize>),
}

/// A condition, independent of how the ranges of its numbers and days are cut.
type NormalForm = Vec<Vec<(Var, AllowedValues)>>;

/// Whether both packs judge all answers alike, and warn of the same.
pub fn decide_alike(one: &Pack, other: &Pack) -> bool {
    let (left, right) = (PackSide::new(one), PackSide::new(other));
    let unsure = |pack: &Pack| -> Vec<(Option<usize>, bool)> {
        pack.questions.iter().map(|it| (it.unsure_counts_as, it.blank_counts_too)).collect()
    };
    let readings = |pack: &Pack| -> Vec<(bool, bool)> {
        pack.readings.iter().map(|reading| (reading.treated, reading.treated && reading.safe)).collect()
    };
    unsure(one) == unsure(other)
        && readings(one) == readings(other)
        && one.obligations.len() == other.obligations.len()
        && one.obligations.iter().zip(&other.obligations).all(|(one, other)| same_obligation(&left, one, &right, other))
        && one.warnings.len() == other.warnings.len()
        && one.warnings.iter().zip(&other.warnings).all(|(one, other)| same_warning(&left, one, &right, other))
}

fn same_warning(left: &PackSide<'_>, one: &Warning, right: &PackSide<'_>, other: &Warning) -> bool {
    let meaning = |side: &PackSide<'_>, condition: ConditionId| side.meaning(side.pack.condition(condition));
    meaning(left, one.when) == meaning(right, other.when)
        && one.unless.map(|it| meaning(left, it)) == other.unless.map(|it| meaning(right, it))
}

fn same_obligation(left: &PackSide<'_>, one: &Obligation, right: &PackSide<'_>, other: &Obligation) -> bool {
    let same = |a, b| left.meaning(left.pack.condition(a)) == right.meaning(right.pack.condition(b));
    let met = match (one.met, other.met) {
        (None, None) => true,
        (Some(a), Some(b)) => one.has_one_sided_met() == other.has_one_sided_met() && same(a.0, b.0) && same(a.1, b.1),
        _ => false,
    };
    let days = |obligation: &Obligation| obligation.deadline.as_ref().and_then(|it| it.from);
    let counted = || match (deadline_rule(one), deadline_rule(other)) {
        (None, None) => true,
        (Some(a), Some(b)) => same_rule(left, (one, a), right, (other, b)),
        _ => false,
    };
    let advice = || one.advice().zip(other.advice()).all(|(a, b)| same_step(left, (one, a), right, (other, b)));
    same(one.applies, other.applies) && met && days(one) == days(other) && counted() && advice()
}

/// Whether both show the step for the same answers, where the obligation applies.
fn same_step(
    left: &PackSide<'_>,
    one: (&Obligation, &Step),
    right: &PackSide<'_>,
    other: (&Obligation, &Step),
) -> bool {
    match (&one.1.rule, &other.1.rule) {
        (None, None) => true,
        (Some(a), Some(b)) => same_rule(left, (one.0, a), right, (other.0, b)),
        _ => false,
    }
}

/// Whether both rules hold for the same answers, where the obligation applies.
fn same_rule(
    left: &PackSide<'_>,
    one: (&Obligation, &Rule),
    right: &PackSide<'_>,
    other: (&Obligation, &Rule),
) -> bool {
    let (one, other) = (left.both(&one.0.rule, one.1), right.both(&other.0.rule, other.1));
    one.is_some() && one == other
}

/// Returns the condition under which the last day of `of` is counted.
fn deadline_rule(of: &Obligation) -> Option<&Rule> {
    of.deadline.as_ref()?.rule.as_ref()
}

/// One of two packs that are compared.
struct PackSide<'a> {
    pack: &'a Pack,
    scales: BTreeMap<Var, &'a Scale>,
}

impl<'a> PackSide<'a> {
    fn new(pack: &'a Pack) -> Self {
        let scales = pack.questions.iter().filter_map(|it| it.scale.as_ref());
        Self { pack, scales: scales.map(|it| (it.var, it)).collect() }
    }

    /// Returns the conjunction of both rules.
    fn both(&self, one: &Rule, other: &Rule) -> Option<NormalForm> {
        let formulas = [one, other].map(|it| it.formula(&self.pack.fact_rules, &self.pack.space));
        let primes = Primes::compile(&Formula::All(formulas.into()), &self.pack.space).ok()?;
        Some(self.meaning(&primes))
    }

    fn meaning(&self, primes: &Primes) -> NormalForm {
        let values = |(var, cells): &(Var, Cells)| {
            let scale = self.scales.get(var);
            (*var, scale.map_or(AllowedValues::Cells(cells.bits()), |it| ranges(it, *cells)))
        };
        let mut regions: NormalForm =
            primes.yes().iter().map(|region| region.bounds().iter().map(values).collect()).collect();
        regions.sort();
        regions
    }
}

/// Returns the values of `cells`, joining ranges that touch.
fn ranges(scale: &Scale, cells: Cells) -> AllowedValues {
    let (mut ranges, mut specials): (Vec<(i64, i64)>, Vec<usize>) = (Vec::new(), Vec::new());
    for cell in cells.iter() {
        if let Some(special) = cell.checked_sub(scale.cuts.len() + 1) {
            specials.push(special);
            continue;
        }
        let start = cell.checked_sub(1).and_then(|it| scale.cuts.get(it)).copied().unwrap_or(i64::MIN);
        let end = scale.cuts.get(cell).map_or(i64::MAX, |cut| cut - 1);
        match ranges.last_mut().filter(|(_, last)| last.checked_add(1) == Some(start)) {
            Some((_, last)) => *last = end,
            None => ranges.push((start, end)),
        }
    }
    AllowedValues::Ranges(ranges, specials)
}
