//! The proof that every question asked can matter, and packs whose compilation breaks it.

use obligato::check;
use obligato::interview::{Flaw, certify};
use obligato::pack::{Pack, QuestionId, read};
use obligato::shipped;
use serde_json::Value;

use crate::packs;

/// `pack` with what it was compiled to changed.
fn tampered(pack: &Pack, change: impl FnOnce(&mut Value)) -> Pack {
    let mut value = serde_json::to_value(pack).expect("a pack can be written");
    change(&mut value);
    serde_json::from_value(value).expect("a pack can be read")
}

fn question(pack: &Pack, id: &str) -> QuestionId {
    pack.question_by_id(id).expect("a question")
}

#[test]
fn the_shipped_pack_is_certified() {
    let pack = shipped::pack();
    let certificate = certify(&pack);
    assert!(certificate.complete && certificate.flaws.is_empty(), "{:?}", certificate.flaws);
    assert!(certificate.states > 1_000, "{} states are not all of them", certificate.states);
}

/// Takes the last box of one side of each condition in turn: every time something does not fit.
#[test]
fn a_box_that_is_missing_breaks_the_proof() {
    for pack in [read(&packs::good()).expect("a sound pack"), shipped::pack()] {
        let tracked: Vec<usize> = pack.obligations.iter().flat_map(|it| &it.tracked).map(|it| it.0).collect();
        for condition in tracked.into_iter().step_by(7) {
            for side in ["yes", "no"] {
                let mut taken = None;
                let broken = tampered(&pack, |it| {
                    let boxes = it["conditions"][condition][side].as_array_mut().expect("boxes");
                    taken = boxes.pop();
                });
                let is_sound = certify(&broken).flaws.is_empty();
                assert_eq!(is_sound, taken.is_none(), "{} {condition} {side} without {taken:?}", pack.id);
            }
        }
    }
}

/// A box that could be larger holds the right points, but asks for what cannot matter.
#[test]
fn a_box_that_is_not_prime_asks_in_vain() {
    let files = packs::good();
    let pack = read(&files).expect("a sound pack");
    let radio = pack.obligations.iter().position(|it| it.id == "PAP-1").expect("an obligation");
    let condition = pack.obligations[radio].applies.0;
    let motor = pack.question(question(&pack, "motor")).vars[0].0;
    let broken = tampered(&pack, |it| {
        // The box "miles >= 3" in two halves: with a motor, and without.
        let whole = it["conditions"][condition]["yes"][0].clone();
        let half = |cells: u64| {
            let mut bounds = whole.as_array().expect("bounds").clone();
            bounds.insert(0, serde_json::json!([motor, cells]));
            Value::from(bounds)
        };
        it["conditions"][condition]["yes"] = vec![half(1), half(2)].into();
    });
    let flaws = certify(&broken).flaws;
    assert_eq!(flaws.into_iter().collect::<Vec<Flaw>>(), [Flaw::AskedInVain(question(&pack, "motor"))]);
    let said = check::render(&check::check(&broken, &files), &files, true);
    assert!(said.contains("error[unproven]: `motor` can be asked where no answer matters"), "{said}");
}

/// Boxes of another condition: what was compiled is not what the rules say.
#[test]
fn a_condition_of_another_obligation_is_noticed() {
    let files = packs::good();
    let pack = read(&files).expect("a sound pack");
    let (one, other) = (pack.obligations[0].applies.0, pack.obligations[1].applies.0);
    let broken = tampered(&pack, |it| {
        let boxes = it["conditions"][other].clone();
        it["conditions"][one] = boxes;
    });
    let said = check::render(&check::check(&broken, &files), &files, true);
    assert!(said.contains("differ from its rules"), "{said}");
}
