//! The text of obligations as blocks of a document. Points whose sub-points were already written
//! under an earlier obligation are not repeated: they link to it. So do notes that were. A part that is
//! short stands beside its heading.

use std::collections::BTreeMap;

use crate::export::outline::block::{DocBlock, RunPart};
use crate::pack::Pack;
use crate::tell::{Block, Line, Target};
use crate::words::Words;

/// The families of points written so far, each with the entry it stands under.
#[derive(Debug, Default)]
pub struct Fold {
    told: BTreeMap<Family, Told>,
    /// The reasons written so far for which something is open.
    why_open: Vec<(Vec<Block>, Told)>,
}

/// A point and all points below it, each with how much deeper it stands.
type Family = Vec<(usize, Line)>;

/// The entry that a family of points stands under.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Told {
    target: Target,
    title: String,
}

impl Fold {
    /// Turns `blocks`, which begin with their entry, into blocks of a document.
    pub fn fold(&mut self, blocks: &[Block], pack: &Pack, words: &Words) -> Vec<DocBlock> {
        let here = blocks.iter().find_map(entry);
        let mut folded = Vec::new();
        let mut notes = None;
        let mut rest = blocks;
        while let Some((block, after)) = rest.split_first() {
            if let Block::Heading(heading) = block {
                folded.extend(notes.take().map_or_else(Vec::new, |notes| see_also(notes, pack, words)));
                notes = (heading == words.common.obligation.notes).then(Vec::new);
                let part = after.split(is_heading).next().unwrap_or_default();
                let before = (heading == words.tell.obligation.why_open).then(|| self.open_before(part, here.as_ref()));
                if let Some(before) = before.flatten() {
                    let says = words.export.open_before(&before.title);
                    folded.extend([doc_block(block, pack), DocBlock::Leads(0, before.target.anchor(pack), says)]);
                    rest = after.get(part.len()..).unwrap_or_default();
                    continue;
                }
            }
            let family = family(rest);
            let before = self.told.get(&family).filter(|before| Some(*before) != here.as_ref());
            if let (Block::Point { depth, line, .. }, Some(before)) = (block, before) {
                if let Some(notes) = &mut notes {
                    notes.push(before.clone());
                } else {
                    let text = again(block, line, before, pack, words);
                    folded.push(DocBlock::Leads(*depth, before.target.anchor(pack), text));
                }
                rest = after.get(family.len() - 1..).unwrap_or_default();
                continue;
            }
            if let (true, Some(here)) = (family.len() > 1 || !family.is_empty() && notes.is_some(), &here) {
                self.told.entry(family).or_insert_with(|| here.clone());
            }
            folded.push(doc_block(block, pack));
            rest = after;
        }
        folded.extend(notes.map_or_else(Vec::new, |notes| see_also(notes, pack, words)));
        beside_headings(&folded)
    }

    /// Returns the earlier entry that is open for the same reason, which is `part`. If there is none, notes
    /// that the entry `here` is.
    fn open_before(&mut self, part: &[Block], here: Option<&Told>) -> Option<Told> {
        if let Some((_, before)) = self.why_open.iter().find(|(reason, _)| reason == part) {
            return Some(before.clone());
        }
        self.why_open.extend(here.map(|here| (part.to_vec(), here.clone())));
        None
    }
}

fn is_heading(block: &Block) -> bool {
    matches!(block, Block::Heading(_))
}

/// Puts each part of `blocks` that is one paragraph, or only leads to provisions, beside its heading.
fn beside_headings(blocks: &[DocBlock]) -> Vec<DocBlock> {
    let starts = |_: &DocBlock, next: &DocBlock| !matches!(next, DocBlock::Heading(..));
    blocks.chunk_by(starts).flat_map(|part| short_part(part).map_or_else(|| part.to_vec(), |row| vec![row])).collect()
}

/// Returns a part as one label with its content, if it is short.
fn short_part(part: &[DocBlock]) -> Option<DocBlock> {
    let (DocBlock::Heading(_, heading), rest) = part.split_first()? else { return None };
    if let [DocBlock::Text(text) | DocBlock::Point(0, text) | DocBlock::Step(_, text)] = rest {
        return Some(DocBlock::Pair(heading.clone(), text.clone()));
    }
    let each = rest.iter().map(|block| match block {
        DocBlock::Leads(0, to, text) => Some(RunPart { text: text.clone(), to: Some(to.clone()) }),
        _ => None,
    });
    let parts = each.collect::<Option<Vec<RunPart>>>().filter(|parts| !parts.is_empty())?;
    Some(DocBlock::Run(heading.clone(), parts))
}

/// Leads to the entries under which notes were told before.
fn see_also(mut before: Vec<Told>, pack: &Pack, words: &Words) -> Vec<DocBlock> {
    before.dedup();
    let lead = |told: &Told| DocBlock::Leads(0, told.target.anchor(pack), words.export.notes_before(&told.title));
    before.iter().map(lead).collect()
}

fn entry(block: &Block) -> Option<Told> {
    match block {
        Block::Entry { target, title, .. } => Some(Told { target: target.clone(), title: title.clone() }),
        Block::Heading(_)
        | Block::Text(_)
        | Block::Point { .. }
        | Block::Step(..)
        | Block::Pair(..)
        | Block::Link(..) => None,
    }
}

/// Returns the family that `blocks` begin with; empty if they do not begin with a point.
fn family(blocks: &[Block]) -> Family {
    let mut points = blocks.iter().map_while(point);
    let Some((top, line)) = points.next() else { return Family::new() };
    let below = points.take_while(|(depth, _)| *depth > top).map(|(depth, line)| (depth - top, line.clone()));
    [(0, line.clone())].into_iter().chain(below).collect()
}

fn point(block: &Block) -> Option<(usize, &Line)> {
    match block {
        Block::Point { depth, line, .. } => Some((*depth, line)),
        Block::Heading(_)
        | Block::Entry { .. }
        | Block::Text(_)
        | Block::Step(..)
        | Block::Pair(..)
        | Block::Link(..) => None,
    }
}

/// Returns the `line` of `block` with the title under which the points below it were written. A legal point
/// is told by its title.
fn again(block: &Block, line: &Line, before: &Told, pack: &Pack, words: &Words) -> String {
    let text = match block {
        Block::Point { target: Some(Target::Point(id)), .. } => pack.reading(*id).title.clone(),
        _ => line.whole(),
    };
    let text = text.strip_suffix(words.tell.obligation.because).unwrap_or(&text);
    words.export.told_before(text, &before.title)
}

/// `told` as blocks of a document.
pub fn laid_out(told: &[Block], pack: &Pack) -> Vec<DocBlock> {
    told.iter().map(|block| doc_block(block, pack)).collect()
}

fn doc_block(block: &Block, pack: &Pack) -> DocBlock {
    match block {
        Block::Heading(text) => DocBlock::Heading(4, text.clone()),
        Block::Entry { target, id, title } => {
            let title = id.as_ref().map_or_else(|| title.clone(), |id| format!("{id} {title}"));
            DocBlock::Entry(target.anchor(pack), title)
        }
        Block::Pair(label, text) => DocBlock::Pair(label.clone(), text.clone()),
        Block::Link(label, address) => DocBlock::link(label.clone(), address),
        Block::Text(line) => DocBlock::Text(line.whole()),
        Block::Step(number, line) => DocBlock::Step(*number, line.whole()),
        Block::Point { depth, line, target: Some(target) } => {
            DocBlock::Leads(*depth, target.anchor(pack), line.whole())
        }
        Block::Point { depth, line, target: None } => DocBlock::Point(*depth, line.whole()),
    }
}
