//! Builds the graph from the rules, by decision diagrams.

use std::collections::HashMap;

use crate::boxes::{Cells, Diagram, Diagrams, Var};
use crate::pack::{Obligation, Owner, Pack};
use crate::phrase::in_short;
use crate::views::graph::nodes::{End, Graph, GraphEdge, GraphNode, Leaf, Root};
use crate::words::Words;

/// The maximum number of states visited: a graph that needs more is of no use to a reader.
const MAX_STATES: usize = 10_000;

/// Returns the graph of `obligations`, or `None` if it is too large to be drawn.
pub fn graph<'p>(pack: &'p Pack, obligations: &[&Obligation], words: &Words) -> Option<Graph<'p>> {
    let mut build = GraphBuilder {
        pack,
        words,
        diagrams: Diagrams::new(&pack.space),
        nodes: Vec::new(),
        numbers: HashMap::new(),
        ends: HashMap::new(),
    };
    let roots: Vec<Root> = obligations.iter().map(|it| build.root(it)).collect();
    let is_whole = build.diagrams.is_exact() && build.ends.len() < MAX_STATES;
    is_whole.then(|| in_asking_order(Graph { pack, roots, nodes: build.nodes }))
}

/// Sorts the nodes of the graph into asking order.
fn in_asking_order(mut graph: Graph<'_>) -> Graph<'_> {
    let mut order: Vec<usize> = (0..graph.nodes.len()).collect();
    order.sort_by_key(|&at| (graph.nodes.get(at).map(|it| it.var), std::cmp::Reverse(at)));
    let mut numbers = vec![0; order.len()];
    for (new, &old) in order.iter().enumerate() {
        if let Some(number) = numbers.get_mut(old) {
            *number = new;
        }
    }
    let renumber = |end: &mut End| {
        if let End::Node(at) = end {
            *at = numbers.get(*at).copied().unwrap_or_default();
        }
    };
    graph.roots.iter_mut().for_each(|it| renumber(&mut it.to));
    graph.nodes.iter_mut().flat_map(|it| &mut it.ways).for_each(|it| renumber(&mut it.to));
    graph.nodes = order.iter().filter_map(|&at| graph.nodes.get(at).cloned()).collect();
    graph
}

/// Whether an obligation applies, and, if tracked, what tells whether it is met.
type GraphState = (Diagram, Option<GraphMet>);

/// Where the condition of being met, or a one-sided one of not being met, holds.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct GraphMet {
    holds: Diagram,
    is_one_sided: bool,
}

impl GraphMet {
    /// Returns where this leads, once it is decided.
    fn leaf(self) -> Option<Leaf> {
        match (self.holds, self.is_one_sided) {
            (Diagram::EVERYTHING, false) => Some(Leaf::InPlace),
            (Diagram::EVERYTHING, true) | (Diagram::NOTHING, false) => Some(Leaf::Missing),
            (Diagram::NOTHING, true) => Some(Leaf::Applies),
            _ => None,
        }
    }
}

struct GraphBuilder<'a> {
    pack: &'a Pack,
    words: &'a Words,
    diagrams: Diagrams<'a>,
    nodes: Vec<GraphNode>,
    numbers: HashMap<(Var, Vec<End>), usize>,
    ends: HashMap<GraphState, End>,
}

impl GraphBuilder<'_> {
    fn root(&mut self, of: &Obligation) -> Root {
        let (facts, space) = (&self.pack.fact_rules, &self.pack.space);
        let applies = self.diagrams.diagram_of(&of.rule.formula(facts, space));
        let met = of.met_rule.as_ref().map(|met| GraphMet {
            holds: self.diagrams.diagram_of(&met.rule().formula(facts, space)),
            is_one_sided: met.is_one_sided(),
        });
        Root { id: of.id.clone(), title: of.title.clone(), to: self.end((applies, met)) }
    }

    fn end(&mut self, state: GraphState) -> End {
        let leaf = match state {
            (Diagram::NOTHING, _) => Some(Leaf::RuledOut),
            (Diagram::EVERYTHING, None) => Some(Leaf::Applies),
            (Diagram::EVERYTHING, Some(met)) => met.leaf(),
            _ => None,
        };
        if let Some(leaf) = leaf {
            return End::Leaf(leaf);
        }
        if let Some(&known) = self.ends.get(&state) {
            return known;
        }
        if self.ends.len() >= MAX_STATES {
            return End::Leaf(Leaf::RuledOut);
        }
        let firsts = [Some(state.0), state.1.map(|met| met.holds)].into_iter().flatten();
        let Some(var) = firsts.filter_map(|set| Some(self.diagrams.node(set)?.0)).min() else {
            return End::Leaf(Leaf::RuledOut);
        };
        let cells = self.pack.space.full(var).count();
        let ends: Vec<End> = (0..cells)
            .map(|cell| {
                let applies = self.given(state.0, var, cell);
                let met = state.1.map(|met| GraphMet { holds: self.given(met.holds, var, cell), ..met });
                self.end((applies, met))
            })
            .collect();
        let end = self.number(var, ends);
        self.ends.insert(state, end);
        end
    }

    /// Returns what is left of `set` where `var`, its first variable or an earlier one, is `cell`.
    fn given(&self, set: Diagram, var: Var, cell: usize) -> Diagram {
        match self.diagrams.node(set) {
            Some((first, ways)) if first == var => ways.get(cell).copied().unwrap_or(Diagram::NOTHING),
            _ => set,
        }
    }

    /// Returns the node that asks `var` with these ends for its cells, or their common end.
    fn number(&mut self, var: Var, ends: Vec<End>) -> End {
        if let Some(&first) = ends.first()
            && ends.iter().all(|&end| end == first)
        {
            return first;
        }
        if let Some(&known) = self.numbers.get(&(var, ends.clone())) {
            return End::Node(known);
        }
        let node = self.node(var, &ends);
        self.nodes.push(node);
        self.numbers.insert((var, ends), self.nodes.len() - 1);
        End::Node(self.nodes.len() - 1)
    }

    fn node(&self, var: Var, ends: &[End]) -> GraphNode {
        let mut ways: Vec<(End, Cells)> = Vec::new();
        for (cell, &end) in ends.iter().enumerate() {
            match ways.iter_mut().find(|(known, _)| *known == end) {
                Some((_, cells)) => *cells = cells.or(Cells::one(cell)),
                None => ways.push((end, Cells::one(cell))),
            }
        }
        let way = |(to, cells)| GraphEdge { cells, label: in_short(self.pack, self.words, var, cells), to };
        let (id, ask, tick, point) = self.asked(var);
        // An edge without a label is one that no answer takes: a day before the first possible one.
        let ways = ways.into_iter().map(way).filter(|edge| !edge.label.is_empty()).collect();
        GraphNode { var, id, ask, tick, point, ways }
    }

    fn asked(&self, var: Var) -> (String, String, Option<String>, bool) {
        match self.pack.owner(var) {
            Owner::Reading(id) => (self.pack.reading(id).id.clone(), self.pack.reading(id).ask.clone(), None, true),
            Owner::Question(id, option) => {
                let question = self.pack.question(id);
                match option.and_then(|it| question.choices.get(it)) {
                    None => (question.id.clone(), question.ask.clone(), None, false),
                    Some(option) => {
                        let id = format!("{}.{}", question.id, option.id);
                        (id, question.ask.clone(), Some(option.label.clone()), false)
                    }
                }
            }
        }
    }
}
