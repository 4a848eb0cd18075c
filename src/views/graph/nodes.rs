//! A decision graph: its nodes, edges and ends.

use std::collections::BTreeSet;

use crate::boxes::{Cells, Var};
use crate::pack::Pack;

/// The graph of one obligation, or that of several.
#[derive(Debug, Clone)]
pub struct Graph<'p> {
    /// The pack it is taken from.
    pub pack: &'p Pack,
    /// Where each obligation starts.
    pub roots: Vec<Root>,
    /// The questions; each leads only to later ones.
    pub nodes: Vec<GraphNode>,
}

/// Where an obligation starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root {
    /// The obligation's permanent name.
    pub id: String,
    /// What to do, in a few words.
    pub title: String,
    /// The first question, or the result in every case.
    pub to: End,
}

/// The end of an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum End {
    /// The next question, by its number.
    Node(usize),
    /// A result.
    Leaf(Leaf),
}

/// A result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Leaf {
    /// It is ruled out.
    RuledOut,
    /// It applies, and nothing tells whether it is in place.
    Applies,
    /// It applies and is in place.
    InPlace,
    /// It applies and is not in place.
    Missing,
}

impl Graph<'_> {
    /// Returns the results that some edge leads to.
    pub fn leaves(&self) -> BTreeSet<Leaf> {
        let ways = self.nodes.iter().flat_map(|it| &it.ways).map(|it| it.to);
        let ends = self.roots.iter().map(|it| it.to).chain(ways);
        ends.filter_map(|end| if let End::Leaf(leaf) = end { Some(leaf) } else { None }).collect()
    }
}

impl Leaf {
    /// Returns its name in graph languages.
    pub fn name(self) -> &'static str {
        match self {
            Self::RuledOut => "ruled_out",
            Self::Applies => "applies",
            Self::InPlace => "in_place",
            Self::Missing => "missing",
        }
    }
}

/// A question at one place of the graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GraphNode {
    /// The variable.
    pub var: Var,
    /// Its name: that of a question, an open legal point, or `question.option`.
    pub id: String,
    /// The question.
    pub ask: String,
    /// The option, if it is one of a tick list.
    pub tick: Option<String>,
    /// Whether it is an open legal point.
    pub point: bool,
    /// The answers that make a difference.
    pub ways: Vec<GraphEdge>,
}

/// Answers with a common end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GraphEdge {
    /// The answers as cells.
    pub cells: Cells,
    /// The answers in a few words.
    pub label: String,
    /// Where they lead.
    pub to: End,
}
