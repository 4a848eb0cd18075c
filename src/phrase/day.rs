//! Days in words.

use jiff::civil::Date;

use crate::words::Words;

/// Returns `date` in unambiguous words: "January 4, 2027".
pub fn day_text(date: Date, words: &Words) -> String {
    let of = &words.tell.month;
    let months = [
        of.january,
        of.february,
        of.march,
        of.april,
        of.may,
        of.june,
        of.july,
        of.august,
        of.september,
        of.october,
        of.november,
        of.december,
    ];
    let at = usize::from(date.month().unsigned_abs()).saturating_sub(1);
    words.tell.day(date.day(), months.get(at).copied().unwrap_or_default(), date.year())
}
