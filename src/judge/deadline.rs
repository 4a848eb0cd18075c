//! The last day on which an obligation can be done.

use jiff::Span;
use jiff::civil::Date;

use crate::answer::Answer;
use crate::assessment::Assessment;
use crate::boxes::Status;
use crate::judge::judgement::Judgement;
use crate::pack::{Length, Obligation};

/// The last day of the deadline of `obligation`, counted from the answers it counts by; nothing
/// where these are not known, and nothing for what is ruled out. Months are calendar months: where
/// the last one is too short for the day, its last day is meant.
pub fn last_day(obligation: &Obligation, assessment: &Assessment, judgement: Judgement) -> Option<Date> {
    let (question, length) = obligation.deadline.as_ref()?.from?;
    let Some(Answer::Date(start)) = assessment.answer(question) else { return None };
    let span = match length {
        Length::Days(days) => Span::new().try_days(days),
        Length::Months(question) => match assessment.answer(question) {
            Some(Answer::Number(months)) => Span::new().try_months(*months),
            _ => return None,
        },
    };
    start.checked_add(span.ok()?).ok().filter(|_| judgement.applies != Status::No)
}
