//! Boxes in positional cube notation: one bit for each cell of each variable that a formula names,
//! so that intersection and inclusion take a few machine instructions. Prime boxes are computed
//! with these.

use crate::boxes::cells::{Cells, Space, Var};
use crate::boxes::formula::Formula;
use crate::boxes::region::Bound;

/// A box over the variables of one [`CubeLayout`], in `W` words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cube<const W: usize>([u64; W]);

/// Where the cells of each variable lie within a cube. No variable lies across two words.
#[derive(Debug)]
pub struct CubeLayout {
    slots: Vec<Slot>,
    words: usize,
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    var: Var,
    word: usize,
    shift: u32,
    full: u64,
}

impl CubeLayout {
    /// The layout for the variables that `formula` names.
    pub fn for_formula(formula: &Formula, space: &Space) -> Self {
        let mut vars = Vec::new();
        formula.visit_vars(&mut |var| vars.push(var));
        vars.sort_unstable();
        vars.dedup();
        let (mut word, mut used) = (0, 0);
        let mut slots = Vec::new();
        for var in vars {
            let full = space.full(var);
            let cells = u32::try_from(full.count()).expect("a variable has at most 64 cells");
            if used + cells > u64::BITS {
                (word, used) = (word + 1, 0);
            }
            slots.push(Slot { var, word, shift: used, full: full.bits() << used });
            used += cells;
        }
        Self { slots, words: word + 1 }
    }

    /// How many words a cube needs.
    pub fn words(&self) -> usize {
        self.words
    }

    /// The box of all points.
    pub fn everything<const W: usize>(&self) -> Cube<W> {
        let mut cube = Cube([0; W]);
        for slot in &self.slots {
            cube.put(slot, slot.full);
        }
        cube
    }

    /// Returns the box where `var` is one of `cells`, or `None` if `cells` is empty or the layout
    /// lacks the variable.
    pub fn bound<const W: usize>(&self, var: Var, cells: Cells) -> Option<Cube<W>> {
        let at = self.slots.binary_search_by_key(&var, |it| it.var).ok()?;
        let slot = self.slots.get(at)?;
        let mut cube = self.everything();
        cube.put(slot, cells.bits() << slot.shift & slot.full);
        (cube.get(slot) != 0).then_some(cube)
    }

    /// Returns the points in both boxes, or `None` if there are none.
    pub fn and<const W: usize>(&self, one: Cube<W>, other: Cube<W>) -> Option<Cube<W>> {
        let mut met = one;
        met.0.iter_mut().zip(other.0).for_each(|(mine, its)| *mine &= its);
        let lives = self.slots.iter().all(|slot| met.get(slot) != 0);
        lives.then_some(met)
    }

    /// Yields the largest boxes of the points in `one` outside of `other`. The two must meet.
    pub fn outside<const W: usize>(&self, one: Cube<W>, other: Cube<W>) -> impl Iterator<Item = Cube<W>> {
        self.slots.iter().filter_map(move |slot| {
            let left = one.get(slot) & !other.get(slot);
            let mut cube = one;
            cube.put(slot, left);
            (left != 0).then_some(cube)
        })
    }

    /// The box as the variables it constrains.
    pub fn bounds<const W: usize>(&self, cube: Cube<W>) -> impl Iterator<Item = Bound> {
        let bound = self.slots.iter().filter(move |slot| cube.get(slot) != slot.full);
        bound.map(move |slot| (slot.var, Cells::from_bits(cube.get(slot) >> slot.shift)))
    }
}

impl<const W: usize> Cube<W> {
    /// Whether every point of this box is in `other`.
    pub fn within(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(mine, its)| mine & !its == 0)
    }

    /// Returns the number of bits set. A box is never inside another with no more bits, unless they
    /// are equal.
    pub fn size(&self) -> u32 {
        self.0.iter().map(|it| it.count_ones()).sum()
    }

    /// Returns the cells of `slot`, at their position in the word.
    fn get(&self, slot: &Slot) -> u64 {
        self.0.get(slot.word).map_or(0, |word| word & slot.full)
    }

    fn put(&mut self, slot: &Slot, cells: u64) {
        if let Some(word) = self.0.get_mut(slot.word) {
            *word = *word & !slot.full | cells;
        }
    }
}
