//! The residuals found so far, each stored once, and where each answer leads from each of them.

use std::collections::{BTreeSet, HashMap};

use crate::answer::Settled;
use crate::boxes::{Knowledge, Residual, Var, VarSet};
use crate::pack::{ConditionId, Owner, Pack};

/// The residuals of all conditions not settled yet, each once, in a fixed order. Settled ones are
/// dropped, so states that differ only in what is decided are equal.
pub type InterviewState = Vec<u32>;

/// Residuals by number, and the steps between them computed so far.
pub struct Residuals<'p> {
    pack: &'p Pack,
    all: Vec<Known>,
    /// The number of each residual by its fingerprint, or by the next free one if two collide.
    numbers: HashMap<u64, u32>,
    steps: HashMap<(u32, Settled), Option<u32>>,
}

struct Known {
    residual: Residual,
    vars: VarSet,
    /// Every variable of the questions it depends on.
    asked: VarSet,
    first: Var,
    fingerprint: u64,
}

impl<'p> Residuals<'p> {
    /// Creates an empty store for the conditions of `pack`.
    pub fn new(pack: &'p Pack) -> Self {
        Self { pack, all: Vec::new(), numbers: HashMap::new(), steps: HashMap::new() }
    }

    /// Returns the state at the start of an interview.
    pub fn start(&mut self, known: &Knowledge, closed: &VarSet) -> InterviewState {
        let pack = self.pack;
        let tracked: BTreeSet<ConditionId> = pack.obligations.iter().flat_map(|it| &it.tracked).copied().collect();
        let residuals = tracked.into_iter().map(|id| Residual::from_primes(pack.condition(id), known, closed));
        let mut state: InterviewState = residuals.filter_map(|it| self.number(it)).collect();
        tidy(&mut state);
        state
    }

    /// Returns the state after `settled`.
    pub fn state_after(&mut self, state: &InterviewState, settled: &[Settled]) -> InterviewState {
        let mut state = state.clone();
        for &effect in settled {
            state = state.iter().filter_map(|&number| self.step(number, effect)).collect();
            tidy(&mut state);
        }
        state
    }

    /// Whether anything in `state` still depends on one of `vars`.
    pub fn depends_on_any(&self, state: &InterviewState, vars: &[Var]) -> bool {
        let known = state.iter().filter_map(|number| self.all.get(*number as usize));
        known.into_iter().any(|known| vars.iter().any(|&var| known.vars.has(var)))
    }

    /// Returns the first variable on which anything in `state` still depends.
    pub fn first_var(&self, state: &InterviewState) -> Option<Var> {
        state.iter().filter_map(|number| self.all.get(*number as usize)).map(|it| it.first).min()
    }

    /// Returns a number that distinguishes `state` from all others, whatever the numbers of its
    /// residuals, and that is the same in every run of the program.
    pub fn fingerprint(&self, state: &InterviewState) -> u64 {
        let known = state.iter().filter_map(|number| self.all.get(*number as usize));
        known.fold(0, |sum, residual| sum.wrapping_add(residual.fingerprint))
    }

    /// Splits `state` into parts that no question connects: an answer in one changes nothing in
    /// another.
    pub fn parts(&self, state: &InterviewState) -> Vec<InterviewState> {
        let mut parts: Vec<(VarSet, InterviewState)> = Vec::new();
        for &number in state {
            let Some(known) = self.all.get(number as usize) else { continue };
            let (mut asked, mut whole) = (known.asked.clone(), vec![number]);
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

    fn step(&mut self, number: u32, settled: Settled) -> Option<u32> {
        let (Settled::Cell(var, _) | Settled::Closed(var)) = settled;
        let known = self.all.get(number as usize)?;
        if !known.vars.has(var) {
            return Some(number);
        }
        if let Some(&next) = self.steps.get(&(number, settled)) {
            return next;
        }
        let residual = match settled {
            Settled::Cell(var, cell) => known.residual.given(var, cell),
            Settled::Closed(var) => known.residual.without(var),
        };
        let next = self.number(residual);
        self.steps.insert((number, settled), next);
        next
    }

    /// Returns the number of `residual`, or `None` if it is settled.
    fn number(&mut self, residual: Residual) -> Option<u32> {
        let first = residual.first_var()?;
        let fingerprint = residual.fingerprint();
        let mut place = fingerprint;
        while let Some(&number) = self.numbers.get(&place) {
            if self.all.get(number as usize).is_some_and(|known| known.residual == residual) {
                return Some(number);
            }
            place = place.wrapping_add(1);
        }
        let number = u32::try_from(self.all.len()).expect("fewer than four thousand million residuals");
        self.numbers.insert(place, number);
        let vars: VarSet = residual.vars().collect();
        let asked = asked_with(self.pack, &vars);
        self.all.push(Known { residual, vars, asked, first, fingerprint });
        Some(number)
    }
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
