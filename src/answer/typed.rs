//! Numbers and days as people type them.

use jiff::civil::Date;

/// Parses a whole number, with or without a comma between thousands: `1000` or `1,000`.
pub fn whole_number(typed: &str) -> Option<i64> {
    let (first, groups) = typed.split_once(',').map_or((typed, None), |(first, rest)| (first, Some(rest)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = groups.is_none_or(|text| {
        first.trim_start_matches('-').len() <= 3 && text.split(',').all(|group| group.len() == 3 && digits(group))
    });
    let plain = digits(first.strip_prefix('-').unwrap_or(first));
    (plain && grouped).then(|| typed.replace(',', "").parse().ok()).flatten()
}

/// Parses a day written as `2026-07-01` or, month first, as `7/1/2026`.
pub fn parse_day(typed: &str) -> Option<Date> {
    let parts: Vec<&str> = typed.split(['-', '/']).map(str::trim).collect();
    let &[a, b, c] = parts.as_slice() else { return None };
    let digits = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let (year, month, day) = match (typed.contains('/'), typed.contains('-')) {
        (true, false) if c.len() == 4 => (c, a, b),
        (false, true) if a.len() == 4 => (a, b, c),
        _ => return None,
    };
    digits.then(|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use crate::answer::typed::{parse_day, whole_number};

    #[test]
    fn days_and_numbers_as_people_type_them() {
        let july = Some(jiff::civil::date(2026, 7, 1));
        for typed in ["2026-07-01", "07/01/2026", "7/1/2026", "2026-7-1", "7 / 1 / 2026"] {
            assert_eq!(parse_day(typed), july, "{typed}");
        }
        for typed in ["", "07/01/26", "2026-13-01", "2026-02-30", "1/2", "a/b/2026", "2026", "7-1/2026"] {
            assert_eq!(parse_day(typed), None, "{typed}");
        }
        for (typed, number) in [("1,000", 1_000), ("1000", 1_000), ("-5", -5), ("1,234,567", 1_234_567)] {
            assert_eq!(whole_number(typed), Some(number), "{typed}");
        }
        for typed in ["", "+1", "1.5", "1,00", "many", "99999999999999999999"] {
            assert_eq!(whole_number(typed), None, "{typed}");
        }
    }
}
