//! Answers in words: as a label for a list, and as a sentence for a reason.

use crate::answer::cell::{counted_answer, given_cells};
use crate::answer::value::Answer;
use crate::boxes::Var;
use crate::pack::Question;

/// Returns `answer` as short labels: one for most kinds, one for each tick of an any-of question.
/// Empty for "I don't know", "yes" and the like, whose words belong to the front end.
pub fn in_words(answer: &Answer, question: &Question) -> Vec<String> {
    let choices = &question.choices;
    let label = |at: &usize| choices.get(*at).map(|it| it.label.clone());
    match answer {
        Answer::Unsure | Answer::YesNo(_) => Vec::new(),
        Answer::One(at) | Answer::Special(at) => label(at).into_iter().collect(),
        Answer::Any(ticked, _) => ticked.iter().filter_map(label).collect(),
        Answer::Number(number) => vec![question.kind.unit().after(&number.to_string())],
        Answer::Date(date) => vec![date.to_string()],
        Answer::Text(line) => vec![line.clone()],
    }
}

/// Returns what `answer` says about `var`, a variable of `question`, as a half-sentence that can
/// follow "because". `None` if it leaves the variable unknown.
pub fn answer_sentence(answer: &Answer, question: &Question, var: Var) -> Option<String> {
    let at = question.vars.iter().position(|own| *own == var)?;
    let answer = counted_answer(answer, question);
    let cell = given_cells(&answer, question).find(|given| given.at == at)?;
    Some(match answer.as_ref() {
        Answer::Number(number) => cell.says.replace("{value}", &number.to_string()),
        Answer::Date(date) => cell.says.replace("{value}", &date.to_string()),
        Answer::Text(line) => cell.says.replace("{value}", line),
        Answer::Unsure | Answer::YesNo(_) | Answer::One(_) | Answer::Any(..) | Answer::Special(_) => cell.says.clone(),
    })
}
