//! What is told, laid out line by line.

use crate::plain::page::PlainPage;
use crate::tell::{Block, Line, Target};
use crate::words::Words;

/// `title` and `blocks` as text, in lines of at most `width` columns.
pub fn text_of(title: &str, blocks: &[Block], width: usize, words: &Words) -> String {
    let mut page = PlainPage::new(words, width, false);
    page.say(title);
    page.gap();
    for block in blocks {
        // A paragraph stands apart from the points before it.
        if matches!(block, Block::Text(_)) {
            page.gap();
        }
        add(&mut page, block);
    }
    page.gap();
    page.text().to_owned()
}

/// Adds `blocks` to `page`; points are marked with dashes.
pub fn lay_out(page: &mut PlainPage<'_>, blocks: &[Block]) {
    for block in blocks {
        add(page, block);
    }
}

/// Adds `blocks` to `page`. Points are numbered by what they stand under, and end with what `typed` says
/// opens what they lead to. In a list where all lead somewhere, what is typed stands in front instead.
pub fn lay_out_numbered(page: &mut PlainPage<'_>, blocks: &[Block], typed: &dyn Fn(&Target) -> Option<String>) {
    let is_heading = |block: &Block| matches!(block, Block::Heading(_));
    for part in blocks.chunk_by(|_, next| !is_heading(next)) {
        let keys: Vec<Option<String>> = part.iter().map(|block| key(block, typed)).collect();
        let is_menu = part.iter().zip(&keys).all(|(block, key)| !is_top(block) || key.is_some());
        let mut numbers: Vec<usize> = Vec::new();
        for (block, key) in part.iter().zip(keys) {
            let Block::Point { depth, line, .. } = block else {
                add(page, block);
                continue;
            };
            numbers.resize(depth + 1, 0);
            if let Some(number) = numbers.last_mut() {
                *number += 1;
            }
            match key {
                Some(key) if is_menu && *depth == 0 => page.item(1, &format!("{key}."), &line.whole()),
                key => point(page, &numbers, line, key),
            }
        }
    }
}

fn key(block: &Block, typed: &dyn Fn(&Target) -> Option<String>) -> Option<String> {
    match block {
        Block::Point { target: Some(target), .. } => typed(target),
        Block::Point { target: None, .. }
        | Block::Heading(_)
        | Block::Entry { .. }
        | Block::Text(_)
        | Block::Step(..)
        | Block::Pair(..)
        | Block::Link(..) => None,
    }
}

/// Whether it is a point below no other.
fn is_top(block: &Block) -> bool {
    matches!(block, Block::Point { depth: 0, .. })
}

fn add(page: &mut PlainPage<'_>, block: &Block) {
    match block {
        Block::Entry { id, title, .. } => {
            page.gap();
            match id {
                Some(id) => page.say(&format!("{id}. {title}")),
                None => page.say(title),
            }
        }
        Block::Text(line) => page.say(&line.whole()),
        Block::Heading(text) => {
            page.gap();
            page.say(&format!("{text}:"));
        }
        Block::Step(number, line) => page.item(1, &format!("{number}."), &line.whole()),
        Block::Point { depth, line, .. } => page.item(depth + 1, "-", &line.whole()),
        Block::Pair(label, text) => page.say(&format!("{label}: {text}")),
        Block::Link(label, address) => {
            page.say(&format!("{label}:"));
            page.whole(1, address);
        }
    }
}

fn point(page: &mut PlainPage<'_>, numbers: &[usize], line: &Line, key: Option<String>) {
    let number = numbers.iter().map(ToString::to_string).collect::<Vec<String>>().join(".");
    let key = key.map_or_else(String::new, |key| format!(" ({key})"));
    page.item(numbers.len(), &format!("{number}."), &format!("{}{key}", line.whole()));
}
