//! Ranges of numbers and days in words.

use crate::answer::{Answer, Way};
use crate::condition::{RangeBounds, ValueRange, day_of};
use crate::phrase::grouped;
use crate::report::AnswerText;
use crate::words::Words;

/// `range` in words, as it stands in the sentence of an answer: "more than 24", "a day before 2017-07-01".
pub fn range(range: &ValueRange, in_short: bool, words: &Words) -> String {
    if range.is_date { days(range, in_short, words) } else { numbers(range, words) }
}

/// A run of numbers, bounded by what the conditions compare with: `more than 24` where they say
/// `> 24`, `at least 3` where they say `>= 3`.
fn numbers(range: &ValueRange, words: &Words) -> String {
    let (first, last) = (range.first, range.last);
    let number = |name: &str, it: i64| words.fill(name, &[("n", &grouped(it))]);
    match range.bounds {
        RangeBounds::One => grouped(first),
        RangeBounds::AtMost => number("views.phrase.at_most", last),
        RangeBounds::LessThan => number("views.phrase.less_than", last.saturating_add(1)),
        RangeBounds::MoreThan => number("views.phrase.more_than", first.saturating_sub(1)),
        RangeBounds::AtLeast => number("views.phrase.at_least", first),
        RangeBounds::Between | RangeBounds::All => {
            words.fill("views.phrase.from_to", &[("first", &grouped(first)), ("last", &grouped(last))])
        }
    }
}

fn days(range: &ValueRange, in_short: bool, words: &Words) -> String {
    let day = |it: i64| day_of(it).map_or_else(String::new, |it| it.to_string());
    let (before, since, from_to) = if in_short {
        ("views.phrase.short_before", "views.phrase.short_since", "views.phrase.from_to")
    } else {
        ("views.phrase.before", "views.phrase.since", "views.phrase.day_from_to")
    };
    match range.bounds {
        RangeBounds::One => day(range.first),
        RangeBounds::AtMost | RangeBounds::LessThan => {
            words.fill(before, &[("day", &day(range.last.saturating_add(1)))])
        }
        RangeBounds::MoreThan | RangeBounds::AtLeast => words.fill(since, &[("day", &day(range.first))]),
        RangeBounds::Between | RangeBounds::All => {
            words.fill(from_to, &[("first", &day(range.first)), ("last", &day(range.last))])
        }
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
    let name = match range.bounds {
        RangeBounds::One => return told(&way.first()),
        RangeBounds::AtMost | RangeBounds::LessThan => "common.way.up_to",
        RangeBounds::MoreThan | RangeBounds::AtLeast if range.is_date => "common.way.or_later",
        RangeBounds::MoreThan | RangeBounds::AtLeast => "common.way.or_more",
        RangeBounds::Between => "common.way.between",
        RangeBounds::All if range.is_date => "common.way.any_day",
        RangeBounds::All => "common.way.any_number",
    };
    words.fill(name, &[("first", &told(&way.first())), ("last", &told(&way.last()))])
}
