//! Documents as Markdown. User text is escaped, so that it cannot become markup.

use crate::export::outline::Block;

/// A document as Markdown.
pub fn markdown(blocks: &[Block]) -> String {
    let mut text = String::new();
    let mut before = None;
    for block in blocks {
        if before.is_some_and(|it| apart(it, block)) {
            text.push('\n');
        }
        text.push_str(&line(block));
        text.push('\n');
        before = Some(block);
    }
    text
}

/// Whether an empty line stands between two blocks: all but those of one list.
fn apart(before: &Block, block: &Block) -> bool {
    let list = |it: &Block| matches!(it, Block::Point(..) | Block::Step(..) | Block::Pair(..) | Block::Link(..));
    !(list(before) && list(block))
}

fn line(block: &Block) -> String {
    match block {
        Block::Heading(level, text) => format!("{} {}", "#".repeat(usize::from(*level)), escaped(text)),
        Block::Text(text) => escaped(text),
        Block::Pair(label, text) => format!("- **{}:** {}", escaped(label), escaped(text)),
        Block::Point(depth, text) => format!("{}- {}", "  ".repeat(*depth), escaped(text)),
        Block::Step(number, text) => format!("{number}. {}", escaped(text)),
        Block::Link(label, address) => format!("- [{}](<{}>)", escaped(label), address.replace(['<', '>', ' '], "")),
    }
}

/// `text` with every character that Markdown or HTML could read as markup made plain.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for (at, it) in text.char_indices() {
        let starts = at == 0 && matches!(it, '#' | '+' | '-' | '=' | ':')
            || at < 4 && matches!(it, '.' | ')') && numbered(text, at);
        match it {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '!' | '$' | '^' | '{' | '}' | '@' => {
                safe.push('\\');
                safe.push(it);
            }
            _ if starts => {
                safe.push('\\');
                safe.push(it);
            }
            // An address that would turn into a link by itself is taken apart.
            ':' if text.get(at..).is_some_and(|rest| rest.starts_with("://")) => safe.push_str("&#58;"),
            _ => safe.push(it),
        }
    }
    safe
}

/// Whether all before `at` are digits, as in a numbered list.
fn numbered(text: &str, at: usize) -> bool {
    at > 0 && text.get(..at).is_some_and(|it| it.chars().all(|it| it.is_ascii_digit()))
}
