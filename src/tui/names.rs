//! What assessments are called and when they changed, as several screens say it.

use crate::answer::Answer;
use crate::assessment::Assessment;
use crate::pack::Pack;
use crate::tell;
use crate::words::Words;

/// The day of an RFC 3339 time or an ISO date, in words; as it is where it is neither.
pub fn day_of(time: &str, words: &Words) -> String {
    let date = time.get(..10).and_then(|it| it.parse().ok());
    date.map_or_else(|| time.to_owned(), |it| tell::day_text(it, words))
}

/// What an assessment is called: its tool and vendor, as far as they are known.
pub fn name(pack: &Pack, assessment: &Assessment, words: &Words) -> String {
    let questions = [pack.names.tool, pack.names.vendor];
    let known = questions.into_iter().flatten().filter_map(|question| match assessment.answer(question)? {
        Answer::Text(line) => Some(line.clone()),
        _ => None,
    });
    let names: Vec<String> = known.collect();
    if names.is_empty() { words.tui.unnamed.to_owned() } else { names.join(", ") }
}
