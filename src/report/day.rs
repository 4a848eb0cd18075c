//! The day of a time in an answer file.

use jiff::civil::Date;

use crate::condition::parse_iso_day;

/// Returns the day at the start of `time`.
pub fn day_of(time: &str) -> Option<Date> {
    parse_iso_day(time.get(..10)?)
}
