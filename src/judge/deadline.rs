//! The last day on which an obligation can be done.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::answer::Answer;
use crate::assessment::Assessment;
use crate::boxes::Status;
use crate::judge::Judgement;
use crate::pack::Obligation;

/// The last day of the deadline of `obligation`, counted from the answer it counts from; nothing
/// where that is not known, and nothing for what is ruled out.
pub fn last_day(obligation: &Obligation, assessment: &Assessment, judgement: Judgement) -> Option<Date> {
    let (question, days) = obligation.deadline.as_ref()?.from?;
    let Some(Answer::Date(start)) = assessment.answer(question) else { return None };
    start.checked_add(days.days()).ok().filter(|_| judgement.applies != Status::No)
}
