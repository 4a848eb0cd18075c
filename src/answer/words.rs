//! Answers in words: as a label for a list, and as a sentence for a reason.

use crate::answer::Answer;
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

/// `answer` as half a sentence, whatever the variables. Of an any-of, what is ticked.
pub fn half_sentence(answer: &Answer, question: &Question) -> String {
    match (answer, &question.kind) {
        (Answer::Any(ticked, _), Kind::AnyOf { options }) => {
            let says = ticked.iter().filter_map(|it| options.get(*it)).map(|it| it.says.clone());
            says.collect::<Vec<String>>().join(" and ")
        }
        _ => question.vars.first().and_then(|&var| sentence(answer, question, var)).unwrap_or_default(),
    }
}

/// The answer that stands for `cell` of a question (of an option, if it is an any-of), as half a
/// sentence. An interval of numbers is told by its first value.
pub fn cell_sentence(question: &Question, option: Option<usize>, cell: usize) -> Option<String> {
    match &question.kind {
        Kind::YesNo { yes, no } => Some(if cell == 1 { yes.clone() } else { no.clone() }),
        Kind::OneOf { options, .. } => options.get(cell).map(|it| it.says.clone()),
        Kind::AnyOf { options } => {
            let option = options.get(option?)?;
            Some(if cell == 1 { option.says.clone() } else { option.says_not.clone() })
        }
        Kind::Number { specials, scale: Some(scale), says, min, .. } => {
            let intervals = scale.cuts.len() + 1;
            if let Some(special) = cell.checked_sub(intervals) {
                return specials.get(special).map(|it| it.says.clone());
            }
            let first = cell.checked_sub(1).and_then(|it| scale.cuts.get(it)).unwrap_or(min);
            Some(says.replace("{value}", &first.to_string()))
        }
        _ => None,
    }
}
