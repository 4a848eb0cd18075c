//! Which questions a judgement still depends on, and which judgements a question can still move.

use crate::boxes::{Knowledge, Residual, Status, VarSet};
use crate::judge::judgement::judge;
use crate::pack::{Obligation, ObligationId, Owner, Pack, QuestionId, ReadingId};

/// Returns exactly the questions on which it still depends whether `obligation` applies, or, once
/// it applies, whether it is met. In asking order.
pub fn missing_questions(pack: &Pack, obligation: &Obligation, known: &Knowledge) -> Vec<QuestionId> {
    let owners = missing_owners(pack, obligation, known);
    let mut found: Vec<QuestionId> = owners
        .into_iter()
        .filter_map(|owner| match owner {
            Owner::Question(id, _) => Some(id),
            Owner::Reading(_) => None,
        })
        .collect();
    found.dedup();
    found
}

/// Returns exactly the open legal points on which it still depends whether `obligation` applies, or,
/// once it applies, whether it is met. In the pack's order.
pub fn missing_points(pack: &Pack, obligation: &Obligation, known: &Knowledge) -> Vec<ReadingId> {
    let owners = missing_owners(pack, obligation, known);
    let points = owners.into_iter().filter_map(|owner| match owner {
        Owner::Question(..) => None,
        Owner::Reading(id) => Some(id),
    });
    points.collect()
}

/// Returns the owners of the variables on which it still depends whether `obligation` applies, or, once
/// it applies, whether it is met.
fn missing_owners(pack: &Pack, obligation: &Obligation, known: &Knowledge) -> Vec<Owner> {
    let judgement = judge(pack, obligation, known);
    let mut vars = VarSet::default();
    let conditions = match (judgement.applies, judgement.met, obligation.met) {
        (Status::Open, ..) => vec![obligation.applies],
        (Status::Yes, Status::Open, Some((in_place, gap))) => vec![in_place, gap],
        _ => Vec::new(),
    };
    for condition in conditions {
        let left = Residual::from_primes(pack.condition(condition), known, &VarSet::default());
        left.vars().for_each(|var| vars.insert(var));
    }
    vars.iter().map(|var| pack.owner(var)).collect()
}

/// Returns the obligations that still depend on `question`, in order.
pub fn deciding_obligations(
    pack: &Pack,
    question: QuestionId,
    known: &Knowledge,
    closed: &VarSet,
) -> Vec<ObligationId> {
    let vars: VarSet = pack.question(question).vars.iter().copied().collect();
    let turns = |obligation: &ObligationId| {
        pack.obligation(*obligation).tracked.iter().any(|&condition| {
            let primes = pack.condition(condition);
            // What is left of a condition depends on nothing on which the whole of it does not.
            vars.iter().any(|var| primes.constrains(var))
                && Residual::from_primes(primes, known, closed).vars().any(|var| vars.has(var))
        })
    };
    pack.obligation_ids().filter(turns).collect()
}
