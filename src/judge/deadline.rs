//! The last day on which an obligation can be done.

use jiff::Span;
use jiff::civil::{Date, Weekday};

use crate::answer::Answer;
use crate::assessment::Assessment;
use crate::boxes::{Knowledge, Status};
use crate::pack::{Deadline, Length, Obligation, Pack};

/// Returns the last day of the deadline of `obligation`, counted from the answers it counts by.
/// `None` if these are not known, the obligation is ruled out or the condition of the deadline does
/// not hold by what is `known`. Months are calendar months: in a month too short for the day, the
/// last day of the month counts.
pub fn last_day(pack: &Pack, obligation: &Obligation, assessment: &Assessment, known: &Knowledge) -> Option<Date> {
    let deadline = obligation.deadline.as_ref()?;
    let (question, length) = deadline.from?;
    let Some(Answer::Date(start)) = assessment.answer(question) else { return None };
    if deadline.when.is_some_and(|condition| pack.condition(condition).status(known) != Status::Yes) {
        return None;
    }
    let span = match length {
        Length::Days(days) => Span::new().try_days(days),
        Length::Months(question) => match assessment.answer(question) {
            Some(Answer::Number(months)) => Span::new().try_months(*months),
            _ => return None,
        },
    };
    let applies = pack.condition(obligation.applies).status(known);
    start.checked_add(span.ok()?).ok().filter(|_| applies != Status::No)
}

/// Returns the Monday to which a last day on a weekend moves, if the law of `deadline` moves it. Legal
/// holidays are not known here, so the day may move further.
pub fn rolled_day(deadline: &Deadline, last_day: Date) -> Option<Date> {
    deadline.rolls_under?;
    let days = match last_day.weekday() {
        Weekday::Saturday => 2,
        Weekday::Sunday => 1,
        Weekday::Monday | Weekday::Tuesday | Weekday::Wednesday | Weekday::Thursday | Weekday::Friday => return None,
    };
    last_day.checked_add(Span::new().days(days)).ok()
}
