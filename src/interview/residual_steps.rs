//! Residuals by number, each stored once, with the steps between them: an interview and its proof
//! take each step many times.

use rustc_hash::FxHashMap;

use crate::answer::Settled;
use crate::boxes::{Residual, VarSet};

/// Residuals by number, and the steps between them computed so far.
#[derive(Default)]
pub struct ResidualSteps {
    all: Vec<Numbered>,
    /// The number of each residual by its fingerprint, or by the next free one if two collide.
    numbers: FxHashMap<u64, u32>,
    steps: FxHashMap<(u32, Settled), u32>,
}

struct Numbered {
    residual: Residual,
    vars: VarSet,
    fingerprint: u64,
}

impl ResidualSteps {
    /// How many residuals have a number: all below this.
    pub fn len(&self) -> u32 {
        u32::try_from(self.all.len()).expect("fewer than four thousand million residuals")
    }

    /// Returns the number of `residual`.
    pub fn number(&mut self, residual: Residual) -> u32 {
        let fingerprint = residual.fingerprint();
        let mut place = fingerprint;
        while let Some(&number) = self.numbers.get(&place) {
            if self.numbered(number).residual == residual {
                return number;
            }
            place = place.wrapping_add(1);
        }
        let number = self.len();
        self.numbers.insert(place, number);
        let vars = residual.vars().collect();
        self.all.push(Numbered { residual, vars, fingerprint });
        number
    }

    /// Returns the variables that can still change residual `number`.
    pub fn vars(&self, number: u32) -> &VarSet {
        &self.numbered(number).vars
    }

    /// Returns the fingerprint of residual `number`.
    pub fn fingerprint(&self, number: u32) -> u64 {
        self.numbered(number).fingerprint
    }

    /// Returns the number of what is left of residual `number` after `settled`.
    pub fn after(&mut self, number: u32, settled: Settled) -> u32 {
        let Numbered { residual, vars, .. } = self.numbered(number);
        let (Settled::Cell(var, _) | Settled::Closed(var)) = settled;
        if !vars.has(var) {
            return number;
        }
        if let Some(&next) = self.steps.get(&(number, settled)) {
            return next;
        }
        let left = match settled {
            Settled::Cell(var, cell) => residual.given(var, cell),
            Settled::Closed(var) => residual.without(var),
        };
        let next = self.number(left);
        self.steps.insert((number, settled), next);
        next
    }

    fn numbered(&self, number: u32) -> &Numbered {
        self.all.get(number as usize).expect("a number that was given to a residual")
    }
}
