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

/// Adds `blocks` to `page`. A point is marked with what `typed` says opens what it leads to, or else with
/// a number that tells what it stands under.
pub fn lay_out_numbered(page: &mut PlainPage<'_>, blocks: &[Block], typed: &dyn Fn(&Target) -> Option<String>) {
    let mut numbers: Vec<usize> = Vec::new();
    for block in blocks {
        match block {
            Block::Point { depth, line, target } => {
                numbers.resize(depth + 1, 0);
                if let Some(number) = numbers.last_mut() {
                    *number += 1;
                }
                point(page, &numbers, line, target.as_ref().and_then(typed));
            }
            Block::Heading(_) => {
                numbers.clear();
                add(page, block);
            }
            other => add(page, other),
        }
    }
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

fn point(page: &mut PlainPage<'_>, numbers: &[usize], line: &Line, typed: Option<String>) {
    let number = || numbers.iter().map(ToString::to_string).collect::<Vec<String>>().join(".");
    page.item(numbers.len(), &format!("{}.", typed.unwrap_or_else(number)), &line.whole());
}
