//! What can be picked at a question: its options, and always "I don't know" as the last.

use crate::answer::Answer;
use crate::pack::{Kind, Question};
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
    let key = |at: usize| match question.kind {
        Kind::YesNo { .. } | Kind::OneOf { .. } | Kind::AnyOf { .. } => (at + 1).to_string(),
        _ if at == last => UNSURE.to_owned(),
        _ => KEYS.get(at).map_or_else(|| format!("a{at}"), |it| (*it).to_owned()),
    };
    let each = given.into_iter().enumerate();
    each.map(|(at, (label, help, gives))| Pick { key: key(at), label, help, gives }).collect()
}

fn own(question: &Question, words: &Words) -> Vec<(String, Option<String>, PickValue)> {
    let word = |name: &str| name.to_owned();
    let choices = question.kind.choices().iter().enumerate();
    match &question.kind {
        Kind::YesNo { .. } => vec![
            (word(words.common.answer.yes), None, PickValue::Answer(Answer::YesNo(true))),
            (word(words.common.answer.no), None, PickValue::Answer(Answer::YesNo(false))),
        ],
        Kind::OneOf { .. } => {
            choices.map(|(at, it)| (it.label.clone(), it.help.clone(), PickValue::Answer(Answer::One(at)))).collect()
        }
        Kind::AnyOf { .. } => choices
            .map(|(at, it)| (it.label.clone(), it.help.clone(), PickValue::Tick(at)))
            .chain([
                (word(words.common.answer.none), None, PickValue::NoneOfThese),
                (word(words.common.answer.rest_unsure), None, PickValue::RestUnsure),
            ])
            .collect(),
        Kind::Number { .. } => choices
            .map(|(at, it)| (it.label.clone(), it.help.clone(), PickValue::Answer(Answer::Special(at))))
            .collect(),
        Kind::Date { .. } | Kind::Text { .. } => Vec::new(),
    }
}
