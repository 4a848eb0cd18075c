//! Ranges of numbers and days in words.

use crate::answer::{Answer, Way};
use crate::condition::{RangeBounds, ValueRange, day_of};
use crate::report::AnswerText;
use crate::words::Words;

/// `range` in words, as it stands in the sentence of an answer: "more than 24", "a day before 2017-07-01".
pub fn range(range: &ValueRange, in_short: bool, words: &Words) -> String {
    if range.is_date { days(range, in_short, words) } else { numbers(range, words) }
}

/// A run of numbers, bounded by what the conditions compare with: `more than 24` where they say
/// `> 24`, `at least 3` where they say `>= 3`.
fn numbers(range: &ValueRange, words: &Words) -> String {
    let of = &words.views.phrase;
    match range.bounds {
        RangeBounds::One => grouped(range.first),
        RangeBounds::AtMost => of.at_most(grouped(range.last)),
        RangeBounds::LessThan => of.less_than(grouped(range.last.saturating_add(1))),
        RangeBounds::MoreThan => of.more_than(grouped(range.first.saturating_sub(1))),
        RangeBounds::AtLeast => of.at_least(grouped(range.first)),
        RangeBounds::Between | RangeBounds::All => of.from_to(grouped(range.first), grouped(range.last)),
    }
}

fn days(range: &ValueRange, in_short: bool, words: &Words) -> String {
    let day = |it: i64| day_of(it).map_or_else(String::new, |it| it.to_string());
    let (first, last, after) = (day(range.first), day(range.last), day(range.last.saturating_add(1)));
    let of = &words.views.phrase;
    match range.bounds {
        RangeBounds::One => first,
        RangeBounds::AtMost | RangeBounds::LessThan if in_short => of.short_before(after),
        RangeBounds::AtMost | RangeBounds::LessThan => of.before(after),
        RangeBounds::MoreThan | RangeBounds::AtLeast if in_short => of.short_since(first),
        RangeBounds::MoreThan | RangeBounds::AtLeast => of.since(first),
        RangeBounds::Between | RangeBounds::All if in_short => of.from_to(first, last),
        RangeBounds::Between | RangeBounds::All => of.day_from_to(first, last),
    }
}

/// What answers say, as half a sentence; empty where no option holds.
pub fn answer_text(text: &AnswerText, words: &Words) -> String {
    match &text.range {
        Some(it) => text.says.replace("{value}", &range(it, false, words)),
        None => text.says.clone(),
    }
}

/// The answers that lead this `way`, as a list shows them, where `told` tells one: "Yes", "up to 1000 residents".
pub fn way(way: &Way, words: &Words, told: impl Fn(&Answer) -> String) -> String {
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

/// A number with a comma before each three digits.
pub fn grouped(number: i64) -> String {
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
