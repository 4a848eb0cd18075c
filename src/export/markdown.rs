//! Documents as Markdown. User text is escaped, so that it cannot become markup.

use crate::export::document::FormatFacts;
use crate::export::outline::block::{BETWEEN_PARTS, DocBlock, Reference, TableRow};

/// What is known of it.
pub const FACTS: FormatFacts = FormatFacts {
    name: "markdown",
    extension: "md",
    is_text: true,
    purpose: |words| words.common.format.markdown,
    draw: |document, _| markdown(&document.blocks).into_bytes(),
};

/// Draws blocks as Markdown.
pub fn markdown(blocks: &[DocBlock]) -> String {
    let mut text = String::new();
    let mut before = None;
    for block in blocks.iter().filter(|block| !matches!(block, DocBlock::NewPage)) {
        if before.is_some_and(|it| apart(it, block)) {
            text.push('\n');
        }
        text.push_str(&line(block));
        text.push('\n');
        before = Some(block);
    }
    text
}

/// Whether an empty line separates two blocks, as it does everywhere but within a list.
fn apart(before: &DocBlock, block: &DocBlock) -> bool {
    let list = |block: &DocBlock| {
        matches!(
            block,
            DocBlock::Point(..)
                | DocBlock::Leads(..)
                | DocBlock::Step(..)
                | DocBlock::Pair(..)
                | DocBlock::Link(..)
                | DocBlock::Run(..)
                | DocBlock::Reference(_)
        )
    };
    !(list(before) && list(block))
}

fn line(block: &DocBlock) -> String {
    match block {
        DocBlock::Heading(level, text) => format!("{} {}", "#".repeat(usize::from(*level)), escaped(text)),
        DocBlock::Entry(_, text) => format!("### {}", escaped(text)),
        DocBlock::Text(text) => escaped(text),
        DocBlock::Pair(label, text) if text.is_empty() => format!("- **{}:**", escaped(label)),
        DocBlock::Pair(label, text) => format!("- **{}:** {}", escaped(label), escaped(text)),
        DocBlock::Point(depth, text) | DocBlock::Leads(depth, _, text) => {
            format!("{}- {}", "  ".repeat(*depth), escaped(text))
        }
        DocBlock::Step(number, text) => format!("{number}. {}", escaped(text)),
        DocBlock::Link(label, address) => format!("- {}", link(label, address)),
        DocBlock::Run(label, parts) => {
            let parts: Vec<String> = parts.iter().map(|part| escaped(&part.text)).collect();
            format!("- **{}:** {}", escaped(label), parts.join(BETWEEN_PARTS))
        }
        DocBlock::Reference(of) => reference(of),
        DocBlock::Counts(counts) => {
            let each = counts.iter().map(|(label, count)| format!("{}: **{count}**", escaped(label)));
            each.collect::<Vec<String>>().join(" · ")
        }
        DocBlock::Table(head, rows) => rows.iter().map(|it| row(head, it)).collect::<Vec<String>>().join("\n"),
        DocBlock::NewPage => String::new(),
    }
}

fn link(label: &str, address: &str) -> String {
    format!("[{}](<{}>)", escaped(label), address.replace(['<', '>', ' '], ""))
}

/// Draws a provision in short form.
fn reference(of: &Reference) -> String {
    let address = of.address.as_ref().map_or_else(String::new, |address| format!(" {}", link(address, address)));
    format!("- {} {}{address}", escaped(&of.title), escaped(&of.text))
}

/// Draws a row of a table as a point, with its other cells as points below it, because columns of
/// sentences are hard to read in plain characters.
fn row(head: &[String], row: &TableRow) -> String {
    let mut cells = row.cells.iter().zip(head);
    let first = cells.next().map_or_else(String::new, |(cell, _)| format!("- {}", escaped(cell)));
    let rest = cells.filter(|(cell, _)| !cell.is_empty());
    let rest = rest.map(|(cell, head)| format!("\n  - {}: {}", escaped(head), escaped(cell)));
    first + &rest.collect::<String>()
}

/// Escapes every character in `text` that Markdown or HTML could read as markup.
fn escaped(text: &str) -> String {
    let inner = text.trim_matches(' ');
    let (start, end) = (text.len() - text.trim_start_matches(' ').len(), text.len());
    let mut safe = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        // Spaces at either end would be dropped or make a code block.
        let outer = character == ' ' && (at < start || at >= start + inner.len()) && at < end;
        let starts = at == 0 && matches!(character, '+' | '-' | '=' | ':')
            || matches!(character, '.' | ')') && numbered(text, at);
        match character {
            _ if outer => safe.push_str("&#32;"),
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '!' | '$' | '^' | '{' | '}' | '@' | '#' => {
                safe.push('\\');
                safe.push(character);
            }
            _ if starts => {
                safe.push('\\');
                safe.push(character);
            }
            // Breaks up an address that would become a link by itself.
            ':' if rest.starts_with("://") => safe.push_str("&#58;"),
            'w' | 'W' if rest.get(..4).is_some_and(|it| it.eq_ignore_ascii_case("www.")) => {
                safe.push_str(if character == 'w' { "&#119;" } else { "&#87;" });
            }
            _ => safe.push(character),
        }
    }
    safe
}

/// Whether everything before `at` is digits, and few enough for the number of a list item.
fn numbered(text: &str, at: usize) -> bool {
    (1..10).contains(&at) && text.get(..at).is_some_and(|number| number.chars().all(|it| it.is_ascii_digit()))
}
