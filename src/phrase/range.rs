//! Ranges of numbers and days in words.

use crate::answer::{Answer, Way};
use crate::condition::{RangeBounds, ValueRange, day_of};
use crate::phrase::day::day_text;
use crate::words::Words;

/// Returns `range` in words, as in the sentence of an answer: "more than 24", "a day before July 1,
/// 2017".
pub fn range_text(range: &ValueRange, in_short: bool, words: &Words) -> String {
    if range.is_date { days(range, in_short, words) } else { numbers(range, words) }
}

/// Returns a run of numbers, bounded by what the conditions compare with: `more than 24` if they
/// say `> 24`, `at least 3` if they say `>= 3`.
fn numbers(range: &ValueRange, words: &Words) -> String {
    let of = &words.views.phrase;
    match range.bounds {
        RangeBounds::One => group_digits(range.first),
        RangeBounds::AtMost => of.at_most(group_digits(range.last)),
        RangeBounds::LessThan => of.less_than(group_digits(range.last.saturating_add(1))),
        RangeBounds::MoreThan => of.more_than(group_digits(range.first.saturating_sub(1))),
        RangeBounds::AtLeast => of.at_least(group_digits(range.first)),
        RangeBounds::Between | RangeBounds::All => {
            words.common.way.between(group_digits(range.first), group_digits(range.last))
        }
    }
}

fn days(range: &ValueRange, in_short: bool, words: &Words) -> String {
    let told = |at: i64| day_of(at).map_or_else(String::new, |date| day_text(date, words));
    let (first, last, after) = (told(range.first), told(range.last), told(range.last.saturating_add(1)));
    let of = &words.views.phrase;
    match range.bounds {
        RangeBounds::One => first,
        RangeBounds::AtMost | RangeBounds::LessThan if in_short => of.short_before(after),
        RangeBounds::AtMost | RangeBounds::LessThan => of.before(after),
        RangeBounds::MoreThan | RangeBounds::AtLeast if in_short => of.short_since(first),
        RangeBounds::MoreThan | RangeBounds::AtLeast => of.since(first),
        RangeBounds::Between | RangeBounds::All if in_short => words.common.way.between(first, last),
        RangeBounds::Between | RangeBounds::All => of.day_from_to(first, last),
    }
}

/// Returns the answers that lead this `way` as in a list, with each answer worded by `told`: "Yes",
/// "up to 1000 residents".
pub fn way_text(way: &Way, words: &Words, told: impl Fn(&Answer) -> String) -> String {
    let range = match way {
        Way::Answer(answer) => return told(answer),
        Way::Range(range) => range,
    };
    let of = &words.common.way;
    let (first, last) = (told(&way.first()), told(&way.last()));
    match range.bounds {
        RangeBounds::One => first,
        RangeBounds::AtMost | RangeBounds::LessThan => of.up_to(last),
        RangeBounds::MoreThan | RangeBounds::AtLeast if range.is_date => of.or_later(first),
        RangeBounds::MoreThan | RangeBounds::AtLeast => of.or_more(first),
        RangeBounds::Between => of.between(first, last),
        RangeBounds::All if range.is_date => of.any_day.to_owned(),
        RangeBounds::All => of.any_number.to_owned(),
    }
}

/// Formats a number with a comma between thousands.
pub fn group_digits(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = if number < 0 { "-".to_owned() } else { String::new() };
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
