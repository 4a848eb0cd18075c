//! The law as part of a document: the legal points that results turn on, and the sources.

use std::collections::BTreeSet;

use crate::export::outline::item::outcome_name;
use crate::export::outline::{Block, anchor};
use crate::report::{Cited, OpenPoint, Reason, Report, Standing, TurnsOn};
use crate::tell;
use crate::words::Words;

/// Adds the legal points, open ones and decided ones apart, each with what turns on it.
pub fn points(report: &Report, words: &Words, blocks: &mut Vec<Block>) {
    for (heading, decided) in [(words.export.points_heading, false), (words.export.points_decided_heading, true)] {
        let mut points = report.readings.iter().filter(|it| it.is_decided() == decided).peekable();
        if points.peek().is_some() {
            blocks.push(Block::Heading(2, heading.to_owned()));
        }
        for point in points {
            open_point(point, words, blocks);
            turning(report, point, words, blocks);
        }
    }
}

/// Adds an open legal point to `blocks`, with both positions.
pub fn open_point(point: &OpenPoint, words: &Words, blocks: &mut Vec<Block>) {
    let yes_no = |side: &str| if side == "yes" { words.common.answer.yes } else { words.common.answer.no }.to_owned();
    let pair = |label: &str, text: String| Block::Pair(label.to_owned(), text);
    blocks.push(Block::Entry(anchor("point", &point.id), point.title.clone()));
    blocks.push(Block::Text(point.ask.clone()));
    blocks.push(Block::Text(point.why.clone()));
    blocks.push(Block::Pair(yes_no("yes"), point.yes.clone()));
    blocks.push(Block::Pair(yes_no("no"), point.no.clone()));
    blocks.push(pair(words.export.point_safe, yes_no(point.safe)));
    blocks.push(pair(words.export.point_taken, taken(point.taken, words).to_owned()));
    blocks.push(pair(words.export.point_id, point.id.clone()));
    blocks.push(pair(words.export.sources, point.sources.join(", ")));
}

/// Adds the obligations that turn on `point`, with both outcomes.
fn turning(report: &Report, point: &OpenPoint, words: &Words, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(4, words.export.points_turning.to_owned()));
    for item in &report.obligations {
        for TurnsOn { if_yes, if_no, .. } in item.readings.iter().filter(|it| it.reading == point.id) {
            let (yes, no) = (outcome_name(*if_yes, None, words), outcome_name(*if_no, None, words));
            blocks.push(Block::Leads(
                0,
                item.id.clone(),
                words.export.point_line(item.id.as_str(), no, yes, &item.title),
            ));
        }
    }
}

/// The name among the words of how an open legal point is taken in a report.
pub fn taken(how: &str, words: &Words) -> &'static str {
    match how {
        "treated as yes" => words.export.taken.treated_yes,
        "treated as no" => words.export.taken.treated_no,
        "decided: yes" => words.export.taken.decided_yes,
        "decided: no" => words.export.taken.decided_no,
        _ => words.export.taken.open,
    }
}

/// Adds the sources that what is told rests on.
pub fn sources(report: &Report, words: &Words, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(2, words.export.sources_heading.to_owned()));
    blocks.push(Block::link(words.export.official.to_owned(), &report.pack.official));
    let used = in_use(report);
    report.sources.iter().filter(|it| used.contains(it.id.as_str())).for_each(|it| source(it, words, blocks));
}

fn source(source: &Cited, words: &Words, blocks: &mut Vec<Block>) {
    let pair = |label: &str, text: &str| Block::Pair(label.to_owned(), text.to_owned());
    blocks.push(Block::Entry(anchor("source", &source.id), format!("{}: {}", source.citation, source.heading)));
    blocks.push(pair(words.export.source_says, &source.says));
    blocks.push(pair(words.export.source_binds, &source.binds));
    if let Some(exceptions) = &source.exceptions {
        blocks.push(pair(words.export.source_exceptions, exceptions));
    }
    let sure = tell::confidence(source.confidence, words);
    blocks.push(pair(words.export.source_confidence, sure));
    if !source.link.is_empty() {
        blocks.push(Block::link(words.export.source_link.to_owned(), &source.link));
    }
}

/// The ids of the sources that what is told rests on; of what is ruled out, those that do it.
fn in_use(report: &Report) -> BTreeSet<&str> {
    let mut ids = BTreeSet::new();
    for item in &report.obligations {
        if item.standing != Standing::RuledOut {
            ids.extend(item.sources.iter().map(String::as_str));
        }
        cited(&item.because, &mut ids);
        cited(&item.met_because, &mut ids);
    }
    ids.extend(report.readings.iter().flat_map(|it| it.sources.iter().map(String::as_str)));
    ids
}

/// Adds the ids of the sources that `reasons` rest on.
pub fn cited<'a>(reasons: &'a [Reason], ids: &mut BTreeSet<&'a str>) {
    for it in reasons {
        ids.extend(it.sources.iter().map(String::as_str));
        cited(&it.because, ids);
    }
}
