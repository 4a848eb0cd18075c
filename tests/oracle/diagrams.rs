//! Decision diagrams: the same sets in another form, and how many points they have.

use obligato::boxes::{Cells, Diagram, Diagrams};

use crate::oracle::tape::{Tape, for_all};
use crate::oracle::world::{MAX_POINTS, Set, Tree, World, engine_var};

/// The points of `set`, by walking down the diagram for each.
fn points(world: &World, diagrams: &Diagrams<'_>, set: Diagram) -> Set {
    world.table(|point| {
        let mut at = set;
        while let Some((var, ways)) = diagrams.node(at) {
            at = ways[world.value(point, var.index())];
        }
        at == Diagram::EVERYTHING
    })
}

/// A condition on `world` and its points.
fn made(tape: &mut Tape, world: &World, diagrams: &mut Diagrams<'_>) -> (Diagram, Set) {
    let tree = Tree::made(tape, world, 4);
    let truth = world.table(|point| tree.holds(world, point));
    (diagrams.diagram_of(&tree.formula(&world.space())), truth)
}

#[test]
fn diagrams_hold_the_points_of_their_formulas() {
    for_all(3_000, 90, |tape| {
        let world = World::made(tape, 7, MAX_POINTS);
        let space = world.space();
        let mut diagrams = Diagrams::new(&space);
        let (one, one_truth) = made(tape, &world, &mut diagrams);
        let (other, other_truth) = made(tape, &world, &mut diagrams);
        let var = tape.pick(world.sizes.len());
        let (size, cell) = (world.sizes[var], tape.pick(world.sizes[var]));
        let exists = (0..size).fold(0, |any, it| any | world.at(one_truth, var, it));
        let all = world.everything();
        let pairs = [
            (one, one_truth),
            (diagrams.and(one, other), one_truth & other_truth),
            (diagrams.or(one, other), one_truth | other_truth),
            (diagrams.xor(one, other), one_truth ^ other_truth),
            (diagrams.not(one), all & !one_truth),
            (diagrams.given(one, engine_var(var), cell), world.at(one_truth, var, cell)),
            (diagrams.for_all(one, engine_var(var)), world.for_all(one_truth, var, u64::MAX)),
            (diagrams.exists(one, engine_var(var)), exists),
            (diagrams.bound(engine_var(var), Cells::one(cell)), world.table(|it| world.value(it, var) == cell)),
        ];
        for (at, (set, wanted)) in pairs.into_iter().enumerate() {
            assert_eq!(points(&world, &diagrams, set), wanted, "number {at}");
            let vars: Vec<_> = space.vars().collect();
            assert_eq!(diagrams.count(set, &vars), Some(u128::from(wanted.count_ones())), "number {at}");
            let depends = (0..world.sizes.len()).filter(|&it| world.depends(wanted, it, &world.full()));
            let depends: Vec<_> = depends.map(engine_var).collect();
            assert_eq!(diagrams.vars(set).iter().collect::<Vec<_>>(), depends, "number {at}");
        }
        assert_eq!(one == other, one_truth == other_truth, "the same set is the same diagram");
        assert!(diagrams.is_exact());
    });
}
