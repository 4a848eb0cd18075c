//! Judgements, reasons and what is missing.

use std::collections::{BTreeMap, BTreeSet};

use obligato::boxes::{Knowledge, Status};
use obligato::interview::Interview;
use obligato::judge::{
    Ground, Reason, answer_outcomes, judge, missing_questions, reasons_for_applying, reasons_for_met,
};
use obligato::pack::{ObligationId, QuestionId};

use crate::oracle::interviews::Replay;
use crate::oracle::made_packs::{Made, Reply, Truth};
use crate::oracle::tape::for_all;
use crate::oracle::world::Set;

/// Where `set` stands within `within`, by looking at every point.
fn status(set: Set, within: Set) -> Status {
    match (set & within, !set & within) {
        (_, 0) => Status::Yes,
        (0, _) => Status::No,
        _ => Status::Open,
    }
}

/// Whether `of` applies and is met: wherever it applies it is met, if no completion has it apply
/// unmet; and the other way round. Of what is ruled out it is not told.
fn judged(of: &Truth, within: Set) -> (Status, Status) {
    let applies = status(of.applies, within);
    let met = of.met.filter(|_| applies != Status::No).map_or(Status::Open, |met| {
        match (of.applies & met & within, of.applies & !met & within) {
            (_, 0) if !of.one_sided => Status::Yes,
            (0, _) => Status::No,
            _ => Status::Open,
        }
    });
    (applies, met)
}

#[test]
fn judgements_are_those_of_every_completion() {
    for_all(3_000, 160, |tape| {
        let made = Made::by_chance(tape, 6, 128);
        let (replies, readings) = (made.some_replies(tape), made.some_readings(tape));
        let replay = Replay::of(&made, &replies, &readings);
        let within = made.world.inside(&replay.known);
        let progress = Interview::new(&made.pack).progress(&made.assessment(&replies, &readings));
        for (at, truth) in made.obligations.iter().enumerate() {
            let judgement = judge(&made.pack, made.pack.obligation(ObligationId(at)), &progress.replay.known);
            assert_eq!((judgement.applies, judgement.met), judged(truth, within), "O-{at} of\n{}", made.text);
        }
    });
}

#[test]
fn what_is_missing_is_exactly_what_it_still_depends_on() {
    for_all(3_000, 160, |tape| {
        let made = Made::by_chance(tape, 6, 128);
        let (replies, readings) = (made.some_replies(tape), made.some_readings(tape));
        let replay = Replay::of(&made, &replies, &readings);
        let within = made.world.inside(&replay.known);
        let known = Interview::new(&made.pack).progress(&made.assessment(&replies, &readings)).replay.known;
        for (at, truth) in made.obligations.iter().enumerate() {
            let sets = match (judged(truth, within), truth.met) {
                ((Status::Open, _), _) => vec![truth.applies],
                ((Status::Yes, Status::Open), Some(met)) => vec![met],
                _ => Vec::new(),
            };
            let matters = |var: usize| sets.iter().any(|&set| made.world.depends(set, var, &replay.known));
            let wanted: Vec<QuestionId> =
                (0..made.asked.len()).filter(|&it| made.vars(it).any(matters)).map(QuestionId).collect();
            let of = made.pack.obligation(ObligationId(at));
            assert_eq!(missing_questions(&made.pack, of, &known), wanted, "O-{at} of\n{}", made.text);
            for question in wanted {
                check_outcomes(&made, &known, &replay.known, at, question);
            }
        }
    });
}

/// What each answer to a missing question is said to lead to is what it leads to. Every answer that is not
/// several ticks is told of exactly once.
fn check_outcomes(made: &Made, engine: &Knowledge, known: &[u64], at: usize, question: QuestionId) {
    let found = answer_outcomes(&made.pack, made.pack.obligation(ObligationId(at)), question, engine);
    let asked = made.asked[question.0];
    for reply in asked.replies().into_iter().filter(|it| *it != Reply::Unsure) {
        let answer = made.answer(question.0, &reply);
        let telling: Vec<_> = found.iter().filter(|it| it.way.holds(&answer)).collect();
        let told = telling.len();
        let is_tick = matches!(reply, Reply::Ticks(..));
        assert!(told == 1 || is_tick && told == 0, "{answer:?} is told {told} times, O-{at} of\n{}", made.text);
        let (mut then, mut closed) = (known.to_vec(), vec![false; known.len()]);
        made.settle(question.0, &reply, &mut then, &mut closed);
        let wanted = judged(&made.obligations[at], made.world.inside(&then));
        for outcome in telling {
            assert_eq!(
                (outcome.judgement.applies, outcome.judgement.met),
                wanted,
                "O-{at}, {answer:?} of\n{}",
                made.text
            );
        }
    }
}

/// The questions and readings that reasons rest on.
fn grounds(because: &[Reason], into: &mut (BTreeSet<usize>, BTreeSet<usize>)) {
    for it in because {
        match it.ground {
            Ground::Answer(id) => _ = into.0.insert(id.0),
            Ground::Reading(id) => _ = into.1.insert(id.0),
            Ground::Fact(_) => {}
        }
        grounds(&it.because, into);
    }
}

#[test]
fn the_reasons_told_suffice_on_their_own() {
    for_all(3_000, 160, |tape| {
        let made = Made::by_chance(tape, 6, 128);
        let (replies, readings) = (made.some_replies(tape), made.some_readings(tape));
        let progress = Interview::new(&made.pack).progress(&made.assessment(&replies, &readings));
        let replay = Replay::of(&made, &replies, &readings);
        let live: BTreeMap<usize, Reply> =
            replies.iter().filter(|it| replay.live.contains(it.0)).map(|(at, it)| (*at, it.clone())).collect();
        let assessment = made.assessment(&live, &readings);
        let start = made.start(&readings).0;
        for (at, truth) in made.obligations.iter().enumerate() {
            let of = made.pack.obligation(ObligationId(at));
            let known = &progress.replay.known;
            for (told, set) in [
                (reasons_for_applying(&made.pack, &assessment, of, known), Some(truth.applies)),
                (reasons_for_met(&made.pack, &assessment, of, known), None),
            ] {
                let mut on = Default::default();
                grounds(&told, &mut on);
                let (mut then, mut closed) = (made.world.full(), vec![false; made.world.sizes.len()]);
                on.1.iter().for_each(|&it| then[made.readings[it].0] = start[made.readings[it].0]);
                on.0.iter().for_each(|it| made.settle(*it, &live[it], &mut then, &mut closed));
                let (alone, whole) = (made.world.inside(&then), made.world.inside(&replay.known));
                match set {
                    Some(set) => assert_eq!(status(set, alone), status(set, whole), "O-{at} of\n{}", made.text),
                    None if judged(truth, whole).0 == Status::Yes => {
                        assert_eq!(
                            judged(truth, alone & truth.applies).1,
                            judged(truth, whole).1,
                            "met of O-{at} of\n{}",
                            made.text
                        );
                    }
                    None => {}
                }
            }
        }
    });
}
