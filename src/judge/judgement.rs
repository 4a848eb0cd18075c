//! What is known about each obligation: whether it applies and whether it is met.

use crate::answer::{settle, settles};
use crate::assessment::Assessment;
use crate::boxes::{Cells, Knowledge, Space, Status, VarSet};
use crate::pack::{Obligation, Pack, ReadingId};

/// What is known about one obligation. Small and copied: judging allocates nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Judgement {
    /// Whether it applies.
    pub applies: Status,
    /// Whether it is already satisfied; open where its condition is, or where it has none.
    pub met: Status,
}

/// The judgement of `obligation` when `known` is known.
pub fn judge(pack: &Pack, obligation: &Obligation, known: &Knowledge) -> Judgement {
    let applies = pack.condition(obligation.applies).status(known);
    let met = match obligation.met {
        None => Status::Open,
        Some((in_place, gap)) => met(pack.condition(in_place).status(known), pack.condition(gap).status(known)),
    };
    Judgement { applies, met }
}

/// Wherever it applies it is met, if "applies and not met" is ruled out; and the other way round.
fn met(in_place: Status, gap: Status) -> Status {
    match (in_place, gap) {
        (_, Status::No) => Status::Yes,
        (Status::No, _) => Status::No,
        _ => Status::Open,
    }
}

/// What is known before any question is answered, and what will stay unknown: the readings, as
/// counsel has decided them, as the pack treats them, or open.
pub fn start(pack: &Pack, assessment: &Assessment) -> (Knowledge, VarSet) {
    let mut known = Knowledge::nothing(&pack.space);
    let mut closed = VarSet::default();
    for (at, reading) in pack.readings.iter().enumerate() {
        let decided = assessment.readings.get(&ReadingId(at)).copied();
        match decided.or(reading.treated.then_some(reading.safe)) {
            Some(side) => known.set(reading.var, Cells::one(usize::from(side))),
            None => closed.insert(reading.var),
        }
    }
    (known, closed)
}

/// What these answers establish, each of them counted.
pub fn established(pack: &Pack, assessment: &Assessment) -> Knowledge {
    let (mut known, mut closed) = start(pack, assessment);
    for (&id, entry) in &assessment.answers {
        settle(&settles(&entry.answer, pack.question(id)), &mut known, &mut closed);
    }
    known
}

/// The knowledge that `bounds` alone give.
pub fn only(bounds: &[(crate::boxes::Var, Cells)], space: &Space) -> Knowledge {
    let mut known = Knowledge::nothing(space);
    for &(var, cells) in bounds {
        known.set(var, cells);
    }
    known
}
