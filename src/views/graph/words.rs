//! The words that every form of the graph says in the same way.

use crate::views::graph::{Graph, GraphNode, Leaf};
use crate::words::Words;

/// A result.
pub fn leaf(leaf: Leaf, words: &Words) -> String {
    let name = match leaf {
        Leaf::RuledOut => "views.graph.ruled_out",
        Leaf::Applies => "views.graph.applies",
        Leaf::InPlace => "views.graph.in_place",
        Leaf::Missing => "views.graph.missing",
    };
    words.say(name).to_owned()
}

/// What is asked at `node`, marked if it is an open legal point.
pub fn asked(node: &GraphNode, words: &Words) -> String {
    let ask = match &node.tick {
        Some(tick) => words.fill("views.graph.tick", &[("ask", &node.ask), ("tick", tick)]),
        None => node.ask.clone(),
    };
    if node.point { words.fill("views.marked_point", &[("says", &ask)]) } else { ask }
}

/// What the graph is called: the obligation, or the pack.
pub fn title(graph: &Graph<'_>, words: &Words) -> String {
    match graph.roots.as_slice() {
        [only] => words.fill("views.sheet.title", &[("id", &only.id), ("title", &only.title)]),
        _ => graph.pack.title.clone(),
    }
}

/// What the graph is taken from.
pub fn taken_from(graph: &Graph<'_>, words: &Words) -> String {
    let pack = &graph.pack;
    let digest: String = pack.digest.chars().take(12).collect();
    let line = [
        ("title", pack.title.as_str()),
        ("version", &pack.version),
        ("digest", &digest),
        ("day", &pack.law_checked_on.to_string()),
    ];
    words.fill("views.graph.pack", &line)
}
