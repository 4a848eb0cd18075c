//! The profiles for which an obligation comes to each result.

use crate::boxes::{Cells, Diagram, Diagrams, Formula};
use crate::condition::Rule;
use crate::difference::joint::{LEFT_OPEN, Mapping};
use crate::pack::{MetRule, Obligation, Pack};

/// What a profile makes of an obligation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Result {
    /// The pack has no such obligation.
    Absent,
    /// It is ruled out.
    RuledOut,
    /// It depends on an open legal point.
    Open,
    /// It applies, and no condition tells whether it is in place, or one does that depends on an open
    /// legal point.
    Applies,
    /// It applies and is in place.
    InPlace,
    /// It applies and is not in place.
    Missing,
}

/// Partitions all profiles by result, leaving out results that no profile has.
pub fn profiles_by_result(
    of: Option<&Obligation>,
    pack: &Pack,
    map: &Mapping,
    diagrams: &mut Diagrams<'_>,
) -> Vec<(Result, Diagram)> {
    let Some(of) = of else { return vec![(Result::Absent, Diagram::EVERYTHING)] };
    let met = of.met_rule.as_ref().map(MetRule::rule);
    let not_met = met.map(|rule| Rule::Not(Box::new(rule.clone())));
    let mut sides = |more: Option<&Rule>| {
        let rule = |rule: &Rule| map.formula(&rule.formula(&pack.fact_rules, &pack.space));
        let parts = std::iter::once(&of.rule).chain(more).map(rule).collect();
        let set = diagrams.diagram_of(&Formula::All(parts));
        taken(set, pack, map, diagrams)
    };
    let (applies, may_apply) = sides(None);
    let may_hold = met.map_or(Diagram::NOTHING, |rule| sides(Some(rule)).1);
    let may_fail = not_met.as_ref().map_or(Diagram::NOTHING, |rule| sides(Some(rule)).1);
    let mut less = |one, other| {
        let other = diagrams.not(other);
        diagrams.and(one, other)
    };
    // As in judgements, it is in place wherever it cannot both apply and be missing.
    let (in_place, missing) = match &of.met_rule {
        None => (Diagram::NOTHING, Diagram::NOTHING),
        Some(MetRule::InPlaceIf(_)) => (less(applies, may_fail), less(applies, may_hold)),
        Some(MetRule::NotInPlaceIf(_)) => (Diagram::NOTHING, less(applies, may_fail)),
    };
    let rest = less(applies, in_place);
    let all = [
        (Result::RuledOut, less(Diagram::EVERYTHING, may_apply)),
        (Result::Open, less(may_apply, applies)),
        (Result::Applies, less(rest, missing)),
        (Result::InPlace, in_place),
        (Result::Missing, missing),
    ];
    all.into_iter().filter(|&(_, set)| set != Diagram::NOTHING).collect()
}

/// Returns the profiles that are certainly, and possibly, in `set` once each open legal point is
/// taken as the pack takes it.
fn taken(set: Diagram, pack: &Pack, map: &Mapping, diagrams: &mut Diagrams<'_>) -> (Diagram, Diagram) {
    let (mut sure, mut possible) = (set, set);
    for reading in &pack.readings {
        let Some(var) = map.var(reading.var) else { continue };
        let open = diagrams.bound(var, Cells::one(LEFT_OPEN));
        let decided = diagrams.not(open);
        let mut with_open = |set: Diagram, is_sure: bool| {
            let [no, yes] = [0, 1].map(|cell| diagrams.given(set, var, cell));
            let left_open = match (reading.treated, is_sure) {
                (true, _) => {
                    if reading.safe {
                        yes
                    } else {
                        no
                    }
                }
                (false, true) => diagrams.and(no, yes),
                (false, false) => diagrams.or(no, yes),
            };
            let parts = (diagrams.and(decided, set), diagrams.and(open, left_open));
            diagrams.or(parts.0, parts.1)
        };
        sure = with_open(sure, true);
        possible = with_open(possible, false);
    }
    (sure, possible)
}
