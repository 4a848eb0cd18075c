//! What the compiled conditions of a pack tell apart. They are stored as all their prime boxes, so
//! a variable matters if and only if some prime box constrains it.

use std::collections::BTreeSet;

use crate::assessment::Assessment;
use crate::boxes::{Primes, Region, Residual, Var, VarSet};
use crate::judge::initial_knowledge;
use crate::pack::{ConditionId, Pack};

/// Yields every condition on which a statement about an obligation depends.
pub fn tracked_conditions(pack: &Pack) -> impl Iterator<Item = &Primes> {
    let ids: BTreeSet<_> = pack.obligations.iter().flat_map(|obligation| obligation.tracked.iter().copied()).collect();
    ids.into_iter().map(|id| pack.condition(id))
}

/// The variables that matter to some tracked condition.
pub fn what_matters(pack: &Pack) -> VarSet {
    let regions = tracked_conditions(pack).flat_map(|condition| condition.yes().iter().chain(condition.no().iter()));
    regions.flat_map(|region| region.bounds().iter().map(|&(var, _)| var)).collect()
}

/// Whether answers alone, with every open legal point as the pack leaves it, can make `condition` hold,
/// and can make it fail. If both, it is open before any answer.
pub fn what_answers_decide(pack: &Pack, condition: ConditionId) -> (bool, bool) {
    let (known, closed) = initial_knowledge(pack, &Assessment::default());
    Residual::from_primes(pack.condition(condition), &known, &closed).can_turn_out()
}

/// Whether no tracked condition tells cell `one` of `var` from cell `other`.
pub fn same_cells(pack: &Pack, var: Var, one: usize, other: usize) -> bool {
    let mut regions =
        tracked_conditions(pack).flat_map(|condition| condition.yes().iter().chain(condition.no().iter()));
    regions.all(|region| region.bound(var).is_none_or(|cells| cells.has(one) == cells.has(other)))
}

/// Whether no tracked condition changes when `one` and `other`, of two cells each, are swapped.
pub fn same_vars(pack: &Pack, one: Var, other: Var) -> bool {
    tracked_conditions(pack).all(|condition| {
        let plain: BTreeSet<_> = condition.yes().iter().map(|region| region.bounds().to_vec()).collect();
        let swapped: BTreeSet<_> = condition.yes().iter().map(|it| swapped(it, one, other)).collect();
        plain == swapped
    })
}

fn swapped(region: Region<'_>, one: Var, other: Var) -> Vec<(Var, crate::boxes::Cells)> {
    let swap = |var: Var| match var {
        cell if cell == one => other,
        cell if cell == other => one,
        cell => cell,
    };
    let mut bounds: Vec<_> = region.bounds().iter().map(|&(var, cells)| (swap(var), cells)).collect();
    bounds.sort_unstable();
    bounds
}
