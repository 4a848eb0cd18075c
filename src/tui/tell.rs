//! Answers, states, days and names in the words of the interface.

use jiff::civil::Date;

use crate::answer::Answer;
use crate::assessment::Assessment;
use crate::boxes::Status;
use crate::interview::Range;
use crate::judge::Judgement;
use crate::pack::{Confidence, ObligationKind, Pack, Question};
use crate::phrase;
use crate::report::Standing;
use crate::telling;
use crate::words::Words;

/// `answer` to `question` as it is shown in a list.
pub fn answer(answer: &Answer, question: &Question, words: &Words) -> String {
    match answer {
        Answer::Date(date) => day(*date, words),
        _ => phrase::answer(answer, question, words),
    }
}

/// The name of the words for `standing`.
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::ToDo => "common.standing.to_do",
        Standing::InPlace => "common.standing.in_place",
        Standing::Open => "common.standing.open",
        Standing::RuledOut => "common.standing.ruled_out",
        Standing::AlsoCheck => "common.standing.also_check",
    }
}

/// The name of the words for what a standing means.
pub fn standing_means(standing: Standing) -> &'static str {
    match standing {
        Standing::ToDo => "common.standing_means.to_do",
        Standing::InPlace => "common.standing_means.in_place",
        Standing::Open => "common.standing_means.open",
        Standing::RuledOut => "common.standing_means.ruled_out",
        Standing::AlsoCheck => "common.standing_means.also_check",
    }
}

/// What an obligation would be: "applies, in place".
pub fn outcome(judgement: Judgement, words: &Words) -> String {
    let applies = words.say(match judgement.applies {
        Status::Yes => "common.applies.yes",
        Status::No => "common.applies.no",
        Status::Open => "common.applies.open",
    });
    match (judgement.applies, judgement.met) {
        (Status::Yes, Status::Yes) => format!("{applies}, {}", words.say("common.met.yes")),
        (Status::Yes, Status::No) => format!("{applies}, {}", words.say("common.met.no")),
        _ => applies.to_owned(),
    }
}

/// A kind of obligation in words.
pub fn kind(kind: ObligationKind, words: &Words) -> String {
    words.say(&format!("common.kind.{}", kind.name())).to_owned()
}

/// A degree of confidence in words.
pub fn confidence(confidence: Confidence, words: &Words) -> String {
    words.say(&format!("common.confidence.{}", confidence.name())).to_owned()
}

/// The people who can answer, as "a, b or c".
pub fn who<'a>(names: impl Iterator<Item = &'a str>, words: &Words) -> String {
    let mut people: Vec<String> = names.map(|it| words.say(&format!("common.who.{it}")).to_owned()).collect();
    let last = people.pop().unwrap_or_default();
    if people.is_empty() { last } else { format!("{} {} {last}", people.join(", "), words.say("tui.or")) }
}

/// A day in words.
pub fn day(date: Date, words: &Words) -> String {
    date.strftime(words.say("tui.day")).to_string()
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
    let questions = [pack.names.tool, pack.names.vendor];
    let known = questions.into_iter().flatten().filter_map(|question| match assessment.answer(question)? {
        Answer::Text(line) => Some(line.clone()),
        _ => None,
    });
    let names: Vec<String> = known.collect();
    if names.is_empty() { words.say("tui.unnamed").to_owned() } else { names.join(", ") }
}

/// How many questions are left: "4", or "3 to 9".
pub fn left(range: Range, words: &Words) -> String {
    telling::left(range, words)
}
