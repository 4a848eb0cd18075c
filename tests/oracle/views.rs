//! The rows of scenario sheets and the ways of graphs, at every point: they say what is so, and every
//! complete set of answers falls on exactly one side.

use obligato::answer::{Settled, settled_vars};
use obligato::boxes::{Cells, Knowledge};
use obligato::pack::{Obligation, QuestionId};
use obligato::views::{End, Graph, Leaf, List, Sheet, SheetSide, graph, sheet};

use crate::oracle::made_packs::{Asked, Made, Reply, Truth};
use crate::oracle::tape::for_all;

/// A point as the engine knows it; nothing for one that no answers give.
fn known(made: &Made, point: usize) -> Option<Knowledge> {
    let mut known = Knowledge::nothing(&made.pack.space);
    for (at, &asked) in made.asked.iter().enumerate() {
        let values: Vec<usize> = made.vars(at).map(|var| made.world.value(point, var)).collect();
        let reply = match asked {
            Asked::ForRecord => continue,
            Asked::AnyOf { .. } => Reply::Ticks(values.iter().enumerate().map(|(at, it)| it << at).sum(), false),
            _ if asked.not_known() == values.first().copied() => return None,
            _ => Reply::Value(values[0]),
        };
        for settled in settled_vars(&made.answer(at, &reply), made.pack.question(QuestionId(at))) {
            if let Settled::Cell(var, cell) = settled {
                known.set(var, Cells::one(cell));
            }
        }
    }
    for (reading, of) in made.pack.readings.iter().zip(&made.readings) {
        known.set(reading.var, Cells::one(made.world.value(point, of.0)));
    }
    Some(known)
}

/// Whether `known`, a point, falls in a row of `list`.
pub fn falls_in(list: &List, sheet: &Sheet, known: &Knowledge) -> bool {
    let holds = |it: &obligato::views::SheetPart| known.cells_of(it.var).within(it.cells);
    let base = !list.adds || falls_in(&sheet.lists[0], sheet, known);
    base && list.shared.iter().all(holds)
        && list.rows.iter().any(|row| row.parts.iter().all(|part| part.iter().any(holds)))
}

/// The sides of `sheet` that `known`, a point, falls on.
pub fn sides(sheet: &Sheet, known: &Knowledge) -> Vec<SheetSide> {
    sheet.lists.iter().filter(|it| falls_in(it, sheet, known)).map(|it| it.side).collect()
}

/// Where the ways of `graph` lead from its root `root` for `known`, a point.
pub fn leaf(graph: &Graph, root: usize, known: &Knowledge) -> Leaf {
    let mut at = graph.roots[root].to;
    loop {
        match at {
            End::Leaf(leaf) => return leaf,
            End::Node(node) => {
                let node = &graph.nodes[node];
                let mut ways = node.ways.iter().filter(|it| known.cells_of(node.var).within(it.cells));
                at = ways.next().expect("a way for every answer").to;
                assert_eq!(ways.next(), None, "one way for every answer");
            }
        }
    }
}

/// The sides a point falls on, and the leaf its ways lead to.
fn truth(of: &Truth, point: usize) -> (Vec<SheetSide>, Leaf) {
    let met = of.met.map(|met| met >> point & 1 == 1);
    match (of.applies >> point & 1 == 1, met) {
        (false, _) => (vec![SheetSide::RuledOut], Leaf::RuledOut),
        (true, None) => (vec![SheetSide::Applies], Leaf::Applies),
        (true, Some(true)) if of.one_sided => (vec![SheetSide::Applies], Leaf::Applies),
        (true, Some(true)) => (vec![SheetSide::Applies, SheetSide::InPlace], Leaf::InPlace),
        (true, Some(false)) => (vec![SheetSide::Applies, SheetSide::Missing], Leaf::Missing),
    }
}

/// No node is there twice, or for nothing, and each leads to later ones.
pub fn check_reduced(graph: &Graph) {
    for (at, node) in graph.nodes.iter().enumerate() {
        assert!(node.ways.len() > 1, "{node:?}");
        let later = |end: End| !matches!(end, End::Node(to) if to <= at || graph.nodes[to].var <= node.var);
        assert!(node.ways.iter().all(|it| later(it.to)), "{node:?}");
        let twin = |it: &&obligato::views::GraphNode| it.var == node.var && it.ways == node.ways;
        assert_eq!(graph.nodes.iter().filter(twin).count(), 1, "{node:?}");
    }
}

#[test]
fn rows_and_ways_say_what_is_so_at_every_point() {
    let words = obligato::shipped::words();
    for_all(1_000, 160, |tape| {
        let made = Made::by_chance(tape, 6, 128);
        let all: Vec<&Obligation> = made.pack.obligations.iter().collect();
        let graph = graph(&made.pack, &all, words).expect("a small graph");
        check_reduced(&graph);
        let sheets: Vec<Sheet> = all.iter().map(|it| sheet(&made.pack, it, words)).collect();
        let parts = sheets
            .iter()
            .flat_map(|it| &it.lists)
            .flat_map(|it| it.rows.iter().flat_map(|row| row.parts.iter().flatten()));
        assert!(
            parts.into_iter().all(|it| !it.saying.says.is_empty() && !it.saying.sources.is_empty()),
            "{}",
            made.text
        );
        for point in 0..made.world.points() {
            let Some(known) = known(&made, point) else { continue };
            for (at, of) in made.obligations.iter().enumerate() {
                let found = (sides(&sheets[at], &known), leaf(&graph, at, &known));
                assert_eq!(found, truth(of, point), "O-{at} at {point} of\n{}", made.text);
            }
        }
    });
}
