//! Ranges of the numbers or days of a scale.

use serde::{Deserialize, Serialize};

use crate::boxes::{Cells, Var};
use crate::condition::vocabulary::Scale;

/// Numbers, or days since 1970-01-01, from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueRange {
    /// The first value.
    pub first: i64,
    /// The last value.
    pub last: i64,
    /// Whether the values are days.
    pub is_date: bool,
    /// How the range is bounded.
    pub bounds: RangeBounds,
}

/// How a range is bounded: by the values that conditions compare with, so that their wording can be
/// used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RangeBounds {
    /// It is a single value.
    One,
    /// It ends with its last value, which a condition names.
    AtMost,
    /// It ends before the value after its last one.
    LessThan,
    /// It starts after the value before its first one, which a condition names.
    MoreThan,
    /// It starts with its first value.
    AtLeast,
    /// It has a first and a last value within the scale.
    Between,
    /// It holds every value of the scale.
    All,
}

impl ValueRange {
    /// Whether `value` is in the range.
    pub fn has(&self, value: i64) -> bool {
        (self.first..=self.last).contains(&value)
    }
}

impl Scale {
    /// Returns the whole scale of a question for the record, where no rule tells values apart.
    pub fn whole(least: i64, most: i64, is_date: bool) -> Self {
        let (cuts, compared_with, specials) = (Vec::new(), Vec::new(), Vec::new());
        Self { var: Var(u16::MAX), is_date, least, most, cuts, compared_with, specials }
    }

    /// The range from `first` to `last`.
    pub fn range_between(&self, first: i64, last: i64) -> ValueRange {
        let (before, after_named) = (first.saturating_sub(1), self.compared_with.contains(&last));
        let bounds = match (first == self.least, last == self.most) {
            _ if first == last => RangeBounds::One,
            (true, true) => RangeBounds::All,
            (true, false) if after_named => RangeBounds::AtMost,
            (true, false) => RangeBounds::LessThan,
            (false, true) if self.compared_with.contains(&before) => RangeBounds::MoreThan,
            (false, true) => RangeBounds::AtLeast,
            (false, false) => RangeBounds::Between,
        };
        ValueRange { first, last, is_date: self.is_date, bounds }
    }

    /// Returns the values that can be answered in `cell`. `None` for the cell of a special value,
    /// and for the one below the least value, which no answer reaches: it stands for a day that is
    /// not known.
    pub fn range_of(&self, cell: usize) -> Option<ValueRange> {
        let starts = cell.checked_sub(1).and_then(|it| self.cuts.get(it));
        let first = starts.map_or(self.least, |&it| it.max(self.least));
        let last = self.cuts.get(cell).map_or(self.most, |&cut| cut.saturating_sub(1).min(self.most));
        (self.interval_cells().has(cell) && first <= last).then(|| self.range_between(first, last))
    }

    /// Returns the ranges of values among `cells`, with each run of cells as one range.
    pub fn ranges_in(&self, cells: Cells) -> Vec<ValueRange> {
        let mut found: Vec<ValueRange> = Vec::new();
        for next in cells.iter().filter_map(|it| self.range_of(it)) {
            match found.last_mut().filter(|last| last.last.saturating_add(1) == next.first) {
                Some(run) => *run = self.range_between(run.first, next.last),
                None => found.push(next),
            }
        }
        found
    }
}
