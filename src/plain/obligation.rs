//! One obligation in full, line by line.

use crate::plain::page::PlainPage;
use crate::report::{Item, Report};
use crate::tell::{self, Block, Line, Target};

/// Everything `report` says about `item`. What leads somewhere is marked with what is typed to go there.
pub fn full(page: &mut PlainPage<'_>, report: &Report<'_>, item: &Item<'_>) {
    let mut numbers: Vec<usize> = Vec::new();
    for block in tell::obligation(report, item, page.words) {
        match block {
            Block::Entry { id, title, .. } => {
                page.gap();
                page.say(&page.words.plain.obligation.title(id, title));
            }
            Block::Text(line) => page.say(&line.whole()),
            Block::Heading(text) => {
                numbers.clear();
                page.gap();
                page.say(&format!("{text}:"));
            }
            Block::Step(number, line) => page.item(1, &format!("{number}."), &line.whole()),
            Block::Point { depth, line, target } => {
                numbers.resize(depth + 1, 0);
                if let Some(number) = numbers.last_mut() {
                    *number += 1;
                }
                point(page, &numbers, &line, mark(report, item, target.as_ref()));
            }
        }
    }
}

/// A point: with its mark, or with a number that tells what it stands under.
fn point(page: &mut PlainPage<'_>, numbers: &[usize], line: &Line, mark: Option<String>) {
    let number = || numbers.iter().map(ToString::to_string).collect::<Vec<String>>().join(".") + ".";
    page.item(numbers.len(), &mark.unwrap_or_else(number), &line.whole());
}

/// What is typed to open what a point leads to: `s1` for a source of the obligation, `p1` for a point.
fn mark(report: &Report<'_>, item: &Item<'_>, target: Option<&Target>) -> Option<String> {
    match target? {
        Target::Sources(ids) => {
            let [only] = ids.as_slice() else { return None };
            let at = item.obligation.sources.iter().position(|id| id == only)?;
            Some(format!("s{}.", at + 1))
        }
        Target::Point(id) => {
            let at = report.readings.iter().position(|point| point.reading == *id)?;
            Some(format!("p{}.", at + 1))
        }
        Target::Obligation(_) | Target::Question(_) => None,
    }
}
