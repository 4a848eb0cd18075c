//! Conditions as trees of "this variable is one of these cells".

use crate::boxes::cells::{Cells, Knowledge, Space, Var};

/// A set of points, as a tree without negation.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Formula {
    /// The points in all of them; of none, every point.
    All(Vec<Formula>),
    /// The points in at least one; of none, no point.
    Any(Vec<Formula>),
    /// The points where the variable is one of the cells.
    In(Var, Cells),
}

impl Formula {
    /// Every point.
    pub fn always() -> Self {
        Self::All(Vec::new())
    }

    /// Returns the points of `space` outside this set.
    #[must_use]
    pub fn not(self, space: &Space) -> Self {
        let each = |parts: Vec<Self>| parts.into_iter().map(|part| part.not(space)).collect();
        match self {
            Self::All(parts) => Self::Any(each(parts)),
            Self::Any(parts) => Self::All(each(parts)),
            Self::In(var, cells) => Self::In(var, space.full(var).without(cells)),
        }
    }

    /// Calls `see` with each variable as often as the formula names it.
    pub fn visit_vars(&self, see: &mut impl FnMut(Var)) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|it| it.visit_vars(see)),
            Self::In(var, _) => see(*var),
        }
    }

    /// Whether the single point `at` (one cell for each variable) is in the set.
    pub fn holds_at(&self, at: &Knowledge) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|part| part.holds_at(at)),
            Self::Any(parts) => parts.iter().any(|part| part.holds_at(at)),
            Self::In(var, cells) => at.cells_of(*var).within(*cells),
        }
    }
}
