//! Which question comes next, which answers count, and how far it still is. The decision tree is
//! derived from the rules: no question is asked that cannot matter, none is skipped that could.
//!
//! Replaying the answers in asking order tells which are *live*: a question is live if, given the
//! live answers before it, it can still change something said about an obligation. An answer whose
//! question is not live is *set aside*: kept, but left out of every judgement, and restored when
//! its branch comes back.

mod certificate;
mod range;
mod residuals;

use std::collections::{BTreeMap, HashMap};

use crate::answer::{settle, settles};
use crate::assessment::Assessment;
use crate::boxes::{Knowledge, VarSet};
use crate::interview::residuals::{InterviewState, Residuals};
use crate::judge;
use crate::pack::{CountedRanges, ObligationId, Pack, QuestionId};

pub use crate::pack::Range;
pub use certificate::{Certificate, Flaw, certify};

/// Where an interview stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// What the answers come to.
    pub replay: Replay,
    /// How many questions are still to come, the next one included.
    pub left: Range,
}

/// What the answers come to, without a count of what is still to come.
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
    /// The question to ask next; nothing when the interview is done.
    pub next: Option<QuestionId>,
}

impl Progress {
    /// The obligations about which something still turns on `question`, if what is known is all
    /// but the answer to it.
    pub fn deciding(&self, pack: &Pack, question: QuestionId) -> Vec<ObligationId> {
        let own = &pack.question(question).vars;
        let mut known = self.replay.known.clone();
        for &var in own {
            known.set(var, pack.space.full(var));
        }
        let closed = self.replay.closed.iter().filter(|var| !own.contains(var)).collect();
        judge::deciding(pack, question, &known, &closed)
    }
}

/// Counts the ranges of all states that an interview over `pack` can reach while every open legal point
/// is taken as the pack takes it. There are none if the count had to be broken off.
pub fn count_ranges(pack: &Pack) -> CountedRanges {
    let mut interview = Interview::new(pack);
    interview.progress(&Assessment::default());
    let Interview { residuals, ranges, .. } = &interview;
    let counted = ranges.iter().map(|(state, range)| (residuals.fingerprint(state), *range));
    CountedRanges::new(if interview.is_exact() { counted.collect() } else { Vec::new() })
}

/// An interview over one pack. It remembers what it has worked out, and nothing of any answer.
pub struct Interview<'p> {
    pack: &'p Pack,
    residuals: Residuals<'p>,
    start: HashMap<(Vec<usize>, Vec<bool>), InterviewState>,
    ranges: HashMap<InterviewState, Range>,
    steps: usize,
}

/// The interviews over several packs, each begun when it is first wanted: what one has worked out for
/// one assessment serves the next.
#[derive(Default)]
pub struct Interviews<'p>(BTreeMap<&'p str, Interview<'p>>);

impl<'p> Interviews<'p> {
    /// The interview over `pack`.
    pub fn over(&mut self, pack: &'p Pack) -> &mut Interview<'p> {
        self.0.entry(&pack.id).or_insert_with(|| Interview::new(pack))
    }
}

impl<'p> Interview<'p> {
    /// An interview over `pack`.
    pub fn new(pack: &'p Pack) -> Self {
        Self { pack, residuals: Residuals::new(pack), start: HashMap::new(), ranges: HashMap::new(), steps: 0 }
    }

    /// The pack it goes through.
    pub fn pack(&self) -> &'p Pack {
        self.pack
    }

    /// Whether every range given so far is exact: false when the rules hang together so much that
    /// working one out was broken off.
    pub fn is_exact(&self) -> bool {
        self.steps < range::MAX_STEPS
    }

    /// How many different states the ranges given so far were worked out over: parts that no question
    /// connects are counted apart.
    pub fn states(&self) -> usize {
        self.ranges.len()
    }

    /// Where the interview stands with these answers.
    pub fn progress(&mut self, assessment: &Assessment) -> Progress {
        let (replay, state) = self.replayed(assessment);
        let left = self.left(assessment, &state);
        Progress { replay, left }
    }

    /// What these answers come to. Quick: what is still to come is not counted.
    pub fn replay(&mut self, assessment: &Assessment) -> Replay {
        self.replayed(assessment).0
    }

    fn replayed(&mut self, assessment: &Assessment) -> (Replay, InterviewState) {
        let (known, closed) = judge::start(self.pack, assessment);
        let mut state = self.start_state(assessment, &known, &closed);
        let mut replay = Replay { known, closed, answered: Vec::new(), set_aside: Vec::new(), next: None };
        for id in self.pack.question_ids() {
            let Some(answer) = assessment.answer(id) else { continue };
            let question = self.pack.question(id);
            if !question.for_record && !self.residuals.depends(&state, &question.vars) {
                replay.set_aside.push(id);
                continue;
            }
            let settled = settles(answer, question);
            settle(&settled, &mut replay.known, &mut replay.closed);
            state = self.residuals.settle(&state, &settled);
            replay.answered.push(id);
        }
        replay.next = self.next(assessment, &state);
        (replay, state)
    }

    /// The questions that need no answer now, each with the question whose answer left nothing that
    /// depends on it; nothing where that was so from the start. `progress` is where it stands.
    pub fn spared(&mut self, assessment: &Assessment, progress: &Progress) -> BTreeMap<QuestionId, Option<QuestionId>> {
        let (known, closed) = judge::start(self.pack, assessment);
        let mut state = self.start_state(assessment, &known, &closed);
        let mut spared = BTreeMap::new();
        let waits = |question: &QuestionId| {
            !self.pack.question(*question).for_record && !progress.replay.answered.contains(question)
        };
        let mut waiting: Vec<QuestionId> = self.pack.question_ids().filter(waits).collect();
        for last in std::iter::once(None).chain(progress.replay.answered.iter().copied().map(Some)) {
            if let Some((id, answer)) = last.and_then(|id| Some((id, assessment.answer(id)?))) {
                state = self.residuals.settle(&state, &settles(answer, self.pack.question(id)));
            }
            waiting.retain(|&id| {
                let depends = self.residuals.depends(&state, &self.pack.question(id).vars);
                if !depends {
                    spared.insert(id, last);
                }
                depends
            });
        }
        spared
    }

    /// The first unanswered question that is for the record or can still change something.
    fn next(&self, assessment: &Assessment, state: &InterviewState) -> Option<QuestionId> {
        self.pack.question_ids().find(|&id| {
            let question = self.pack.question(id);
            assessment.answer(id).is_none() && (question.for_record || self.residuals.depends(state, &question.vars))
        })
    }

    /// Answers that are set aside do not come back by answering more: what cannot matter now cannot
    /// matter once more is known.
    fn left(&mut self, assessment: &Assessment, state: &InterviewState) -> Range {
        let unanswered = |id: &QuestionId| self.pack.question(*id).for_record && assessment.answer(*id).is_none();
        let records = self.pack.question_ids().filter(unanswered).count();
        let mut search = range::RangeSearch {
            pack: self.pack,
            residuals: &mut self.residuals,
            known: &mut self.ranges,
            steps: &mut self.steps,
        };
        let range = search.range(state);
        Range { least: range.least + records, most: range.most + records }
    }

    fn start_state(&mut self, assessment: &Assessment, known: &Knowledge, closed: &VarSet) -> InterviewState {
        let key = (
            assessment.readings.keys().map(|reading| reading.0).collect(),
            assessment.readings.values().copied().collect(),
        );
        if let Some(state) = self.start.get(&key) {
            return state.clone();
        }
        let state = self.residuals.start(known, closed);
        self.start.insert(key, state.clone());
        state
    }
}
