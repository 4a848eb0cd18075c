//! What changes between two packs, counted by going through every answer profile.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use obligato::difference::{Result, difference};
use obligato::pack::Pack;
use obligato::store::{Against, read_record};
use serde_json::Value;

use crate::oracle::made_packs::{Asked, Made, Truth};
use crate::oracle::tape::for_all;
use crate::oracle::world::Set;

/// What `of` comes to, within the points that a profile leaves possible.
fn result(of: Option<&Truth>, within: Set) -> Result {
    let Some(of) = of else { return Result::Absent };
    let met = of.met;
    match (of.applies & within, !of.applies & within, met) {
        (0, ..) => Result::RuledOut,
        (_, 0, Some(met)) if met & within == 0 => Result::Missing,
        (_, 0, Some(met)) if !met & within == 0 && !of.one_sided => Result::InPlace,
        (_, 0, _) => Result::Applies,
        _ => Result::Open,
    }
}

/// The values of each variable of a question that stand for all that the two packs tell apart.
fn values(at: usize, asked: Asked, packs: &[&Pack; 2]) -> Vec<usize> {
    let cuts: BTreeSet<i64> = packs
        .iter()
        .filter_map(|pack| pack.questions[at].scale.as_ref())
        .flat_map(|scale| scale.cuts.iter().map(|it| it - scale.least))
        .collect();
    let starts = |count: usize| (0..count).filter(|&it| it == 0 || cuts.contains(&i64::try_from(it).expect("small")));
    match asked {
        Asked::YesNo | Asked::AnyOf { .. } => vec![0, 1],
        Asked::OneOf { options, .. } => (0..options).collect(),
        Asked::Number { count, specials, .. } => starts(count).chain(count..count + specials).collect(),
        Asked::Day { count, .. } => starts(count).collect(),
        Asked::ForRecord => Vec::new(),
    }
}

/// Every profile: the values each variable may still have, in each of the two packs.
fn profiles(packs: &[Made; 2]) -> Vec<[Vec<u64>; 2]> {
    let made = &packs[0];
    let mut all = vec![[made.world.full(), made.world.full()]];
    for at in 0..made.asked.len() {
        let values = values(at, made.asked[at], &[&packs[0].pack, &packs[1].pack]);
        for var in made.vars(at) {
            let each = |it: &[Vec<u64>; 2]| {
                values.iter().map(|value| it.clone().map(|masks| with(masks, var, 1 << value))).collect::<Vec<_>>()
            };
            all = all.iter().flat_map(each).collect();
        }
    }
    for (at, &(var, _)) in made.readings.iter().enumerate() {
        let each = |it: &[Vec<u64>; 2]| {
            let mut three: Vec<[Vec<u64>; 2]> = [1, 2].map(|mask| it.clone().map(|of| with(of, var, mask))).to_vec();
            let left_open = [0, 1].map(|side| {
                let treated = packs[side].readings[at].1;
                with(it[side].clone(), var, treated.map_or(3, |it| 1 << u64::from(it)))
            });
            three.push(left_open);
            three
        };
        all = all.iter().flat_map(each).collect();
    }
    all
}

fn with(mut masks: Vec<u64>, var: usize, mask: u64) -> Vec<u64> {
    masks[var] = mask;
    masks
}

#[test]
fn changes_are_counted_as_by_going_through_every_profile() {
    for_all(600, 200, |tape| {
        let packs = Made::two_by_chance(tape, 5, 64);
        let told = format!("{}\n--- to\n{}", packs[0].text, packs[1].text);
        let found = difference(&packs[0].pack, &packs[1].pack).expect("small packs");
        let profiles = profiles(&packs);
        let mut same = 0;
        for at in 0..packs[0].obligations.len().max(packs[1].obligations.len()) {
            let mut counts: BTreeMap<(Result, Result), u128> = BTreeMap::new();
            for profile in &profiles {
                let of =
                    |side: usize| result(packs[side].obligations.get(at), packs[side].world.inside(&profile[side]));
                *counts.entry((of(0), of(1))).or_default() += 1;
            }
            counts.retain(|key, _| key.0 != key.1);
            let id = format!("O-{at}");
            let Some(changed) = found.obligations.iter().find(|it| it.id == id) else {
                assert!(counts.is_empty(), "{id} changes: {counts:?}\n{told}");
                same += 1;
                continue;
            };
            let (all, of_those) = (profiles.len() as u128, changed.profiles.expect("few"));
            // Counted over the questions that matter alone: the same share of all.
            let share = |it: u128| it * all / of_those;
            let counted: BTreeMap<(Result, Result), u128> =
                changed.changes.iter().map(|it| ((it.old, it.new), share(it.profiles.expect("few")))).collect();
            assert_eq!(counted, counts, "{id}\n{told}");
            for change in &changed.changes {
                instance_shows_it(&packs, at, change, &told);
            }
        }
        assert_eq!(found.same, same, "{told}");
    });
}

/// The record given as an example can be judged under both packs, and shows the change.
fn instance_shows_it(packs: &[Made; 2], at: usize, change: &obligato::difference::ChangedProfiles, told: &str) {
    for (made, wanted) in packs.iter().zip([change.old, change.new]) {
        let text = Value::Object(change.instance.clone()).to_string();
        let against = Against { pack: &made.pack, today: Date::MAX, rejudge: false };
        let assessment = read_record(&text, "instance", &against).expect("a record");
        let report = obligato::session::Session::new(&made.pack, assessment).report();
        let item = report.obligations.iter().find(|it| it.obligation.id == format!("O-{at}"));
        let is = item.map(|it| format!("{:?} {:?}", it.judgement.applies, it.judgement.met));
        let fits = match wanted {
            Result::Absent => is.is_none(),
            Result::RuledOut => is.as_ref().is_some_and(|it| it.starts_with("No")),
            Result::Open => is.as_ref().is_some_and(|it| it.starts_with("Open")),
            Result::Applies | Result::InPlace | Result::Missing => is.as_ref().is_some_and(|it| it.starts_with("Yes")),
        };
        assert!(fits, "{text} is {is:?}, not {wanted:?}, in O-{at}\n{told}");
    }
}
