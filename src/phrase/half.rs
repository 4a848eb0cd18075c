//! Answers as half-sentences that can follow "if".

use crate::answer::{Way, is_given};
use crate::condition::ValueRange;
use crate::judge::AnswerChange;
use crate::pack::{AnswerValue, Question};
use crate::phrase::range::range_text;
use crate::words::Words;

/// Returns the answers that lead this `way`. Empty if no option holds.
pub fn way_says(way: &Way, question: &Question, words: &Words) -> String {
    match way {
        Way::Range(of) => range_says(of, question, words),
        Way::Answer(answer) => {
            let said = question.answers.iter().filter(|each| is_given(each.value, answer));
            let said = said.filter(|each| !matches!(each.value, AnswerValue::Tick(_, false)));
            said.map(|each| each.says.as_str()).collect::<Vec<&str>>().join(" and ")
        }
    }
}

/// Returns each answer that would make `change`: each range of numbers or days, then each other
/// answer.
pub fn change_says(change: &AnswerChange, question: &Question, words: &Words) -> Vec<String> {
    let ranges = question.scale.iter().flat_map(|scale| scale.ranges_in(change.to));
    let ranges = ranges.map(|of| range_says(&of, question, words));
    let others = change.to.iter().filter_map(|cell| question.answer_at(change.var, cell));
    let others = others.filter(|each| !matches!(each.value, AnswerValue::Range(_)));
    ranges.chain(others.map(|each| each.says.clone())).collect()
}

fn range_says(of: &ValueRange, question: &Question, words: &Words) -> String {
    question.says_value().replace("{value}", &range_text(of, false, words))
}
