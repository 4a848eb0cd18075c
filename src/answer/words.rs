//! Answers in words: as a label for a list, and as a sentence for a reason.

use crate::answer::value::Answer;
use crate::boxes::Var;
use crate::pack::{Kind, Question};

/// `answer` as short labels: one for most, one for each tick of an any-of (none when nothing is
/// ticked). "I don't know", "yes" and the like are the front end's words, so they give nothing here.
pub fn in_words(answer: &Answer, question: &Question) -> Vec<String> {
    let choices = question.kind.choices();
    let label = |at: &usize| choices.get(*at).map(|it| it.label.clone());
    match answer {
        Answer::Unsure | Answer::YesNo(_) => Vec::new(),
        Answer::One(at) | Answer::Special(at) => label(at).into_iter().collect(),
        Answer::Any(ticked, _) => ticked.iter().filter_map(label).collect(),
        Answer::Number(number) => match &question.kind {
            Kind::Number { unit, .. } if !unit.is_empty() => vec![format!("{number} {unit}")],
            _ => vec![number.to_string()],
        },
        Answer::Date(date) => vec![date.to_string()],
        Answer::Text(line) => vec![line.clone()],
    }
}

/// What `answer` says about `var` (a variable of `question`) as half a sentence, which can follow
/// "because". Nothing when it leaves the variable unknown.
pub fn sentence(answer: &Answer, question: &Question, var: Var) -> Option<String> {
    let filled = |says: &str, value: String| Some(says.replace("{value}", &value));
    match (answer, &question.kind) {
        (Answer::Unsure, Kind::OneOf { options, unsure_counts_as: Some(at) }) => {
            options.get(*at).map(|it| it.says.clone())
        }
        (Answer::YesNo(true), Kind::YesNo { yes, .. }) => Some(yes.clone()),
        (Answer::YesNo(false), Kind::YesNo { no, .. }) => Some(no.clone()),
        (Answer::One(at), Kind::OneOf { options, .. }) => options.get(*at).map(|it| it.says.clone()),
        (Answer::Any(ticked, rest_unsure), Kind::AnyOf { options }) => {
            let at = question.vars.iter().position(|it| *it == var)?;
            let option = options.get(at)?;
            match (ticked.contains(&at), rest_unsure) {
                (true, _) => Some(option.says.clone()),
                (false, false) => Some(option.says_not.clone()),
                (false, true) => None,
            }
        }
        (Answer::Number(number), Kind::Number { says, .. }) => filled(says, number.to_string()),
        (Answer::Special(at), Kind::Number { specials, .. }) => specials.get(*at).map(|it| it.says.clone()),
        (Answer::Date(date), Kind::Date { says, .. }) => filled(says, date.to_string()),
        (Answer::Text(line), Kind::Text { says }) => filled(says, line.clone()),
        _ => None,
    }
}
