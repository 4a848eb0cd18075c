//! The law as part of a document: the legal points that results depend on, and the sources.

use std::collections::BTreeSet;

use crate::export::outline::block::DocBlock;
use crate::export::outline::fold::laid_out;
use crate::judge::Reason;
use crate::pack::SourceId;
use crate::report::{Report, Standing};
use crate::tell;
use crate::words::Words;

/// Adds the legal points, open ones and decided ones apart, each with what turns on it.
pub fn write_points(report: &Report<'_>, words: &Words, blocks: &mut Vec<DocBlock>) {
    for decided in [false, true] {
        let mut points = report.readings.iter().filter(|point| point.stance.is_decided() == decided).peekable();
        if points.peek().is_some() {
            blocks.push(DocBlock::Heading(2, tell::points_heading(decided, words).to_owned()));
        }
        for point in points {
            blocks.extend(laid_out(&tell::point_in_full(report.pack, *point, words), report.pack));
            blocks.extend(laid_out(&tell::turning(report, point.reading, words), report.pack));
        }
    }
}

/// Adds the sources that what is told rests on.
pub fn write_sources(report: &Report<'_>, words: &Words, blocks: &mut Vec<DocBlock>) {
    blocks.push(DocBlock::Heading(2, words.export.sources_heading.to_owned()));
    blocks.push(DocBlock::link(words.common.law.official.to_owned(), &report.pack.official));
    for id in in_use(report) {
        blocks.extend(laid_out(&tell::source(report.pack, id, words), report.pack));
    }
}

/// Returns the sources of everything in the report; for what is ruled out, only those that rule it
/// out.
fn in_use(report: &Report<'_>) -> BTreeSet<SourceId> {
    let mut ids = BTreeSet::new();
    for item in &report.obligations {
        if item.standing != Standing::RuledOut {
            ids.extend(&item.obligation.sources);
        }
        collect_sources(&item.because, &mut ids);
        collect_sources(&item.met_because, &mut ids);
    }
    ids.extend(report.readings.iter().flat_map(|it| &report.pack.reading(it.reading).sources));
    ids
}

/// Adds the sources of `reasons` to `ids`.
pub fn collect_sources(reasons: &[Reason], ids: &mut BTreeSet<SourceId>) {
    for reason in reasons {
        ids.extend(&reason.sources);
        collect_sources(&reason.because, ids);
    }
}
