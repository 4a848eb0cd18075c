//! Which results rest on provisions that were not read themselves: what would fall if such a provision
//! turned out to say something else, and what would come back.

use crate::boxes::Status;
use crate::judge::{Ground, Reason};
use crate::pack::{Confidence, Coverage, ObligationId, ObligationKind, Pack, SourceId};
use crate::report::item::Item;
use crate::report::whole::Report;

/// Provisions that were not read themselves, and the results that rest on each of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnreadLaw {
    /// The provisions, in the pack's order. The same results rest on each.
    pub sources: Vec<SourceId>,
    /// What would move if one of them said something else.
    pub moves: UnreadMoves,
}

/// What would move if a provision said something else than what was taken from it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnreadMoves {
    /// What applies, and might not.
    pub falls: Vec<ObligationId>,
    /// What is ruled out, and might not be.
    pub comes_back: Vec<ObligationId>,
    /// What applies either way, but might ask for less.
    pub shrinks: Vec<ObligationId>,
}

impl UnreadMoves {
    fn is_empty(&self) -> bool {
        self.falls.is_empty() && self.comes_back.is_empty() && self.shrinks.is_empty()
    }
}

/// Returns the provisions that results of `report` rest on and that were not read themselves; those by
/// which something falls or comes back before those by which something shrinks. Neighboring laws are left
/// out: they are only pointed to.
pub fn unread_law(report: &Report<'_>) -> Vec<UnreadLaw> {
    let items = || report.obligations.iter().filter(|item| item.obligation.kind != ObligationKind::Also);
    let mut found: Vec<UnreadLaw> = Vec::new();
    for source in report.pack.source_ids().filter(|&id| !is_read(report.pack, id)) {
        let mut moves = UnreadMoves::default();
        for item in items() {
            match moved(report.pack, item, source) {
                Some(Moved::Falls) => moves.falls.push(item.id),
                Some(Moved::ComesBack) => moves.comes_back.push(item.id),
                Some(Moved::Shrinks) => moves.shrinks.push(item.id),
                None => {}
            }
        }
        match found.iter_mut().find(|law| law.moves == moves) {
            _ if moves.is_empty() => {}
            Some(law) => law.sources.push(source),
            None => found.push(UnreadLaw { sources: vec![source], moves }),
        }
    }
    found.sort_by_key(|law| law.moves.falls.is_empty() && law.moves.comes_back.is_empty());
    found
}

/// What becomes of a result if a provision says something else.
enum Moved {
    Falls,
    ComesBack,
    Shrinks,
}

/// Returns how the result on `item` rests on `source`, which was not read. What is open has no result.
fn moved(pack: &Pack, item: &Item<'_>, source: SourceId) -> Option<Moved> {
    let is_unread = |sources: &[SourceId]| sources.iter().all(|&id| !is_read(pack, id));
    // What a word means decides even where the rule that uses it was read.
    let defines = pack.source(source).coverage == Coverage::Definition;
    let rests = |step: &Reason| step.sources.contains(&source) && (defines || is_unread(&step.sources));
    if item.judgement.applies == Status::Open {
        return None;
    }
    let mut steps = item.because.iter().flat_map(Reason::with_all_below).filter(|step| is_law(step));
    if item.judgement.applies == Status::No {
        // What rules it out is the law nearest to the answers; what stands above only passes that on.
        let is_last = |step: &&Reason| !step.because.iter().flat_map(Reason::with_all_below).any(is_law);
        return steps.filter(is_last).any(rests).then_some(Moved::ComesBack);
    }
    let own = &item.sources;
    if steps.any(rests) || own.contains(&source) && is_unread(own) {
        return Some(Moved::Falls);
    }
    own.contains(&source).then_some(Moved::Shrinks)
}

/// Whether `step` is what the law makes of answers. An answer is none: it stands whatever a provision says.
fn is_law(step: &Reason) -> bool {
    !matches!(step.ground, Ground::Answer(_)) && !step.sources.is_empty()
}

fn is_read(pack: &Pack, id: SourceId) -> bool {
    pack.source(id).confidence == Confidence::Text
}
