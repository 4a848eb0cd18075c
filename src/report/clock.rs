//! The last days that count from an event, such as the discovery of a breach. They stand beside the
//! headline and never change it.

use jiff::civil::Date;

use crate::answer::Answer;
use crate::assessment::Assessment;
use crate::boxes::{Knowledge, Status};
use crate::pack::{Deadline, HeadlineRole, ObligationId, Pack};
use crate::report::item::Item;

/// A last day that counts from an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// What is to be done by then.
    pub obligation: ObligationId,
    /// Whether that certainly applies.
    pub certain: bool,
    /// The last day, or `None` if it is not counted or the day it counts from is not known.
    pub last_day: Option<Date>,
    /// Whether a last day is counted for this business. Where it is not, time may run all the same: the
    /// law that applies to it may count.
    pub counted: bool,
}

/// Returns the clocks, earliest last day first, those without one at the end, and what certainly applies
/// before what may.
pub fn clocks(pack: &Pack, items: &[Item<'_>], assessment: &Assessment, known: &Knowledge) -> Vec<Clock> {
    let mut found: Vec<Clock> = items.iter().filter_map(|item| clock(pack, item, assessment, known)).collect();
    found.sort_by_key(|clock| (clock.last_day.is_none(), clock.last_day, !clock.certain));
    found
}

fn clock(pack: &Pack, item: &Item<'_>, assessment: &Assessment, known: &Knowledge) -> Option<Clock> {
    let of = item.obligation;
    let deadline = of.deadline.as_ref().filter(|_| of.role == Some(HeadlineRole::Event))?;
    let certain = item.judgement.applies == Status::Yes;
    let counted = item.last_day.is_some() || runs_from_an_unknown_day(pack, deadline, certain, assessment, known);
    let uncounted = || certain && deadline.when.is_some_and(|when| pack.condition(when).status(known) == Status::No);
    (item.judgement.applies != Status::No && (counted || uncounted())).then_some(Clock {
        obligation: item.id,
        certain,
        last_day: item.last_day,
        counted,
    })
}

/// Whether `deadline` is certainly counted, but from an answer that is not known. Of what may apply,
/// only where that question was put and not known: before, nothing says that there was an event.
fn runs_from_an_unknown_day(
    pack: &Pack,
    deadline: &Deadline,
    certain: bool,
    assessment: &Assessment,
    known: &Knowledge,
) -> bool {
    let is_counted = deadline.when.is_none_or(|when| pack.condition(when).status(known) == Status::Yes);
    let is_unknown = |answer: Option<&Answer>| match answer {
        Some(answer) => answer.is_unsure(),
        None => certain,
    };
    is_counted && deadline.counted_by().any(|question| is_unknown(assessment.answer(question)))
}
