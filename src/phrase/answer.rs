//! An answer in the words of the interface.

use crate::answer::{Answer, in_words};
use crate::pack::Question;
use crate::phrase::day::day_text;
use crate::words::Words;

/// Returns `answer` to `question` in words: labels, "Yes", "I don't know". Days are written out.
pub fn answer_text(answer: &Answer, question: &Question, words: &Words) -> String {
    let of = &words.common.answer;
    match answer {
        Answer::Unsure => of.unsure.to_owned(),
        Answer::YesNo(true) => of.yes.to_owned(),
        Answer::YesNo(false) => of.no.to_owned(),
        Answer::Date(date) => day_text(*date, words),
        Answer::Any(ticked, false) if ticked.is_empty() => of.none.to_owned(),
        Answer::Any(_, rest_unsure) => {
            let rest = rest_unsure.then(|| of.rest_unsure.to_owned());
            in_words(answer, question).into_iter().chain(rest).collect::<Vec<String>>().join("; ")
        }
        Answer::One(_) | Answer::Number(_) | Answer::Special(_) | Answer::Text(_) => {
            in_words(answer, question).join("; ")
        }
    }
}
