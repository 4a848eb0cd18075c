//! All prime boxes of a condition and of its negation, and the questions they answer by lookup.

use serde::{Deserialize, Serialize};

use crate::boxes::cells::{Knowledge, Space, Var, VarSet};
use crate::boxes::cube::{Cube, CubeLayout};
use crate::boxes::formula::Formula;
use crate::boxes::region::Region;
use crate::boxes::regions::Regions;

/// The most boxes a condition may need at any step of its compilation.
pub const MAX_BOXES: usize = 4_096;

/// The maximum number of pairs of boxes compared while one condition is compiled: some seconds of
/// work at worst.
const MAX_WORK: usize = 500_000_000;

/// The error for a condition that needs more boxes than [`MAX_BOXES`], more than 1,024 cells, or
/// too much work to compile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

/// What is known about a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// It holds whatever the unknowns turn out to be.
    Yes,
    /// It fails whatever the unknowns turn out to be.
    No,
    /// It depends on the unknowns.
    Open,
}

/// A condition as all its prime boxes and all prime boxes of its negation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Primes {
    yes: Regions,
    no: Regions,
}

impl Primes {
    /// Compiles `formula` over `space`.
    ///
    /// # Errors
    /// [`TooLarge`] when it needs more boxes or more work than the limits allow.
    pub fn compile(formula: &Formula, space: &Space) -> Result<Self, TooLarge> {
        let layout = CubeLayout::for_formula(formula, space);
        match layout.words() {
            1 => compile::<1>(formula, &layout),
            2 => compile::<2>(formula, &layout),
            3..=4 => compile::<4>(formula, &layout),
            5..=16 => compile::<16>(formula, &layout),
            _ => Err(TooLarge),
        }
    }

    /// Creates a condition from what are said to be all its prime boxes, and all of its negation: the
    /// proof of a pack shows whether they are.
    pub fn from_boxes(yes: Regions, no: Regions) -> Self {
        Self { yes, no }
    }

    /// The prime boxes of the condition.
    pub fn yes(&self) -> &Regions {
        &self.yes
    }

    /// The prime boxes of its negation.
    pub fn no(&self) -> &Regions {
        &self.no
    }

    /// Whether the condition depends on `var` at all.
    pub fn constrains(&self, var: Var) -> bool {
        self.yes.bounds().iter().chain(self.no.bounds()).any(|&(bound, _)| bound == var)
    }

    /// Returns the exact status: [`Status::Yes`] if and only if every point of `known` satisfies
    /// the condition.
    pub fn status(&self, known: &Knowledge) -> Status {
        if self.yes.iter().any(|region| region.holds(known)) {
            Status::Yes
        } else if self.no.iter().any(|region| region.holds(known)) {
            Status::No
        } else {
            Status::Open
        }
    }

    /// Returns a smallest reason for the status: a prime box that holds `known` and constrains the
    /// fewest variables. Leaving out any of them would leave the condition open. `None` while it is
    /// open.
    pub fn reason(&self, known: &Knowledge) -> Option<Region<'_>> {
        let smallest = [&self.yes, &self.no].map(|side| {
            let holding = side.iter().filter(|region| region.holds(known));
            holding.min_by_key(|region| region.bounds().len())
        });
        smallest.into_iter().flatten().next()
    }

    /// Returns another reason for the status beside `first`, which would do without some answer that
    /// `first` rests on: of the prime boxes that hold `known`, the one that constrains the fewest
    /// variables that `first` leaves open, at least one of them in `among`. `None` if there is none that
    /// also leaves a variable of `first` open.
    pub fn second_reason(&self, known: &Knowledge, first: Region<'_>, among: &VarSet) -> Option<Region<'_>> {
        let side = if self.yes.contains(first) { &self.yes } else { &self.no };
        let is_new = |var: &Var| first.bound(*var).is_none();
        let new = |region: Region<'_>| region.bounds().iter().map(|&(var, _)| var).filter(is_new).collect::<Vec<Var>>();
        let does_without = |region: Region<'_>| first.bounds().iter().any(|&(var, _)| region.bound(var).is_none());
        let is_other = |region: Region<'_>| new(region).iter().any(|&var| among.has(var)) && does_without(region);
        let holding = side.iter().filter(|&region| region.holds(known) && is_other(region));
        holding.min_by_key(|&region| (new(region).len(), region.bounds().len()))
    }

    /// Returns the box of the other side that is nearest to `known`: the fewest known variables to
    /// change, all of them in `free`. `None` while the condition is open, or if changing `free`
    /// cannot suffice.
    pub fn nearest(&self, known: &Knowledge, free: &VarSet) -> Option<Region<'_>> {
        let other = match self.status(known) {
            Status::Yes => &self.no,
            Status::No => &self.yes,
            Status::Open => return None,
        };
        let changes = |region: Region<'_>| {
            let away = region.bounds().iter();
            away.filter(|&&(var, cells)| known.cells_of(var).and(cells).is_empty())
                .map(|&(var, _)| free.has(var).then_some(1_usize))
                .sum::<Option<usize>>()
        };
        let near = other.iter().filter_map(|region| Some((changes(region)?, region)));
        near.min_by_key(|(count, region)| (*count, region.bounds().len())).map(|(_, region)| region)
    }
}

/// Compiles both sides of `formula` with cubes of `W` words.
fn compile<const W: usize>(formula: &Formula, layout: &CubeLayout) -> Result<Primes, TooLarge> {
    let mut work = CompileBudget::<W> { layout, left: MAX_WORK };
    let cover = work.cover(formula)?;
    let no = work.negated(&cover)?;
    let yes = work.negated(&no)?;
    let regions = |cubes: Vec<Cube<W>>| {
        let mut regions = Regions::default();
        for cube in cubes {
            regions.push(layout.bounds(cube));
        }
        regions.sorted()
    };
    Ok(Primes { yes: regions(yes), no: regions(no) })
}

/// A compilation in progress, with its remaining work.
struct CompileBudget<'a, const W: usize> {
    layout: &'a CubeLayout,
    left: usize,
}

impl<const W: usize> CompileBudget<'_, W> {
    /// Returns boxes that together hold exactly the points of `formula`.
    fn cover(&mut self, formula: &Formula) -> Result<Vec<Cube<W>>, TooLarge> {
        match formula {
            Formula::In(var, cells) => Ok(self.layout.bound(*var, *cells).into_iter().collect()),
            Formula::Any(parts) => {
                let mut all = Vec::new();
                for part in parts {
                    all.extend(self.cover(part)?);
                    self.spend(all.len(), 1)?;
                }
                self.keep_largest(all)
            }
            Formula::All(parts) => {
                let mut all = vec![self.layout.everything()];
                for part in parts {
                    let next = self.cover(part)?;
                    all = self.product(&all, &next)?;
                }
                Ok(all)
            }
        }
    }

    fn product(&mut self, left: &[Cube<W>], right: &[Cube<W>]) -> Result<Vec<Cube<W>>, TooLarge> {
        self.spend(left.len(), right.len())?;
        let mut all = Vec::new();
        for &one in left {
            all.extend(right.iter().filter_map(|&other| self.layout.and(one, other)));
            self.spend(all.len(), 1)?;
        }
        self.keep_largest(all)
    }

    /// Returns all prime boxes of the points outside of `cover`.
    fn negated(&mut self, cover: &[Cube<W>]) -> Result<Vec<Cube<W>>, TooLarge> {
        let mut all = vec![self.layout.everything()];
        for &region in cover {
            let mut next = Vec::new();
            for &one in &all {
                if self.layout.and(one, region).is_none() {
                    next.push(one);
                } else {
                    next.extend(self.layout.outside(one, region));
                }
                self.spend(next.len(), 1)?;
            }
            all = self.keep_largest(next)?;
        }
        Ok(all)
    }

    /// Drops each box that lies inside another.
    fn keep_largest(&mut self, mut cubes: Vec<Cube<W>>) -> Result<Vec<Cube<W>>, TooLarge> {
        self.spend(cubes.len(), cubes.len())?;
        cubes.sort_unstable_by(|a, b| b.size().cmp(&a.size()).then_with(|| a.cmp(b)));
        cubes.dedup();
        let mut kept: Vec<Cube<W>> = Vec::with_capacity(cubes.len());
        for cube in cubes {
            if !kept.iter().any(|larger| cube.within(larger)) {
                kept.push(cube);
            }
        }
        Ok(kept)
    }

    fn spend(&mut self, rows: usize, columns: usize) -> Result<(), TooLarge> {
        if rows > MAX_BOXES {
            return Err(TooLarge);
        }
        self.left = self.left.checked_sub(rows * columns).ok_or(TooLarge)?;
        Ok(())
    }
}
