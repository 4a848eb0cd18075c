//! Lists the possible answers to a question, each with its sentence.

use crate::condition::{Scale, ValueRange};
use crate::pack::build::builder::PackBuilder;
use crate::pack::model::{AnswerCell, AnswerValue, Question, Shape};
use crate::pack::raw::{RawChoice, RawQuestion};

/// Returns the possible answers to `question`, which `raw` states, in the order of display.
pub fn answers(raw: &RawQuestion, question: &Question, build: &mut PackBuilder<'_>) -> Vec<AnswerCell> {
    let cell = |cell: usize, value, says: String| AnswerCell { at: 0, cell, value, says };
    match question.kind.shape() {
        Shape::YesNo => {
            let yes = build.require_text(raw.yes.as_ref(), "yes", &raw.spot);
            let no = build.require_text(raw.no.as_ref(), "no", &raw.spot);
            vec![cell(1, AnswerValue::YesNo(true), yes), cell(0, AnswerValue::YesNo(false), no)]
        }
        Shape::One => {
            let options = raw.options.iter().enumerate();
            options.map(|(at, option)| cell(at, AnswerValue::One(at), option.says.text.clone())).collect()
        }
        Shape::Many => raw.options.iter().enumerate().flat_map(|(at, it)| ticks(at, it, build)).collect(),
        Shape::Scale => on_scale(raw, question, build),
        Shape::Line => vec![cell(0, AnswerValue::Text, build.sentence(raw))],
    }
}

/// Returns the answers that an option holds, and that it does not.
fn ticks(at: usize, option: &RawChoice, build: &mut PackBuilder<'_>) -> [AnswerCell; 2] {
    let says_not = build.require_text(option.says_not.as_ref(), "says_not", &option.spot);
    [(true, option.says.text.clone()), (false, says_not)].map(|(holds, says)| {
        let value = AnswerValue::Tick(at, holds);
        AnswerCell { at, cell: usize::from(holds), value, says }
    })
}

/// Returns each range of values, then each special value. For the record, all values are one range.
fn on_scale(raw: &RawQuestion, question: &Question, build: &mut PackBuilder<'_>) -> Vec<AnswerCell> {
    let says = build.sentence(raw);
    let (least, most) = question.kind.limits().unwrap_or_default();
    let whole = || Scale::whole(least, most, question.kind.is_date());
    let scale = question.scale.clone().unwrap_or_else(whole);
    let range = |cell: usize, range: ValueRange| AnswerCell {
        at: 0,
        cell,
        value: AnswerValue::Range(range),
        says: says.clone(),
    };
    let ranges = scale.interval_cells().iter().filter_map(|cell| Some(range(cell, scale.range_of(cell)?)));
    let specials = raw.specials.iter().enumerate().take(question.choices.len()).map(|(at, special)| AnswerCell {
        at: 0,
        cell: scale.special_cell(at),
        value: AnswerValue::Special(at),
        says: special.says.text.clone(),
    });
    ranges.chain(specials).collect()
}
