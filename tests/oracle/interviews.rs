//! Interviews: what is next, what is set aside, how far it is.

use std::collections::{BTreeMap, BTreeSet};

use obligato::interview::{Flaw, Interview, Range, certify};
use obligato::pack::QuestionId;

use crate::oracle::made_packs::{Asked, Made, Reply};
use crate::oracle::tape::{Tape, for_all};
use crate::oracle::world::Set;

/// Of every tracked condition: where it certainly holds and where it certainly fails, over the
/// variables that are open.
type State = Vec<(Set, Set)>;

/// The answers gone through in asking order, by brute force.
pub struct Replay {
    pub known: Vec<u64>,
    pub closed: Vec<bool>,
    pub live: Vec<usize>,
    pub set_aside: Vec<usize>,
    pub next: Option<usize>,
}

impl Replay {
    pub fn of(made: &Made, replies: &BTreeMap<usize, Reply>, readings: &BTreeMap<usize, bool>) -> Self {
        let (known, closed) = made.start(readings);
        let mut replay = Self { known, closed, live: Vec::new(), set_aside: Vec::new(), next: None };
        for (&at, reply) in replies {
            if replay.matters(made, at) {
                made.settle(at, reply, &mut replay.known, &mut replay.closed);
                replay.live.push(at);
            } else {
                replay.set_aside.push(at);
            }
        }
        replay.next = (0..made.asked.len()).find(|at| !replies.contains_key(at) && replay.matters(made, *at));
        replay
    }

    /// Whether a question is for the record, or two of its answers lead to different states. Of what
    /// a deadline is counted by, that it is known at all is told apart too.
    pub fn matters(&self, made: &Made, question: usize) -> bool {
        if matches!(made.asked[question], Asked::ForRecord) {
            return true;
        }
        let mut replies = made.asked[question].replies();
        replies.extend(made.asked[question].not_known().map(Reply::Value));
        let mut states = replies.into_iter().map(|it| self.after(made, question, &it));
        let first = states.next();
        states.any(|it| Some(it) != first)
    }

    /// The state that a reply leads to.
    fn after(&self, made: &Made, question: usize, reply: &Reply) -> State {
        let (mut known, mut closed) = (self.known.clone(), self.closed.clone());
        made.settle(question, reply, &mut known, &mut closed);
        state(made, &known, &closed, &made.vars(question).collect::<Vec<usize>>())
    }
}

/// The state where `but`, of which something is known, are told apart no more.
fn state(made: &Made, known: &[u64], closed: &[bool], but: &[usize]) -> State {
    let world = &made.world;
    let open: Vec<u64> =
        (0..known.len()).map(|it| if but.contains(&it) || closed[it] { u64::MAX } else { known[it] }).collect();
    let within = world.inside(&open);
    let tracked: BTreeSet<Set> = made.obligations.iter().flat_map(|it| it.tracked.iter().copied()).collect();
    let sides = tracked.into_iter().map(|set| {
        let sure = |side: Set| {
            (0..known.len()).fold(side, |side, var| match known[var].count_ones() {
                _ if closed[var] => world.for_all(side, var, known[var]),
                1 => world.at(side, var, known[var].trailing_zeros() as usize),
                _ => side,
            })
        };
        (sure(set) & within, sure(world.everything() & !set) & within)
    });
    sides.collect()
}

/// The least and most questions on any way from here, by going all of them.
fn brute_range(made: &Made, replies: &BTreeMap<usize, Reply>, readings: &BTreeMap<usize, bool>) -> (usize, usize) {
    let Some(next) = Replay::of(made, replies, readings).next else { return (0, 0) };
    let mut range = (usize::MAX, 0);
    for reply in made.asked[next].replies() {
        let mut then = replies.clone();
        then.insert(next, reply);
        let (least, most) = brute_range(made, &then, readings);
        range = (range.0.min(1 + least), range.1.max(1 + most));
    }
    range
}

fn ids(of: &[QuestionId]) -> Vec<usize> {
    of.iter().map(|it| it.0).collect()
}

#[test]
fn next_and_set_aside_are_those_of_brute_force() {
    for_all(3_000, 160, |tape| {
        let made = Made::by_chance(tape, 6, 128);
        let mut interview = Interview::new(&made.pack);
        // Several assessments through one interview, which remembers what it worked out.
        for _ in 0..3 {
            let (replies, readings) = (made.some_replies(tape), made.some_readings(tape));
            let replay = Replay::of(&made, &replies, &readings);
            let progress = interview.progress(&made.assessment(&replies, &readings));
            let told = format!("{replies:?} {readings:?}\n{}", made.text);
            assert_eq!(ids(&progress.replay.answered), replay.live, "answered: {told}");
            assert_eq!(ids(&progress.replay.set_aside), replay.set_aside, "set aside: {told}");
            assert_eq!(progress.replay.next.map(|it| it.0), replay.next, "next: {told}");
            assert_eq!(progress.left.least == 0, replay.next.is_none(), "left: {told}");
        }
    });
}

#[test]
fn the_range_left_is_that_of_all_ways_from_here() {
    for_all(800, 160, |tape| {
        let made = Made::by_chance(tape, 4, 24);
        let mut interview = Interview::new(&made.pack);
        for _ in 0..2 {
            let (replies, readings) = (made.some_replies(tape), made.some_readings(tape));
            let (least, most) = brute_range(&made, &replies, &readings);
            let left = interview.progress(&made.assessment(&replies, &readings)).left;
            assert_eq!(left, Range { least, most }, "{replies:?} {readings:?}\n{}", made.text);
        }
    });
}

/// An interview answered by chance until nothing is left: it ends, within the range told at the
/// start, and then no answer to any open question would change anything.
#[test]
fn an_interview_ends_when_nothing_can_change() {
    for_all(1_500, 200, |tape| {
        let made = Made::by_chance(tape, 6, 128);
        let readings = made.some_readings(tape);
        let mut replies = BTreeMap::new();
        let mut interview = Interview::new(&made.pack);
        let promised = interview.progress(&made.assessment(&replies, &readings)).left;
        while let Some(next) = interview.progress(&made.assessment(&replies, &readings)).replay.next {
            replies.insert(next.0, a_reply(tape, made.asked[next.0]));
        }
        assert!((promised.least..=promised.most).contains(&replies.len()), "{promised:?} {replies:?}\n{}", made.text);
        let end = Replay::of(&made, &replies, &readings);
        assert!(end.set_aside.is_empty());
        assert!((0..made.asked.len()).all(|at| replies.contains_key(&at) || !end.matters(&made, at)));
    });
}

fn a_reply(tape: &mut Tape, asked: Asked) -> Reply {
    let all = asked.replies();
    all[tape.pick(all.len())].clone()
}

/// The proof over all states finds no flaw in what the program compiles, but questions that no rule
/// uses.
#[test]
fn made_packs_are_certified() {
    for_all(400, 200, |tape| {
        let made = Made::by_chance(tape, 6, 128);
        let certificate = certify(&made.pack);
        assert!(certificate.complete && certificate.states > 0, "{}", made.text);
        let matters = |question: usize| {
            let within = made.world.full();
            let sets = made.obligations.iter().flat_map(|it| &it.tracked);
            sets.into_iter().any(|&set| made.vars(question).any(|var| made.world.depends(set, var, &within)))
        };
        for flaw in &certificate.flaws {
            let Flaw::NeverAsked(id) = flaw else { panic!("{flaw:?} in\n{}", made.text) };
            assert!(!matters(id.0), "{flaw:?} in\n{}", made.text);
        }
    });
}
