//! The part of a report about answers that do not fit together.

use crate::boxes::Knowledge;
use crate::judge::{given_warnings, questions_of_warning};
use crate::pack::{Pack, QuestionId, WarningId};

/// A warning that the answers bring up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenWarning {
    /// Which one.
    pub id: WarningId,
    /// The questions it speaks of, in asking order.
    pub questions: Vec<QuestionId>,
}

/// Returns the warnings that hold by what is `known`, in the pack's order.
pub fn warnings(pack: &Pack, known: &Knowledge) -> Vec<GivenWarning> {
    let given = given_warnings(pack, known);
    given.map(|id| GivenWarning { id, questions: questions_of_warning(pack, id, known) }).collect()
}
