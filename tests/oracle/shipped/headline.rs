//! The headline, computed anew: from a table of who can hold up the tool, and from where the oracle says
//! each obligation stands.

use std::collections::BTreeSet;

use obligato::boxes::Status;
use obligato::example::read_examples;
use obligato::interview::Interview;
use obligato::judge::{Headline, headline, missing_points};
use obligato::report::report;

use crate::oracle::shipped::Bench;
use crate::oracle::shipped::replay::{Case, Known};
use crate::oracle::shipped::truth::Truth;
use crate::oracle::tape::{Tape, for_all};

/// What must stop while it is not in place.
const STOP: [&str; 4] = ["RED-1", "RED-2", "RED-5", "AUT-1"];

/// What must be in place before anything is shared.
const BEFORE: [&str; 7] = ["CON-1", "CON-3", "CON-4", "CON-5", "AUT-2", "AUT-3", "AUT-6"];

/// What the law states as a duty.
const DUTIES: [&str; 24] = [
    "CON-1", "CON-3", "CON-4", "SEC-1", "SEC-2", "SEC-3", "DIS-1", "RED-1", "RED-2", "RED-3", "RED-5", "AUT-1",
    "AUT-4", "AUT-5", "AUT-6", "NOT-1", "NOT-2", "NOT-3", "NOT-4", "BRE-1", "BRE-2", "BRE-3", "BRE-4", "BRE-5",
];

/// Where an obligation stands, and the questions and legal points that it still misses.
struct Stood {
    id: String,
    applies: Status,
    met: Status,
    missing: BTreeSet<String>,
}

/// The answer, what it names, and its number.
type Told = (&'static str, Vec<String>, usize);

/// The first answer of four that fits.
fn by_the_table(all: &[Stood]) -> Told {
    let applies = |it: &&Stood| it.applies == Status::Yes;
    let stops = || all.iter().filter(|it| STOP.contains(&it.id.as_str()));
    let holds_up = || all.iter().filter(|it| STOP.contains(&it.id.as_str()) || BEFORE.contains(&it.id.as_str()));
    let ids = |of: Vec<&Stood>| of.into_iter().map(|it| it.id.clone()).collect::<Vec<String>>();

    let wrong: Vec<&Stood> = stops().filter(applies).filter(|it| it.met == Status::No).collect();
    if !wrong.is_empty() {
        let count = wrong.len();
        return ("stop", ids(wrong), count);
    }
    // A form for which nothing tells that it is valid is still to come: that is no doubt about the tool.
    let still_to_come = |it: &&Stood| match it.id.as_str() {
        "AUT-1" => it.met == Status::Open,
        id => BEFORE.contains(&id) && it.met != Status::Yes,
    };
    let needed = ids(holds_up().filter(applies).filter(still_to_come).collect());
    let unknown = holds_up().any(|it| it.applies == Status::Open)
        || stops().filter(applies).any(|it| it.id != "AUT-1" && it.met == Status::Open);
    if unknown {
        let missing: BTreeSet<&String> = holds_up().flat_map(|it| &it.missing).collect();
        return ("not yet known", needed, missing.len());
    }
    if !needed.is_empty() {
        let count = needed.len();
        return ("yes, once", needed, count);
    }
    ("yes", Vec::new(), all.iter().filter(applies).filter(|it| DUTIES.contains(&it.id.as_str())).count())
}

impl Truth {
    /// Where each obligation stands, from the text of the pack.
    fn stood(&mut self, known: &Known) -> Vec<Stood> {
        let mut all = Vec::new();
        for duty in 0..self.duties.len() {
            let (applies, met) = self.judged(duty, known);
            let missing = self.missing(duty, known).into_iter().map(|it| self.text.questions[it].id.clone());
            let mut missing: BTreeSet<String> = missing.collect();
            missing.extend(self.missing_points(duty, known));
            all.push(Stood { id: self.duties[duty].id.clone(), applies, met, missing });
        }
        all
    }
}

impl Bench {
    fn headline_told(&self, headline: Option<Headline>) -> Told {
        let headline = headline.expect("a headline");
        let ids = headline.items().iter().map(|&id| self.pack.obligation(id).id.clone());
        (headline.answer().name(), ids.collect(), headline.count())
    }

    /// Compares the headline of what the answers of `case` establish.
    fn compare_headline(&self, tape: &mut Tape, interview: &mut Interview<'_>, case: &Case) {
        let known = self.truth.borrow_mut().replay(case).known;
        let wanted = by_the_table(&self.truth.borrow_mut().stood(&known));
        let replay = interview.replay(&self.assessment(case));
        let found = self.headline_told(headline(&self.pack, &replay.known));
        tape.same(&found, &wanted, || self.told(case));
    }
}

/// Answers by chance. `OBLIGATO_CASES=100` looks at 10,000 records.
#[test]
fn the_headline_is_that_of_the_table() {
    let bench = Bench::new();
    for_all(400, 500, |tape| {
        let case = if tape.one_in(2) {
            bench.truth.borrow_mut().all_answers(tape)
        } else {
            bench.truth.borrow_mut().some_answers(tape)
        };
        bench.compare_headline(tape, &mut Interview::new(&bench.pack), &case);
    });
}

/// Just the answers that decide one thing about one obligation.
#[test]
fn the_headline_of_what_decides_one_thing() {
    let bench = Bench::new();
    for_all(1, 6_000, |tape| {
        let mut interview = Interview::new(&bench.pack);
        let cases = bench.truth.borrow_mut().deciding_answers(tape);
        for case in &cases {
            bench.compare_headline(tape, &mut interview, case);
        }
    });
}

#[test]
fn the_headline_of_every_worked_example_is_that_of_the_table() {
    let bench = Bench::new();
    let (examples, findings) = read_examples(&bench.pack, &obligato::shipped::files());
    assert!(findings.is_empty() && examples.len() > 200);
    let mut interview = Interview::new(&bench.pack);
    let mut seen = BTreeSet::new();
    for example in &examples {
        let progress = interview.progress(&example.assessment);
        let report = report(&bench.pack, &example.assessment, &progress);
        let stood = report.obligations.iter().map(|item| {
            let questions = item.settled_by.iter().map(|it| bench.pack.question(it.question).id.clone());
            let points = missing_points(&bench.pack, item.obligation, &progress.replay.known);
            let points = points.into_iter().map(|it| bench.pack.reading(it).id.clone());
            Stood {
                id: item.obligation.id.clone(),
                applies: item.judgement.applies,
                met: item.judgement.met,
                missing: questions.chain(points).collect(),
            }
        });
        let wanted = by_the_table(&stood.collect::<Vec<Stood>>());
        assert_eq!(bench.headline_told(report.headline), wanted, "{}", example.path);
        seen.insert(wanted.0);
    }
    assert_eq!(seen.into_iter().collect::<Vec<&str>>(), ["not yet known", "stop", "yes", "yes, once"]);
}
