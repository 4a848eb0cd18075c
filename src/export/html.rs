//! A document as one HTML file that loads nothing and runs nothing. All text passes through the
//! templates, which escape it.

mod flow;

use std::collections::BTreeSet;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::export::document::{Document, FormatFacts};
use crate::export::html::flow::{flow, id};
use crate::export::outline::block::DocBlock;
use crate::words::Words;

/// The style sheet, for screen and paper.
const STYLE: &str = include_str!("../../assets/export/report.css");

/// The content security policy: the file may apply its own style and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// What is known of it.
pub const FACTS: FormatFacts = FormatFacts {
    name: "html",
    extension: "html",
    is_text: true,
    purpose: |words| words.common.format.html,
    draw: |document, words| render(document, words).into_bytes(),
};

/// `document` as HTML.
pub fn render(document: &Document, words: &Words) -> String {
    let blocks = &document.blocks;
    let entries =
        blocks.iter().filter_map(|block| if let DocBlock::Entry(name, _) = block { Some(name.as_str()) } else { None });
    let entries: BTreeSet<&str> = entries.collect();
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            (head(&document.title, POLICY, ""))
            body {
                a.skip href="#report" { (words.export.skip) }
                nav aria-label=(words.export.contents) { (contents(blocks)) }
                main #report { (parts(blocks, 1, &entries)) }
            }
        }
    };
    page.into_string() + "\n"
}

/// Draws the head of a page with this title, with `style` after the style sheet of every document.
pub fn head(title: &str, policy: &str, style: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="referrer" content="no-referrer";
            meta name="color-scheme" content="light dark";
            title { (title) }
            style { (PreEscaped(STYLE)) (PreEscaped(style)) }
        }
    }
}

/// Draws a table of contents that links to the parts.
fn contents(blocks: &[DocBlock]) -> Markup {
    let parts =
        blocks.iter().filter_map(|block| if let DocBlock::Heading(2, text) = block { Some(text) } else { None });
    html! {
        ol {
            @for (at, text) in parts.enumerate() { li { a href={ "#part-" (at + 1) } { (text) } } }
        }
    }
}

/// Draws what comes before the first heading of this level, then each part that such a heading
/// starts.
fn parts(blocks: &[DocBlock], level: u8, entries: &BTreeSet<&str>) -> Markup {
    let starts: Vec<usize> =
        (0..blocks.len()).filter(|&at| blocks.get(at).is_some_and(|it| begins(it, level))).collect();
    let first = starts.first().copied().unwrap_or(blocks.len());
    let ends = starts.iter().copied().skip(1).chain([blocks.len()]);
    html! {
        (flow(blocks.get(..first).unwrap_or_default(), entries))
        @for (number, (start, end)) in starts.iter().zip(ends).enumerate() {
            (part(blocks.get(*start..end).unwrap_or_default(), level, number + 1, entries))
        }
    }
}

fn begins(block: &DocBlock, level: u8) -> bool {
    match block {
        DocBlock::Heading(own, _) => *own == level,
        DocBlock::Entry(..) => level == 3,
        _ => false,
    }
}

/// Draws a heading and its content, including smaller parts.
fn part(blocks: &[DocBlock], level: u8, number: usize, entries: &BTreeSet<&str>) -> Markup {
    let Some((heading, rest)) = blocks.split_first() else { return html! {} };
    let inner = parts(rest, level + 1, entries);
    match heading {
        DocBlock::Heading(1, text) => html! { h1 { (text) } (inner) },
        DocBlock::Heading(2, text) => {
            let id = format!("part-{number}");
            html! { section aria-labelledby=(id) { h2 id=(id) { (text) } (inner) } }
        }
        DocBlock::Heading(3, text) => html! { section { h3 { (text) } (inner) } },
        DocBlock::Entry(name, text) => html! { article id=(id(name)) { h3 { (entry(name, text)) } (inner) } },
        DocBlock::Heading(_, text) => html! { h4 { (text) } (inner) },
        _ => inner,
    }
}

/// Draws the heading of an entry, with the name of an obligation apart from its title.
fn entry(name: &str, text: &str) -> Markup {
    html! { @if let Some(title) = text.strip_prefix(name) { span.id { (name) } (title) } @else { (text) } }
}
