//! The least and the most questions still to come: one pass over all reachable states, from the
//! last question back. The count is exact, including partly ticked lists and "don't know". Parts of
//! a state that no question connects are counted separately and added, which keeps the states few.

use rustc_hash::FxHashMap;

use crate::answer::Settled;
use crate::interview::residuals::{InterviewState, Residuals};
use crate::pack::{Owner, Pack, Question, Range, Shape};

/// The maximum number of steps between states that one search examines, each counted once for each
/// condition that is open in its state, and once for the state. That is about a second. A pack that needs
/// more gets a warning from its check, and ranges that hold but are wider than necessary.
pub const MAX_STEPS: usize = 10_000_000;

/// A search for the range left.
pub struct RangeSearch<'a, 'p> {
    /// The pack.
    pub pack: &'p Pack,
    /// The residuals found so far.
    pub residuals: &'a mut Residuals<'p>,
    /// The ranges computed so far.
    pub known: &'a mut FxHashMap<InterviewState, Range>,
    /// The number of steps examined.
    pub steps: usize,
}

impl RangeSearch<'_, '_> {
    /// Returns the range left from `state`.
    pub fn range(&mut self, state: &InterviewState) -> Range {
        let parts = self.residuals.parts(state);
        let ranges: Vec<Range> = parts.iter().map(|it| self.part(it)).collect();
        Range { least: ranges.iter().map(|it| it.least).sum(), most: ranges.iter().map(|it| it.most).sum() }
    }

    fn part(&mut self, part: &InterviewState) -> Range {
        if let Some(range) = self.known.get(part).copied().or_else(|| self.counted(part)) {
            return range;
        }
        if self.steps >= MAX_STEPS {
            return self.bounds(part);
        }
        let range = self.search(part);
        self.known.insert(part.clone(), range);
        range
    }

    /// Returns the range of `part`, if the build counted it.
    fn counted(&self, part: &InterviewState) -> Option<Range> {
        self.pack.ranges.range_of(self.residuals.fingerprint(part))
    }

    /// Returns bounds: one question, and all questions that anything in `part` depends on.
    fn bounds(&self, part: &InterviewState) -> Range {
        let depends = |it: &&Question| self.residuals.depends_on_any(part, &it.vars);
        Range { least: 1, most: self.pack.questions.iter().filter(depends).count() }
    }

    fn search(&mut self, state: &InterviewState) -> Range {
        let Some(Owner::Question(id, _)) = self.residuals.first_var(state).map(|it| self.pack.owner(it)) else {
            return Range { least: 0, most: 0 };
        };
        let next = self.after(state, self.pack.question(id));
        let ranges: Vec<Range> = next.iter().map(|it| self.range(it)).collect();
        Range {
            least: 1 + ranges.iter().map(|it| it.least).min().unwrap_or_default(),
            most: 1 + ranges.iter().map(|it| it.most).max().unwrap_or_default(),
        }
    }

    /// Returns every state that some answer to `question` leads to, each once.
    fn after(&mut self, state: &InterviewState, question: &Question) -> Vec<InterviewState> {
        if question.kind.shape() != Shape::Many {
            let Some(&var) = question.vars.first() else { return Vec::new() };
            let cells = self.pack.space.full(var);
            let mut answers: Vec<Settled> = cells.iter().map(|cell| Settled::Cell(var, cell)).collect();
            // Where "I don't know" counts as an option, that option already represents it.
            if question.unsure_counts_as.is_none() {
                answers.push(Settled::Closed(var));
            }
            return self.each(std::slice::from_ref(state), &answers);
        }
        // A tick list is settled tick by tick; the rest is then untrue or unknown.
        let mut all = Vec::new();
        for rest_unsure in [false, true] {
            let mut states = vec![state.clone()];
            for &var in &question.vars {
                let rest = if rest_unsure { Settled::Closed(var) } else { Settled::Cell(var, 0) };
                states = self.each(&states, &[Settled::Cell(var, 1), rest]);
            }
            all.extend(states);
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    fn each(&mut self, states: &[InterviewState], answers: &[Settled]) -> Vec<InterviewState> {
        let mut next = Vec::new();
        // Past the limit, one state represents them all, and what is left of it is not examined
        // further.
        let states = if self.steps < MAX_STEPS { states } else { states.get(..1).unwrap_or_default() };
        self.steps += states.iter().map(|state| 1 + state.len()).sum::<usize>() * answers.len();
        for state in states {
            for &answer in answers {
                next.push(self.residuals.state_after(state, &[answer]));
            }
        }
        next.sort_unstable();
        next.dedup();
        next
    }
}
