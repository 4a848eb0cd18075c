//! What was typed into a field, as an answer; or, in words, what to type instead.

use crate::answer::{Answer, UNSURE, day, whole_number};
use crate::pack::Kind;
use crate::tui::tell;
use crate::words::Words;

/// The answer that `typed` states.
///
/// # Errors
/// What to type, in words.
pub fn read(typed: &str, kind: &Kind, words: &Words) -> Result<Answer, String> {
    let typed = typed.trim();
    match kind {
        Kind::Number { min, max, .. } => whole_number(typed)
            .filter(|it| (*min..=*max).contains(it))
            .map(Answer::Number)
            .ok_or_else(|| words.fill("tui.entry.number", &[("min", &min.to_string()), ("max", &max.to_string())])),
        Kind::Date { min, max, .. } => {
            let date = day(typed).ok_or_else(|| words.say("tui.entry.date").to_owned())?;
            if (*min..=*max).contains(&date) {
                Ok(Answer::Date(date))
            } else {
                let (min, max) = (tell::day(*min, words), tell::day(*max, words));
                Err(words.fill("tui.entry.date_range", &[("min", &min), ("max", &max)]))
            }
        }
        // `unsure` as a text would read as "I don't know" in the answer file.
        _ if typed == UNSURE => Ok(Answer::Unsure),
        _ if typed.is_empty() => Err(words.say("tui.entry.text").to_owned()),
        _ => Ok(Answer::Text(typed.to_owned())),
    }
}

/// What `typed` is understood as, where that is worth an echo.
pub fn echo(typed: &str, kind: &Kind, words: &Words) -> Option<String> {
    match kind {
        Kind::Date { .. } => day(typed.trim()).map(|it| tell::day(it, words)),
        Kind::Number { unit, .. } if !unit.is_empty() => whole_number(typed.trim()).map(|it| format!("{it} {unit}")),
        _ => None,
    }
}
