//! An answer in the words of the interface.

use crate::answer::{Answer, in_words};
use crate::pack::Question;
use crate::words::Words;

/// `answer` to `question` in words: labels, "Yes", "I don't know". A day is an ISO date.
pub fn answer(answer: &Answer, question: &Question, words: &Words) -> String {
    let word = |name: &str| name.to_owned();
    match answer {
        Answer::Unsure => word(words.common.answer.unsure),
        Answer::YesNo(true) => word(words.common.answer.yes),
        Answer::YesNo(false) => word(words.common.answer.no),
        Answer::Any(ticked, _) if ticked.is_empty() => word(words.common.answer.none),
        Answer::Any(_, rest_unsure) => {
            let rest = rest_unsure.then(|| word(words.common.answer.rest_unsure));
            in_words(answer, question).into_iter().chain(rest).collect::<Vec<String>>().join("; ")
        }
        Answer::One(_) | Answer::Number(_) | Answer::Special(_) | Answer::Date(_) | Answer::Text(_) => {
            in_words(answer, question).join("; ")
        }
    }
}
