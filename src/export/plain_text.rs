//! Documents as plain text, wrapped for reading anywhere.

use crate::export::document::FormatFacts;
use crate::export::outline::block::{BETWEEN_PARTS, DocBlock, Reference, TableRow};

/// The most columns of a line.
const WIDTH: usize = 78;

/// What is known of it.
pub const FACTS: FormatFacts = FormatFacts {
    name: "text",
    extension: "txt",
    is_text: true,
    purpose: |words| words.common.format.text,
    draw: |document, _| plain_text(&document.blocks, WIDTH).into_bytes(),
};

/// Draws blocks as plain text, at most `width` columns wide.
pub fn plain_text(blocks: &[DocBlock], width: usize) -> String {
    let mut text = String::new();
    for (at, block) in blocks.iter().enumerate() {
        let apart = matches!(
            block,
            DocBlock::Heading(..)
                | DocBlock::Entry(..)
                | DocBlock::Text(_)
                | DocBlock::Counts(_)
                | DocBlock::Table(..)
                | DocBlock::Reference(_)
        );
        let before = at.checked_sub(1).and_then(|it| blocks.get(it));
        // A list that follows numbers starts a new paragraph, and so does a label that follows a list.
        let below_counts = before.is_some_and(|block| matches!(block, DocBlock::Counts(_)));
        let below_list = block.is_labeled() && before.is_some_and(is_listed);
        if at > 0 && (apart || below_counts || below_list) {
            text.push('\n');
        }
        draw(block, width, &mut text);
    }
    text
}

/// Whether `block` stands in a list that belongs to no label.
fn is_listed(block: &DocBlock) -> bool {
    matches!(block, DocBlock::Step(..) | DocBlock::Point(0, _) | DocBlock::Leads(0, ..) | DocBlock::Table(..))
}

fn draw(block: &DocBlock, width: usize, text: &mut String) {
    match block {
        DocBlock::Heading(1, content) => underlined(content, '=', width, text),
        DocBlock::Heading(2, content) => underlined(content, '-', width, text),
        DocBlock::Heading(3, content) | DocBlock::Entry(_, content) | DocBlock::Text(content) => {
            wrapped(content, "", "", width, text);
        }
        DocBlock::Heading(_, content) => wrapped(&format!("{content}:"), "", "", width, text),
        DocBlock::Pair(label, content) => wrapped(&format!("{label}: {content}"), "", "    ", width, text),
        DocBlock::Point(depth, content) | DocBlock::Leads(depth, _, content) => point(*depth, content, width, text),
        DocBlock::Step(number, content) => wrapped(content, &format!("  {number}. "), "     ", width, text),
        DocBlock::Link(label, address) => {
            wrapped(&format!("{label}:"), "", "", width, text);
            address_line(address, text);
        }
        DocBlock::Run(label, parts) => {
            let parts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
            wrapped(&format!("{label}: {}", parts.join(BETWEEN_PARTS)), "", "    ", width, text);
        }
        DocBlock::Reference(of) => reference(of, width, text),
        DocBlock::Counts(counts) => {
            let each: Vec<String> = counts.iter().map(|(label, count)| format!("{label}: {count}")).collect();
            wrapped(&each.join(" · "), "", "", width, text);
        }
        DocBlock::Table(head, rows) => rows.iter().for_each(|it| row(head, it, width, text)),
        DocBlock::NewPage => {}
    }
}

/// Draws a provision in short form.
fn reference(of: &Reference, width: usize, text: &mut String) {
    wrapped(&of.title, "", "", width, text);
    wrapped(&of.text, "    ", "    ", width, text);
    if let Some(address) = &of.address {
        address_line(address, text);
    }
}

/// Draws an address, which is never broken across lines.
fn address_line(address: &str, text: &mut String) {
    text.push_str("    ");
    text.push_str(address);
    text.push('\n');
}

fn point(depth: usize, content: &str, width: usize, text: &mut String) {
    let indent = "  ".repeat(depth + 1);
    wrapped(content, &format!("{indent}- "), &format!("{indent}  "), width, text);
}

/// Draws a row of a table as a point, with its other cells below it.
fn row(head: &[String], row: &TableRow, width: usize, text: &mut String) {
    let mut cells = row.cells.iter().zip(head);
    if let Some((first, _)) = cells.next() {
        point(0, first, width, text);
    }
    for (cell, head) in cells.filter(|(cell, _)| !cell.is_empty()) {
        wrapped(&format!("{head}: {cell}"), "    ", "      ", width, text);
    }
}

fn underlined(content: &str, line: char, width: usize, text: &mut String) {
    wrapped(content, "", "", width, text);
    text.extend(std::iter::repeat_n(line, content.chars().count().min(width)));
    text.push('\n');
}

fn wrapped(content: &str, first: &str, rest: &str, width: usize, text: &mut String) {
    let options = crate::lines::wrap_options(width).initial_indent(first).subsequent_indent(rest);
    for line in textwrap::wrap(content, options) {
        text.push_str(&line);
        text.push('\n');
    }
}
