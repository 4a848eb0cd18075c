//! What is said of each obligation in a report, compared with the truth.

use std::collections::BTreeSet;

use jiff::ToSpan;
use obligato::answer::{Answer, Way};
use obligato::boxes::Status;
use obligato::judge::{Ground, JudgedOutcome, Judgement, Reason, Turn};
use obligato::pack::{Pack, QuestionId};
use obligato::report::{Advice, Item, Report, SettledBy};

use crate::oracle::shipped::Bench;
use crate::oracle::shipped::diagrams::{ALWAYS, Diagram, NEVER, Vars, bit};
use crate::oracle::shipped::points::Reply;
use crate::oracle::shipped::replay::{Case, Known, Replay};
use crate::oracle::shipped::truth::Truth;
use crate::oracle::tape::Tape;

/// An open legal point, and an obligation where it is answered yes and where it is answered no.
type Turned = (String, (Status, Status), (Status, Status));

/// What is known while a decided point is left open, and while each side of it is taken.
pub struct DecidedCase {
    reading: usize,
    open: Known,
    no: Known,
    yes: Known,
}

impl Truth {
    /// What is left of a condition when so much is known.
    fn left(&mut self, of: Diagram, known: &Known) -> Diagram {
        known.iter().fold(of, |of, (&var, &value)| self.diagrams.given(of, var, value))
    }

    fn status(&mut self, of: Diagram, known: &Known) -> Status {
        match self.left(of, known) {
            ALWAYS => Status::Yes,
            NEVER => Status::No,
            _ => Status::Open,
        }
    }

    /// Where each obligation may come to stand.
    pub fn possible(&self) -> BTreeSet<(String, &'static str)> {
        let mut found = BTreeSet::new();
        for it in &self.duties {
            let mut add = |stands, may_be: bool| _ = may_be.then(|| found.insert((it.id.clone(), stands)));
            add("ruled out", it.applies != ALWAYS);
            add("open", ![ALWAYS, NEVER].contains(&it.applies));
            // What is never in place where it applies is always told to be missing.
            add("applies", it.applies != NEVER && it.sides.is_none_or(|it| it.0 != NEVER));
            add("in place", !it.one_sided && it.sides.is_some_and(|it| it.0 != NEVER));
            add("missing", it.sides.is_some_and(|it| it.1 != NEVER));
        }
        found
    }

    /// Whether an obligation applies and is met: wherever it applies it is met, if in no case it
    /// applies and is not met; and the other way round.
    pub fn judged(&mut self, duty: usize, known: &Known) -> (Status, Status) {
        let (applies, sides) = (self.duties[duty].applies, self.duties[duty].sides);
        let applies = self.status(applies, known);
        let sides = sides.map(|it| (self.left(it.0, known), self.left(it.1, known)));
        let met = match (applies, sides) {
            (Status::No, _) => Status::Open,
            (_, Some((_, NEVER))) if !self.duties[duty].one_sided => Status::Yes,
            (_, Some((NEVER, _))) => Status::No,
            _ => Status::Open,
        };
        (applies, met)
    }

    /// The questions on which it depends whether an obligation applies; once it does, whether it is met.
    pub fn missing(&mut self, duty: usize, known: &Known) -> Vec<usize> {
        let vars = self.missing_vars(duty, known);
        (0..self.text.questions.len()).filter(|it| self.asks(*it, vars)).collect()
    }

    /// The open legal points on which the same depends.
    pub fn missing_points(&mut self, duty: usize, known: &Known) -> Vec<String> {
        let vars = self.missing_vars(duty, known);
        let ids = self.text.readings.iter().map(|it| it.0.clone());
        ids.filter(|it| vars & bit(self.variable(it, None)) != 0).collect()
    }

    fn missing_vars(&mut self, duty: usize, known: &Known) -> Vars {
        let Some(met) = (match self.judged(duty, known) {
            (Status::Open, _) => Some(self.duties[duty].applies),
            (Status::Yes, Status::Open) => self.duties[duty].met,
            _ => None,
        }) else {
            return Vars::default();
        };
        let left = self.left(met, known);
        self.diagrams.vars(left)
    }

    /// The steps or notes that are shown, and whether that is certain.
    fn shown(&mut self, advice: &[(String, Diagram)], known: &Known) -> Vec<(String, bool)> {
        let each = advice.iter().filter_map(|(text, shown)| {
            let status = self.status(*shown, known);
            (status != Status::No).then(|| (text.clone(), status == Status::Yes))
        });
        each.collect()
    }

    /// The readings on which it depends whether an obligation applies and is met, and what each side leads to.
    fn turns(&mut self, duty: usize, known: &Known) -> Vec<Turned> {
        let (applies, sides) = (self.duties[duty].applies, self.duties[duty].sides);
        let mut found = Vec::new();
        for (id, _) in self.text.readings.clone() {
            let var = self.variable(&id, None);
            let mut known = known.clone();
            known.remove(&var);
            let conditions = [Some(applies), sides.map(|it| it.0), sides.map(|it| it.1)];
            let turns = conditions.into_iter().flatten().any(|it| {
                let left = self.left(it, &known);
                self.diagrams.vars(left) & bit(var) != 0
            });
            if turns {
                let [no, yes] = [0, 1].map(|side| {
                    known.insert(var, side);
                    self.judged(duty, &known)
                });
                found.push((id, yes, no));
            }
        }
        found
    }

    /// The answers gone through anew with each decided point left open, and with both sides of it.
    fn decided(&mut self, case: &Case) -> Vec<DecidedCase> {
        let with = |reading: usize, side: Option<bool>| {
            let mut other = case.clone();
            other.decided.remove(&reading);
            other.decided.extend(side.map(|side| (reading, side)));
            other
        };
        let each = case.decided.keys().map(|&reading| {
            let [open, no, yes] = [None, Some(false), Some(true)].map(|side| self.replay(&with(reading, side)).known);
            DecidedCase { reading, open, no, yes }
        });
        each.collect()
    }

    /// The same as `turns`, but a decided point by what both sides of it make of all answers.
    fn turns_with(&mut self, duty: usize, known: &Known, decided: &[DecidedCase]) -> Vec<Turned> {
        let mut found = self.turns(duty, known);
        let names: Vec<String> = self.text.readings.iter().map(|reading| reading.0.clone()).collect();
        for point in decided {
            let name = &names[point.reading];
            let (yes, no) = (self.judged(duty, &point.yes), self.judged(duty, &point.no));
            let turns = yes != no || self.turns(duty, &point.open).iter().any(|(id, ..)| id == name);
            found.retain(|(id, ..)| id != name);
            found.extend(turns.then(|| (name.clone(), yes, no)));
        }
        found.sort_by_key(|(id, ..)| names.iter().position(|name| name == id));
        found
    }

    /// The answers to a question that are tried: of a tick list none, as its ticks come together.
    fn samples(&self, question: usize) -> Vec<Reply> {
        let variables = self.vars[question].iter().map(|it| &self.variables[*it]).filter(|it| it.option.is_none());
        variables.flat_map(|it| &it.values).flat_map(|it| it.samples.clone()).collect()
    }
}

/// A reply as it stands in a report.
fn reply_in(pack: &Pack, question: QuestionId, answer: &Answer) -> Reply {
    let id = |at: usize| pack.question(question).choices[at].id.clone();
    match answer {
        Answer::YesNo(side) => Reply::Side(*side),
        Answer::Number(number) => Reply::Number(*number),
        Answer::Any(ticked, rest_unsure) => Reply::Ticks(ticked.iter().map(|it| id(*it)).collect(), *rest_unsure),
        Answer::Date(day) => Reply::Day(*day),
        Answer::One(at) | Answer::Special(at) => Reply::Named(id(*at)),
        Answer::Unsure | Answer::Text(_) => panic!("{answer:?} is no reply"),
    }
}

/// Whether `outcome` tells of this answer to `question`.
fn holds(pack: &Pack, question: QuestionId, outcome: &JudgedOutcome, reply: &Reply) -> bool {
    let first = reply_in(pack, question, &outcome.way.first());
    let is_range = matches!(outcome.way, Way::Range(_));
    let last = is_range.then(|| reply_in(pack, question, &outcome.way.last()));
    match (first, last, reply) {
        (Reply::Number(first), Some(Reply::Number(last)), Reply::Number(it)) => (first..=last).contains(it),
        (Reply::Day(first), Some(Reply::Day(last)), Reply::Day(it)) => (first..=last).contains(it),
        (first, _, reply) => first == *reply,
    }
}

impl Bench {
    /// Compares what a report says of each obligation.
    pub fn compare_items(&self, tape: &mut Tape, case: &Case, report: &Report<'_>, replay: &Replay) {
        let ids: Vec<&str> = report.obligations.iter().map(|it| it.obligation.id.as_str()).collect();
        let wanted: Vec<String> = self.truth.borrow().duties.iter().map(|it| it.id.clone()).collect();
        tape.same(&ids, &wanted.iter().map(String::as_str).collect(), || "obligations".to_owned());
        let decided = self.truth.borrow_mut().decided(case);
        for (duty, item) in report.obligations.iter().enumerate() {
            let told = |what: &str| format!("{what} of {}: {}", item.obligation.id, self.told(case));
            self.compare_item(tape, duty, item, (replay, &decided), &told);
            self.compare_advice(tape, duty, item, replay, &told);
            self.compare_deadline(tape, duty, item, (case, replay), &told);
            self.compare_reasons(tape, duty, item, replay, &told);
        }
    }

    fn compare_item(
        &self,
        tape: &mut Tape,
        duty: usize,
        item: &Item<'_>,
        (replay, decided): (&Replay, &[DecidedCase]),
        told: &dyn Fn(&str) -> String,
    ) {
        let mut truth = self.truth.borrow_mut();
        let (applies, met) = truth.judged(duty, &replay.known);
        let missing = truth.missing(duty, &replay.known);
        let ids: Vec<String> = missing.iter().map(|it| truth.text.questions[*it].id.clone()).collect();
        let turns = truth.turns_with(duty, &replay.known, decided);
        let (mut outcomes, mut told_of) = (Vec::new(), Vec::new());
        for (question, settled) in missing.iter().zip(&item.settled_by) {
            for outcome in &settled.outcomes {
                let mut known = replay.known.clone();
                let first = reply_in(&self.pack, settled.question, &outcome.way.first());
                let said = truth.said(*question, &first);
                known.extend(said.into_iter().filter_map(|(var, value)| Some((var, value?))));
                outcomes.push((pair(outcome.judgement), truth.judged(duty, &known)));
            }
            for sample in truth.samples(*question) {
                let mut known = replay.known.clone();
                known.extend(truth.said(*question, &sample).into_iter().filter_map(|(var, value)| Some((var, value?))));
                let telling = settled.outcomes.iter().filter(|it| holds(&self.pack, settled.question, it, &sample));
                told_of.push((telling.map(|it| pair(it.judgement)).collect(), vec![truth.judged(duty, &known)]));
            }
        }
        drop(truth);
        tape.same(&item.judgement.applies, &applies, || told("applies"));
        tape.same(&item.judgement.met, &met, || told("met"));
        let reading = |it: &Turn| self.pack.reading(it.reading).id.clone();
        let found = item.turns_on.iter().map(|it| (reading(it), pair(it.if_yes), pair(it.if_no))).collect();
        tape.same(&found, &turns, || told("readings"));
        let question = |it: &SettledBy| self.pack.question(it.question).id.clone();
        tape.same(&item.settled_by.iter().map(question).collect(), &ids, || told("settled by"));
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
        item: &Item<'_>,
        replay: &Replay,
        told: &dyn Fn(&str) -> String,
    ) {
        let mut truth = self.truth.borrow_mut();
        let (steps, notes) = (truth.duties[duty].steps.clone(), truth.duties[duty].notes.clone());
        let (steps, notes) = (truth.shown(&steps, &replay.known), truth.shown(&notes, &replay.known));
        drop(truth);
        let shown = |advice: &[Advice<'_>]| advice.iter().map(|it| (it.text.to_owned(), it.certain)).collect();
        tape.same(&shown(&item.steps), &steps, || told("steps"));
        tape.same(&shown(&item.notes), &notes, || told("notes"));
    }

    fn compare_deadline(
        &self,
        tape: &mut Tape,
        duty: usize,
        item: &Item<'_>,
        (case, replay): (&Case, &Replay),
        told: &dyn Fn(&str) -> String,
    ) {
        let Some((question, days, counted)) = self.truth.borrow().duties[duty].deadline else { return };
        let is_counted = self.truth.borrow_mut().status(counted, &replay.known) == Status::Yes;
        let from = replay.live.contains(&question).then(|| case.replies.get(&question)).flatten();
        let last = match from {
            Some(Reply::Day(day)) if is_counted && item.judgement.applies != Status::No => Some(*day + days.days()),
            _ => None,
        };
        tape.same(&item.last_day, &last, || told("deadline"));
    }

    /// What is told as the reason suffices by itself.
    fn compare_reasons(
        &self,
        tape: &mut Tape,
        duty: usize,
        item: &Item<'_>,
        replay: &Replay,
        told: &dyn Fn(&str) -> String,
    ) {
        let mut truth = self.truth.borrow_mut();
        let on = |truth: &mut Truth, reasons: &[Reason]| -> Known {
            let mut vars = Vars::default();
            grounds(&self.pack, reasons, truth, &mut vars);
            replay.known.iter().filter(|it| vars & bit(*it.0) != 0).map(|it| (*it.0, *it.1)).collect()
        };
        let (alone, met_alone) = (on(&mut truth, &item.because), on(&mut truth, &item.met_because));
        let (found, met_found) = (truth.judged(duty, &alone).0, truth.judged(duty, &met_alone).1);
        drop(truth);
        tape.same(&found, &item.judgement.applies, || told("reasons"));
        if item.judgement.applies == Status::Yes {
            tape.same(&met_found, &item.judgement.met, || told("reasons of being met"));
        }
    }
}

/// The variables on which reasons rest.
fn grounds(pack: &Pack, reasons: &[Reason], truth: &mut Truth, vars: &mut Vars) {
    for it in reasons {
        match it.ground {
            Ground::Answer(id) => {
                let question = truth.text.question(&pack.question(id).id).expect("a question of the pack");
                truth.vars[question].iter().for_each(|it| *vars |= bit(*it));
            }
            Ground::Reading(id) => *vars |= bit(truth.variable(&pack.reading(id).id, None)),
            // A fact that reads like the answer it rests on is told without it.
            Ground::Fact(id) if it.because.is_empty() => {
                let fact = truth.fact(&pack.facts[id.0].id);
                *vars |= truth.diagrams.vars(fact);
            }
            Ground::Fact(_) => {}
        }
        grounds(pack, &it.because, truth, vars);
    }
}

/// Whether it applies, and whether it is met.
fn pair(judgement: Judgement) -> (Status, Status) {
    (judgement.applies, judgement.met)
}
