//! What remains of a condition once some variables are known and others will stay unknown.

use serde::{Deserialize, Serialize};

use crate::boxes::cells::{Cells, Knowledge, Var, VarSet};
use crate::boxes::primes::{Primes, Status};
use crate::boxes::region::Region;
use crate::boxes::regions::Regions;

/// All prime boxes, over the variables still open, of "it certainly holds" and "it certainly
/// fails".
///
/// A variable that will never be known is quantified for all on both sides: only boxes that do not
/// constrain it stay. A variable that becomes known is restricted: boxes that exclude its cell go,
/// the others lose the bound, and only the largest stay. Both steps keep *all* prime boxes, so a
/// residual constrains exactly the variables that can still matter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Residual {
    yes: Regions,
    no: Regions,
}

impl Residual {
    /// Computes what is left of `primes` given `known`, with `closed` unknown for good.
    pub fn from_primes(primes: &Primes, known: &Knowledge, closed: &VarSet) -> Self {
        let side = |regions: &Regions| {
            // No prime box lies inside another: where nothing known changes one, none has to be dropped.
            if regions.iter().all(|region| region.is_unchanged_by(known)) {
                return regions.iter().filter(|region| region.is_free_of(closed)).collect();
            }
            // A box inside one that constrains a closed variable constrains it too, so none is missed.
            let mut left = Regions::with_room_for(regions);
            for region in regions.iter().filter(|region| region.meets(known)) {
                if region.given(known).all(|(var, _)| !closed.has(var)) {
                    left.push(region.given(known));
                }
            }
            left.largest()
        };
        Self { yes: side(primes.yes()), no: side(primes.no()) }
    }

    /// Returns what is left once `var` is known to be `cell`.
    #[must_use]
    pub fn given(&self, var: Var, cell: usize) -> Self {
        let has_cell = |cells: Cells| cells.has(cell);
        let side = |regions: &Regions| {
            let mut left = Regions::with_room_for(regions);
            for region in regions.iter().filter(|region| region.bound(var).is_none_or(has_cell)) {
                left.push(region.without(var));
            }
            left.largest()
        };
        Self { yes: side(&self.yes), no: side(&self.no) }
    }

    /// Returns what is left once `var` is unknown for good.
    #[must_use]
    pub fn without(&self, var: Var) -> Self {
        let side = |regions: &Regions| regions.iter().filter(|region| region.bound(var).is_none()).collect();
        Self { yes: side(&self.yes), no: side(&self.no) }
    }

    /// Returns a number that different residuals almost never share, and that is the same in every
    /// run of the program.
    pub fn fingerprint(&self) -> u64 {
        let sides = [&self.yes, &self.no].into_iter().enumerate();
        let regions = sides.flat_map(|(side, regions)| regions.iter().map(move |region| (side as u64, region)));
        regions.fold(0, |sum, (side, region)| {
            let start = mix(sum, side);
            region.bounds().iter().fold(start, |sum, &(var, cells)| mix(mix(sum, u64::from(var.0)), cells.bits()))
        })
    }

    /// Returns the status. [`Status::Open`] may be final, see [`Residual::is_settled`].
    pub fn status(&self) -> Status {
        let whole = |regions: &Regions| regions.iter().any(Region::is_everything);
        match (whole(&self.yes), whole(&self.no)) {
            (true, _) => Status::Yes,
            (_, true) => Status::No,
            _ => Status::Open,
        }
    }

    /// Whether it can still turn out certainly true, and certainly false.
    pub fn can_turn_out(&self) -> (bool, bool) {
        (!self.yes.is_empty(), !self.no.is_empty())
    }

    /// Whether no further answer can change it.
    pub fn is_settled(&self) -> bool {
        self.first_var().is_none()
    }

    /// The first variable that can still change it.
    pub fn first_var(&self) -> Option<Var> {
        self.yes.iter().chain(self.no.iter()).filter_map(Region::first_var).min()
    }

    /// Every variable that can still change it.
    pub fn vars(&self) -> impl Iterator<Item = Var> {
        self.yes.bounds().iter().chain(self.no.bounds()).map(|&(var, _)| var)
    }
}

/// Mixes `word` into `sum` so that each bit of either flips about half of the bits of the result.
fn mix(sum: u64, word: u64) -> u64 {
    let mixed = (sum.rotate_left(23) ^ word.wrapping_add(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let mixed = (mixed ^ (mixed >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    mixed ^ (mixed >> 33)
}
