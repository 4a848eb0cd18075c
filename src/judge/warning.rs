//! Which answers do not fit together. That moves no judgement.

use std::collections::BTreeSet;

use crate::boxes::{Knowledge, Region, Status};
use crate::pack::{Owner, Pack, QuestionId, WarningId};

/// Yields the warnings that hold by what is `known`: their condition certainly holds, and nothing shows that
/// the answers fit all the same.
pub fn given_warnings<'a>(pack: &'a Pack, known: &'a Knowledge) -> impl Iterator<Item = WarningId> + 'a {
    pack.warning_ids().filter(|&id| {
        let warning = pack.warning(id);
        let holds = |condition| pack.condition(condition).status(known) == Status::Yes;
        holds(warning.when) && !warning.unless.is_some_and(holds)
    })
}

/// Returns the questions that the warning `id`, which holds by what is `known`, speaks of: the fewest whose
/// answers do not fit together, and those that could make them fit. In asking order.
pub fn questions_of_warning(pack: &Pack, id: WarningId, known: &Knowledge) -> Vec<QuestionId> {
    let warning = pack.warning(id);
    let when = pack.condition(warning.when).reason(known).map(Region::bounds);
    let unless = warning.unless.into_iter().map(|condition| pack.condition(condition).yes().bounds());
    let bounds = when.into_iter().chain(unless).flatten();
    let questions = bounds.filter_map(|&(var, _)| match pack.owner(var) {
        Owner::Question(id, _) => Some(id),
        Owner::Reading(_) => None,
    });
    questions.collect::<BTreeSet<QuestionId>>().into_iter().collect()
}
