//! One box, written as the variables it constrains.

use serde::{Deserialize, Serialize};

use crate::boxes::cells::{Cells, Knowledge, Var, VarSet};

/// A box that names only the variables it constrains, in their order; all others are free.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Region(Vec<(Var, Cells)>);

impl Region {
    /// Creates the box with these bounds, which are in the order of their variables, none of them
    /// full.
    pub fn new(bounds: Vec<(Var, Cells)>) -> Self {
        Self(bounds)
    }

    /// The box of all points.
    pub fn everything() -> Self {
        Self::default()
    }

    /// The variables this box constrains, with the cells it leaves them.
    pub fn bounds(&self) -> &[(Var, Cells)] {
        &self.0
    }

    /// Whether this is the box of all points.
    pub fn is_everything(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the cells that this box leaves to `var`, or `None` if it does not constrain it.
    pub fn bound(&self, var: Var) -> Option<Cells> {
        let at = self.0.binary_search_by_key(&var, |&(bound, _)| bound).ok()?;
        self.0.get(at).map(|&(_, cells)| cells)
    }

    /// Whether every point of `known` is in this box.
    pub fn holds(&self, known: &Knowledge) -> bool {
        self.0.iter().all(|&(var, cells)| known.cells_of(var).within(cells))
    }

    /// Whether some point of `known` is in this box.
    pub fn meets(&self, known: &Knowledge) -> bool {
        self.0.iter().all(|&(var, cells)| !known.cells_of(var).and(cells).is_empty())
    }

    /// Whether every point of this box is in `other`.
    pub fn within(&self, other: &Self) -> bool {
        if self.0.len() < other.0.len() {
            return false;
        }
        let mut mine = self.0.iter();
        other.0.iter().all(|&(var, cells)| {
            let same_or_later = mine.by_ref().find(|&&(own_var, _)| own_var >= var);
            same_or_later.is_some_and(|&(own_var, own_cells)| own_var == var && own_cells.within(cells))
        })
    }

    /// Restricts this box to `known`, keeping only the variables on which it still depends. `None`
    /// if no point of `known` is in it.
    pub fn given(&self, known: &Knowledge) -> Option<Self> {
        self.meets(known).then(|| {
            let open = |&&(var, cells): &&(Var, Cells)| !known.cells_of(var).within(cells);
            Self(self.0.iter().filter(open).map(|&(var, cells)| (var, cells.and(known.cells_of(var)))).collect())
        })
    }

    /// Whether [`Region::given`] returns this box as it is.
    pub fn is_unchanged_by(&self, known: &Knowledge) -> bool {
        self.0.iter().all(|&(var, cells)| {
            let possible = known.cells_of(var);
            cells.within(possible) && !possible.within(cells)
        })
    }

    /// Fixes `var` to `cell` and drops its bound. `None` if the box excludes the cell.
    pub fn given_cell(&self, var: Var, cell: usize) -> Option<Self> {
        match self.bound(var) {
            None => Some(self.clone()),
            Some(cells) if cells.has(cell) => {
                Some(Self(self.0.iter().filter(|&&(bound, _)| bound != var).copied().collect()))
            }
            Some(_) => None,
        }
    }

    /// Whether this box constrains none of `vars`.
    pub fn is_free_of(&self, vars: &VarSet) -> bool {
        self.0.iter().all(|&(var, _)| !vars.has(var))
    }

    /// The first variable it constrains.
    pub fn first_var(&self) -> Option<Var> {
        self.0.first().map(|&(var, _)| var)
    }
}

/// Sorts boxes by how much they leave open.
pub fn sort_regions(regions: &mut [Region]) {
    regions.sort_by(|a, b| a.0.len().cmp(&b.0.len()).then_with(|| a.cmp(b)));
}

/// Drops each box that lies inside another, and sorts the rest.
pub fn keep_largest(mut regions: Vec<Region>) -> Vec<Region> {
    sort_regions(&mut regions);
    regions.dedup();
    let mut kept: Vec<Region> = Vec::with_capacity(regions.len());
    for region in regions {
        // A box with fewer bounds is never inside one with more, so only earlier boxes can contain
        // it; boxes with equally many bounds are compared both ways.
        if kept.iter().any(|larger| region.within(larger)) {
            continue;
        }
        kept.retain(|smaller| smaller.0.len() < region.0.len() || !smaller.within(&region));
        kept.push(region);
    }
    kept
}
