//! Small spaces as truth tables: a set of points is a word with one bit for each point, and all is
//! worked out by looking at every one of them.

use obligato::boxes::{Cells, Formula, Knowledge, Space, Var, VarSet};

use crate::oracle::tape::Tape;

/// The most points a world may have: as many as a word has bits.
pub const MAX_POINTS: usize = 128;

/// A set of points.
pub type Set = u128;

/// Variables with few values each.
#[derive(Debug, Clone, Default)]
pub struct World {
    /// How many values each variable has.
    pub sizes: Vec<usize>,
}

impl World {
    /// Up to `most` variables of mixed sizes, with at most `points` points.
    pub fn made(tape: &mut Tape, most: usize, points: usize) -> Self {
        let mut world = Self::default();
        for _ in 0..=tape.pick(most) {
            world.add_within(tape.of(&[2, 2, 2, 3, 4, 5]), points);
        }
        world
    }

    /// Adds a variable of `size` values, unless that makes more than `points` points.
    pub fn add_within(&mut self, size: usize, points: usize) -> bool {
        let fits = self.points() * size <= points;
        if fits {
            self.sizes.push(size);
        }
        fits
    }

    /// How many points there are.
    pub fn points(&self) -> usize {
        self.sizes.iter().product()
    }

    /// How many points apart two values of `var` lie.
    fn stride(&self, var: usize) -> usize {
        self.sizes[..var].iter().product()
    }

    /// The value of `var` at `point`.
    pub fn value(&self, point: usize, var: usize) -> usize {
        point / self.stride(var) % self.sizes[var]
    }

    /// All points.
    pub fn everything(&self) -> Set {
        if self.points() == MAX_POINTS { Set::MAX } else { (1 << self.points()) - 1 }
    }

    /// The points for which `holds`.
    pub fn table(&self, holds: impl Fn(usize) -> bool) -> Set {
        (0..self.points()).filter(|&it| holds(it)).fold(0, |set, it| set | 1 << it)
    }

    /// The points where each variable has one of the values of its mask.
    pub fn inside(&self, masks: &[u64]) -> Set {
        self.table(|point| masks.iter().enumerate().all(|(var, mask)| mask >> self.value(point, var) & 1 == 1))
    }

    /// `set` as it is where `var` has `value`, everywhere.
    pub fn at(&self, set: Set, var: usize, value: usize) -> Set {
        let stride = self.stride(var);
        self.table(|point| {
            let moved = point - self.value(point, var) * stride + value * stride;
            set >> moved & 1 == 1
        })
    }

    /// The points whose like with any value of `mask` for `var` is in `set`.
    pub fn for_all(&self, set: Set, var: usize, mask: u64) -> Set {
        let values = (0..self.sizes[var]).filter(|it| mask >> it & 1 == 1);
        values.fold(self.everything(), |all, it| all & self.at(set, var, it))
    }

    /// Whether, within `known`, it matters to `set` which value of its mask `var` has.
    pub fn depends(&self, set: Set, var: usize, known: &[u64]) -> bool {
        let mut freed = known.to_vec();
        freed[var] = u64::MAX;
        let (within, full) = (self.inside(&freed), known[var]);
        let mut slices = (0..self.sizes[var]).filter(|it| full >> it & 1 == 1).map(|it| self.at(set, var, it) & within);
        let first = slices.next();
        slices.any(|it| Some(it) != first)
    }

    /// Every value of every variable.
    pub fn full(&self) -> Vec<u64> {
        self.sizes.iter().map(|it| (1 << it) - 1).collect()
    }

    /// A box that may be anything: a value, several, or all of them, for each variable.
    pub fn made_box(&self, tape: &mut Tape) -> Vec<u64> {
        let each = self.sizes.iter().map(|&size| match tape.pick(4) {
            0 => (1 << size) - 1,
            1 => tape.bits(size).max(1),
            _ => 1 << tape.pick(size),
        });
        each.collect()
    }

    /// Some of the variables.
    pub fn made_vars(&self, tape: &mut Tape) -> Vec<bool> {
        self.sizes.iter().map(|_| tape.pick(3) == 2).collect()
    }

    /// This world for the engine.
    pub fn space(&self) -> Space {
        let mut space = Space::default();
        self.sizes.iter().for_each(|&size| _ = space.add(size));
        space
    }
}

/// A condition made up of chance.
#[derive(Debug, Clone)]
pub enum Tree {
    All(Vec<Tree>),
    Any(Vec<Tree>),
    Not(Box<Tree>),
    In(usize, u64),
}

impl Tree {
    /// A condition over `world`, nested up to `depth`.
    pub fn made(tape: &mut Tape, world: &World, depth: usize) -> Self {
        let parts = |tape: &mut Tape| {
            let count = tape.of(&[2, 2, 3, 3, 4, 0]);
            (0..count).map(|_| Self::made(tape, world, depth - 1)).collect()
        };
        match if depth == 0 { 9 } else { tape.pick(10) } {
            0..=2 => Self::All(parts(tape)),
            3..=5 => Self::Any(parts(tape)),
            6 => Self::Not(Box::new(Self::made(tape, world, depth - 1))),
            _ => {
                let var = tape.pick(world.sizes.len());
                Self::In(var, tape.bits(world.sizes[var]))
            }
        }
    }

    /// Whether it holds at `point`.
    pub fn holds(&self, world: &World, point: usize) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|it| it.holds(world, point)),
            Self::Any(parts) => parts.iter().any(|it| it.holds(world, point)),
            Self::Not(part) => !part.holds(world, point),
            Self::In(var, mask) => mask >> world.value(point, *var) & 1 == 1,
        }
    }

    /// This condition for the engine.
    pub fn formula(&self, space: &Space) -> Formula {
        match self {
            Self::All(parts) => Formula::All(parts.iter().map(|it| it.formula(space)).collect()),
            Self::Any(parts) => Formula::Any(parts.iter().map(|it| it.formula(space)).collect()),
            Self::Not(part) => part.formula(space).not(space),
            Self::In(var, mask) => Formula::In(engine_var(*var), Cells::from_bits(*mask)),
        }
    }
}

/// The variable as the engine calls it.
pub fn engine_var(var: usize) -> Var {
    Var(u16::try_from(var).expect("few variables"))
}

/// A box as the engine's knowledge.
pub fn knowledge(masks: &[u64], space: &Space) -> Knowledge {
    let mut known = Knowledge::nothing(space);
    masks.iter().enumerate().for_each(|(var, &mask)| known.set(engine_var(var), Cells::from_bits(mask)));
    known
}

/// Variables as the engine's set of them.
pub fn var_set(chosen: &[bool]) -> VarSet {
    chosen.iter().enumerate().filter(|it| *it.1).map(|it| engine_var(it.0)).collect()
}
