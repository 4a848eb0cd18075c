//! The answers gone through in asking order, and the ways from there, by the truth.

use std::collections::{BTreeMap, HashMap};

use crate::oracle::shipped::diagrams::{ALWAYS, Diagram, NEVER, Vars, bit};
use crate::oracle::shipped::points::Reply;
use crate::oracle::shipped::text::Kind;
use crate::oracle::shipped::truth::Truth;

/// Answers by question, and the sides on which counsel decided readings.
#[derive(Debug, Clone, Default)]
pub struct Case {
    pub replies: BTreeMap<usize, Reply>,
    pub decided: BTreeMap<usize, bool>,
}

/// Of every tracked condition about which something can still change: where it certainly holds and
/// where it certainly fails, over the variables that are open.
pub type State = Vec<(Diagram, Diagram)>;

/// The least and the most questions still to come.
pub type Range = (usize, usize);

/// The values that are known, by variable.
pub type Known = BTreeMap<usize, usize>;

/// Where an interview stands.
pub struct Replay {
    pub known: Known,
    pub state: State,
    pub live: Vec<usize>,
    pub set_aside: Vec<usize>,
    pub next: Option<usize>,
}

/// What a reply says of a variable: its value, or that it will stay unknown.
type Said = (usize, Option<usize>);

impl Truth {
    /// What a case that leaves nothing open says of each name.
    pub fn point_of(&self, case: &Case) -> BTreeMap<String, Reply> {
        let replies = case.replies.iter().map(|(&at, it)| (self.text.questions[at].id.clone(), it.clone()));
        let decided = case.decided.iter().map(|(&at, &side)| (self.text.readings[at].0.clone(), Reply::Side(side)));
        replies.chain(decided).collect()
    }

    pub fn replay(&mut self, case: &Case) -> Replay {
        let (mut known, mut state) = self.start(case);
        known.extend(self.blanks(case));
        let (mut live, mut set_aside) = (Vec::new(), Vec::new());
        for (&question, reply) in &case.replies {
            if !self.matters(&state, question) {
                set_aside.push(question);
                continue;
            }
            let said = self.said(question, reply);
            known.extend(said.iter().filter_map(|&(var, value)| Some((var, value?))));
            state = self.after(&state, &said);
            live.push(question);
        }
        let asked = |it: &usize| !case.replies.contains_key(it) && !self.text.questions[*it].unasked;
        let open = |it: &usize| asked(it) && self.matters(&state, *it);
        let next = (0..self.text.questions.len()).find(open);
        Replay { known, state, live, set_aside, next }
    }

    /// What the law makes of the questions that were left blank, for judging only.
    fn blanks(&self, case: &Case) -> Known {
        let blank = |at: &usize| self.text.questions[*at].blank && !case.replies.contains_key(at);
        let said = (0..self.text.questions.len()).filter(blank).flat_map(|at| self.said(at, &Reply::Unsure));
        said.filter_map(|(var, value)| Some((var, value?))).collect()
    }

    /// Before any question: the readings that are decided, or taken on a side; the others stay open.
    fn start(&mut self, case: &Case) -> (Known, State) {
        let (mut known, mut said) = (Known::new(), Vec::new());
        for at in 0..self.text.readings.len() {
            let (id, taken) = self.text.readings[at].clone();
            let side = case.decided.get(&at).copied().or(taken);
            let (var, value) = (self.variable(&id, None), side.map(usize::from));
            known.extend(value.map(|it| (var, it)));
            said.push((var, value));
        }
        let tracked: Vec<Diagram> = self.duties.iter().flat_map(|it| it.tracked.clone()).collect();
        let both = tracked.into_iter().map(|it| (it, self.diagrams.not(it))).collect();
        (known, self.after(&both, &said))
    }

    /// Whether a question is for the record, or something can still depend on it.
    fn matters(&self, state: &State, question: usize) -> bool {
        self.text.questions[question].record || self.asks(question, self.open(state))
    }

    /// On what something can still depend.
    fn open(&self, state: &State) -> Vars {
        state.iter().fold(0, |vars, it| vars | self.diagrams.vars(it.0) | self.diagrams.vars(it.1))
    }

    /// How many questions for the record have no answer.
    pub fn records_left(&self, case: &Case) -> usize {
        (0..self.text.questions.len())
            .filter(|it| self.text.questions[*it].record && !self.text.questions[*it].unasked)
            .filter(|it| !case.replies.contains_key(it))
            .count()
    }

    /// What a reply says of each variable of its question.
    pub fn said(&self, question: usize, reply: &Reply) -> Vec<Said> {
        let (of, vars) = (&self.text.questions[question], &self.vars[question]);
        match (reply, &of.unsure) {
            (Reply::Unsure, None) => vars.iter().map(|&var| (var, None)).collect(),
            (Reply::Unsure, Some(option)) => {
                let counts_as = Reply::Named(option.clone());
                vars.iter().map(|&var| (var, Some(self.value(var, &counts_as)))).collect()
            }
            (Reply::Ticks(ticked, rest_unsure), _) => {
                let each = vars.iter().map(|&var| {
                    let option = self.variables[var].option.as_ref().expect("an option");
                    let ticked = ticked.contains(option);
                    (var, (ticked || !rest_unsure).then(|| usize::from(ticked)))
                });
                each.collect()
            }
            (reply, _) => vars.iter().map(|&var| (var, Some(self.value(var, reply)))).collect(),
        }
    }

    fn after(&mut self, state: &State, said: &[Said]) -> State {
        let mut after = state.clone();
        for &(var, value) in said {
            let mut settled = |it| match value {
                Some(value) => self.diagrams.given(it, var, value),
                None => self.diagrams.whatever(it, var),
            };
            after = after.into_iter().map(|it| (settled(it.0), settled(it.1))).collect();
        }
        // What can change no more asks nothing. That it is left out keeps the states few.
        let is_settled = |it: &Diagram| [ALWAYS, NEVER].contains(it);
        after.retain(|it| !is_settled(&it.0) || !is_settled(&it.1));
        after.sort_unstable();
        after.dedup();
        after
    }

    /// The least and the most questions on any way from `state`, by going all of them; those for the
    /// record left out.
    pub fn range(&mut self, state: &State, seen: &mut HashMap<State, Range>) -> Range {
        let Some(next) = self.first_open(state) else { return (0, 0) };
        if let Some(&range) = seen.get(state) {
            return range;
        }
        let mut range = (usize::MAX, 0);
        for said in self.all_replies(state, next) {
            let after = self.after(state, &said);
            let (least, most) = self.range(&after, seen);
            range = (range.0.min(1 + least), range.1.max(1 + most));
        }
        seen.insert(state.clone(), range);
        range
    }

    fn first_open(&self, state: &State) -> Option<usize> {
        let open = self.open(state);
        (0..self.text.questions.len()).find(|it| self.asks(*it, open))
    }

    /// What every reply to `question` says of the variables on which something can still depend.
    fn all_replies(&self, state: &State, question: usize) -> Vec<Vec<Said>> {
        let open = self.open(state);
        let vars: Vec<usize> = self.vars[question].iter().copied().filter(|it| open & bit(*it) != 0).collect();
        if let Kind::AnyOf(_) = self.text.questions[question].kind {
            let ticks = (0..1_usize << vars.len()).flat_map(|ticks| [(ticks, Some(0)), (ticks, None)]);
            let said = |(ticks, rest): (usize, Option<usize>)| -> Vec<Said> {
                let each = vars.iter().enumerate();
                each.map(|(at, &var)| (var, if ticks >> at & 1 == 1 { Some(1) } else { rest })).collect()
            };
            return ticks.map(said).collect();
        }
        let var = self.vars[question][0];
        let values = self.variables[var].values.iter().enumerate().filter(|it| !it.1.samples.is_empty());
        let mut all: Vec<Vec<Said>> = values.map(|it| vec![(var, Some(it.0))]).collect();
        all.push(self.said(question, &Reply::Unsure));
        all
    }
}
