//! The law as part of a document: the legal points that results depend on, and the sources.

use std::collections::BTreeSet;

use crate::assessment::Stance;
use crate::export::outline::block::DocBlock;
use crate::export::outline::parts::anchor;
use crate::judge::{Reason, Turn};
use crate::pack::{Pack, Source, SourceId};
use crate::report::{OpenPoint, Report, Standing};
use crate::tell;
use crate::words::Words;

/// Adds the legal points, open and decided apart, each with what depends on it.
pub fn write_points(report: &Report<'_>, words: &Words, blocks: &mut Vec<DocBlock>) {
    for (heading, decided) in [(words.export.points_heading, false), (words.export.points_decided_heading, true)] {
        let mut points = report.readings.iter().filter(|reading| reading.stance.is_decided() == decided).peekable();
        if points.peek().is_some() {
            blocks.push(DocBlock::Heading(2, heading.to_owned()));
        }
        for point in points {
            open_point(report.pack, *point, words, blocks);
            turning(report, *point, words, blocks);
        }
    }
}

/// Adds an open legal point to `blocks`, with both positions.
pub fn open_point(pack: &Pack, point: OpenPoint, words: &Words, blocks: &mut Vec<DocBlock>) {
    let of = pack.reading(point.reading);
    let yes_no = |side: bool| if side { words.common.answer.yes } else { words.common.answer.no }.to_owned();
    let pair = |label: &str, text: String| DocBlock::Pair(label.to_owned(), text);
    let sources: Vec<&str> = of.sources.iter().map(|&id| pack.source(id).id.as_str()).collect();
    blocks.push(DocBlock::Entry(anchor("point", &of.id), of.title.clone()));
    blocks.push(DocBlock::Text(of.ask.clone()));
    blocks.push(DocBlock::Text(of.why.clone()));
    blocks.push(DocBlock::Pair(yes_no(true), of.yes.clone()));
    blocks.push(DocBlock::Pair(yes_no(false), of.no.clone()));
    blocks.push(pair(words.export.point_safe, yes_no(of.safe)));
    blocks.push(pair(words.export.point_taken, stance_label(point.stance, words).to_owned()));
    blocks.push(pair(words.export.point_id, of.id.clone()));
    blocks.push(pair(words.export.sources, sources.join(", ")));
}

/// Adds the obligations that depend on `point`, with both outcomes.
fn turning(report: &Report<'_>, point: OpenPoint, words: &Words, blocks: &mut Vec<DocBlock>) {
    blocks.push(DocBlock::Heading(4, words.export.points_turning.to_owned()));
    for item in &report.obligations {
        let of = item.obligation;
        for Turn { if_yes, if_no, .. } in item.turns_on.iter().filter(|turn| turn.reading == point.reading) {
            let (yes, no) = (tell::outcome(*if_yes, words), tell::outcome(*if_no, words));
            blocks.push(DocBlock::Leads(0, of.id.clone(), words.export.point_line(of.id.as_str(), no, yes, &of.title)));
        }
    }
}

/// Returns how a report takes an open legal point.
pub fn stance_label(stance: Stance, words: &Words) -> &'static str {
    match stance {
        Stance::Open => words.export.taken.open,
        Stance::Treated(true) => words.export.taken.treated_yes,
        Stance::Treated(false) => words.export.taken.treated_no,
        Stance::Decided(true) => words.export.taken.decided_yes,
        Stance::Decided(false) => words.export.taken.decided_no,
    }
}

/// Adds the sources of everything in the report.
pub fn write_sources(report: &Report<'_>, words: &Words, blocks: &mut Vec<DocBlock>) {
    blocks.push(DocBlock::Heading(2, words.export.sources_heading.to_owned()));
    blocks.push(DocBlock::link(words.export.official.to_owned(), &report.pack.official));
    for id in in_use(report) {
        source(report.pack.source(id), words, blocks);
    }
}

fn source(source: &Source, words: &Words, blocks: &mut Vec<DocBlock>) {
    let pair = |label: &str, text: &str| DocBlock::Pair(label.to_owned(), text.to_owned());
    blocks.push(DocBlock::Entry(anchor("source", &source.id), format!("{}: {}", source.citation, source.heading)));
    blocks.push(pair(words.export.source_says, &source.says));
    blocks.push(pair(words.export.source_binds, &source.binds));
    if let Some(exceptions) = &source.exceptions {
        blocks.push(pair(words.export.source_exceptions, exceptions));
    }
    let sure = tell::confidence(source.confidence, words);
    blocks.push(pair(words.export.source_confidence, sure));
    if !source.link.is_empty() {
        blocks.push(DocBlock::link(words.export.source_link.to_owned(), &source.link));
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
