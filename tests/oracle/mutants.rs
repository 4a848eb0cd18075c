//! Mutants and what examples show, against a look at every complete set of answers.

use std::collections::{BTreeMap, BTreeSet};

use obligato::answer::{apply_settled, settled_vars};
use obligato::boxes::{Knowledge, Status};
use obligato::example::{Example, find_atoms};
use obligato::interview::Interview;
use obligato::judge::{initial_knowledge, judge, last_day};
use obligato::mutant::{Fate, MutantKind, Trial, mutants};
use obligato::pack::{Holder, Pack, read};

use crate::oracle::made_packs::{Asked, Made, Reply};
use crate::oracle::tape::{for_all, share};

/// Every complete set of answers, and every decision of the readings.
fn complete(made: &Made) -> Vec<(BTreeMap<usize, Reply>, BTreeMap<usize, bool>)> {
    let mut all = vec![(BTreeMap::new(), BTreeMap::new())];
    for (at, asked) in made.asked.iter().enumerate() {
        let known = |it: &Reply| !matches!(it, Reply::Unsure | Reply::Ticks(_, true));
        let replies: Vec<Reply> = asked.replies().into_iter().filter(known).collect();
        if matches!(asked, Asked::ForRecord) {
            continue;
        }
        all = all
            .into_iter()
            .flat_map(|(answers, readings)| {
                let with = |reply: &Reply| {
                    let mut answers: BTreeMap<usize, Reply> = answers.clone();
                    answers.insert(at, reply.clone());
                    (answers, readings.clone())
                };
                replies.iter().map(with).collect::<Vec<_>>()
            })
            .collect();
    }
    for at in 0..made.readings.len() {
        let decided = |side: bool| {
            let each = all.iter().map(move |(answers, readings): &(_, BTreeMap<usize, bool>)| {
                let mut readings = readings.clone();
                readings.insert(at, side);
                (BTreeMap::clone(answers), readings)
            });
            each.collect::<Vec<_>>()
        };
        all = [decided(false), decided(true)].concat();
    }
    all
}

/// What is known with these answers, whether they are live or not.
fn point(made: &Made, pack: &Pack, answers: &BTreeMap<usize, Reply>, readings: &BTreeMap<usize, bool>) -> Knowledge {
    let assessment = made.assessment(answers, readings);
    let (mut known, mut closed) = initial_knowledge(pack, &assessment);
    for (&id, entry) in &assessment.answers {
        apply_settled(&settled_vars(&entry.answer, pack.question(id)), &mut known, &mut closed);
    }
    known
}

/// All that `pack` says of each obligation with these answers.
fn said(made: &Made, pack: &Pack, answers: &BTreeMap<usize, Reply>, readings: &BTreeMap<usize, bool>) -> String {
    let assessment = made.assessment(answers, readings);
    let known = point(made, pack, answers, readings);
    let each = pack.obligations.iter().map(|of| {
        let judgement = judge(pack, of, &known);
        if judgement.applies == Status::No {
            return "ruled out".to_owned();
        }
        let shown: Vec<Status> = of.advice().filter_map(|it| Some(pack.condition(it.when?).status(&known))).collect();
        format!("{judgement:?} {:?} {shown:?}", last_day(pack, of, &assessment, &known))
    });
    each.collect::<Vec<String>>().join("\n")
}

/// A mutant of a condition is equivalent just when no complete set of answers tells it apart.
#[test]
fn mutants_are_equivalent_just_when_nobody_could_tell() {
    let seen = std::cell::Cell::new((0, 0));
    for_all(400, 160, |tape| {
        let made = Made::by_chance(tape, 4, 64);
        let all = mutants(&made.pack, &made.files);
        let all: Vec<_> = all.into_iter().filter(|it| !is_setting(it.kind)).collect();
        let mut trial = Trial::new(&made.pack, &made.files, &[]);
        for _ in 0..4.min(all.len()) {
            let mutant = &all[tape.pick(all.len())];
            let Ok(changed) = read(&mutant.apply_to(&made.files)) else { continue };
            let alike = complete(&made).iter().all(|(answers, readings)| {
                said(&made, &made.pack, answers, readings) == said(&made, &changed, answers, readings)
            });
            let (before, after) = mutant.changed_lines(&made.files);
            assert_eq!(trial.fate(mutant) == Fate::Equivalent, alike, "{before}\n{after}\n{}", made.text);
            let (equivalent, other) = seen.get();
            seen.set(if alike { (equivalent + 1, other) } else { (equivalent, other + 1) });
        }
    });
    let (equivalent, other) = seen.get();
    assert!(equivalent > share(50) && other > share(50), "{equivalent} equivalent, {other} not");
}

/// An atom of an `if` is shown to decide alone just when, within what the example establishes, every
/// complete set of answers has the obligation apply, and with the atom negated has it ruled out; or
/// the other way round.
#[test]
fn atoms_decide_alone_just_when_every_completion_says_so() {
    let seen = std::cell::Cell::new((0, 0));
    for_all(400, 160, |tape| {
        let made = Made::by_chance(tape, 4, 64);
        let assessment = made.assessment(&made.some_replies(tape), &made.some_readings(tape));
        let known = Interview::new(&made.pack).replay(&assessment).known;
        let example =
            Example { path: String::new(), title: String::new(), story: String::new(), assessment, claims: Vec::new() };
        let within = |at: &Knowledge| made.pack.space.vars().all(|var| at.cells_of(var).within(known.cells_of(var)));
        let all: Vec<_> =
            complete(&made).into_iter().filter(|it| within(&point(&made, &made.pack, &it.0, &it.1))).collect();
        for atom in find_atoms(&made.pack, &made.files, &[example]) {
            let Holder::Applies(id) = atom.of else { continue };
            let negated = made.files.with_text(&atom.spot, &format!("not {}", atom.text));
            let negated = read(&negated).unwrap_or_else(|it| panic!("{it:?}"));
            let applies = |pack: &Pack| -> BTreeSet<bool> {
                let each =
                    all.iter().map(|it| judge(pack, pack.obligation(id), &point(&made, pack, &it.0, &it.1)).applies);
                each.map(|it| it == Status::Yes).collect()
            };
            let (as_is, other) = (applies(&made.pack), applies(&negated));
            let shown = as_is.len() == 1 && other.len() == 1 && as_is != other;
            assert_eq!(atom.shown, shown, "{} in {:?} of\n{}", atom.text, atom.of, made.text);
            let (alone, never) = seen.get();
            seen.set(if shown { (alone + 1, never) } else { (alone, never + 1) });
        }
    });
    let (alone, never) = seen.get();
    assert!(alone > share(50) && never > share(50), "{alone} alone, {never} not");
}

fn is_setting(kind: MutantKind) -> bool {
    use MutantKind::{Days, Met, Months, Side, Treated, Uncounted, Unsure};
    matches!(kind, Days | Months | Uncounted | Unsure | Treated | Side | Met)
}
