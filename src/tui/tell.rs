//! Answers, states, days and names in the words of the interface.

use jiff::civil::Date;

use crate::answer::Answer;
use crate::assessment::Assessment;
use crate::interview::Range;
use crate::pack::{Pack, Question};
use crate::phrase;
use crate::report::{Applies, Met};
use crate::tell;
use crate::telling;
use crate::words::Words;

/// The questions whose answers name an assessment.
const NAMES: [&str; 2] = ["tool_name", "vendor_name"];

/// `answer` to `question` as it is shown in a list.
pub fn answer(answer: &Answer, question: &Question, words: &Words) -> String {
    match answer {
        Answer::Date(date) => day(*date, words),
        _ => phrase::answer(answer, question, words),
    }
}

/// What an obligation would be: "applies, in place".
pub fn outcome(applies: Applies, met: Option<Met>, words: &Words) -> String {
    let applies_words = match applies {
        Applies::Yes => words.common.applies.yes,
        Applies::No => words.common.applies.no,
        Applies::Open => words.common.applies.open,
    };
    match met {
        Some(Met::Yes) if applies == Applies::Yes => format!("{applies_words}, {}", words.common.met.yes),
        Some(Met::No) if applies == Applies::Yes => format!("{applies_words}, {}", words.common.met.no),
        _ => applies_words.to_owned(),
    }
}

/// The people who can answer, as "a, b or c".
pub fn who<'a>(names: impl Iterator<Item = &'a str>, words: &Words) -> String {
    let mut people: Vec<&str> = names.map(|name| tell::role(name, words)).collect();
    let last = people.pop().unwrap_or_default();
    if people.is_empty() { last.to_owned() } else { format!("{} {} {last}", people.join(", "), words.tui.or) }
}

/// A day in words.
pub fn day(date: Date, words: &Words) -> String {
    date.strftime(words.tui.day).to_string()
}

/// The day of an RFC 3339 time or an ISO date, in words; as it is where it is neither.
pub fn day_of(time: &str, words: &Words) -> String {
    let date = time.get(..10).and_then(|it| it.parse().ok());
    date.map_or_else(|| time.to_owned(), |it| day(it, words))
}

/// `text` with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |it| it.to_uppercase().chain(letters).collect())
}

/// What an assessment is called: its tool and vendor, as far as they are known.
pub fn name(pack: &Pack, assessment: &Assessment, words: &Words) -> String {
    let known = NAMES.iter().filter_map(|id| match assessment.answer(pack.question_by_id(id)?)? {
        Answer::Text(line) => Some(line.clone()),
        _ => None,
    });
    let names: Vec<String> = known.collect();
    if names.is_empty() { words.tui.unnamed.to_owned() } else { names.join(", ") }
}

/// How many questions are left: "4", or "3 to 9".
pub fn left(least: usize, most: usize, words: &Words) -> String {
    telling::left(Range { least, most }, words)
}
