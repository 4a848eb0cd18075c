//! The engine on the shipped pack, against the text of its files. The oracle reads the files itself,
//! and shares nothing with the engine but the parser of conditions.

// Answers drawn by chance.
mod chance;
// Conditions as decision diagrams.
mod diagrams;
// What is said of each obligation, by the truth.
mod duties;
// The headline, from a table of its own.
mod headline;
// Replies, and conditions when everything is known.
mod points;
// What is next, what is set aside, how far it is, by the truth.
mod replay;
// Truth tables over what is unknown.
mod tables;
// The files of the pack, read by the oracle itself.
mod text;
// Every condition of the pack over the values that rules tell apart.
mod truth;

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use obligato::answer::from_json;
use obligato::assessment::{Assessment, Decision, Entry};
use obligato::boxes::Status;
use obligato::condition::Syntax;
use obligato::interview::{Interview, Progress, Range};
use obligato::pack::{Pack, QuestionId};
use obligato::report::{Item, Report, report};

use crate::oracle::shipped::points::holds;
use crate::oracle::shipped::replay::{Case, Replay};
use crate::oracle::shipped::text::Text;
use crate::oracle::shipped::truth::Truth;
use crate::oracle::tape::{Tape, for_all};

/// The pack as the engine reads it, and as the oracle does.
struct Bench {
    pack: Pack,
    truth: RefCell<Truth>,
}

impl Bench {
    fn new() -> Self {
        let files = obligato::shipped::files();
        let truth = Truth::of(Text::read(|path| files.text(path).to_owned()));
        Self { pack: obligato::shipped::pack(), truth: truth.into() }
    }

    /// The case as the engine gets it, by way of what stands in an answer file.
    fn assessment(&self, case: &Case) -> Assessment {
        let (pack, truth) = (&self.pack, self.truth.borrow());
        let answers = case.replies.iter().map(|(&at, reply)| {
            let id = pack.question_by_id(&truth.text.questions[at].id).expect("a question");
            (id, Entry::new(from_json(&reply.json(), pack.question(id)).expect("an answer")))
        });
        let readings = case.decided.iter().map(|(&at, &side)| {
            let id = pack.reading_by_id(&truth.text.readings[at].0);
            (id.expect("a reading"), Decision::new(side))
        });
        Assessment { answers: answers.collect(), readings: readings.collect(), ..Assessment::default() }
    }

    /// The case in words that can be put into an answer file.
    fn told(&self, case: &Case) -> String {
        let text = &self.truth.borrow().text;
        let replies = case.replies.iter().map(|(&at, it)| format!("{}={}", text.questions[at].id, it.json()));
        let decided = case.decided.iter().map(|(&at, it)| format!("{}={it}", text.readings[at].0));
        replies.chain(decided).collect::<Vec<String>>().join(" ")
    }

    /// Compares where the interview stands and what is said of every obligation.
    fn compare(&self, tape: &mut Tape, interview: &mut Interview<'_>, case: &Case) -> Report<'_> {
        let replay = self.truth.borrow_mut().replay(case);
        let assessment = self.assessment(case);
        let progress = interview.progress(&assessment);
        self.compare_progress(tape, case, &progress, &replay);
        let report = report(&self.pack, &assessment, &progress);
        self.compare_items(tape, case, &report, &replay);
        report
    }

    /// Compares where the interview stands.
    fn compare_progress(&self, tape: &mut Tape, case: &Case, progress: &Progress, replay: &Replay) {
        let name = |id: &QuestionId| self.pack.question(*id).id.clone();
        let names = |ids: &[QuestionId]| ids.iter().map(name).collect::<Vec<String>>();
        let truth = self.truth.borrow();
        let wanted = |ats: &[usize]| ats.iter().map(|it| truth.text.questions[*it].id.clone()).collect::<Vec<String>>();
        let told = |what: &str| format!("{what}: {}", self.told(case));
        tape.same(&names(&progress.replay.answered), &wanted(&replay.live), || told("live"));
        tape.same(&names(&progress.replay.set_aside), &wanted(&replay.set_aside), || told("set aside"));
        let next = replay.next.map(|it| truth.text.questions[it].id.clone());
        tape.same(&progress.replay.next.as_ref().map(name), &next, || told("next"));
    }
}

/// Nothing, and then just the answers that decide one thing about one obligation: all obligations
/// come to stand wherever they may.
#[test]
fn every_obligation_wherever_it_may_stand() {
    let bench = Bench::new();
    for_all(2, 6_000, |tape| {
        let mut interview = Interview::new(&bench.pack);
        let mut seen = BTreeSet::new();
        let cases = bench.truth.borrow_mut().deciding_answers(tape);
        for case in [Case::default()].iter().chain(&cases) {
            let report = bench.compare(tape, &mut interview, case);
            seen.extend(report.obligations.iter().map(|it| (it.obligation.id.clone(), stands(it))));
        }
        let possible = bench.truth.borrow().possible();
        let never: Vec<_> = possible.difference(&seen).collect();
        assert!(never.is_empty(), "no case had {never:?}");
    });
}

/// Answers by chance, and then others that differ in one, put to one interview.
#[test]
fn what_partial_answers_establish() {
    let bench = Bench::new();
    for_all(120, 500, |tape| {
        let mut interview = Interview::new(&bench.pack);
        let mut case = bench.truth.borrow_mut().some_answers(tape);
        for _ in 0..3 {
            bench.compare(tape, &mut interview, &case);
            case = bench.truth.borrow_mut().changed(&case, tape);
        }
    });
}

/// Answers by chance that leave so little open that every completion can be written out.
#[test]
fn what_every_completion_says() {
    let bench = Bench::new();
    for_all(40, 500, |tape| {
        let case = bench.truth.borrow_mut().some_answers(tape);
        let known = bench.truth.borrow_mut().replay(&case).known;
        let assessment = bench.assessment(&case);
        let progress = Interview::new(&bench.pack).progress(&assessment);
        let report = report(&bench.pack, &assessment, &progress);
        for (duty, item) in report.obligations.iter().enumerate() {
            let told = |what: &str| format!("{what} of {}: {}", item.obligation.id, bench.told(&case));
            let Some(wanted) = bench.truth.borrow().written_out(duty, &known) else { continue };
            tape.same(&item.judgement.applies, &wanted.applies, || told("applies"));
            tape.same(&item.judgement.met, &wanted.met, || told("met"));
            let missing = item.settled_by.iter().map(|it| bench.pack.question(it.question).id.clone()).collect();
            tape.same(&missing, &wanted.missing, || told("missing"));
        }
    });
}

/// Answers to everything, and every reading decided: all is decided, just as the conditions read.
#[test]
fn with_everything_known_it_is_as_the_conditions_read() {
    let bench = Bench::new();
    for_all(250, 400, |tape| {
        let case = bench.truth.borrow_mut().all_answers(tape);
        let assessment = bench.assessment(&case);
        let progress = Interview::new(&bench.pack).progress(&assessment);
        let report = report(&bench.pack, &assessment, &progress);
        tape.same(&report.left, &Range { least: 0, most: 0 }, || bench.told(&case));
        let truth = bench.truth.borrow();
        let point = truth.point_of(&case);
        let holds = |it: &Syntax| holds(it, &truth.text.facts, &point);
        for (of, item) in truth.text.obligations.iter().zip(&report.obligations) {
            let applies = holds(&of.applies);
            let wanted = match (applies, &of.met) {
                (false, _) => "ruled out",
                (true, None) => "applies",
                (true, Some(met)) if holds(met) && of.one_sided => "applies",
                (true, Some(met)) if holds(met) => "in place",
                (true, Some(_)) => "missing",
            };
            let told = || format!("{}: {}", of.id, bench.told(&case));
            tape.same(&stands(item), &wanted, told);
            for (advice, all) in [(&item.steps, &of.steps), (&item.notes, &of.notes)].into_iter().filter(|_| applies) {
                let shown = all.iter().filter(|it| it.shown.as_ref().is_none_or(holds));
                let wanted: Vec<(&str, bool)> = shown.map(|it| (it.text.as_str(), true)).collect();
                tape.same(&advice.iter().map(|it| (it.text, it.certain)).collect(), &wanted, told);
            }
        }
    });
}

/// Interviews gone through from where some answers leave them, answered by chance: at each step what
/// is next and how far it is.
#[test]
fn how_far_it_is_on_every_step() {
    let bench = Bench::new();
    for_all(30, 600, |tape| {
        let mut interview = Interview::new(&bench.pack);
        let mut case = bench.truth.borrow_mut().some_answers(tape);
        let mut ranges = HashMap::new();
        loop {
            let replay = bench.truth.borrow_mut().replay(&case);
            let progress = interview.progress(&bench.assessment(&case));
            bench.compare_progress(tape, &case, &progress, &replay);
            let (least, most) = bench.truth.borrow_mut().range(&replay.state, &mut ranges);
            let records = bench.truth.borrow().records_left(&case);
            let left = Range { least: least + records, most: most + records };
            tape.same(&progress.left, &left, || format!("left: {}", bench.told(&case)));
            let Some(next) = replay.next else { break };
            let given = bench.truth.borrow_mut().any_reply(next, tape);
            case.replies.insert(next, given);
        }
        assert!(interview.is_exact());
    });
}

/// Where an obligation stands, as far as it says something on its own.
fn stands(item: &Item<'_>) -> &'static str {
    match (item.judgement.applies, item.judgement.met) {
        (Status::No, _) => "ruled out",
        (Status::Open, _) => "open",
        (Status::Yes, Status::Yes) => "in place",
        (Status::Yes, Status::No) => "missing",
        (Status::Yes, Status::Open) => "applies",
    }
}
