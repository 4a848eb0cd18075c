//! Answers drawn by chance, many of them so that something about some obligation comes to be decided.

use std::collections::BTreeSet;

use crate::oracle::shipped::diagrams::{Diagram, NEVER, Vars, bit};
use crate::oracle::shipped::points::Reply;
use crate::oracle::shipped::replay::Case;
use crate::oracle::shipped::text::Kind;
use crate::oracle::shipped::truth::Truth;
use crate::oracle::tape::Tape;

/// A value for every variable, and the variables whose values decide something together.
struct Point {
    values: Vec<usize>,
    decide: Vars,
}

impl Truth {
    /// Answers to some of the questions, "don't know" and half-ticked lists among them, and decisions
    /// about some of the readings.
    pub fn some_answers(&mut self, tape: &mut Tape) -> Case {
        let point = self.point(tape);
        let gaps = tape.of(&[7, 4, 2, 1, 0]);
        // Half of the cases keep to what decides something; the others have gaps there too.
        let mut case = if tape.pick(2) == 1 { self.keeping(&point, tape) } else { Case::default() };
        for question in 0..self.text.questions.len() {
            if tape.pick(8) >= gaps {
                let reply = self.reply(question, &point, tape);
                case.replies.entry(question).or_insert(reply);
            }
        }
        for at in 0..self.text.readings.len() {
            if tape.one_in(3) {
                let var = self.variable(&self.text.readings[at].0, None);
                case.decided.entry(at).or_insert(point.values[var] == 1);
            }
        }
        case
    }

    /// For everything said of any obligation: just the answers that make it hold, and just those that
    /// make it fail; numbers and days in turn at each value beside a constant.
    pub fn deciding_answers(&mut self, tape: &mut Tape) -> Vec<Case> {
        let tracked: BTreeSet<Diagram> = self.duties.iter().flat_map(|it| it.tracked.clone()).collect();
        let mut cases = Vec::new();
        for it in tracked {
            for side in [it, self.diagrams.not(it)].into_iter().filter(|it| *it != NEVER) {
                let mut point = Point { values: vec![0; self.variables.len()], decide: 0 };
                self.decide(side, &mut point, tape);
                let case = self.keeping(&point, tape);
                cases.extend(self.about_the_constants(&case, &point));
                cases.push(case);
            }
        }
        cases
    }

    /// The case with each other number or day that no rule tells from the one in it.
    fn about_the_constants(&self, case: &Case, point: &Point) -> Vec<Case> {
        let mut cases = Vec::new();
        for (&question, reply) in case.replies.iter().filter(|it| matches!(it.1, Reply::Number(_) | Reply::Day(_))) {
            let var = self.vars[question][0];
            for other in self.variables[var].values[point.values[var]].samples.iter().filter(|it| *it != reply) {
                let mut case = case.clone();
                case.replies.insert(question, other.clone());
                cases.push(case);
            }
        }
        cases
    }

    /// The answers and decisions that keep to what decides something.
    fn keeping(&self, point: &Point, tape: &mut Tape) -> Case {
        let mut case = Case::default();
        for question in (0..self.text.questions.len()).filter(|it| self.asks(*it, point.decide)) {
            case.replies.insert(question, self.full_reply(question, point, tape));
        }
        for at in 0..self.text.readings.len() {
            let var = self.variable(&self.text.readings[at].0, None);
            if point.decide & bit(var) != 0 {
                case.decided.insert(at, point.values[var] == 1);
            }
        }
        case
    }

    /// Answers to all questions, nothing left unknown, and a decision about every reading.
    pub fn all_answers(&mut self, tape: &mut Tape) -> Case {
        let point = self.point(tape);
        let replies = (0..self.text.questions.len()).map(|it| (it, self.full_reply(it, &point, tape)));
        let side = |it: &(String, Option<bool>)| point.values[self.variable(&it.0, None)] == 1;
        let decided = self.text.readings.iter().map(side).enumerate();
        Case { replies: replies.collect(), decided: decided.collect() }
    }

    /// The case with one answer more, changed or taken back.
    pub fn changed(&mut self, case: &Case, tape: &mut Tape) -> Case {
        let mut case = case.clone();
        let question = tape.pick(self.text.questions.len());
        if tape.one_in(4) {
            case.replies.remove(&question);
        } else {
            case.replies.insert(question, self.any_reply(question, tape));
        }
        case
    }

    /// Any reply to `question`.
    pub fn any_reply(&mut self, question: usize, tape: &mut Tape) -> Reply {
        let point = self.point(tape);
        self.reply(question, &point, tape)
    }

    /// Values by chance, most often such that something said about some obligation holds, or fails.
    fn point(&mut self, tape: &mut Tape) -> Point {
        let values = self.variables.iter().map(|it| tape.pick(it.values.len())).collect();
        let mut point = Point { values, decide: 0 };
        if tape.one_in(5) {
            return point;
        }
        let tracked = &self.duties[tape.pick(self.duties.len())].tracked;
        let mut left = tracked[tape.pick(tracked.len())];
        if tape.one_in(4) {
            left = self.diagrams.not(left);
        }
        self.decide(left, &mut point, tape);
        point
    }

    /// Values by chance with which a condition holds that can hold.
    fn decide(&self, condition: Diagram, point: &mut Point, tape: &mut Tape) {
        let mut left = condition;
        while let Some((var, kids)) = self.diagrams.asks(left) {
            let possible: Vec<usize> = (0..kids.len()).filter(|it| kids[*it] != NEVER).collect();
            point.values[var] = tape.of(&possible);
            point.decide |= bit(var);
            left = kids[point.values[var]];
        }
    }

    /// A reply to `question`, most often what `point` says.
    fn reply(&self, question: usize, point: &Point, tape: &mut Tape) -> Reply {
        if tape.one_in(6) {
            return Reply::Unsure;
        }
        match self.full_reply(question, point, tape) {
            Reply::Ticks(ticked, _) if tape.one_in(3) => {
                let some: BTreeSet<String> = ticked.into_iter().filter(|_| !tape.one_in(3)).collect();
                if some.is_empty() { Reply::Unsure } else { Reply::Ticks(some, true) }
            }
            full => full,
        }
    }

    fn full_reply(&self, question: usize, point: &Point, tape: &mut Tape) -> Reply {
        let vars = &self.vars[question];
        match (&self.text.questions[question].kind, vars.first()) {
            (Kind::AnyOf(_), _) => {
                let ticked = vars.iter().filter(|it| point.values[**it] == 1);
                Reply::Ticks(ticked.filter_map(|it| self.variables[*it].option.clone()).collect(), false)
            }
            (_, Some(&var)) => {
                let values = &self.variables[var].values;
                let samples = &values[point.values[var]].samples;
                // No answer says that a day is not known.
                let samples = if samples.is_empty() { &values[0].samples } else { samples };
                samples[tape.pick(samples.len())].clone()
            }
            (Kind::OneOf(options), None) => Reply::Named(options[tape.pick(options.len())].clone()),
            _ => Reply::Line,
        }
    }
}
