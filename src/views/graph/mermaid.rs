//! The graph as a Mermaid flowchart.

use std::fmt::Write as _;

use crate::views::graph::nodes::{End, Graph};
use crate::views::graph::words::{asked_text, leaf_text, taken_from};
use crate::words::Words;

/// Draws `graph` as a Mermaid flowchart.
pub fn mermaid(graph: &Graph<'_>, words: &Words) -> String {
    let mut text = format!("%% {}\nflowchart TD\n", plain(&taken_from(graph, words)));
    for (at, root) in graph.roots.iter().enumerate() {
        let label = words.export.named(&root.id, &root.title);
        let _ = writeln!(text, "  root{at}([{}]) --> {}", quoted(&label), end(root.to));
    }
    for (at, node) in graph.nodes.iter().enumerate() {
        let label = quoted(&asked_text(node, words));
        let _ = if node.point {
            writeln!(text, "  node{at}{{{{{label}}}}}")
        } else {
            writeln!(text, "  node{at}[{label}]")
        };
    }
    for (at, node) in graph.nodes.iter().enumerate() {
        for way in &node.ways {
            let _ = writeln!(text, "  node{at} -->|{}| {}", quoted(&way.label), end(way.to));
        }
    }
    for result in graph.leaves() {
        let _ = writeln!(text, "  {}([{}])", end(End::Leaf(result)), quoted(&leaf_text(result, words)));
    }
    text
}

fn end(end: End) -> String {
    match end {
        End::Node(at) => format!("node{at}"),
        End::Leaf(leaf) => leaf.name().to_owned(),
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", plain(text))
}

/// Encodes everything in `text` but letters, digits and plain punctuation as numbers, and so a
/// start that Markdown could take for a list.
fn plain(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        let plain =
            character.is_alphabetic() || (at > 0 && (character.is_alphanumeric() || " .,:()-'?/".contains(character)));
        if plain {
            safe.push(character);
        } else {
            let _ = write!(safe, "#{};", u32::from(character));
        }
    }
    safe
}
