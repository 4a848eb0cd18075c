//! What is said of each obligation in a report, compared with the truth.

use std::collections::BTreeSet;

use jiff::ToSpan;
use obligato::report::{Applies, Item, Met, Outcome, Reason, Report};
use serde_json::Value;

use crate::oracle::shipped::Bench;
use crate::oracle::shipped::diagrams::{ALWAYS, Diagram, NEVER, Vars, bit};
use crate::oracle::shipped::points::Reply;
use crate::oracle::shipped::replay::{Case, Known, Replay};
use crate::oracle::shipped::text::Kind;
use crate::oracle::shipped::truth::Truth;
use crate::oracle::tape::Tape;

impl Truth {
    /// What is left of a condition when so much is known.
    fn left(&mut self, of: Diagram, known: &Known) -> Diagram {
        known.iter().fold(of, |of, (&var, &value)| self.diagrams.given(of, var, value))
    }

    fn status(&mut self, of: Diagram, known: &Known) -> Applies {
        match self.left(of, known) {
            ALWAYS => Applies::Yes,
            NEVER => Applies::No,
            _ => Applies::Open,
        }
    }

    /// Where each obligation may come to stand.
    pub fn possible(&self) -> BTreeSet<(String, &'static str)> {
        let mut found = BTreeSet::new();
        for it in &self.duties {
            let mut add = |stands, may_be: bool| _ = may_be.then(|| found.insert((it.id.clone(), stands)));
            add("ruled out", it.applies != ALWAYS);
            add("open", ![ALWAYS, NEVER].contains(&it.applies));
            add("applies", it.applies != NEVER);
            add("in place", it.sides.is_some_and(|it| it.0 != NEVER));
            add("missing", it.sides.is_some_and(|it| it.1 != NEVER));
        }
        found
    }

    /// Whether an obligation applies and is met: wherever it applies it is met, if in no case it
    /// applies and is not met; and the other way round.
    fn judged(&mut self, duty: usize, known: &Known) -> (Applies, Option<Met>) {
        let (applies, sides) = (self.duties[duty].applies, self.duties[duty].sides);
        let applies = self.status(applies, known);
        let sides = sides.map(|it| (self.left(it.0, known), self.left(it.1, known)));
        let met = match (applies, sides) {
            (Applies::No, _) => None,
            (_, Some((_, NEVER))) => Some(Met::Yes),
            (_, Some((NEVER, _))) => Some(Met::No),
            _ => Some(Met::Unknown),
        };
        (applies, met)
    }

    /// The questions on which it depends whether an obligation applies; once it does, whether it is met.
    fn missing(&mut self, duty: usize, known: &Known) -> Vec<usize> {
        let Some(met) = (match self.judged(duty, known) {
            (Applies::Open, _) => Some(self.duties[duty].applies),
            (Applies::Yes, Some(Met::Unknown)) => self.duties[duty].met,
            _ => None,
        }) else {
            return Vec::new();
        };
        let left = self.left(met, known);
        let vars = self.diagrams.vars(left);
        (0..self.text.questions.len()).filter(|it| self.asks(*it, vars)).collect()
    }

    /// The steps or notes that are shown, and whether that is certain.
    fn shown(&mut self, advice: &[(String, Diagram)], known: &Known) -> Vec<(String, bool)> {
        let each = advice.iter().filter_map(|(text, shown)| {
            let status = self.status(*shown, known);
            (status != Applies::No).then(|| (text.clone(), status == Applies::Yes))
        });
        each.collect()
    }

    /// The readings on which it depends whether an obligation applies, and what each side leads to.
    fn turns(&mut self, duty: usize, known: &Known) -> Vec<(String, Applies, Applies)> {
        let applies = self.duties[duty].applies;
        let mut found = Vec::new();
        for (id, _) in self.text.readings.clone() {
            let var = self.variable(&id, None);
            let mut known = known.clone();
            known.remove(&var);
            let left = self.left(applies, &known);
            if self.diagrams.vars(left) & bit(var) != 0 {
                let [no, yes] = [0, 1].map(|side| self.status(left, &Known::from([(var, side)])));
                found.push((id, yes, no));
            }
        }
        found
    }

    /// A reply as it stands in a report.
    fn reply_in(&self, question: usize, value: &Value) -> Reply {
        match (&self.text.questions[question].kind, value) {
            (_, Value::Bool(side)) => Reply::Side(*side),
            (_, Value::Number(number)) => Reply::Number(number.as_i64().expect("a whole number")),
            (_, Value::Array(ticked)) => {
                let ids = ticked.iter().map(|it| it.as_str().expect("an option").to_owned());
                Reply::Ticks(ids.collect(), false)
            }
            (Kind::Day { .. }, Value::String(day)) => Reply::Day(day.parse().expect("a day")),
            (_, Value::String(name)) => Reply::Named(name.clone()),
            (_, other) => panic!("{other} is no reply"),
        }
    }

    /// The answers to a question that are tried: of a tick list none, as its ticks come together.
    fn samples(&self, question: usize) -> Vec<Reply> {
        let variables = self.vars[question].iter().map(|it| &self.variables[*it]).filter(|it| it.option.is_none());
        variables.flat_map(|it| &it.values).flat_map(|it| it.samples.clone()).collect()
    }

    /// Whether `outcome` tells of this answer to `question`.
    fn holds(&self, question: usize, outcome: &Outcome, reply: &Reply) -> bool {
        let first = self.reply_in(question, &outcome.answer);
        let last = outcome.last.as_ref().map(|it| self.reply_in(question, it));
        match (first, last, reply) {
            (Reply::Number(first), Some(Reply::Number(last)), Reply::Number(it)) => (first..=last).contains(it),
            (Reply::Day(first), Some(Reply::Day(last)), Reply::Day(it)) => (first..=last).contains(it),
            (first, _, reply) => first == *reply,
        }
    }
}

impl Bench {
    /// Compares what a report says of each obligation.
    pub fn compare_items(&self, tape: &mut Tape, case: &Case, report: &Report, replay: &Replay) {
        let ids: Vec<&str> = report.obligations.iter().map(|it| it.id.as_str()).collect();
        let wanted: Vec<String> = self.truth.borrow().duties.iter().map(|it| it.id.clone()).collect();
        tape.same(&ids, &wanted.iter().map(String::as_str).collect(), || "obligations".to_owned());
        for (duty, item) in report.obligations.iter().enumerate() {
            let told = |what: &str| format!("{what} of {}: {}", item.id, self.told(case));
            self.compare_item(tape, duty, item, replay, &told);
            self.compare_advice(tape, duty, item, replay, &told);
            self.compare_deadline(tape, duty, item, (case, replay), &told);
            self.compare_reasons(tape, duty, item, replay, &told);
        }
    }

    fn compare_item(&self, tape: &mut Tape, duty: usize, item: &Item, replay: &Replay, told: &dyn Fn(&str) -> String) {
        let mut truth = self.truth.borrow_mut();
        let (applies, met) = truth.judged(duty, &replay.known);
        let missing = truth.missing(duty, &replay.known);
        let ids: Vec<String> = missing.iter().map(|it| truth.text.questions[*it].id.clone()).collect();
        let turns = truth.turns(duty, &replay.known);
        let (mut outcomes, mut told_of) = (Vec::new(), Vec::new());
        for (question, settled) in missing.iter().zip(&item.settled_by) {
            for outcome in &settled.outcomes {
                let mut known = replay.known.clone();
                let said = truth.said(*question, &truth.reply_in(*question, &outcome.answer));
                known.extend(said.into_iter().filter_map(|(var, value)| Some((var, value?))));
                outcomes.push(((outcome.applies, outcome.met), truth.judged(duty, &known)));
            }
            for sample in truth.samples(*question) {
                let mut known = replay.known.clone();
                known.extend(truth.said(*question, &sample).into_iter().filter_map(|(var, value)| Some((var, value?))));
                let telling = settled.outcomes.iter().filter(|it| truth.holds(*question, it, &sample));
                told_of.push((telling.map(|it| (it.applies, it.met)).collect(), vec![truth.judged(duty, &known)]));
            }
        }
        drop(truth);
        tape.same(&item.applies, &applies, || told("applies"));
        tape.same(&item.met, &met, || told("met"));
        tape.same(&item.missing, &ids, || told("missing"));
        let found = item.readings.iter().map(|it| (it.reading.clone(), it.if_yes, it.if_no)).collect();
        tape.same(&found, &turns, || told("readings"));
        tape.same(&item.settled_by.iter().map(|it| it.question.clone()).collect(), &ids, || told("settled by"));
        for (found, wanted) in outcomes {
            tape.same(&found, &wanted, || told("outcomes"));
        }
        for (found, wanted) in told_of {
            tape.same::<Vec<_>>(&found, &wanted, || told("outcomes that hold an answer"));
        }
    }

    fn compare_advice(
        &self,
        tape: &mut Tape,
        duty: usize,
        item: &Item,
        replay: &Replay,
        told: &dyn Fn(&str) -> String,
    ) {
        let mut truth = self.truth.borrow_mut();
        let (steps, notes) = (truth.duties[duty].steps.clone(), truth.duties[duty].notes.clone());
        let (steps, notes) = (truth.shown(&steps, &replay.known), truth.shown(&notes, &replay.known));
        drop(truth);
        let shown =
            |advice: &[obligato::report::Advice]| advice.iter().map(|it| (it.text.clone(), it.certain)).collect();
        tape.same(&shown(&item.actions), &steps, || told("steps"));
        tape.same(&shown(&item.notes), &notes, || told("notes"));
    }

    fn compare_deadline(
        &self,
        tape: &mut Tape,
        duty: usize,
        item: &Item,
        (case, replay): (&Case, &Replay),
        told: &dyn Fn(&str) -> String,
    ) {
        let Some((question, days)) = self.truth.borrow().duties[duty].deadline else { return };
        let from = replay.live.contains(&question).then(|| case.replies.get(&question)).flatten();
        let last = match from {
            Some(Reply::Day(day)) if item.applies != Applies::No => Some((*day + days.days()).to_string()),
            _ => None,
        };
        tape.same(&item.deadline.as_ref().and_then(|it| it.date.clone()), &last, || told("deadline"));
    }

    /// What is told as the reason suffices by itself.
    fn compare_reasons(
        &self,
        tape: &mut Tape,
        duty: usize,
        item: &Item,
        replay: &Replay,
        told: &dyn Fn(&str) -> String,
    ) {
        let mut truth = self.truth.borrow_mut();
        let on = |truth: &mut Truth, reasons: &[Reason]| -> Known {
            let mut vars = Vars::default();
            grounds(reasons, truth, &mut vars);
            replay.known.iter().filter(|it| vars & bit(*it.0) != 0).map(|it| (*it.0, *it.1)).collect()
        };
        let (alone, met_alone) = (on(&mut truth, &item.because), on(&mut truth, &item.met_because));
        let (found, met_found) = (truth.judged(duty, &alone).0, truth.judged(duty, &met_alone).1);
        drop(truth);
        tape.same(&found, &item.applies, || told("reasons"));
        if item.applies == Applies::Yes {
            tape.same(&met_found, &item.met, || told("reasons of being met"));
        }
    }
}

/// The variables on which reasons rest.
fn grounds(reasons: &[Reason], truth: &mut Truth, vars: &mut Vars) {
    for it in reasons {
        if let Some(question) = it.question.as_ref().and_then(|it| truth.text.question(it)) {
            truth.vars[question].iter().for_each(|it| *vars |= bit(*it));
        }
        if let Some(reading) = &it.reading {
            *vars |= bit(truth.variable(reading, None));
        }
        // A fact that reads like the answer it rests on is told without it.
        if let Some(fact) = it.fact.as_ref().filter(|_| it.because.is_empty()) {
            let fact = truth.fact(fact);
            *vars |= truth.diagrams.vars(fact);
        }
        grounds(&it.because, truth, vars);
    }
}
