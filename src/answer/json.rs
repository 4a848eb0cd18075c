//! Answers as JSON: `true`, an option id, a list of option ids, a number, an ISO date, text, `"unsure"`.

use std::fmt::Display;

use serde_json::Value;

use crate::answer::value::Answer;
use crate::condition::{self, nearest_name};
use crate::pack::{Choice, Kind, Question};
use crate::text;

/// How "I don't know" is written; within a list, "not sure about the rest".
pub const UNSURE: &str = "unsure";

/// The option of a one-of question that `true` stands for.
const YES: &str = "yes";

/// The option of a one-of question that `false` stands for.
const NO: &str = "no";

/// Reads `value` as an answer to `question`.
///
/// # Errors
/// What is wrong with it and what would be right, in words.
pub fn from_json(value: &Value, question: &Question) -> Result<Answer, String> {
    if value.as_str() == Some(UNSURE) {
        return Ok(Answer::Unsure);
    }
    if let Some(answer) = value.as_bool().and_then(|yes| answer_of_side(yes, question)) {
        return Ok(answer);
    }
    let misfit = || format!("{} is not {}", name(value), wanted(&question.kind));
    match &question.kind {
        Kind::YesNo => Err(misfit()),
        Kind::OneOf => Ok(Answer::One(option(value.as_str().ok_or_else(misfit)?, &question.choices)?)),
        Kind::AnyOf => any(value.as_array().ok_or_else(misfit)?, &question.choices),
        Kind::Number { min, max, .. } => {
            if let Some(id) = value.as_str().filter(|_| !question.choices.is_empty()) {
                return Ok(Answer::Special(option(id, &question.choices)?));
            }
            let number = value.as_number().ok_or_else(misfit)?;
            let number = number.as_i64().ok_or_else(|| format!("{number} is not a whole number"))?;
            within(number, min, max).map(Answer::Number)
        }
        Kind::Date { min, max, .. } => {
            let day = value.as_str().ok_or_else(misfit)?;
            let date = condition::parse_iso_day(day)
                .ok_or_else(|| format!("`{}` is not a date such as `2025-07-01`", shown(day)))?;
            within(date, min, max).map(Answer::Date)
        }
        Kind::Text => line_of_text(value.as_str().ok_or_else(misfit)?),
    }
}

fn within<T: PartialOrd + Display>(value: T, min: &T, max: &T) -> Result<T, String> {
    let fits = *min <= value && value <= *max;
    if fits { Ok(value) } else { Err(format!("{value} is not between {min} and {max}")) }
}

/// Writes `answer` to `question` as JSON.
pub fn to_json(answer: &Answer, question: &Question) -> Value {
    let choices = &question.choices;
    let id = |at: usize| choices.get(at).map_or_else(String::new, |it| it.id.clone());
    match answer {
        Answer::Unsure => UNSURE.into(),
        Answer::YesNo(yes) => (*yes).into(),
        Answer::One(at) | Answer::Special(at) => id(*at).into(),
        Answer::Any(ticked, rest_unsure) => {
            let ids = ticked.iter().map(|it| id(*it));
            ids.chain(rest_unsure.then(|| UNSURE.to_owned())).collect()
        }
        Answer::Number(number) => (*number).into(),
        Answer::Date(date) => date.to_string().into(),
        Answer::Text(line) => line.clone().into(),
    }
}

/// Returns the answer yes or no to `question`: that of a yes-no question, or the option of that name
/// of a one-of question. `None` if it takes neither.
pub fn answer_of_side(yes: bool, question: &Question) -> Option<Answer> {
    match question.kind {
        Kind::YesNo => Some(Answer::YesNo(yes)),
        Kind::OneOf => {
            let at = |side: &str| question.choices.iter().position(|choice| choice.id == side);
            let (on_yes, on_no) = (at(YES)?, at(NO)?);
            Some(Answer::One(if yes { on_yes } else { on_no }))
        }
        Kind::AnyOf | Kind::Number { .. } | Kind::Date { .. } | Kind::Text => None,
    }
}

fn option(id: &str, options: &[Choice]) -> Result<usize, String> {
    let found = options.iter().position(|option| option.id == id);
    found.ok_or_else(|| {
        let near = nearest_name(id, options.iter().map(|it| it.id.as_str()));
        let ids: Vec<String> = options.iter().map(|it| format!("`{}`", it.id)).collect();
        let hint = near.map_or_else(|| format!("use one of {}", ids.join(", ")), |it| format!("did you mean `{it}`?"));
        format!("there is no option `{}`: {hint}", shown(id))
    })
}

fn any(items: &[Value], options: &[Choice]) -> Result<Answer, String> {
    let mut ticked = Vec::new();
    let mut rest_unsure = false;
    for item in items {
        let id =
            item.as_str().ok_or_else(|| format!("the list holds {}, but should hold ids of options", name(item)))?;
        if id == UNSURE {
            rest_unsure = true;
            continue;
        }
        let at = option(id, options)?;
        if ticked.contains(&at) {
            return Err(format!("`{id}` is in the list twice"));
        }
        ticked.push(at);
    }
    ticked.sort_unstable();
    if rest_unsure && ticked.is_empty() {
        return Ok(Answer::Unsure);
    }
    Ok(Answer::Any(ticked, rest_unsure))
}

/// Reads a line of text.
///
/// # Errors
/// What is wrong with it, in words.
pub fn line_of_text(line: &str) -> Result<Answer, String> {
    if let Some(fault) = text::hidden_fault(line) {
        return Err(format!("{fault}: remove it"));
    }
    if let Some(fault) = text::length_fault(line) {
        return Err(format!("the text is {fault}"));
    }
    Ok(Answer::Text(line.trim().to_owned()))
}

fn shown(text: &str) -> String {
    text::shown(&text::shortened(text, 60))
}

fn name(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(it) => it.to_string(),
        Value::Number(it) => it.to_string(),
        Value::String(it) => format!("\"{}\"", shown(it)),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

fn wanted(kind: &Kind) -> &'static str {
    match kind {
        Kind::YesNo => "true, false or \"unsure\"",
        Kind::OneOf => "an option id or \"unsure\"",
        Kind::AnyOf => "a list of option ids or \"unsure\"",
        Kind::Number { .. } => "a whole number, a special value or \"unsure\"",
        Kind::Date { .. } => "a date such as \"2025-07-01\" or \"unsure\"",
        Kind::Text => "text",
    }
}
