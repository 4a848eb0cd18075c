//! Documents as plain text, wrapped for reading anywhere.

use crate::export::outline::block::{DocBlock, TableRow};

/// A document as plain text, at most `width` columns wide.
pub fn plain_text(blocks: &[DocBlock], width: usize) -> String {
    let mut text = String::new();
    for (at, block) in blocks.iter().enumerate() {
        let apart = matches!(
            block,
            DocBlock::Heading(..) | DocBlock::Entry(..) | DocBlock::Text(_) | DocBlock::Counts(_) | DocBlock::Table(..)
        );
        // Below numbers a list starts anew.
        let below_counts =
            at.checked_sub(1).and_then(|it| blocks.get(it)).is_some_and(|block| matches!(block, DocBlock::Counts(_)));
        if at > 0 && (apart || below_counts) {
            text.push('\n');
        }
        draw(block, width, &mut text);
    }
    text
}

fn draw(block: &DocBlock, width: usize, text: &mut String) {
    match block {
        DocBlock::Heading(1, it) => underlined(it, '=', width, text),
        DocBlock::Heading(2, it) => underlined(it, '-', width, text),
        DocBlock::Heading(3, it) | DocBlock::Entry(_, it) | DocBlock::Text(it) => wrapped(it, "", "", width, text),
        DocBlock::Heading(_, it) => wrapped(&format!("{it}:"), "", "", width, text),
        DocBlock::Pair(label, it) => wrapped(&format!("{label}: {it}"), "", "    ", width, text),
        DocBlock::Point(depth, it) | DocBlock::Leads(depth, _, it) => point(*depth, it, width, text),
        DocBlock::Step(number, it) => wrapped(it, &format!("  {number}. "), "     ", width, text),
        // An address is never broken over lines.
        DocBlock::Link(label, address) => {
            wrapped(&format!("{label}:"), "", "", width, text);
            text.push_str("    ");
            text.push_str(address);
            text.push('\n');
        }
        DocBlock::Counts(counts) => {
            let each: Vec<String> = counts.iter().map(|(label, count)| format!("{label}: {count}")).collect();
            wrapped(&each.join(" · "), "", "", width, text);
        }
        DocBlock::Table(head, rows) => rows.iter().for_each(|it| row(head, it, width, text)),
        DocBlock::NewPage => {}
    }
}

fn point(depth: usize, it: &str, width: usize, text: &mut String) {
    let indent = "  ".repeat(depth + 1);
    wrapped(it, &format!("{indent}- "), &format!("{indent}  "), width, text);
}

/// A row of a table as a point, its further cells below it.
fn row(head: &[String], row: &TableRow, width: usize, text: &mut String) {
    let mut cells = row.cells.iter().zip(head);
    if let Some((first, _)) = cells.next() {
        point(0, first, width, text);
    }
    for (cell, head) in cells.filter(|(cell, _)| !cell.is_empty()) {
        wrapped(&format!("{head}: {cell}"), "    ", "      ", width, text);
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
