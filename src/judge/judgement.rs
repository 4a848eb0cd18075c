//! What is known about each obligation: whether it applies and whether it is met.

use crate::answer::{apply_settled, settled_by_blank, settled_vars};
use crate::assessment::Assessment;
use crate::boxes::{Cells, Knowledge, Space, Status, VarSet};
use crate::pack::{Obligation, Pack};

/// What is known about one obligation. Small and copied: judging allocates nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Judgement {
    /// Whether it applies.
    pub applies: Status,
    /// Whether it is already satisfied. Open if its condition is open or absent, if it is ruled out,
    /// and if its condition is one-sided and fails.
    pub met: Status,
}

/// Judges `obligation` by what is `known`.
pub fn judge(pack: &Pack, obligation: &Obligation, known: &Knowledge) -> Judgement {
    let applies = pack.condition(obligation.applies).status(known);
    let met = match obligation.met.filter(|_| applies != Status::No) {
        None => Status::Open,
        Some((in_place, gap)) => {
            let met = met(pack.condition(in_place).status(known), pack.condition(gap).status(known));
            if met == Status::Yes && obligation.has_one_sided_met() { Status::Open } else { met }
        }
    };
    Judgement { applies, met }
}

/// It is met if "applies and not met" is ruled out, and not met if "applies and met" is.
fn met(in_place: Status, gap: Status) -> Status {
    match (in_place, gap) {
        (_, Status::No) => Status::Yes,
        (Status::No, _) => Status::No,
        _ => Status::Open,
    }
}

/// Returns what is known before any question is answered, and what will stay unknown: the readings,
/// as counsel decided them, as the pack treats them, or open.
pub fn initial_knowledge(pack: &Pack, assessment: &Assessment) -> (Knowledge, VarSet) {
    let mut known = Knowledge::nothing(&pack.space);
    let mut closed = VarSet::default();
    for id in pack.reading_ids() {
        let var = pack.reading(id).var;
        match assessment.stance(pack, id).side() {
            Some(side) => known.set(var, Cells::one(usize::from(side))),
            None => closed.insert(var),
        }
    }
    (known, closed)
}

/// Adds to `known` what the law makes of the questions that have no answer. That is for judging
/// only: an interview asks these questions all the same.
pub fn put_in_blanks(pack: &Pack, assessment: &Assessment, known: &mut Knowledge) {
    let blank = pack.question_ids().filter(|&id| assessment.answer(id).is_none());
    for id in blank {
        apply_settled(&settled_by_blank(pack.question(id)), known, &mut VarSet::default());
    }
}

/// Returns what these answers establish, counting each of them.
pub fn established_knowledge(pack: &Pack, assessment: &Assessment) -> Knowledge {
    let (mut known, mut closed) = initial_knowledge(pack, assessment);
    put_in_blanks(pack, assessment, &mut known);
    for (&id, entry) in &assessment.answers {
        apply_settled(&settled_vars(&entry.answer, pack.question(id)), &mut known, &mut closed);
    }
    known
}

/// Returns the knowledge that `bounds` alone give.
pub fn knowledge_from(bounds: &[(crate::boxes::Var, Cells)], space: &Space) -> Knowledge {
    let mut known = Knowledge::nothing(space);
    for &(var, cells) in bounds {
        known.set(var, cells);
    }
    known
}
