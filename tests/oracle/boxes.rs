//! Boxes: where a condition stands, its prime boxes, reasons, what is nearest.

use std::collections::BTreeSet;

use obligato::boxes::{Cells, Primes, Region, Space, Status};

use crate::oracle::tape::{Tape, for_all};
use crate::oracle::world::{MAX_POINTS, Set, Tree, World, engine_var, knowledge, var_set};

/// A world, a condition on it, and the condition compiled.
pub struct Case {
    pub world: World,
    pub space: Space,
    pub tree: Tree,
    pub truth: Set,
    pub primes: Primes,
}

impl Case {
    pub fn made(tape: &mut Tape, vars: usize, points: usize) -> Self {
        let world = World::made(tape, vars, points);
        let tree = Tree::made(tape, &world, 4);
        let space = world.space();
        let truth = world.table(|point| tree.holds(&world, point));
        let primes = Primes::compile(&tree.formula(&space), &space).expect("a small condition");
        Self { world, space, tree, truth, primes }
    }

    /// Where the condition stands in `within`, by looking at every point.
    fn status(&self, within: Set) -> Status {
        match (self.truth & within, !self.truth & within) {
            (_, 0) => Status::Yes,
            (0, _) => Status::No,
            _ => Status::Open,
        }
    }

    /// Where the condition stands by what is known of the variables in `chosen` alone.
    fn status_by(&self, known: &[u64], chosen: usize) -> Status {
        let kept = known.iter().zip(self.world.full()).enumerate();
        let masks: Vec<u64> =
            kept.map(|(var, (mask, full))| if chosen >> var & 1 == 1 { *mask } else { full }).collect();
        self.status(self.world.inside(&masks))
    }
}

/// The box of `region`, as a mask for each variable.
pub fn masks(region: Region<'_>, world: &World) -> Vec<u64> {
    let bound = |(var, full)| region.bound(engine_var(var)).map_or(full, Cells::bits);
    world.full().into_iter().enumerate().map(bound).collect()
}

#[test]
fn the_status_is_that_of_every_completion() {
    for_all(6_000, 90, |tape| {
        let case = Case::made(tape, 7, MAX_POINTS);
        for _ in 0..3 {
            let known = case.world.made_box(tape);
            let wanted = case.status(case.world.inside(&known));
            assert_eq!(case.primes.status(&knowledge(&known, &case.space)), wanted);
        }
    });
}

#[test]
fn the_boxes_are_all_the_largest_ones_and_no_others() {
    for_all(3_000, 90, |tape| {
        let case = Case::made(tape, 5, 48);
        for (truth, found) in [(case.truth, case.primes.yes()), (!case.truth, case.primes.no())] {
            let found: Vec<Vec<u64>> = found.iter().map(|it| masks(it, &case.world)).collect();
            let distinct: BTreeSet<Vec<u64>> = found.iter().cloned().collect();
            assert_eq!(found.len(), distinct.len(), "a box is there twice");
            assert_eq!(distinct, largest(&case.world, truth));
        }
    });
}

/// Every box inside `truth` that no added value leaves inside it.
fn largest(world: &World, truth: Set) -> BTreeSet<Vec<u64>> {
    let outside = world.everything() & !truth;
    let is_inside = |masks: &[u64]| world.inside(masks) & outside == 0;
    let mut boxes = vec![Vec::new()];
    for &size in &world.sizes {
        boxes = boxes
            .iter()
            .flat_map(|it: &Vec<u64>| (1..1 << size).map(|mask| [it.as_slice(), &[mask]].concat()))
            .collect();
    }
    boxes.retain(|it| is_inside(it));
    let grows = |it: &Vec<u64>| {
        (0..it.len()).any(|var| {
            (0..world.sizes[var]).filter(|value| it[var] >> value & 1 == 0).any(|value| {
                let mut larger = it.clone();
                larger[var] |= 1 << value;
                is_inside(&larger)
            })
        })
    };
    boxes.into_iter().filter(|it| !grows(it)).collect()
}

#[test]
fn a_reason_is_enough_needs_all_it_names_and_none_is_smaller() {
    for_all(4_000, 90, |tape| {
        let case = Case::made(tape, 6, MAX_POINTS);
        let known = case.world.made_box(tape);
        let status = case.status(case.world.inside(&known));
        let Some(reason) = case.primes.reason(&knowledge(&known, &case.space)) else {
            assert_eq!(status, Status::Open);
            return;
        };
        let only = |chosen| case.status_by(&known, chosen);
        let named = reason.bounds().iter().fold(0_usize, |set, it| set | 1 << it.0.index());
        assert_eq!(only(named), status, "the reason is not enough");
        for (var, _) in reason.bounds() {
            assert_eq!(only(named & !(1 << var.index())), Status::Open, "the reason is enough without {var:?}");
        }
        let smallest = (0..1 << known.len()).filter(|&it| only(it) == status).map(usize::count_ones).min();
        assert_eq!(Some(named.count_ones()), smallest, "a smaller reason is there");
    });
}

#[test]
fn a_second_reason_is_enough_without_something_of_the_first() {
    for_all(4_000, 90, |tape| {
        let case = Case::made(tape, 6, MAX_POINTS);
        let known = case.world.made_box(tape);
        let engine = knowledge(&known, &case.space);
        let status = case.status(case.world.inside(&known));
        let Some(first) = case.primes.reason(&engine) else { return assert_eq!(status, Status::Open) };
        let named = |region: Region<'_>| region.bounds().iter().fold(0_usize, |set, it| set | 1 << it.0.index());
        let only = |chosen| case.status_by(&known, chosen);
        let first = named(first);
        let all = var_set(&vec![true; known.len()]);
        let again = case.primes.reason(&engine).expect("the same one");
        if let Some(second) = case.primes.second_reason(&engine, again, &all) {
            let second = named(second);
            assert_eq!(only(second), status, "the second reason is not enough");
            assert_ne!(first & !second, 0, "the second reason needs all of the first");
            assert_ne!(second & !first, 0, "the second reason says nothing new");
        } else {
            // Every set of variables that is enough, and from which none can be left out, is within the first or
            // holds all of it.
            let enough = |set: usize| only(set) == status;
            let needs = |set: usize, var: usize| set >> var & 1 == 0 || !enough(set & !(1 << var));
            let least = |set: usize| enough(set) && (0..known.len()).all(|var| needs(set, var));
            let others =
                (0..1_usize << known.len()).filter(|&set| set & !first != 0 && first & !set != 0 && least(set));
            assert_eq!(others.count(), 0, "another reason is there");
        }
    });
}

#[test]
fn the_nearest_change_is_the_smallest_one_that_is_free() {
    for_all(4_000, 90, |tape| {
        let case = Case::made(tape, 6, MAX_POINTS);
        let (known, free) = (case.world.made_box(tape), case.world.made_vars(tape));
        let status = case.status(case.world.inside(&known));
        let found = case.primes.nearest(&knowledge(&known, &case.space), &var_set(&free));
        let other = match status {
            Status::Yes => !case.truth & case.world.everything(),
            Status::No => case.truth,
            Status::Open => return assert!(found.is_none()),
        };
        // At each point of the other side: which variables differ from what is known.
        let apart = |point: usize| -> Vec<usize> {
            (0..known.len()).filter(|&it| known[it] >> case.world.value(point, it) & 1 == 0).collect()
        };
        let reachable = (0..case.world.points()).filter(|point| other >> point & 1 == 1).map(apart);
        let wanted = reachable.filter(|it| it.iter().all(|&var| free[var])).map(|it| it.len()).min();
        let away = |region: Region<'_>| {
            let bounds = region.bounds().iter().filter(|it| known[it.0.index()] & it.1.bits() == 0);
            assert!(bounds.clone().all(|it| free[it.0.index()]), "it changes what may not change");
            bounds.count()
        };
        assert_eq!(found.map(away), wanted);
        if let Some(region) = found {
            assert_eq!(case.world.inside(&masks(region, &case.world)) & !other & case.world.everything(), 0);
        }
    });
}
