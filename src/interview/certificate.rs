//! Proof that an interview asks everything that matters and nothing else: it visits every state of
//! every condition, comparing an independent form of the condition with the one the interview uses.
//!
//! The interview reads off prime boxes which questions can still matter. The proof builds the same
//! conditions anew from the rules as decision diagrams: pairs of the points where they certainly
//! hold and where they possibly do. In every state that some answers lead to, with open legal
//! points decided either way or left open, both forms must depend on exactly the same questions.
//! Then each question that is asked has two answers after which some judgement can differ, and no
//! such question is left out. Since each answer removes a variable, every interview ends.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use crate::answer::Settled;
use crate::boxes::{Diagram, Diagrams, Formula, Knowledge, Primes, Residual, Var, VarSet};
use crate::condition::Rule;
use crate::interview::diagram_steps::{DiagramSteps, VarFate};
use crate::interview::residual_steps::ResidualSteps;
use crate::pack::{Obligation, ObligationId, Owner, Pack, QuestionId};

/// The maximum number of states of single conditions that are visited, which takes some ten seconds. The New
/// Mexico pack has some 55,000.
const MAX_STATES: usize = 1_000_000;

/// What was proved, or what contradicts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// The number of states of single conditions visited.
    pub states: usize,
    /// The flaws. If there are none and the search was complete, the proof holds.
    pub flaws: BTreeSet<Flaw>,
    /// Whether every state was visited.
    pub complete: bool,
}

/// Something that contradicts the proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw {
    /// No state depends on the question, whatever is answered and decided.
    NeverAsked(QuestionId),
    /// The question can be asked where no answer to it makes a difference.
    AskedInVain(QuestionId),
    /// The question can be left out though an answer to it makes a difference.
    LeftOut(QuestionId),
    /// The compiled conditions of the obligation differ from its rules.
    Miscompiled(ObligationId),
}

/// Visits every state of every condition of `pack`, if these are the conditions of its rules.
pub fn certify(pack: &Pack) -> Certificate {
    let certificate = Certificate { states: 0, flaws: BTreeSet::new(), complete: true };
    let mut search = CertificateSearch {
        pack,
        diagrams: Diagrams::new(&pack.space),
        steps: DiagramSteps::default(),
        residuals: ResidualSteps::default(),
        asked: VarSet::default(),
        certificate,
    };
    let mut conditions = BTreeSet::new();
    for id in pack.obligation_ids() {
        let obligation = pack.obligation(id);
        let wanted = search.wanted(obligation);
        let mut found = BTreeSet::new();
        for &condition in &obligation.tracked {
            let set = search.points(pack.condition(condition));
            found.insert(set);
            conditions.insert((set, condition));
        }
        if wanted != found {
            search.certificate.flaws.insert(Flaw::Miscompiled(id));
        }
    }
    // What the interview does with other conditions than those of the rules proves nothing about the rules.
    if !search.certificate.flaws.is_empty() {
        return search.certificate;
    }
    for (set, condition) in conditions {
        search.condition(set, pack.condition(condition));
    }
    search.never_asked();
    search.certificate.complete &= search.diagrams.is_exact();
    search.certificate
}

/// A condition after some answers: where it certainly holds, where it possibly does, and the
/// number of the residual that the interview uses.
type RelevanceState = (Diagram, Diagram, u32);

struct CertificateSearch<'p> {
    pack: &'p Pack,
    diagrams: Diagrams<'p>,
    steps: DiagramSteps,
    residuals: ResidualSteps,
    /// The variables on which some state depends.
    asked: VarSet,
    certificate: Certificate,
}

impl CertificateSearch<'_> {
    /// Returns, from the rules, the points of each condition on which a statement about `of`
    /// depends.
    fn wanted(&mut self, of: &Obligation) -> BTreeSet<Diagram> {
        let mut rules = vec![Rule::All(Vec::new())];
        if let Some(met) = &of.met_rule {
            rules.extend([met.rule().clone(), Rule::Not(Box::new(met.rule().clone()))]);
        }
        rules.extend(of.advice().filter(|step| !step.unasked).filter_map(|step| step.rule.clone()));
        rules.extend(of.deadline.as_ref().and_then(|it| self.pack.countable_rule(it)));
        let formula = |it: &Rule| it.formula(&self.pack.fact_rules, &self.pack.space);
        let all: Vec<Formula> = rules.iter().map(|rule| Formula::All(vec![formula(&of.rule), formula(rule)])).collect();
        all.iter().map(|it| self.diagrams.diagram_of(it)).collect()
    }

    /// Returns the points in the boxes of `primes`, or none if the boxes of the negation are not
    /// exactly the rest.
    fn points(&mut self, primes: &Primes) -> Diagram {
        let mut union = |regions: &crate::boxes::Regions| {
            regions.iter().fold(Diagram::NOTHING, |any, region| {
                let bounds = region.bounds().iter().map(|&(var, cells)| Formula::In(var, cells)).collect();
                let region = self.diagrams.diagram_of(&Formula::All(bounds));
                self.diagrams.or(any, region)
            })
        };
        let (yes, no) = (union(primes.yes()), union(primes.no()));
        if self.diagrams.not(yes) == no { yes } else { Diagram::NOTHING }
    }

    /// Visits every state of the condition `set`, which `primes` should represent.
    fn condition(&mut self, set: Diagram, primes: &Primes) {
        let nothing = Knowledge::nothing(&self.pack.space);
        let residual = self.residuals.number(Residual::from_primes(primes, &nothing, &VarSet::default()));
        let mut starts = vec![(set, set, residual)];
        for reading in &self.pack.readings {
            starts = starts.into_iter().flat_map(|it| self.after_point(it, reading.var)).collect();
            let mut seen = FxHashSet::default();
            starts.retain(|state| seen.insert(*state));
        }
        let mut seen: FxHashSet<RelevanceState> = starts.iter().copied().collect();
        while let Some(state) = starts.pop() {
            self.certificate.states += 1;
            if self.certificate.states > MAX_STATES {
                self.certificate.complete = false;
                return;
            }
            if let Some(var) = self.compare(&state) {
                let next = self.after(&state, var);
                starts.extend(next.into_iter().filter(|state| seen.insert(*state)));
            }
        }
    }

    /// Returns the states that follow `state` for each side of the open legal point `var`, and for
    /// leaving it open: `state` itself if neither form depends on it.
    fn after_point(&mut self, state: RelevanceState, var: Var) -> Vec<RelevanceState> {
        let (sure, possible, residual) = state;
        let depends = self.steps.vars(&self.diagrams, sure).has(var)
            || self.steps.vars(&self.diagrams, possible).has(var)
            || self.residuals.vars(residual).has(var);
        if depends { self.after(&state, var) } else { vec![state] }
    }

    /// Returns the states that follow `state` for each value of `var`, and for never knowing it.
    fn after(&mut self, state: &RelevanceState, var: Var) -> Vec<RelevanceState> {
        let &(sure, possible, residual) = state;
        let cells: Vec<usize> = self.pack.space.full(var).iter().collect();
        let mut all: Vec<RelevanceState> = cells
            .into_iter()
            .map(|cell| {
                let mut left = |set| self.steps.after(&mut self.diagrams, set, var, VarFate::Known(cell));
                (left(sure), left(possible), self.residuals.after(residual, Settled::Cell(var, cell)))
            })
            .collect();
        let sure = self.steps.after(&mut self.diagrams, sure, var, VarFate::ForAll);
        let possible = self.steps.after(&mut self.diagrams, possible, var, VarFate::ForSome);
        all.push((sure, possible, self.residuals.after(residual, Settled::Closed(var))));
        all
    }

    /// Records where the two forms of `state` disagree, and returns the first variable it depends
    /// on.
    fn compare(&mut self, state: &RelevanceState) -> Option<Var> {
        let mut vars = self.steps.vars(&self.diagrams, state.0).clone();
        vars.add(self.steps.vars(&self.diagrams, state.1));
        let believed = self.residuals.vars(state.2);
        self.asked.add(&vars);
        if *believed == vars {
            return vars.first();
        }
        let flaws = [(believed, &vars, true), (&vars, believed, false)].map(|(one, other, in_vain)| {
            let more = one.iter().filter(|&var| !other.has(var));
            let asked = more.filter_map(|it| question_of(self.pack, it));
            let flaw = |question| if in_vain { Flaw::AskedInVain(question) } else { Flaw::LeftOut(question) };
            asked.map(flaw).collect::<Vec<Flaw>>()
        });
        self.certificate.flaws.extend(flaws.into_iter().flatten());
        vars.first()
    }

    fn never_asked(&mut self) {
        let asked: BTreeSet<QuestionId> = self.asked.iter().filter_map(|it| question_of(self.pack, it)).collect();
        let never = self
            .pack
            .question_ids()
            .filter(|question| !self.pack.question(*question).for_record && !asked.contains(question));
        self.certificate.flaws.extend(never.map(Flaw::NeverAsked));
    }
}

fn question_of(pack: &Pack, var: Var) -> Option<QuestionId> {
    match pack.owner(var) {
        Owner::Question(id, _) => Some(id),
        Owner::Reading(_) => None,
    }
}
