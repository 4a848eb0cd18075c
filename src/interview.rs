//! Which question comes next, which answers count, and how many questions remain. The decision tree
//! is derived from the rules: no question is asked that cannot matter, none is skipped that could.
//!
//! Replaying the answers in asking order tells which are *live*: a question is live if, given the
//! live answers before it, it can still change a statement about an obligation. An answer whose
//! question is not live is *set aside*: kept, but left out of every judgement, and restored when
//! its branch comes back.

mod certificate;
mod diagram_steps;
mod range;
mod residual_steps;
mod residuals;

use std::collections::{BTreeMap, HashMap};

use rustc_hash::FxHashMap;

use crate::answer::{apply_settled, settled_vars};
use crate::assessment::Assessment;
use crate::boxes::{Knowledge, Residual, VarSet};
use crate::interview::residuals::{InterviewState, Residuals};
use crate::judge;
use crate::pack::{CountedRanges, ObligationId, Pack, QuestionId};

pub use crate::pack::Range;
pub use certificate::{Certificate, Flaw, certify};

/// Where an interview stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// What the answers establish.
    pub replay: Replay,
    /// The number of questions still to come, including the next one.
    pub left: Range,
}

/// What the answers establish, without a count of what is still to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replay {
    /// What the live answers establish.
    pub known: Knowledge,
    /// What will stay unknown: "don't know" answers and open legal points.
    pub closed: VarSet,
    /// The live questions that have an answer, in asking order.
    pub answered: Vec<QuestionId>,
    /// The questions whose answers are set aside, in asking order.
    pub set_aside: Vec<QuestionId>,
    /// The question to ask next, or `None` when the interview is done.
    pub next: Option<QuestionId>,
}

impl Progress {
    /// Returns the obligations that still depend on `question` if everything but its answer is
    /// known.
    pub fn deciding_obligations(&self, pack: &Pack, question: QuestionId) -> Vec<ObligationId> {
        let own = &pack.question(question).vars;
        let mut known = self.replay.known.clone();
        for &var in own {
            known.set(var, pack.space.full(var));
        }
        let closed = self.replay.closed.iter().filter(|var| !own.contains(var)).collect();
        judge::deciding_obligations(pack, question, &known, &closed)
    }
}

/// Counts the ranges of all states that an interview over `pack` can reach while every open legal
/// point is taken as the pack takes it. Empty if the count was broken off.
pub fn count_ranges(pack: &Pack) -> CountedRanges {
    let mut interview = Interview::new(pack);
    let at_start = interview.progress(&Assessment::default()).left;
    let Interview { residuals, ranges, .. } = &interview;
    let counted = ranges.iter().map(|(state, range)| (residuals.fingerprint(state), *range));
    if interview.is_exact() { CountedRanges::new(at_start, counted.collect()) } else { CountedRanges::default() }
}

/// Returns what is left of the conditions of `pack` before the first answer, while no legal point is
/// decided.
pub fn start_residuals(pack: &Pack) -> Vec<Residual> {
    let (known, closed) = judge::initial_knowledge(pack, &Assessment::default());
    residuals::start_residuals(pack, &known, &closed)
}

/// Returns the least and the most questions of a whole interview over `pack`.
pub fn range_at_start(pack: &Pack) -> Range {
    let counted = pack.ranges.at_start();
    counted.unwrap_or_else(|| Interview::new(pack).progress(&Assessment::default()).left)
}

/// An interview over one pack. It caches what it computed from the rules, and keeps no answer.
pub struct Interview<'p> {
    pack: &'p Pack,
    residuals: Residuals<'p>,
    start: HashMap<(Vec<usize>, Vec<bool>), InterviewState>,
    ranges: FxHashMap<InterviewState, Range>,
    /// Whether a count was broken off. Then no other begins.
    is_broken_off: bool,
}

/// Interviews over several packs, each created on first use and shared by all assessments.
#[derive(Default)]
pub struct Interviews<'p>(BTreeMap<&'p str, Interview<'p>>);

impl<'p> Interviews<'p> {
    /// Returns the interview over `pack`.
    pub fn interview_over(&mut self, pack: &'p Pack) -> &mut Interview<'p> {
        self.0.entry(&pack.id).or_insert_with(|| Interview::new(pack))
    }
}

impl<'p> Interview<'p> {
    /// Creates an interview over `pack`.
    pub fn new(pack: &'p Pack) -> Self {
        Self {
            pack,
            residuals: Residuals::new(pack),
            start: HashMap::new(),
            ranges: FxHashMap::default(),
            is_broken_off: false,
        }
    }

    /// The pack it goes through.
    pub fn pack(&self) -> &'p Pack {
        self.pack
    }

    /// Whether every range returned so far is exact. False if the rules are so entangled that a
    /// computation was broken off.
    pub fn is_exact(&self) -> bool {
        !self.is_broken_off
    }

    /// Returns the number of different states behind the ranges returned so far. Parts that no
    /// question connects count separately.
    pub fn state_count(&self) -> usize {
        self.ranges.len()
    }

    /// Returns how far the interview is with these answers.
    pub fn progress(&mut self, assessment: &Assessment) -> Progress {
        let (replay, state) = self.replayed(assessment);
        let left = self.left(assessment, &state);
        Progress { replay, left }
    }

    /// Replays these answers. This is quick, because it does not count what is still to come.
    pub fn replay(&mut self, assessment: &Assessment) -> Replay {
        self.replayed(assessment).0
    }

    fn replayed(&mut self, assessment: &Assessment) -> (Replay, InterviewState) {
        let (mut known, closed) = judge::initial_knowledge(self.pack, assessment);
        let mut state = self.start_state(assessment, &known, &closed);
        judge::put_in_blanks(self.pack, assessment, &mut known);
        let mut replay = Replay { known, closed, answered: Vec::new(), set_aside: Vec::new(), next: None };
        for id in self.pack.question_ids() {
            let Some(answer) = assessment.answer(id) else { continue };
            let question = self.pack.question(id);
            if !question.for_record && !self.residuals.depends_on_any(&state, &question.vars) {
                replay.set_aside.push(id);
                continue;
            }
            let settled = settled_vars(answer, question);
            apply_settled(&settled, &mut replay.known, &mut replay.closed);
            state = self.residuals.state_after(&state, &settled);
            replay.answered.push(id);
        }
        replay.next = self.next(assessment, &state);
        (replay, state)
    }

    /// Returns the questions that need no answer now, each with the question whose answer made it
    /// irrelevant, or `None` if it always was. `progress` belongs to `assessment`.
    pub fn spared_questions(
        &mut self,
        assessment: &Assessment,
        progress: &Progress,
    ) -> BTreeMap<QuestionId, Option<QuestionId>> {
        let (known, closed) = judge::initial_knowledge(self.pack, assessment);
        let mut state = self.start_state(assessment, &known, &closed);
        let mut spared = BTreeMap::new();
        let waits = |question: &QuestionId| {
            !self.pack.question(*question).for_record && !progress.replay.answered.contains(question)
        };
        let mut waiting: Vec<QuestionId> = self.pack.question_ids().filter(waits).collect();
        for last in std::iter::once(None).chain(progress.replay.answered.iter().copied().map(Some)) {
            if let Some((id, answer)) = last.and_then(|id| Some((id, assessment.answer(id)?))) {
                state = self.residuals.state_after(&state, &settled_vars(answer, self.pack.question(id)));
            }
            waiting.retain(|&id| {
                let depends = self.residuals.depends_on_any(&state, &self.pack.question(id).vars);
                if !depends {
                    spared.insert(id, last);
                }
                depends
            });
        }
        spared
    }

    /// Returns the first unanswered question that is for the record or can still change something,
    /// except for those that are passed by.
    fn next(&self, assessment: &Assessment, state: &InterviewState) -> Option<QuestionId> {
        self.pack.question_ids().find(|&id| {
            let question = self.pack.question(id);
            assessment.answer(id).is_none()
                && !question.unasked
                && (question.for_record || self.residuals.depends_on_any(state, &question.vars))
        })
    }

    /// More answers never restore one that is set aside: what cannot matter now cannot matter once
    /// more is known.
    fn left(&mut self, assessment: &Assessment, state: &InterviewState) -> Range {
        let still_asked = |id: &QuestionId| {
            let question = self.pack.question(*id);
            question.for_record && !question.unasked && assessment.answer(*id).is_none()
        };
        let records = self.pack.question_ids().filter(still_asked).count();
        let mut search = range::RangeSearch {
            pack: self.pack,
            residuals: &mut self.residuals,
            known: &mut self.ranges,
            steps: if self.is_broken_off { range::MAX_STEPS } else { 0 },
        };
        let range = search.range(state);
        self.is_broken_off = search.steps >= range::MAX_STEPS;
        Range { least: range.least + records, most: range.most + records }
    }

    fn start_state(&mut self, assessment: &Assessment, known: &Knowledge, closed: &VarSet) -> InterviewState {
        let key = (
            assessment.readings.keys().map(|reading| reading.0).collect(),
            assessment.readings.values().map(|decision| decision.side).collect(),
        );
        if let Some(state) = self.start.get(&key) {
            return state.clone();
        }
        let worked_out = assessment.readings.is_empty().then(|| self.pack.start.residuals()).flatten();
        let state = match worked_out {
            Some(residuals) => self.residuals.state_of(residuals),
            None => self.residuals.start(known, closed),
        };
        self.start.insert(key, state.clone());
        state
    }
}
