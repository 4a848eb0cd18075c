//! One obligation in full, line by line.

use crate::plain::blocks::lay_out_numbered;
use crate::plain::page::PlainPage;
use crate::report::{Item, Report};
use crate::tell::{self, Target};

/// Everything `report` says about `item`. What leads somewhere is marked with what is typed to go there.
pub fn full(page: &mut PlainPage<'_>, report: &Report<'_>, item: &Item<'_>) {
    let blocks = tell::obligation(report, item, page.words);
    lay_out_numbered(page, &blocks, &|target| typed(report, item, target));
}

/// What is typed to open what a point leads to: `s1` for a source of the obligation, `p1` for a point.
fn typed(report: &Report<'_>, item: &Item<'_>, target: &Target) -> Option<String> {
    match target {
        Target::Sources(ids) => {
            let [only] = ids.as_slice() else { return None };
            let at = item.sources.iter().position(|id| id == only)?;
            Some(format!("s{}", at + 1))
        }
        Target::Point(id) => {
            let at = report.readings.iter().position(|point| point.reading == *id)?;
            Some(format!("p{}", at + 1))
        }
        Target::Obligation(_) | Target::Question(_) => None,
    }
}
