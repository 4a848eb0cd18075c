//! Wording that every format of the graph shares.

use crate::views::graph::nodes::{Graph, GraphNode, Leaf};
use crate::words::Words;

/// A result.
pub fn leaf_text(leaf: Leaf, words: &Words) -> String {
    let name = match leaf {
        Leaf::RuledOut => words.common.outcome.ruled_out,
        Leaf::Applies => words.common.outcome.applies,
        Leaf::InPlace => words.common.met.yes,
        Leaf::Missing => words.common.met.no,
    };
    name.to_owned()
}

/// Returns the question at `node`, marked if it is an open legal point.
pub fn asked_text(node: &GraphNode, words: &Words) -> String {
    let ask = match &node.tick {
        Some(tick) => words.views.graph.tick(&node.ask, tick),
        None => node.ask.clone(),
    };
    if node.point { words.views.marked_point(&ask) } else { ask }
}

/// Returns the title of the graph: the obligation, or the pack.
pub fn title(graph: &Graph<'_>, words: &Words) -> String {
    match graph.roots.as_slice() {
        [only] => words.export.named(&only.id, &only.title),
        _ => graph.pack.title.clone(),
    }
}

/// Returns the source of the graph.
pub fn taken_from(graph: &Graph<'_>, words: &Words) -> String {
    let pack = &graph.pack;
    let digest: String = pack.digest.chars().take(12).collect();
    words.views.graph.pack(pack.law_checked_on, &digest, &pack.title, &pack.version)
}
