//! Decision diagrams with the steps between them: a proof takes each step many times.

use rustc_hash::FxHashMap;

use crate::boxes::{Diagram, Diagrams, Var, VarSet};

/// What becomes of a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VarFate {
    /// It is known to be this cell.
    Known(usize),
    /// It is unknown for good, and the set has to hold for each of its cells.
    ForAll,
    /// It is unknown for good, and the set has to hold for some of its cells.
    ForSome,
}

/// Steps and variables of diagrams computed so far.
#[derive(Default)]
pub struct DiagramSteps {
    steps: FxHashMap<(Diagram, Var, VarFate), Diagram>,
    vars: FxHashMap<Diagram, VarSet>,
}

impl DiagramSteps {
    /// Returns what is left of `set` after `fate` of `var`.
    pub fn after(&mut self, diagrams: &mut Diagrams<'_>, set: Diagram, var: Var, fate: VarFate) -> Diagram {
        if !self.vars(diagrams, set).has(var) {
            return set;
        }
        *self.steps.entry((set, var, fate)).or_insert_with(|| match fate {
            VarFate::Known(cell) => diagrams.given(set, var, cell),
            VarFate::ForAll => diagrams.for_all(set, var),
            VarFate::ForSome => diagrams.exists(set, var),
        })
    }

    /// Returns the variables on which membership in `set` depends.
    pub fn vars(&mut self, diagrams: &Diagrams<'_>, set: Diagram) -> &VarSet {
        self.vars.entry(set).or_insert_with(|| diagrams.vars(set))
    }
}
