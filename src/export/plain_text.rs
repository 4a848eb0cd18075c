//! The report as plain text, wrapped for reading anywhere.

use crate::export::outline::{Block, outline};
use crate::report::Report;
use crate::words::Words;

/// The most columns of a line.
const WIDTH: usize = 78;

/// `report` as plain text.
pub fn render(report: &Report, words: &Words) -> String {
    let mut text = String::new();
    let blocks = outline(report, words);
    for (at, block) in blocks.iter().enumerate() {
        if at > 0 && matches!(block, Block::Heading(..) | Block::Text(_)) {
            text.push('\n');
        }
        draw(block, &mut text);
    }
    text
}

fn draw(block: &Block, text: &mut String) {
    match block {
        Block::Heading(1, it) => underlined(it, '=', text),
        Block::Heading(2, it) => underlined(it, '-', text),
        Block::Heading(3, it) | Block::Text(it) => wrapped(it, "", "", text),
        Block::Heading(_, it) => wrapped(&format!("{it}:"), "", "", text),
        Block::Pair(label, it) => wrapped(&format!("{label}: {it}"), "", "    ", text),
        Block::Point(depth, it) => {
            let indent = "  ".repeat(*depth + 1);
            wrapped(it, &format!("{indent}- "), &format!("{indent}  "), text);
        }
        Block::Step(number, it) => wrapped(it, &format!("  {number}. "), "     ", text),
        // An address is never broken over lines.
        Block::Link(label, address) => {
            wrapped(&format!("{label}:"), "", "", text);
            text.push_str("    ");
            text.push_str(address);
            text.push('\n');
        }
    }
}

fn underlined(it: &str, with: char, text: &mut String) {
    wrapped(it, "", "", text);
    text.extend(std::iter::repeat_n(with, it.chars().count().min(WIDTH)));
    text.push('\n');
}

fn wrapped(it: &str, first: &str, rest: &str, text: &mut String) {
    let options = crate::lines::wrapping(WIDTH).initial_indent(first).subsequent_indent(rest);
    for line in textwrap::wrap(it, options) {
        text.push_str(&line);
        text.push('\n');
    }
}
