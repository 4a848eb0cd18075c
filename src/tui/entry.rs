//! What was typed into a field, as an answer; or, in words, what to type instead.

use jiff::civil::Date;

use crate::answer::Answer;
use crate::pack::Kind;
use crate::tui::tell;
use crate::words::Words;

/// The answer that `typed` states.
///
/// # Errors
/// What to type, in words.
pub fn read(typed: &str, kind: &Kind, words: &Words) -> Result<Answer, String> {
    let typed = typed.trim();
    match kind {
        Kind::Number { min, max, .. } => number(typed)
            .filter(|it| (*min..=*max).contains(it))
            .map(Answer::Number)
            .ok_or_else(|| words.fill("tui.entry.number", &[("min", &min.to_string()), ("max", &max.to_string())])),
        Kind::Date { min, max, .. } => {
            let date = date(typed).ok_or_else(|| words.say("tui.entry.date").to_owned())?;
            if (*min..=*max).contains(&date) {
                Ok(Answer::Date(date))
            } else {
                let (min, max) = (tell::day(*min, words), tell::day(*max, words));
                Err(words.fill("tui.entry.date_range", &[("min", &min), ("max", &max)]))
            }
        }
        _ if typed.is_empty() => Err(words.say("tui.entry.text").to_owned()),
        _ => Ok(Answer::Text(typed.to_owned())),
    }
}

/// What `typed` is understood as, where that is worth an echo.
pub fn echo(typed: &str, kind: &Kind, words: &Words) -> Option<String> {
    match kind {
        Kind::Date { .. } => date(typed.trim()).map(|it| tell::day(it, words)),
        Kind::Number { unit, .. } if !unit.is_empty() => number(typed.trim()).map(|it| format!("{it} {unit}")),
        _ => None,
    }
}

/// A whole number, perhaps with commas between thousands.
fn number(typed: &str) -> Option<i64> {
    let digits: String = typed.chars().filter(|it| !matches!(it, ',' | ' ')).collect();
    digits.parse().ok().filter(|_| digits.starts_with(|it: char| it.is_ascii_digit()))
}

/// `2026-07-01` or `07/01/2026`.
fn date(typed: &str) -> Option<Date> {
    let parts: Vec<&str> = typed.split(['-', '/']).map(str::trim).collect();
    let (year, month, day) = match (parts.as_slice(), typed.contains('/')) {
        ([year, month, day], false) | ([month, day, year], true) => (year, month, day),
        _ => return None,
    };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use crate::tui::entry::{date, number};

    #[test]
    fn dates_and_numbers_as_people_type_them() {
        let day = Some(jiff::civil::date(2026, 7, 1));
        for typed in ["2026-07-01", "07/01/2026", "7/1/2026", "2026-7-1"] {
            assert_eq!(date(typed), day, "{typed}");
        }
        for typed in ["", "07/01/26", "2026-13-01", "2026-02-30", "1/2", "a/b/2026", "2026"] {
            assert_eq!(date(typed), None, "{typed}");
        }
        assert_eq!(number("1,000"), Some(1000));
        for typed in ["", "-1", "+1", "1.5", "many", "99999999999999999999"] {
            assert_eq!(number(typed), None, "{typed}");
        }
    }
}
