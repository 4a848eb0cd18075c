//! What it says that a variable is one of some cells: as half a sentence, which can follow "if", and
//! in a word or two.

use crate::boxes::{Cells, Var};
use crate::condition::{Scale, day_of};
use crate::pack::{Choice, Kind, Owner, Pack, Question};
use crate::words::Words;

/// That `var` is one of `cells`, as half a sentence.
pub fn says(pack: &Pack, words: &Words, var: Var, cells: Cells) -> String {
    let side = |yes: &str, no: &str| if cells.has(1) { yes.to_owned() } else { no.to_owned() };
    match pack.owner(var) {
        Owner::Reading(id) => side(&pack.reading(id).yes, &pack.reading(id).no),
        Owner::Question(id, option) => {
            let question = pack.question(id);
            match (&question.kind, option.and_then(|it| question.kind.choices().get(it))) {
                (Kind::YesNo { yes, no }, _) => side(yes, no),
                (Kind::AnyOf { .. }, Some(option)) => side(&option.says, &option.says_not),
                (Kind::OneOf { options, .. }, _) => one_of(options, cells, words),
                (Kind::Number { says, .. } | Kind::Date { says, .. }, _) => {
                    let values = values(question, cells, false, words);
                    let sentences = values.iter().map(|it| says.replace("{value}", it));
                    let specials = specials(question, cells).map(|it| it.says.clone());
                    either(&sentences.chain(specials).collect::<Vec<String>>(), words)
                }
                _ => String::new(),
            }
        }
    }
}

/// That `var` is one of `cells`, as short as an answer on a screen.
pub fn in_short(pack: &Pack, words: &Words, var: Var, cells: Cells) -> String {
    let yes_no = || if cells.has(1) { words.views.phrase.yes } else { words.views.phrase.no }.to_owned();
    let Owner::Question(id, _) = pack.owner(var) else { return yes_no() };
    let question = pack.question(id);
    match &question.kind {
        Kind::OneOf { options, .. } => one_of_in_short(options, cells, words),
        Kind::Number { .. } | Kind::Date { .. } => {
            let specials = specials(question, cells).map(|it| label_among(it, words));
            let each: Vec<String> = values(question, cells, true, words).into_iter().chain(specials).collect();
            each.join(words.views.phrase.short_or)
        }
        _ => yes_no(),
    }
}

/// That it is one of some options of one question.
fn one_of(options: &[Choice], cells: Cells, words: &Words) -> String {
    let (negated, options) = named(options, cells);
    let says: Vec<String> = options.iter().map(|it| it.says.clone()).collect();
    match says.as_slice() {
        [only] if negated => words.views.phrase.not(only),
        several if negated => words.views.phrase.none_of(several.join("; ")),
        several => either(several, words),
    }
}

fn one_of_in_short(options: &[Choice], cells: Cells, words: &Words) -> String {
    let (negated, options) = named(options, cells);
    match options.as_slice() {
        [only] if !negated => only.label.clone(),
        several => {
            let labels: Vec<String> = several.iter().map(|it| label_among(it, words)).collect();
            let labels = labels.join(words.views.phrase.short_or);
            if negated { words.views.phrase.short_not(&labels) } else { labels }
        }
    }
}

/// The label of a choice where it stands with others: in quotes, since it may have an "or" of its own.
fn label_among(choice: &Choice, words: &Words) -> String {
    words.views.phrase.short_each(&choice.label)
}

/// The options that are left; or, where that is clearly shorter, those that are not.
fn named(options: &[Choice], cells: Cells) -> (bool, Vec<&Choice>) {
    let (left, others): (Vec<_>, Vec<_>) = options.iter().enumerate().partition(|it| cells.has(it.0));
    let negated = !others.is_empty() && left.len() > 2 && others.len() < left.len();
    (negated, if negated { others } else { left }.into_iter().map(|it| it.1).collect())
}

fn either(each: &[String], words: &Words) -> String {
    each.join(words.views.phrase.or)
}

/// The special values of a number that are among `cells`.
fn specials(question: &Question, cells: Cells) -> impl Iterator<Item = &Choice> {
    let first = scale(question).map_or(0, |it| it.special_cell(0));
    question.kind.choices().iter().enumerate().filter(move |it| cells.has(first + it.0)).map(|it| it.1)
}

fn scale(question: &Question) -> Option<&Scale> {
    match &question.kind {
        Kind::Number { scale, .. } | Kind::Date { scale, .. } => scale.as_ref(),
        _ => None,
    }
}

/// The numbers or days that are among `cells`: each run of them in words.
fn values(question: &Question, cells: Cells, in_short: bool, words: &Words) -> Vec<String> {
    let Some(scale) = scale(question) else { return Vec::new() };
    let each = runs(scale, cells).into_iter();
    if scale.is_date {
        return each.map(|run| days(scale, run, in_short, words)).collect();
    }
    each.map(|run| numbers(scale, run, words)).collect()
}

/// The values that are among `cells`: each run of them, from its first to its last.
fn runs(scale: &Scale, cells: Cells) -> Vec<(i64, i64)> {
    let mut runs: Vec<(i64, i64)> = Vec::new();
    for cell in cells.and(scale.intervals()).iter() {
        let starts = cell.checked_sub(1).and_then(|it| scale.cuts.get(it));
        let first = starts.map_or(scale.least, |&it| it.max(scale.least));
        let last = scale.cuts.get(cell).map_or(scale.most, |&it| it.saturating_sub(1).min(scale.most));
        match runs.last_mut() {
            // A range below the least value holds nothing: it stands for a day that is not known.
            _ if first > last => {}
            Some(run) if run.1.saturating_add(1) == first => run.1 = last,
            _ => runs.push((first, last)),
        }
    }
    runs
}

/// A run of numbers, bounded by what the conditions compare with: `more than 24` where they say
/// `> 24`, `at least 3` where they say `>= 3`.
fn numbers(scale: &Scale, (first, last): (i64, i64), words: &Words) -> String {
    let of = &words.views.phrase;
    let (before, after) = (first.saturating_sub(1), last.saturating_add(1));
    match (first == scale.least, last == scale.most) {
        _ if first == last => grouped(first),
        (true, false) if scale.compared_with.contains(&last) => of.at_most(grouped(last)),
        (true, false) => of.less_than(grouped(after)),
        (false, true) if scale.compared_with.contains(&before) => of.more_than(grouped(before)),
        (false, true) => of.at_least(grouped(first)),
        _ => of.from_to(grouped(first), grouped(last)),
    }
}

fn days(scale: &Scale, (first, last): (i64, i64), in_short: bool, words: &Words) -> String {
    let day = |it: i64| day_of(it).map_or_else(String::new, |it| it.to_string());
    let of = &words.views.phrase;
    match (first == scale.least, last == scale.most) {
        _ if first == last => day(first),
        (true, false) if in_short => of.short_before(day(last.saturating_add(1))),
        (true, false) => of.before(day(last.saturating_add(1))),
        (false, true) if in_short => of.short_since(day(first)),
        (false, true) => of.since(day(first)),
        _ if in_short => of.from_to(day(first), day(last)),
        _ => of.day_from_to(day(first), day(last)),
    }
}

/// A number with a comma before each three digits.
pub fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = if number < 0 { "-".to_owned() } else { String::new() };
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
