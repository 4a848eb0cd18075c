//! What was typed into a field, as an answer; or, in words, what to type instead.

use jiff::civil::Date;

use crate::answer::{Answer, Misread, read_typed};
use crate::pack::Question;
use crate::tell;
use crate::words::Words;

/// The answer to `question` that `typed` states, `today` being the day now.
///
/// # Errors
/// What to type, in words.
pub fn read(typed: &str, question: &Question, today: Date, words: &Words) -> Result<Answer, String> {
    read_typed(typed, question, today).map_err(|why| what_instead(why, question, today, words))
}

fn what_instead(why: Misread, question: &Question, today: Date, words: &Words) -> String {
    let of = &words.tui.entry;
    let [least, most] = tell::limits(question, words);
    match why {
        Misread::Empty => of.text.to_owned(),
        Misread::NotDay => of.date.to_owned(),
        Misread::ShortYear => of.short_year.to_owned(),
        Misread::NoSuchDay => of.no_such_day.to_owned(),
        Misread::OutOfRange if question.kind.is_date() => of.date_range(&most, &least),
        Misread::NotNumber | Misread::OutOfRange => of.number(&most, &least),
        Misread::ToCome => of.to_come(tell::day_text(today, words)),
        Misread::BadText(why) => why,
    }
}

/// What `typed` is understood as, where that is worth an echo: a day, or a number with its unit.
pub fn echo(typed: &str, question: &Question, today: Date, words: &Words) -> Option<String> {
    let answer = read_typed(typed, question, today).ok()?;
    let told = tell::answer_text(&answer, question, words);
    (answer.on_scale().is_some() && told != typed.trim()).then_some(told)
}
