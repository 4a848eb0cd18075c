//! The last day on which an obligation can be done.

use jiff::Span;
use jiff::civil::Date;

use crate::answer::Answer;
use crate::assessment::Assessment;
use crate::boxes::Status;
use crate::judge::judgement::Judgement;
use crate::pack::{Length, Obligation};

/// Returns the last day of the deadline of `obligation`, counted from the answers it counts by.
/// `None` if these are not known or the obligation is ruled out. Months are calendar months: in a
/// month too short for the day, the last day of the month counts.
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
