//! What was typed into a field, as an answer; or, in words, what to type instead.

use jiff::civil::Date;

use crate::answer::{Answer, UNSURE, is_to_come, parse_day, whole_number, with_unit};
use crate::pack::{Kind, Question};
use crate::tell;
use crate::words::Words;

/// The answer to `question` that `typed` states, `today` being the day now.
///
/// # Errors
/// What to type, in words.
pub fn read(typed: &str, question: &Question, today: Date, words: &Words) -> Result<Answer, String> {
    let answer = understood(typed.trim(), &question.kind, words)?;
    if is_to_come(&answer, question, today) {
        return Err(words.tui.entry.to_come(tell::day_text(today, words)));
    }
    Ok(answer)
}

fn understood(typed: &str, kind: &Kind, words: &Words) -> Result<Answer, String> {
    match kind {
        Kind::Number { min, max, .. } => whole_number(typed)
            .filter(|it| (*min..=*max).contains(it))
            .map(Answer::Number)
            .ok_or_else(|| words.tui.entry.number(max, min)),
        Kind::Date { min, max, .. } => {
            let date = parse_day(typed).ok_or_else(|| words.tui.entry.date.to_owned())?;
            if (*min..=*max).contains(&date) {
                Ok(Answer::Date(date))
            } else {
                let (min, max) = (tell::day_text(*min, words), tell::day_text(*max, words));
                Err(words.tui.entry.date_range(&max, &min))
            }
        }
        Kind::Text | Kind::YesNo | Kind::OneOf | Kind::AnyOf => text(typed, words),
    }
}

fn text(typed: &str, words: &Words) -> Result<Answer, String> {
    match typed {
        "" => Err(words.tui.entry.text.to_owned()),
        // `unsure` as a text would read as "I don't know" in the answer file.
        UNSURE => Ok(Answer::Unsure),
        _ => Ok(Answer::Text(typed.to_owned())),
    }
}

/// What `typed` is understood as, where that is worth an echo.
pub fn echo(typed: &str, kind: &Kind, words: &Words) -> Option<String> {
    match kind {
        Kind::Date { .. } => parse_day(typed.trim()).map(|it| tell::day_text(it, words)),
        Kind::Number { .. } => {
            let number = whole_number(typed.trim()).filter(|_| kind.unit().is_some());
            number.map(|it| with_unit(&it.to_string(), kind))
        }
        Kind::YesNo | Kind::OneOf | Kind::AnyOf | Kind::Text => None,
    }
}
