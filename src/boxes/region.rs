//! One box, written as the variables it constrains.

use crate::boxes::cells::{Cells, Knowledge, Var, VarSet};

/// What a box leaves to one variable.
pub type Bound = (Var, Cells);

/// A box that names only the variables it constrains, in their order; all others are free.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region<'a>(&'a [Bound]);

impl<'a> Region<'a> {
    /// Creates the box with these bounds, which are in the order of their variables, none of them
    /// full.
    pub fn new(bounds: &'a [Bound]) -> Self {
        Self(bounds)
    }

    /// The variables this box constrains, with the cells it leaves them.
    pub fn bounds(self) -> &'a [Bound] {
        self.0
    }

    /// Whether this is the box of all points.
    pub fn is_everything(self) -> bool {
        self.0.is_empty()
    }

    /// Returns the cells that this box leaves to `var`, or `None` if it does not constrain it.
    pub fn bound(self, var: Var) -> Option<Cells> {
        let at = self.0.binary_search_by_key(&var, |&(bound, _)| bound).ok()?;
        self.0.get(at).map(|&(_, cells)| cells)
    }

    /// Whether every point of `known` is in this box.
    pub fn holds(self, known: &Knowledge) -> bool {
        self.0.iter().all(|&(var, cells)| known.cells_of(var).within(cells))
    }

    /// Whether some point of `known` is in this box.
    pub fn meets(self, known: &Knowledge) -> bool {
        self.0.iter().all(|&(var, cells)| !known.cells_of(var).and(cells).is_empty())
    }

    /// Whether every point of this box is in `other`.
    pub fn within(self, other: Self) -> bool {
        if self.0.len() < other.0.len() {
            return false;
        }
        let mut mine = self.0.iter();
        other.0.iter().all(|&(var, cells)| {
            let same_or_later = mine.by_ref().find(|&&(own_var, _)| own_var >= var);
            same_or_later.is_some_and(|&(own_var, own_cells)| own_var == var && own_cells.within(cells))
        })
    }

    /// The bounds of this box restricted to `known`: those on which it still depends.
    pub fn given(self, known: &Knowledge) -> impl Iterator<Item = Bound> + use<'a, '_> {
        let open = |&&(var, cells): &&Bound| !known.cells_of(var).within(cells);
        self.0.iter().filter(open).map(|&(var, cells)| (var, cells.and(known.cells_of(var))))
    }

    /// Whether [`Region::given`] returns the bounds of this box as they are, and it meets `known`.
    pub fn is_unchanged_by(self, known: &Knowledge) -> bool {
        self.0.iter().all(|&(var, cells)| {
            let possible = known.cells_of(var);
            cells.within(possible) && !possible.within(cells)
        })
    }

    /// The bounds of this box but that of `var`.
    pub fn without(self, var: Var) -> impl Iterator<Item = Bound> + use<'a> {
        self.0.iter().copied().filter(move |&(bound, _)| bound != var)
    }

    /// Whether this box constrains none of `vars`.
    pub fn is_free_of(self, vars: &VarSet) -> bool {
        self.0.iter().all(|&(var, _)| !vars.has(var))
    }

    /// The first variable it constrains.
    pub fn first_var(self) -> Option<Var> {
        self.0.first().map(|&(var, _)| var)
    }
}
