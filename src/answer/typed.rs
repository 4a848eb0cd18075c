//! Answers as people type them.

use jiff::civil::Date;

use crate::answer::json::{UNSURE, line_of_text};
use crate::answer::value::{Answer, is_to_come};
use crate::pack::{Kind, Question};

/// Why something typed is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misread {
    /// Nothing is there.
    Empty,
    /// It is not a whole number.
    NotNumber,
    /// It is not a day.
    NotDay,
    /// It is written as a day, but the year is short.
    ShortYear,
    /// It is written as a day, but there is none such in the calendar.
    NoSuchDay,
    /// It is below the least or above the most value of the question.
    OutOfRange,
    /// It is a day after today, where the question asks about the past.
    ToCome,
    /// It is no line of text, for this reason.
    BadText(String),
}

/// Reads `typed` as an answer to `question`, `today` being the day now.
///
/// # Errors
/// Why it is no answer.
pub fn read_typed(typed: &str, question: &Question, today: Date) -> Result<Answer, Misread> {
    let typed = typed.trim();
    let answer = match &question.kind {
        Kind::Number { unit, .. } => Answer::Number(whole_number(unit.taken_off(typed)).ok_or(Misread::NotNumber)?),
        Kind::Date { .. } => Answer::Date(parse_day(typed)?),
        Kind::Text | Kind::YesNo | Kind::OneOf | Kind::AnyOf => match typed {
            "" => return Err(Misread::Empty),
            // `unsure` as a text would read as "I don't know" in the answer file.
            UNSURE => Answer::Unsure,
            line => line_of_text(line).map_err(Misread::BadText)?,
        },
    };
    if is_to_come(&answer, question, today) {
        return Err(Misread::ToCome);
    }
    let limits = question.kind.limits();
    let is_within = limits.zip(answer.on_scale()).is_none_or(|((least, most), value)| (least..=most).contains(&value));
    if is_within { Ok(answer) } else { Err(Misread::OutOfRange) }
}

/// Parses a whole number, with or without a comma between thousands: `1000` or `1,000`.
fn whole_number(typed: &str) -> Option<i64> {
    let (first, groups) = typed.split_once(',').map_or((typed, None), |(first, rest)| (first, Some(rest)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = groups.is_none_or(|text| {
        first.trim_start_matches('-').len() <= 3 && text.split(',').all(|group| group.len() == 3 && digits(group))
    });
    let plain = digits(first.strip_prefix('-').unwrap_or(first));
    (plain && grouped).then(|| typed.replace(',', "").parse().ok()).flatten()
}

/// Parses a day written as `2026-07-01` or, month first, as `7/1/2026`.
fn parse_day(typed: &str) -> Result<Date, Misread> {
    let parts: Vec<&str> = typed.split(['-', '/']).map(str::trim).collect();
    let &[a, b, c] = parts.as_slice() else { return Err(Misread::NotDay) };
    let is_number = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let (year, month, day) = match (typed.contains('/'), typed.contains('-')) {
        (true, false) => (c, a, b),
        (false, true) => (a, b, c),
        _ => return Err(Misread::NotDay),
    };
    if !parts.iter().all(is_number) {
        return Err(Misread::NotDay);
    }
    if year.len() != 4 {
        return Err(Misread::ShortYear);
    }
    let date = || Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
    date().ok_or(Misread::NoSuchDay)
}

#[cfg(test)]
mod tests {
    use crate::answer::typed::{Misread, parse_day, whole_number};

    #[test]
    fn days_and_numbers_as_people_type_them() {
        let july = Ok(jiff::civil::date(2026, 7, 1));
        for typed in ["2026-07-01", "07/01/2026", "7/1/2026", "2026-7-1", "7 / 1 / 2026"] {
            assert_eq!(parse_day(typed), july, "{typed}");
        }
        for typed in ["", "1/2", "a/b/2026", "2026", "7-1/2026", "1/2/20261"] {
            assert_eq!(parse_day(typed), Err(Misread::NotDay), "{typed}");
        }
        for typed in ["07/01/26", "26-07-01", "1/2/3"] {
            assert_eq!(parse_day(typed), Err(Misread::ShortYear), "{typed}");
        }
        for typed in ["2026-13-01", "2026-02-30", "02/30/2026", "13/45/2026", "0/1/2026"] {
            assert_eq!(parse_day(typed), Err(Misread::NoSuchDay), "{typed}");
        }
        for (typed, number) in [("1,000", 1_000), ("1000", 1_000), ("-5", -5), ("1,234,567", 1_234_567)] {
            assert_eq!(whole_number(typed), Some(number), "{typed}");
        }
        for typed in ["", "+1", "1.5", "1,00", "many", "99999999999999999999"] {
            assert_eq!(whole_number(typed), None, "{typed}");
        }
    }
}
