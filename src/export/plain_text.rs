//! Documents as plain text, wrapped for reading anywhere.

use crate::export::outline::Block;

/// A document as plain text, at most `width` columns wide.
pub fn plain_text(blocks: &[Block], width: usize) -> String {
    let mut text = String::new();
    for (at, block) in blocks.iter().enumerate() {
        if at > 0 && matches!(block, Block::Heading(..) | Block::Text(_)) {
            text.push('\n');
        }
        draw(block, width, &mut text);
    }
    text
}

fn draw(block: &Block, width: usize, text: &mut String) {
    match block {
        Block::Heading(1, it) => underlined(it, '=', width, text),
        Block::Heading(2, it) => underlined(it, '-', width, text),
        Block::Heading(3, it) | Block::Text(it) => wrapped(it, "", "", width, text),
        Block::Heading(_, it) => wrapped(&format!("{it}:"), "", "", width, text),
        Block::Pair(label, it) => wrapped(&format!("{label}: {it}"), "", "    ", width, text),
        Block::Point(depth, it) => {
            let indent = "  ".repeat(*depth + 1);
            wrapped(it, &format!("{indent}- "), &format!("{indent}  "), width, text);
        }
        Block::Step(number, it) => wrapped(it, &format!("  {number}. "), "     ", width, text),
        // An address is never broken over lines.
        Block::Link(label, address) => {
            wrapped(&format!("{label}:"), "", "", width, text);
            text.push_str("    ");
            text.push_str(address);
            text.push('\n');
        }
    }
}

fn underlined(it: &str, line: char, width: usize, text: &mut String) {
    wrapped(it, "", "", width, text);
    text.extend(std::iter::repeat_n(line, it.chars().count().min(width)));
    text.push('\n');
}

fn wrapped(it: &str, first: &str, rest: &str, width: usize, text: &mut String) {
    let options = crate::lines::wrapping(width).initial_indent(first).subsequent_indent(rest);
    for line in textwrap::wrap(it, options) {
        text.push_str(&line);
        text.push('\n');
    }
}
