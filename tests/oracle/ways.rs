//! The way through an interview: where each question stands, and what answers settle.

use std::collections::{BTreeMap, BTreeSet};

use obligato::assessment::{Assessment, Entry};
use obligato::boxes::Status;
use obligato::judge::Judgement;
use obligato::pack::{ObligationId, QuestionId};
use obligato::route::{QuestionState, SettledObligation, Stop, Verdict};
use obligato::session::Session;

use crate::oracle::interviews::Replay;
use crate::oracle::made_packs::{Made, Reply};
use crate::oracle::tape::for_all;

/// Everything that is asked on some way from here, by going all of them.
fn asked(made: &Made, replies: &BTreeMap<usize, Reply>, readings: &BTreeMap<usize, bool>, all: &mut BTreeSet<usize>) {
    let Some(next) = Replay::of(made, replies, readings).next else { return };
    all.insert(next);
    for reply in made.asked[next].replies() {
        let mut then = replies.clone();
        then.insert(next, reply);
        asked(made, &then, readings, all);
    }
}

fn says(now: Judgement) -> Option<Verdict> {
    match (now.applies, now.met) {
        (Status::No, _) => Some(Verdict::RuledOut),
        (Status::Yes, Status::Open) => Some(Verdict::Applies),
        (Status::Yes, Status::Yes) => Some(Verdict::InPlace),
        (Status::Yes, Status::No) => Some(Verdict::Missing),
        (Status::Open, Status::Yes) => Some(Verdict::InPlaceIfAny),
        (Status::Open, Status::No) => Some(Verdict::MissingIfAny),
        (Status::Open, Status::Open) => None,
    }
}

/// What is settled where `before` is judged and not where `after` is.
fn moved(before: &[Judgement], after: &[Judgement]) -> Vec<SettledObligation> {
    let each = before.iter().zip(after).enumerate().filter(|it| it.1.0 != it.1.1);
    each.map(|(at, it)| SettledObligation { obligation: ObligationId(at), says: says(*it.1).expect("settled") })
        .collect()
}

fn where_state(stops: &[Stop], is: impl Fn(QuestionState) -> bool) -> Vec<QuestionId> {
    stops.iter().filter(|it| is(it.state)).map(|it| it.question).collect()
}

#[test]
fn every_question_stands_where_brute_force_puts_it() {
    for_all(800, 160, |tape| {
        let made = Made::by_chance(tape, 4, 24);
        let (replies, readings) = (made.some_replies(tape), made.some_readings(tape));
        let told = format!("{replies:?} {readings:?}\n{}", made.text);
        let mut session = Session::new(&made.pack, made.assessment(&replies, &readings));
        let stops = session.route().stops;
        let progress = session.progress();
        assert_eq!(
            stops.iter().map(|it| it.question).collect::<Vec<_>>(),
            made.pack.question_ids().collect::<Vec<_>>()
        );
        assert_eq!(where_state(&stops, |it| it == QuestionState::Answered), progress.replay.answered, "{told}");
        assert_eq!(
            where_state(&stops, |it| matches!(it, QuestionState::SetAside(_))),
            progress.replay.set_aside,
            "{told}"
        );
        assert_eq!(where_state(&stops, |it| it == QuestionState::Next), Vec::from_iter(progress.replay.next), "{told}");
        let mut ahead = BTreeSet::new();
        asked(&made, &replies, &readings, &mut ahead);
        let stands_ahead = where_state(&stops, |it| matches!(it, QuestionState::Next | QuestionState::Ahead));
        assert_eq!(stands_ahead.iter().map(|it| it.0).collect::<BTreeSet<_>>(), ahead, "{told}");
        for stop in &stops {
            let (QuestionState::Spared(by) | QuestionState::SetAside(by)) = stop.state else { continue };
            let upto = |last: Option<usize>| {
                let live = progress.replay.answered.iter().map(|it| it.0).filter(|it| Some(*it) <= last);
                live.map(|it| (it, replies[&it].clone())).collect::<BTreeMap<usize, Reply>>()
            };
            let (at, by) = (stop.question.0, by.map(|it| it.0));
            assert!(!Replay::of(&made, &upto(by), &readings).matters(&made, at), "needless after {by:?}: {at} {told}");
            if let Some(by) = by {
                let before = upto(by.checked_sub(1));
                assert!(Replay::of(&made, &before, &readings).matters(&made, at), "needed before {by}: {at} {told}");
            }
        }
    });
}

#[test]
fn what_was_settled_on_the_way_adds_up_to_what_is_known() {
    for_all(1_500, 160, |tape| {
        let made = Made::by_chance(tape, 6, 128);
        let (replies, readings) = (made.some_replies(tape), made.some_readings(tape));
        let start = Session::new(&made.pack, made.assessment(&BTreeMap::new(), &readings)).judgements().to_vec();
        let mut session = Session::new(&made.pack, made.assessment(&replies, &readings));
        let mut known: BTreeMap<ObligationId, Verdict> = BTreeMap::new();
        for it in session.route().stops.iter().flat_map(|it| &it.settled) {
            known.insert(it.obligation, it.says);
        }
        let all: Vec<SettledObligation> =
            known.iter().map(|it| SettledObligation { obligation: *it.0, says: *it.1 }).collect();
        assert_eq!(all, moved(&start, session.judgements()), "{replies:?} {readings:?}\n{}", made.text);
    });
}

#[test]
fn each_branch_leads_where_it_says() {
    for_all(800, 160, |tape| {
        let made = Made::by_chance(tape, 5, 64);
        let assessment = made.assessment(&made.some_replies(tape), &made.some_readings(tape));
        let mut session = Session::new(&made.pack, assessment.clone());
        let (mut stops, now) = (session.route().stops, session.judgements().to_vec());
        for stop in &mut stops {
            session.count_left(stop);
            let told = format!("{:?} {assessment:?}\n{}", stop.question, made.text);
            let given = stop.branches.iter().filter(|it| it.taken).count();
            assert_eq!(given, usize::from(stop.answer.is_some() && !stop.branches.is_empty()), "{told}");
            for branch in &stop.branches {
                let mut then: Assessment = assessment.clone();
                then.answers.insert(stop.question, Entry::new(branch.way.last()));
                let then = Session::new(&made.pack, then);
                assert_eq!(branch.left, Some(then.progress().left), "{:?} {told}", branch.way);
                let mut others = then.progress().replay.answered.clone();
                others.retain(|it| *it != stop.question);
                // What else the answer brings back or sets aside is not part of what it settles there.
                if stop.state != QuestionState::Answered && others == session.progress().replay.answered {
                    assert_eq!(branch.settled, moved(&now, then.judgements()), "{:?} {told}", branch.way);
                }
                if branch.taken {
                    assert_eq!(branch.settled, stop.settled, "{told}");
                }
            }
        }
    });
}
