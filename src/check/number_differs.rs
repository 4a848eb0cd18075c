//! A text of an obligation that speaks of "60 days" where its rules say 45.

use std::collections::BTreeSet;

use crate::check::prose_numbers::counts;
use crate::finding::Finding;
use crate::pack::{Deadline, Files, Length, Obligation, Pack};

/// Finds numbers of days, months and the like that are not those of the rules.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    let of_one = |obligation| {
        let faults = in_deadline(pack, obligation).into_iter().chain(in_texts(pack, obligation));
        let place = files.place(&obligation.spot);
        faults.map(move |(message, help)| Finding::warning("number-differs", place.clone(), message).help(help))
    };
    pack.obligations.iter().flat_map(of_one).collect()
}

/// A message and its help.
type NumberFault = (String, String);

/// Compares the words of a deadline with its length.
fn in_deadline(pack: &Pack, obligation: &Obligation) -> Vec<NumberFault> {
    let Some(Deadline { says, from: Some((_, length)), .. }) = &obligation.deadline else { return Vec::new() };
    let (counted, help) = match length {
        Length::Days(days) => (format!("{days} days"), "write `{days}` for the number: it is that of `days`"),
        Length::Months(question) => (
            format!("as many months as `{}` says", pack.question(*question).id),
            "leave the number out: it is that of the answer",
        ),
    };
    let differs = |(number, unit): &(i64, &str)| match length {
        Length::Days(days) => is_unit(unit, "months") || (is_unit(unit, "days") && number != days),
        Length::Months(_) => is_unit(unit, "days") || is_unit(unit, "months"),
    };
    let said = counts(says).into_iter().filter(differs);
    said.map(|(number, unit)| {
        let message = format!("the deadline of `{}` says \"{number} {unit}\" and counts {counted}", obligation.id);
        (message, help.to_owned())
    })
    .collect()
}

/// Compares all texts with the numbers that the conditions compare answers with.
fn in_texts(pack: &Pack, obligation: &Obligation) -> Vec<NumberFault> {
    let units: BTreeSet<&str> = pack.questions.iter().map(|question| question.kind.unit().name()).collect();
    let mut faults = Vec::new();
    for unit in units.into_iter().filter(|unit| !unit.is_empty()) {
        let compared = pack.compared_numbers(obligation, unit);
        let said: BTreeSet<(i64, &str)> = obligation.texts().flat_map(|text| counts(text)).collect();
        let differs = said.into_iter().filter(|(number, own)| is_unit(own, unit) && !compared.contains(number));
        if compared.is_empty() {
            continue;
        }
        let numbers: Vec<String> = compared.iter().map(i64::to_string).collect();
        faults.extend(differs.map(|(number, own)| {
            let numbers = numbers.join(" and ");
            let message = format!(
                "`{}` speaks of \"{number} {own}\", but its conditions compare with {numbers} {unit}",
                obligation.id
            );
            (message, "correct the text or the condition".to_owned())
        }));
    }
    faults
}

/// Whether `word` is `unit`, or one of it.
fn is_unit(word: &str, unit: &str) -> bool {
    word.eq_ignore_ascii_case(unit) || unit.strip_suffix('s').is_some_and(|one| word.eq_ignore_ascii_case(one))
}
