//! What can be picked at a question: its options, and always "I don't know" as the last.

use crate::answer::Answer;
use crate::pack::{AnswerValue, Question, Shape};
use crate::words::Words;

/// The key for "I don't know" where options have no numbers, because a number may be an answer.
pub const UNSURE: &str = "d";

/// The keys of special values, none of which does anything else.
const KEYS: [&str; 8] = ["a", "c", "e", "f", "h", "i", "j", "k"];

/// What a pick gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PickValue {
    /// A whole answer.
    Answer(Answer),
    /// One tick of several.
    Tick(usize),
    /// That nothing is ticked.
    NoneOfThese,
    /// That what is not ticked is unknown.
    RestUnsure,
}

/// One thing to pick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// What to type.
    pub key: String,
    /// What is shown.
    pub label: String,
    /// A line of help.
    pub help: Option<String>,
    /// What it gives.
    pub gives: PickValue,
}

/// Everything that can be picked at `question`, in the order shown.
pub fn picks(question: &Question, words: &Words) -> Vec<Pick> {
    let mut given = own(question, words);
    given.push((words.common.answer.unsure.to_owned(), None, PickValue::Answer(Answer::Unsure)));
    let last = given.len() - 1;
    let key = |at: usize| match question.kind.shape() {
        Shape::YesNo | Shape::One | Shape::Many => (at + 1).to_string(),
        Shape::Scale | Shape::Line if at == last => UNSURE.to_owned(),
        Shape::Scale | Shape::Line => KEYS.get(at).map_or_else(|| format!("a{at}"), |it| (*it).to_owned()),
    };
    let each = given.into_iter().enumerate();
    each.map(|(at, (label, help, gives))| Pick { key: key(at), label, help, gives }).collect()
}

fn own(question: &Question, words: &Words) -> Vec<(String, Option<String>, PickValue)> {
    let answer = &words.common.answer;
    let own = question.answers.iter().filter_map(|it| {
        let gives = match it.value {
            AnswerValue::Tick(at, true) => PickValue::Tick(at),
            AnswerValue::YesNo(yes) => PickValue::Answer(Answer::YesNo(yes)),
            AnswerValue::One(at) => PickValue::Answer(Answer::One(at)),
            AnswerValue::Special(at) => PickValue::Answer(Answer::Special(at)),
            AnswerValue::Tick(_, false) | AnswerValue::Range(_) | AnswerValue::Text => return None,
        };
        let choice = question.choice_of(it);
        let yes_no = || if it.value == AnswerValue::YesNo(true) { answer.yes } else { answer.no }.to_owned();
        Some((choice.map_or_else(yes_no, |it| it.label.clone()), choice.and_then(|it| it.help.clone()), gives))
    });
    let beside_ticks = [(answer.none, PickValue::NoneOfThese), (answer.rest_unsure, PickValue::RestUnsure)].into_iter();
    let beside_ticks = beside_ticks.filter(|_| question.kind.shape() == Shape::Many);
    own.chain(beside_ticks.map(|(label, gives)| (label.to_owned(), None, gives))).collect()
}
