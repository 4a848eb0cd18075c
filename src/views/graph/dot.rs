//! The graph in the Graphviz language.

use std::fmt::Write as _;

use crate::lines::wrap_options;
use crate::views::graph::nodes::{End, Graph, Leaf};
use crate::views::graph::words::{asked_text, leaf_text, taken_from};
use crate::words::Words;

/// The most columns of a label.
const WIDTH: usize = 34;

/// Draws `graph` as DOT.
pub fn dot(graph: &Graph<'_>, words: &Words) -> String {
    let mut text = format!(
        "digraph decisions {{\n  graph [label={}, labelloc=t, fontname=\"Helvetica\", ranksep=0.5];\n  node [shape=box, style=rounded, fontname=\"Helvetica\", fontsize=11];\n  edge [fontname=\"Helvetica\", fontsize=10];\n",
        quoted(&taken_from(graph, words))
    );
    for (at, root) in graph.roots.iter().enumerate() {
        let label = words.export.named(&root.id, &root.title);
        let _ = writeln!(text, "  root{at} [label={}, shape=plaintext];", quoted(&label));
        let _ = writeln!(text, "  root{at} -> {};", end(root.to));
    }
    for (at, node) in graph.nodes.iter().enumerate() {
        let shape = if node.point { ", style=\"rounded,dashed\"" } else { "" };
        let _ = writeln!(text, "  node{at} [label={}{shape}];", quoted(&asked_text(node, words)));
    }
    for (at, node) in graph.nodes.iter().enumerate() {
        for way in &node.ways {
            let _ = writeln!(text, "  node{at} -> {} [label={}];", end(way.to), quoted(&way.label));
        }
    }
    for result in graph.leaves() {
        let style =
            if result == Leaf::RuledOut { "filled\", fillcolor=\"#eeeeee" } else { "filled\", fillcolor=\"#cfe8ea" };
        let _ = writeln!(
            text,
            "  {} [label={}, shape=oval, style=\"{style}\"];",
            end(End::Leaf(result)),
            quoted(&leaf_text(result, words))
        );
    }
    text + "}\n"
}

fn end(end: End) -> String {
    match end {
        End::Node(at) => format!("node{at}"),
        End::Leaf(leaf) => leaf.name().to_owned(),
    }
}

/// Quotes a label and breaks it into lines. Graphviz reads escapes and entities in labels.
fn quoted(text: &str) -> String {
    let lines = textwrap::wrap(text, wrap_options(WIDTH));
    let safe = |line: &str| line.replace('\\', "\\\\").replace('"', "\\\"").replace('&', "&amp;");
    let lines: Vec<String> = lines.iter().map(|it| safe(it)).collect();
    format!("\"{}\"", lines.join("\\n"))
}
