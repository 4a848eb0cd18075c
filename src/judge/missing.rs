//! Which questions a judgement still depends on, and which judgements a question can still move.

use crate::boxes::{Knowledge, Residual, Status, VarSet};
use crate::judge::judgement::judge;
use crate::pack::{Obligation, ObligationId, Owner, Pack, QuestionId};

/// Returns exactly the questions on which it still depends whether `obligation` applies, or, once
/// it applies, whether it is met. In asking order.
pub fn missing_questions(pack: &Pack, obligation: &Obligation, known: &Knowledge) -> Vec<QuestionId> {
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
    let mut found: Vec<QuestionId> = vars
        .iter()
        .filter_map(|var| match pack.owner(var) {
            Owner::Question(id, _) => Some(id),
            Owner::Reading(_) => None,
        })
        .collect();
    found.dedup();
    found
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
