//! The law behind results: a source in full, and a legal point on which lawyers differ.

use crate::judge::{Judgement, Turn};
use crate::pack::{LawBody, Pack, Reading, ReadingId, SourceId};
use crate::phrase::day_text;
use crate::report::{DecidedPoint, Item, OpenPoint, Report};
use crate::tell::block::{Block, Line, Target};
use crate::tell::decision::decision;
use crate::tell::value::{capital, confidence, outcome, stance};
use crate::words::Words;

/// A source: what it says, whom it binds, how sure we are of it and where it was read. Its title comes first.
pub fn source(pack: &Pack, id: SourceId, words: &Words) -> Vec<Block> {
    let (source, of) = (pack.source(id), &words.tell.source);
    let title = format!("{}: {}", source.citation, source.heading);
    let mut blocks = vec![Block::Entry { target: Target::Sources(vec![id]), id: None, title }];
    let mut pair = |label: &str, text: String| blocks.push(Block::Pair(label.to_owned(), text));
    pair(of.says, source.says.clone());
    pair(of.binds, source.binds.clone());
    if let Some(exceptions) = &source.exceptions {
        pair(of.exceptions, exceptions.clone());
    }
    pair(of.confidence, capital(confidence(source.confidence, words)));
    if !source.link.is_empty() {
        blocks.push(Block::Link(of.read_at.to_owned(), source.link.clone()));
    }
    blocks
}

/// A source in short form: what it is called, and beside that what it says, whom it binds, its exceptions,
/// and how sure we are if it was not read itself.
pub fn source_in_short(pack: &Pack, id: SourceId, words: &Words) -> Line {
    let (source, of) = (pack.source(id), &words.tell.source);
    let labeled = |label: &str, text: &str| format!("{label}: {text}");
    let unsure = || labeled(of.confidence, &format!("{}.", confidence(source.confidence, words)));
    let parts = [
        Some(source.says.clone()),
        Some(labeled(of.binds, &source.binds)),
        source.exceptions.as_deref().map(|text| labeled(of.exceptions, text)),
        (!source.confidence.is_verified()).then(unsure),
    ];
    let text = parts.into_iter().flatten().collect::<Vec<String>>().join(" ");
    Line::with(format!("{}: {}.", source.citation, source.heading), text)
}

/// A source by itself: also when the law was checked, where the official text is, and what rests on it.
pub fn source_in_full(pack: &Pack, id: SourceId, words: &Words) -> Vec<Block> {
    let of = &words.tell.source;
    let mut blocks = source(pack, id, words);
    blocks.push(Block::Pair(words.common.law.checked.to_owned(), day_text(pack.law_checked_on, words)));
    blocks.extend(official_pages(pack, [id], words));
    let obligations = pack.obligation_ids().filter(|&each| pack.obligation(each).sources.contains(&id));
    let obligations =
        obligations.map(|each| Block::leading(0, pack.obligation(each).title.clone(), Target::Obligation(each)));
    list(of.obligations, obligations.collect(), &mut blocks);
    let questions = pack.question_ids().filter(|&each| pack.question(each).sources.contains(&id));
    let questions = questions.map(|each| Block::leading(0, pack.question(each).ask.clone(), Target::Question(each)));
    list(words.common.law.questions, questions.collect(), &mut blocks);
    blocks
}

/// Where the official text of these provisions is: a link for each body of law they belong to.
pub fn official_pages(pack: &Pack, ids: impl IntoIterator<Item = SourceId>, words: &Words) -> Vec<Block> {
    let ids: Vec<SourceId> = ids.into_iter().collect();
    if pack.bodies.is_empty() {
        return vec![Block::Link(words.common.law.official.to_owned(), pack.official.clone())];
    }
    let used = pack.bodies.iter().enumerate().filter(|(at, _)| ids.iter().any(|&id| pack.source(id).body == Some(*at)));
    let page = |(_, body): (usize, &LawBody)| {
        Some(Block::Link(words.tell.source.official(&body.name), body.official.clone()?))
    };
    used.filter_map(page).collect()
}

fn list(heading: &str, points: Vec<Block>, blocks: &mut Vec<Block>) {
    if !points.is_empty() {
        blocks.push(Block::Heading(heading.to_owned()));
        blocks.extend(points);
    }
}

/// A legal point as it is put to counsel: what it asks, why lawyers differ on it, and when to take a side.
/// Its title comes first.
pub fn point_to_decide(pack: &Pack, id: ReadingId, words: &Words) -> Vec<Block> {
    let mut blocks = point(pack, id);
    blocks.push(Block::text(Line::quiet(words.tell.point.counsel)));
    blocks
}

fn point(pack: &Pack, id: ReadingId) -> Vec<Block> {
    let of = pack.reading(id);
    vec![
        Block::Entry { target: Target::Point(id), id: None, title: of.title.clone() },
        Block::text(of.ask.clone()),
        Block::text(of.why.clone()),
    ]
}

/// What can be made of a legal point, as counsel is offered it: leave it open, take it as yes, take it as no.
pub fn sides(of: &Reading, words: &Words) -> [(Option<bool>, Line); 3] {
    let says = &words.tell.point;
    let open = match (of.treated, of.safe) {
        (true, true) => says.leave_yes,
        (true, false) => says.leave_no,
        (false, _) => says.leave,
    };
    let side =
        |yes: bool, position: String| (Some(yes), Line::with(position, if of.safe == yes { says.is_safe } else { "" }));
    [(None, Line::from(open)), side(true, says.yes(&of.yes)), side(false, says.no(&of.no))]
}

/// A legal point in a document: what it asks, both positions, and how it is taken here, by whom if it is
/// `decided`.
pub fn point_in_full(pack: &Pack, point_here: OpenPoint, decided: Option<&DecidedPoint>, words: &Words) -> Vec<Block> {
    let of = pack.reading(point_here.reading);
    let mut blocks = point(pack, point_here.reading);
    let positions = sides(of, words).into_iter().filter(|(side, _)| side.is_some());
    blocks.extend(positions.map(|(_, line)| Block::point(0, line)));
    blocks.push(Block::text(stance(point_here.stance, words)));
    blocks.extend(decided.into_iter().flat_map(|decided| decision(decided, words)).map(|line| Block::point(0, line)));
    let sources: Vec<&str> = of.sources.iter().map(|&id| pack.source(id).id.as_str()).collect();
    blocks.push(Block::Pair(words.common.law.sources.to_owned(), sources.join(", ")));
    blocks
}

/// The name by which a legal point is decided in an answer file.
pub fn point_id(pack: &Pack, id: ReadingId, words: &Words) -> Block {
    Block::Pair(words.tell.point.id.to_owned(), pack.reading(id).id.clone())
}

/// The obligations that turn on the legal point `id`, under what both sides make of them.
pub fn turning(report: &Report<'_>, id: ReadingId, words: &Words) -> Vec<Block> {
    let says = &words.tell.point;
    let mut groups: Vec<((Judgement, Judgement), Vec<&Item<'_>>)> = Vec::new();
    for item in &report.obligations {
        for Turn { if_yes, if_no, .. } in item.turns_on.iter().filter(|turn| turn.reading == id) {
            let both = (*if_yes, *if_no);
            match groups.iter_mut().find(|(known, _)| *known == both) {
                Some((_, items)) => items.push(item),
                None => groups.push((both, vec![item])),
            }
        }
    }
    let mut blocks = vec![Block::Heading(says.turning.to_owned())];
    for ((if_yes, if_no), items) in groups {
        blocks.push(Block::point(0, says.turns(outcome(if_no, words), outcome(if_yes, words))));
        blocks.extend(items.into_iter().map(|item| {
            let named = format!("{} ({})", item.obligation.title, item.obligation.id);
            Block::leading(1, named, Target::Obligation(item.id))
        }));
    }
    blocks
}

/// What legal points are called together: those that are open, or those that are decided here.
pub fn points_heading(decided: bool, words: &Words) -> &'static str {
    if decided { words.tell.point.decided_points } else { words.tell.point.open_points }
}

/// Which side is safe to act on, as a sentence.
pub fn safe_side(of: &Reading, words: &Words) -> &'static str {
    if of.safe { words.tell.point.safe_yes } else { words.tell.point.safe_no }
}
