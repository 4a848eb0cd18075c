//! The headline: the short answer to whether such a tool may be used at all. It is computed from the
//! roles of the obligations; the first answer that fits is the one.

use std::collections::BTreeSet;

use crate::boxes::{Knowledge, Status};
use crate::judge::judgement::{Judgement, judge};
use crate::judge::missing::{missing_points, missing_questions};
use crate::pack::{HeadlineRole, Obligation, ObligationId, ObligationKind, Pack, QuestionId, ReadingId};

/// The headline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Headline {
    /// Something is certainly wrong now: these must be mended before the tool is used on.
    Stop(Vec<ObligationId>),
    /// It is not known whether something must stop or must be in place first.
    NotYetKnown {
        /// The questions that settle it, in asking order.
        questions: Vec<QuestionId>,
        /// The open legal points that settle it, in the pack's order.
        points: Vec<ReadingId>,
        /// What must be in place whatever the answers are.
        needed: Vec<ObligationId>,
    },
    /// The tool can be used once these are in place.
    YesOnce(Vec<ObligationId>),
    /// Nothing that was found bans the tool.
    Yes {
        /// How many duties apply.
        duties: usize,
    },
}

/// Which of the four answers a headline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadlineAnswer {
    /// Something must stop.
    Stop,
    /// It is not yet known.
    NotYetKnown,
    /// Something must be in place first.
    YesOnce,
    /// No ban was found.
    Yes,
}

impl HeadlineAnswer {
    /// Every answer, in the order in which they are tried.
    pub const ALL: [Self; 4] = [Self::Stop, Self::NotYetKnown, Self::YesOnce, Self::Yes];

    /// Returns the name of this answer in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stop => "stop",
            Self::NotYetKnown => "not yet known",
            Self::YesOnce => "yes, once",
            Self::Yes => "yes",
        }
    }
}

impl Headline {
    /// Returns which answer it is.
    pub fn answer(&self) -> HeadlineAnswer {
        match self {
            Self::Stop(_) => HeadlineAnswer::Stop,
            Self::NotYetKnown { .. } => HeadlineAnswer::NotYetKnown,
            Self::YesOnce(_) => HeadlineAnswer::YesOnce,
            Self::Yes { .. } => HeadlineAnswer::Yes,
        }
    }

    /// Returns the obligations it names, in the pack's order: what must stop, or be in place first.
    pub fn items(&self) -> &[ObligationId] {
        match self {
            Self::Stop(items) | Self::YesOnce(items) | Self::NotYetKnown { needed: items, .. } => items,
            Self::Yes { .. } => &[],
        }
    }

    /// Returns the number it tells: what it names, what settles it, or the duties that apply.
    pub fn count(&self) -> usize {
        match self {
            Self::Stop(items) | Self::YesOnce(items) => items.len(),
            Self::NotYetKnown { questions, points, .. } => questions.len() + points.len(),
            Self::Yes { duties } => *duties,
        }
    }
}

/// Returns the headline by what is `known`, or `None` if the pack has none.
pub fn headline(pack: &Pack, known: &Knowledge) -> Option<Headline> {
    if !pack.has_headline() {
        return None;
    }
    let parts = HeadlineParts { pack, known };
    let judged: Vec<HeadlineItem<'_>> = pack.obligation_ids().filter_map(|id| parts.judged(id)).collect();
    let listed = |place: HeadlinePlace| judged.iter().filter(|item| item.place == place).map(|item| item.id).collect();
    let (stops, needed): (Vec<_>, Vec<_>) = (listed(HeadlinePlace::Wrong), listed(HeadlinePlace::Needed));
    Some(if !stops.is_empty() {
        Headline::Stop(stops)
    } else if judged.iter().any(|item| item.place == HeadlinePlace::Unsettled) {
        parts.not_yet_known(&judged, needed)
    } else if !needed.is_empty() {
        Headline::YesOnce(needed)
    } else {
        Headline::Yes { duties: parts.count_duties() }
    })
}

/// An obligation that can hold up the tool, with what is known about it.
struct HeadlineItem<'p> {
    id: ObligationId,
    obligation: &'p Obligation,
    place: HeadlinePlace,
}

/// What an obligation that can hold up the tool does to the headline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum HeadlinePlace {
    /// Something is certainly wrong.
    Wrong,
    /// It is not known whether it holds up the tool.
    Unsettled,
    /// It must be in place first, and is not known to be.
    Needed,
    /// It holds up nothing.
    Clear,
}

/// The place of an obligation that must stop the tool, or must be in place before it is used. Whatever
/// else shows that it is in place counts as its being met.
fn place(role: &HeadlineRole, judgement: Judgement) -> Option<HeadlinePlace> {
    let is_stop = match role {
        HeadlineRole::Stop { .. } => true,
        HeadlineRole::Before { .. } => false,
        HeadlineRole::Along | HeadlineRole::Event | HeadlineRole::Look => return None,
    };
    Some(match (judgement.applies, judgement.met) {
        (Status::No, _) | (Status::Yes, Status::Yes) => HeadlinePlace::Clear,
        (Status::Open, _) => HeadlinePlace::Unsettled,
        (Status::Yes, Status::No) if is_stop => HeadlinePlace::Wrong,
        (Status::Yes, Status::Open) if is_stop && role.until().is_none() => HeadlinePlace::Unsettled,
        (Status::Yes, Status::No | Status::Open) => HeadlinePlace::Needed,
    })
}

struct HeadlineParts<'a> {
    pack: &'a Pack,
    known: &'a Knowledge,
}

impl<'a> HeadlineParts<'a> {
    fn judged(&self, id: ObligationId) -> Option<HeadlineItem<'a>> {
        let obligation = self.pack.obligation(id);
        let place = place(obligation.role.as_ref()?, judge(self.pack, obligation, self.known))?;
        Some(HeadlineItem { id, obligation, place })
    }

    /// Collects what everything that can hold up the tool still misses.
    fn not_yet_known(&self, judged: &[HeadlineItem<'_>], needed: Vec<ObligationId>) -> Headline {
        let (mut questions, mut points) = (BTreeSet::new(), BTreeSet::new());
        for item in judged {
            questions.extend(missing_questions(self.pack, item.obligation, self.known));
            points.extend(missing_points(self.pack, item.obligation, self.known));
        }
        Headline::NotYetKnown {
            questions: questions.into_iter().collect(),
            points: points.into_iter().collect(),
            needed,
        }
    }

    fn count_duties(&self) -> usize {
        let duties = self.pack.obligations.iter().filter(|obligation| obligation.kind == ObligationKind::Duty);
        duties.filter(|duty| judge(self.pack, duty, self.known).applies == Status::Yes).count()
    }
}
