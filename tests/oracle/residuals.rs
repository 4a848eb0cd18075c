//! Residuals: what can still matter once some is known and some never will be.

use std::collections::BTreeSet;

use obligato::boxes::{Residual, Status, Var};

use crate::oracle::boxes::Case;
use crate::oracle::tape::{Tape, for_all};
use crate::oracle::world::{MAX_POINTS, Set, engine_var, knowledge, var_set};

/// What is known of a condition, and which variables will stay as unknown as they are.
struct Stand {
    case: Case,
    known: Vec<u64>,
    closed: Vec<bool>,
}

impl Stand {
    /// Where it certainly holds and where it certainly fails, over the variables that are open.
    fn sides(&self) -> [Set; 2] {
        let closed = (0..self.closed.len()).filter(|&it| self.closed[it]);
        let sure =
            |side: Set| closed.clone().fold(side, |side, var| self.case.world.for_all(side, var, self.known[var]));
        [sure(self.case.truth), sure(!self.case.truth & self.case.world.everything())]
    }

    /// The variables on which one of the sides still depends.
    fn support(&self) -> BTreeSet<usize> {
        let sides = self.sides();
        let open = (0..self.known.len()).filter(|&it| !self.closed[it]);
        open.filter(|&var| sides.iter().any(|&side| self.case.world.depends(side, var, &self.known))).collect()
    }

    fn status(&self) -> Status {
        let within = self.case.world.inside(&self.known);
        match self.sides().map(|side| within & !side) {
            [0, _] => Status::Yes,
            [_, 0] => Status::No,
            _ => Status::Open,
        }
    }

    fn fresh(&self) -> Residual {
        let known = knowledge(&self.known, &self.case.space);
        Residual::from_primes(&self.case.primes, &known, &var_set(&self.closed))
    }

    fn check(&self, residual: &Residual) {
        let support: BTreeSet<usize> = residual.vars().map(Var::index).collect();
        assert_eq!(support, self.support(), "what can still matter");
        assert_eq!(residual.first_var().map(Var::index), support.first().copied());
        assert_eq!(residual.is_settled(), support.is_empty());
        assert_eq!(residual.status(), self.status());
        assert_eq!(*residual, self.fresh(), "the way here makes a difference");
    }

    /// Settles one open variable: it gets one of the values it may have, or will never be known.
    fn step(&mut self, tape: &mut Tape, residual: &Residual) -> Residual {
        let var = tape.pick(self.known.len());
        if self.closed[var] {
            return residual.clone();
        }
        if tape.one_in(3) {
            self.closed[var] = true;
            return residual.without(engine_var(var));
        }
        let values: Vec<usize> = (0..64).filter(|it| self.known[var] >> it & 1 == 1).collect();
        let value = tape.of(&values);
        self.known[var] = 1 << value;
        residual.given(engine_var(var), value)
    }
}

#[test]
fn a_residual_names_exactly_what_can_still_matter() {
    for_all(6_000, 110, |tape| {
        let case = Case::made(tape, 7, MAX_POINTS);
        let (known, closed) = (case.world.made_box(tape), case.world.made_vars(tape));
        let mut stand = Stand { case, known, closed };
        let mut residual = stand.fresh();
        stand.check(&residual);
        for _ in 0..4 {
            residual = stand.step(tape, &residual);
            stand.check(&residual);
        }
    });
}
