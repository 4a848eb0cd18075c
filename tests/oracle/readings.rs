//! Open legal points on the shipped packs: whatever one moves, a report names it.

use obligato::answer::Answer;
use obligato::assessment::{Assessment, Decision, Entry};
use obligato::interview::Interview;
use obligato::pack::{Kind, Pack, Question, ReadingId};
use obligato::report::{Report, report};
use obligato::shipped;

use crate::oracle::tape::{Tape, for_all};

/// How a point may be taken: left as it is treated, or decided.
const SIDES: [Option<bool>; 3] = [None, Some(true), Some(false)];

fn some_answer(tape: &mut Tape, question: &Question) -> Option<Answer> {
    Some(match &question.kind {
        Kind::YesNo => [Answer::YesNo(true), Answer::YesNo(false), Answer::Unsure][tape.pick(3)].clone(),
        Kind::OneOf => Answer::One(tape.pick(question.choices.len())),
        Kind::AnyOf => Answer::Any((0..question.choices.len()).filter(|_| tape.pick(2) == 1).collect(), tape.one_in(8)),
        Kind::Number { .. } => {
            let scale = question.scale.as_ref()?;
            let ends = [scale.least, scale.most].into_iter().chain(scale.cuts.iter().copied());
            Answer::Number(tape.of(&ends.collect::<Vec<i64>>()))
        }
        Kind::Date { min, max, .. } => Answer::Date(tape.of(&[*min, *max])),
        Kind::Text => return None,
    })
}

pub fn some_answers(tape: &mut Tape, pack: &Pack) -> Assessment {
    let mut found = Assessment::default();
    for id in pack.question_ids() {
        if let Some(answer) = some_answer(tape, pack.question(id)).filter(|_| tape.pick(8) > 0) {
            found.answers.insert(id, Entry::new(answer));
        }
    }
    for id in pack.reading_ids() {
        found.readings.extend(tape.of(&SIDES).map(|side| (id, Decision::new(side))));
    }
    found
}

fn names(report: &Report<'_>, at: usize, reading: ReadingId) -> bool {
    report.stance(reading).is_some() && report.obligations[at].turns_on.iter().any(|it| it.reading == reading)
}

#[test]
fn a_point_that_moves_an_obligation_is_named() {
    for pack in shipped::all_packs().iter().map(shipped::Shipped::pack) {
        for_all(60, 200, |tape| {
            let mut interview = Interview::new(pack);
            let before = some_answers(tape, pack);
            let progress = interview.progress(&before);
            let found = report(pack, &before, &progress);
            for (reading, side) in pack.reading_ids().flat_map(|id| SIDES.map(|side| (id, side))) {
                let mut after = before.with_point_left_open(reading);
                after.readings.extend(side.map(|side| (reading, Decision::new(side))));
                let replay = interview.replay(&after);
                for (at, item) in found.obligations.iter().enumerate() {
                    let then = obligato::judge::judge(pack, item.obligation, &replay.known);
                    let moves = obligato::report::standing(item.obligation.kind, then) != item.standing;
                    let of = (&pack.reading(reading).id, side, &item.obligation.id);
                    assert!(!moves || names(&found, at, reading), "{of:?} is not told: {before:?}");
                }
            }
        });
    }
}
