//! The states of an interview, made of residuals, and where each answer leads from each of them.

use std::collections::BTreeSet;

use crate::answer::Settled;
use crate::boxes::{Knowledge, Residual, Var, VarSet};
use crate::interview::residual_steps::ResidualSteps;
use crate::pack::{ConditionId, Owner, Pack};

/// The residuals of all conditions not settled yet, each once, in a fixed order. Settled ones are
/// dropped, so states that differ only in what is decided are equal.
pub type InterviewState = Vec<u32>;

/// The residuals of the conditions of a pack, by number.
pub struct Residuals<'p> {
    pack: &'p Pack,
    steps: ResidualSteps,
    /// Every variable of the questions that each residual depends on.
    asked: Vec<VarSet>,
}

impl<'p> Residuals<'p> {
    /// Creates an empty store for the conditions of `pack`.
    pub fn new(pack: &'p Pack) -> Self {
        Self { pack, steps: ResidualSteps::default(), asked: Vec::new() }
    }

    /// Returns the state at the start of an interview.
    pub fn start(&mut self, known: &Knowledge, closed: &VarSet) -> InterviewState {
        let residuals = start_residuals(self.pack, known, closed);
        self.state_of(residuals)
    }

    /// Returns the state in which these residuals are left.
    pub fn state_of(&mut self, residuals: Vec<Residual>) -> InterviewState {
        let numbers = residuals.into_iter().map(|residual| self.steps.number(residual)).collect();
        self.unsettled(numbers)
    }

    /// Returns the state after `settled`.
    pub fn state_after(&mut self, state: &InterviewState, settled: &[Settled]) -> InterviewState {
        let mut state = state.clone();
        for &effect in settled {
            let numbers = state.iter().map(|&number| self.steps.after(number, effect)).collect();
            state = self.unsettled(numbers);
        }
        state
    }

    /// Whether anything in `state` still depends on one of `vars`.
    pub fn depends_on_any(&self, state: &InterviewState, vars: &[Var]) -> bool {
        state.iter().map(|&number| self.steps.vars(number)).any(|own| vars.iter().any(|&var| own.has(var)))
    }

    /// Returns the first variable on which anything in `state` still depends.
    pub fn first_var(&self, state: &InterviewState) -> Option<Var> {
        state.iter().filter_map(|&number| self.steps.vars(number).first()).min()
    }

    /// Returns a number that distinguishes `state` from all others, whatever the numbers of its
    /// residuals, and that is the same in every run of the program.
    pub fn fingerprint(&self, state: &InterviewState) -> u64 {
        state.iter().fold(0, |sum, &number| sum.wrapping_add(self.steps.fingerprint(number)))
    }

    /// Splits `state` into parts that no question connects: an answer in one changes nothing in
    /// another.
    pub fn parts(&self, state: &InterviewState) -> Vec<InterviewState> {
        let mut parts: Vec<(VarSet, InterviewState)> = Vec::new();
        for &number in state {
            let Some(mut asked) = self.asked.get(number as usize).cloned() else { continue };
            let mut whole = vec![number];
            parts.retain_mut(|(part_asked, part)| {
                let apart = !part_asked.meets(&asked);
                if !apart {
                    asked.add(part_asked);
                    whole.append(part);
                }
                apart
            });
            parts.push((asked, whole));
        }
        let states = parts.into_iter().map(|(_, mut state)| {
            tidy(&mut state);
            state
        });
        states.collect()
    }

    /// Returns the state of these residuals.
    fn unsettled(&mut self, mut numbers: Vec<u32>) -> InterviewState {
        for number in u32::try_from(self.asked.len()).unwrap_or(u32::MAX)..self.steps.len() {
            self.asked.push(asked_with(self.pack, self.steps.vars(number)));
        }
        numbers.retain(|&number| !self.steps.vars(number).is_empty());
        tidy(&mut numbers);
        numbers
    }
}

/// Returns what is left of each condition of `pack` on which a statement about an obligation depends.
pub fn start_residuals(pack: &Pack, known: &Knowledge, closed: &VarSet) -> Vec<Residual> {
    let tracked: BTreeSet<ConditionId> = pack.obligations.iter().flat_map(|it| &it.tracked).copied().collect();
    tracked.into_iter().map(|id| Residual::from_primes(pack.condition(id), known, closed)).collect()
}

/// Returns every variable of the questions that `vars` belong to.
fn asked_with(pack: &Pack, vars: &VarSet) -> VarSet {
    let mut asked = vars.clone();
    for var in vars.iter() {
        if let Owner::Question(id, Some(_)) = pack.owner(var) {
            pack.question(id).vars.iter().for_each(|&it| asked.insert(it));
        }
    }
    asked
}

fn tidy(state: &mut InterviewState) {
    state.sort_unstable();
    state.dedup();
}
