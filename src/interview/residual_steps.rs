//! Residuals by number, each stored once, with the steps between them: a proof takes each step many times.

use std::collections::HashMap;

use crate::boxes::{Residual, Var, VarSet};

/// Residuals by number, and the steps between them computed so far.
#[derive(Default)]
pub struct ResidualSteps {
    all: Vec<(Residual, VarSet)>,
    numbers: HashMap<Residual, usize>,
    steps: HashMap<(usize, Var, Option<usize>), usize>,
}

impl ResidualSteps {
    /// Returns the number of `residual`.
    pub fn number(&mut self, residual: Residual) -> usize {
        if let Some(&number) = self.numbers.get(&residual) {
            return number;
        }
        let number = self.all.len();
        self.all.push((residual.clone(), residual.vars().collect()));
        self.numbers.insert(residual, number);
        number
    }

    /// Returns the variables that can still change residual `number`.
    pub fn vars(&self, number: usize) -> VarSet {
        self.all.get(number).map_or_else(VarSet::default, |(_, vars)| vars.clone())
    }

    /// Returns the number of what is left of residual `number` once `var` is known to be `cell`; without
    /// a cell, once it is unknown for good.
    pub fn after(&mut self, number: usize, var: Var, cell: Option<usize>) -> usize {
        let Some((residual, vars)) = self.all.get(number) else { return number };
        if !vars.has(var) {
            return number;
        }
        if let Some(&next) = self.steps.get(&(number, var, cell)) {
            return next;
        }
        let left = cell.map_or_else(|| residual.without(var), |cell| residual.given(var, cell));
        let next = self.number(left);
        self.steps.insert((number, var, cell), next);
        next
    }
}
