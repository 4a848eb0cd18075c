//! The text of obligations as blocks of a document. Points whose sub-points were already written
//! under an earlier obligation are not repeated: they link to it.

use std::collections::BTreeMap;

use crate::export::outline::block::DocBlock;
use crate::pack::Pack;
use crate::tell::{Block as Told, Line};
use crate::words::Words;

/// The points with sub-points written so far, each with the title of the obligation it stands
/// under.
#[derive(Debug, Default)]
pub struct Fold {
    told: BTreeMap<Vec<(usize, Line)>, String>,
}

impl Fold {
    /// Turns `told`, which begins with its title, into blocks of a document.
    pub fn fold(&mut self, told: &[Told], pack: &Pack, words: &Words) -> Vec<DocBlock> {
        let mut blocks = Vec::new();
        let mut title = String::new();
        let mut rest = told;
        while let Some((first, after)) = rest.split_first() {
            rest = after;
            if let Told::Entry { title: of, .. } = first {
                title.clone_from(of);
            }
            let Told::Point { depth, line, .. } = first else {
                blocks.push(block(first, pack));
                continue;
            };
            let below = after.iter().take_while(|next| matches!(next, Told::Point { depth: at, .. } if at > depth));
            let below: Vec<(usize, Line)> = below.filter_map(point).collect();
            let family: Vec<(usize, Line)> = [(0, line.clone())]
                .into_iter()
                .chain(below.iter().map(|(at, line)| (at - depth, line.clone())))
                .collect();
            match self.told.get(&family).filter(|_| !below.is_empty()) {
                Some(before) if *before != title => {
                    let text = words.export.told_before(line.whole(), before);
                    blocks.push(DocBlock::Point(*depth, text));
                    rest = after.get(below.len()..).unwrap_or_default();
                }
                _ => {
                    if !below.is_empty() {
                        self.told.entry(family).or_insert_with(|| title.clone());
                    }
                    blocks.push(block(first, pack));
                }
            }
        }
        blocks
    }
}

fn point(told: &Told) -> Option<(usize, Line)> {
    match told {
        Told::Point { depth, line, .. } => Some((*depth, line.clone())),
        Told::Heading(_) | Told::Entry { .. } | Told::Text(_) | Told::Step(..) => None,
    }
}

fn block(told: &Told, pack: &Pack) -> DocBlock {
    match told {
        Told::Heading(text) => DocBlock::Heading(4, text.clone()),
        Told::Entry { target, id, title } => DocBlock::Entry(target.anchor(pack), format!("{id} {title}")),
        Told::Text(line) => DocBlock::Text(line.whole()),
        Told::Step(number, line) => DocBlock::Step(*number, line.whole()),
        Told::Point { depth, line, target: Some(target) } => DocBlock::Leads(*depth, target.anchor(pack), line.whole()),
        Told::Point { depth, line, target: None } => DocBlock::Point(*depth, line.whole()),
    }
}
