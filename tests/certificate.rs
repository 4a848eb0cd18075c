//! The proof that every question asked can matter, and packs whose compilation breaks it.

use obligato::assessment::Assessment;
use obligato::boxes::{Cells, Primes, Regions};
use obligato::check;
use obligato::interview::{Flaw, Interview, certify};
use obligato::pack::{CompiledConditions, ConditionId, EXAMPLES, Files, Pack, QuestionId, read};
use obligato::shipped;

use crate::packs;

/// `pack` with another compiled form of one condition.
fn tampered(pack: &Pack, condition: usize, yes: Regions, no: Regions) -> Pack {
    let mut all: Vec<Primes> = pack.conditions.iter().cloned().collect();
    all[condition] = Primes::from_boxes(yes, no);
    Pack { conditions: CompiledConditions::compiled(all), ..pack.clone() }
}

/// `boxes` without the last one, and how many that leaves out.
fn shortened(boxes: &Regions) -> (Regions, usize) {
    let left = boxes.len().saturating_sub(1);
    (boxes.iter().take(left).collect(), boxes.len() - left)
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
            let primes = pack.condition(ConditionId(condition));
            let (yes, no) = (primes.yes(), primes.no());
            let ((less_yes, of_yes), (less_no, of_no)) = (shortened(yes), shortened(no));
            for (side, taken, yes, no) in [("yes", of_yes, less_yes, no.clone()), ("no", of_no, yes.clone(), less_no)] {
                let is_sound = certify(&tampered(&pack, condition, yes, no)).flaws.is_empty();
                assert_eq!(is_sound, taken == 0, "{} {condition} {side} without {taken} box", pack.id);
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
    let motor = pack.question(question(&pack, "motor")).vars[0];
    let primes = pack.condition(ConditionId(condition));
    // The box "miles >= 3" in two halves: with a motor, and without.
    let whole = primes.yes().iter().next().expect("a box").bounds();
    let mut halves = Regions::default();
    for cell in [0, 1] {
        halves.push([(motor, Cells::one(cell))].into_iter().chain(whole.iter().copied()));
    }
    let broken = tampered(&pack, condition, halves, primes.no().clone());
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
    let others = pack.condition(ConditionId(other));
    let broken = tampered(&pack, one, others.yes().clone(), others.no().clone());
    let said = check::render(&check::check(&broken, &files), &files, true);
    assert!(said.contains("differ from its rules"), "{said}");
}

/// A step from a state costs as much as conditions are open in it: two hundred small rules have few states, but to
/// visit all of them takes ten seconds.
#[test]
fn counting_the_questions_left_is_broken_off_after_so_much_work() {
    let mut files = packs::texts(&shipped::skeleton());
    files.retain(|(path, _)| !path.starts_with(EXAMPLES));
    for (named, more) in packs::tangle(200, 14, 6, 3) {
        let (_, text) = files.iter_mut().find(|(path, _)| path == named).expect("a file of the pack");
        text.push_str(&more);
    }
    let pack = read(&Files::new(files)).expect("a pack");
    let mut interview = Interview::new(&pack);
    let left = interview.progress(&Assessment::default()).left;
    assert!(!interview.is_exact());
    assert!(left.least <= left.most && left.most <= pack.questions.len());
}
