//! The law as part of a document: the legal points that results depend on, and the sources.

use std::collections::BTreeSet;

use crate::export::options::ReportExtent;
use crate::export::outline::block::{BETWEEN_PARTS, DocBlock, Reference, is_plain_address};
use crate::export::outline::fold::laid_out;
use crate::judge::Reason;
use crate::pack::{Pack, SourceId};
use crate::report::{Report, Standing};
use crate::tell::{self, Target};
use crate::words::Words;

/// Adds the legal points, open ones and decided ones apart, each with what turns on it.
pub fn write_points(report: &Report<'_>, extent: ReportExtent, words: &Words, blocks: &mut Vec<DocBlock>) {
    for decided in [false, true] {
        let mut points = report.readings.iter().filter(|point| point.stance.is_decided() == decided).peekable();
        if points.peek().is_some() {
            blocks.push(DocBlock::Heading(2, tell::points_heading(decided, words).to_owned()));
        }
        for point in points {
            let decided = report.decided_point(point.reading);
            let mut told = tell::point_in_full(report.pack, *point, decided, words);
            if extent == ReportExtent::Full {
                told.push(tell::point_id(report.pack, point.reading, words));
            }
            blocks.extend(laid_out(&told, report.pack));
            blocks.extend(laid_out(&tell::turning(report, point.reading, words), report.pack));
        }
    }
}

/// Adds the sources that what is told rests on; in a usual report those of what is ruled out by name.
pub fn write_sources(report: &Report<'_>, extent: ReportExtent, words: &Words, blocks: &mut Vec<DocBlock>) {
    blocks.push(DocBlock::Heading(2, words.export.sources_heading.to_owned()));
    blocks.push(DocBlock::Text(words.export.sources_about.to_owned()));
    let (live, all) = (live_sources(report), all_sources(report));
    let in_full = if extent == ReportExtent::Full { &all } else { &live };
    blocks.extend(laid_out(&tell::official_pages(report.pack, in_full.iter().copied(), words), report.pack));
    blocks.extend(in_full.iter().map(|&id| reference(report.pack, id, words)));
    let others: Vec<&str> = all.difference(in_full).map(|&id| report.pack.source(id).citation.as_str()).collect();
    if !others.is_empty() {
        blocks.push(DocBlock::Heading(3, words.export.other_sources.to_owned()));
        blocks.push(DocBlock::Text(format!("{}.", others.join(BETWEEN_PARTS))));
    }
}

/// Returns the source `id` in short form. What is not plainly an address is told as text.
fn reference(pack: &Pack, id: SourceId, words: &Words) -> DocBlock {
    let told = tell::source_in_short(pack, id, words);
    let name = Target::Sources(vec![id]).anchor(pack);
    let (text, address) = match pack.source(id).link.as_str() {
        "" => (told.aside, None),
        link if is_plain_address(link) => (told.aside, Some(link.to_owned())),
        link => (format!("{} {link}", told.aside), None),
    };
    DocBlock::Reference(Reference { name, title: told.text, text, address })
}

/// Returns the sources of what applies or may apply, and of the legal points.
fn live_sources(report: &Report<'_>) -> BTreeSet<SourceId> {
    let mut ids = BTreeSet::new();
    for item in report.obligations.iter().filter(|item| item.standing != Standing::RuledOut) {
        ids.extend(&item.sources);
        collect_sources(&item.because, &mut ids);
        collect_sources(&item.met_because, &mut ids);
    }
    ids.extend(report.readings.iter().flat_map(|it| &report.pack.reading(it.reading).sources));
    ids
}

/// The same, and the sources of what rules the rest out.
fn all_sources(report: &Report<'_>) -> BTreeSet<SourceId> {
    let mut ids = live_sources(report);
    for item in &report.obligations {
        collect_sources(&item.because, &mut ids);
        collect_sources(&item.met_because, &mut ids);
    }
    ids
}

/// Adds the sources of `reasons` to `ids`.
pub fn collect_sources(reasons: &[Reason], ids: &mut BTreeSet<SourceId>) {
    ids.extend(reasons.iter().flat_map(Reason::with_all_below).flat_map(|reason| &reason.sources));
}
