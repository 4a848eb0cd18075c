//! What the names in conditions stand for.

use std::collections::BTreeMap;

use jiff::Span;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::boxes::{Cells, Space, Var};
use crate::condition::rule::FactId;
use crate::condition::syntax::{Literal, Operator};

/// What a name in a condition stands for.
#[derive(Debug, Clone)]
pub enum NameMeaning {
    /// A yes-no question or a reading: cell 0 is no, cell 1 is yes.
    YesNo(Var),
    /// A choice: one cell for each option, in order.
    OneOf(Var, Vec<String>),
    /// A tick list: one variable of two cells (not ticked, ticked) for each option, in order.
    AnyOf(Vec<(String, Var)>),
    /// A number or a date.
    Scale(Scale),
    /// A named condition.
    Fact(FactId),
    /// A question that no rule may use.
    ForRecord,
    /// Something faulty, whose uses are not reported again.
    Broken,
}

/// A number or a date (in days), cut where rules tell values apart.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Scale {
    /// Its variable: one cell for each interval, then one for each special value.
    pub var: Var,
    /// Whether it is a date.
    pub is_date: bool,
    /// The least value that can be answered.
    pub least: i64,
    /// The greatest value that can be answered.
    pub most: i64,
    /// The value at which each interval starts, ascending. The first interval lies below them all.
    pub cuts: Vec<i64>,
    /// The values that conditions compare with, ascending. They bound ranges in words.
    pub compared_with: Vec<i64>,
    /// The special values.
    pub specials: Vec<String>,
}

impl Scale {
    /// Returns the number of cells that `cuts` and `specials` make.
    pub fn cell_count(cuts: &[i64], specials: &[String]) -> usize {
        cuts.len() + 1 + specials.len()
    }

    /// Returns the values at which an interval must start to decide `operator` against `value`.
    pub fn cuts_of(operator: Operator, value: i64) -> Vec<i64> {
        let next = value.saturating_add(1);
        match operator {
            Operator::Less | Operator::AtLeast => vec![value],
            Operator::AtMost | Operator::More => vec![next],
            Operator::Equal | Operator::Unequal => vec![value, next],
        }
    }

    /// The cell of `value`.
    pub fn cell_of(&self, value: i64) -> usize {
        self.cuts.partition_point(|&cut| cut <= value)
    }

    /// The cell of special value number `index`.
    pub fn special_cell(&self, index: usize) -> usize {
        self.cuts.len() + 1 + index
    }

    /// Returns the cells whose values satisfy `operator` against `value`; never those of special
    /// values.
    pub fn cells_compared(&self, operator: Operator, value: i64) -> Cells {
        let all = self.interval_cells();
        let below = self.below(value);
        let upto = value.checked_add(1).map_or(all, |next| self.below(next));
        match operator {
            Operator::Less => below,
            Operator::AtMost => upto,
            Operator::More => all.without(upto),
            Operator::AtLeast => all.without(below),
            Operator::Equal => upto.without(below),
            Operator::Unequal => all.without(upto.without(below)),
        }
    }

    /// Returns the cells of all values, without those of special values.
    pub fn interval_cells(&self) -> Cells {
        Cells::first(self.cuts.len() + 1)
    }

    /// Returns the cells of the values below `value`. There are no cuts outside of what can be
    /// answered, so a value there yields no cells or all of them.
    fn below(&self, value: i64) -> Cells {
        if value <= self.least {
            Cells::NONE
        } else if value > self.most {
            self.interval_cells()
        } else {
            Cells::first(self.cell_of(value))
        }
    }
}

impl Literal {
    /// Returns the literal as a point on its scale: the number, or the days since 1970-01-01.
    pub fn on_scale(self) -> i64 {
        match self {
            Self::Number(number) => number,
            Self::Date(date) => days_since_epoch(date),
        }
    }
}

/// Returns the days from 1970-01-01 to `date`.
pub fn days_since_epoch(date: Date) -> i64 {
    let epoch = Date::constant(1970, 1, 1);
    epoch.until(date).map_or(0, |span| i64::from(span.get_days()))
}

/// Returns the day that lies `days` after 1970-01-01.
pub fn day_of(days: i64) -> Option<Date> {
    let epoch = Date::constant(1970, 1, 1);
    epoch.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// Parses a day written as `2025-07-01`, and in no other form.
pub fn parse_iso_day(text: &str) -> Option<Date> {
    let date: Date = text.parse().ok()?;
    (date.to_string() == text).then_some(date)
}

/// Every name that conditions may use.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// The names and what they stand for.
    pub names: BTreeMap<String, NameMeaning>,
    /// The variables behind them.
    pub space: Space,
}
