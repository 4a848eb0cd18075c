//! Sentences and titles whose form does not fit their place.

use crate::finding::{Finding, Place};
use crate::pack::{AnswerCell, Files, HeadlineRole, Pack, Question, Spot};

/// Titles of obligations stand alone: a capital, no full stop. Answers as sentences stand after
/// "because", what the headline calls an obligation within a sentence: no capital, no full stop. What a
/// warning says and asks, and what is told of a change, are whole sentences.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    let mut findings = Vec::new();
    for obligation in &pack.obligations {
        let place = files.place(&obligation.spot);
        findings.extend(title(&obligation.title, &place));
        let role = obligation.role.as_ref();
        let parts = [role.and_then(HeadlineRole::short), role.and_then(HeadlineRole::until)];
        findings.extend(parts.into_iter().flatten().filter_map(|text| headline_part(text, &place)));
        let kept = obligation.kept.iter().flat_map(|kept| [&kept.done, &kept.keep, &kept.again]);
        findings.extend(kept.filter_map(|text| kept_part(text, &place)));
    }
    for question in &pack.questions {
        for (text, spot) in sentences(question) {
            findings.extend(sentence(text, &files.place(spot)));
        }
    }
    for fact in &pack.facts {
        findings.extend([&fact.yes, &fact.no].into_iter().filter_map(|text| sentence(text, &files.place(&fact.spot))));
    }
    for reading in &pack.readings {
        findings.extend(
            [&reading.yes, &reading.no].into_iter().filter_map(|text| sentence(text, &files.place(&reading.spot))),
        );
    }
    for warning in &pack.warnings {
        findings
            .extend([&warning.says, &warning.ask].into_iter().filter_map(|it| whole(it, &files.place(&warning.spot))));
    }
    for change in &pack.changes {
        findings.extend(whole(&change.says, &files.place(&change.spot)));
    }
    findings
}

fn sentences(of: &Question) -> Vec<(&str, &Spot)> {
    let spot = |cell: &AnswerCell| of.choice_of(cell).map_or(&of.spot, |it| &it.spot);
    let mut all: Vec<(&str, &Spot)> = of.answers.iter().map(|cell| (cell.says.as_str(), spot(cell))).collect();
    // The ranges of a number share a sentence.
    all.dedup();
    all
}

fn title(text: &str, place: &Place) -> Option<Finding> {
    let small = text.chars().next().is_some_and(char::is_lowercase);
    let help = "start a title with a capital letter, and end it without a period";
    let fault = small || text.ends_with('.');
    fault.then(|| Finding::warning("text-form", place.clone(), format!("the title is \"{text}\"")).help(help))
}

fn headline_part(text: &str, place: &Place) -> Option<Finding> {
    let help = "it stands within the headline: start it without a capital letter, and end it without a period";
    let fault = starts_with_a_capital(text) || text.ends_with('.');
    fault.then(|| Finding::warning("text-form", place.clone(), format!("the headline says \"{text}\"")).help(help))
}

fn kept_part(text: &str, place: &Place) -> Option<Finding> {
    let help = "it stands within a sentence: start it without a capital letter, and end it without a period";
    let fault = starts_with_a_capital(text) || text.ends_with('.');
    fault.then(|| Finding::warning("text-form", place.clone(), format!("`kept` says \"{text}\"")).help(help))
}

fn sentence(text: &str, place: &Place) -> Option<Finding> {
    let help = "it follows \"because\": start it without a capital letter, and end it without a period";
    let fault = starts_with_a_capital(text) || text.ends_with('.');
    fault.then(|| Finding::warning("text-form", place.clone(), format!("the sentence is \"{text}\"")).help(help))
}

fn whole(text: &str, place: &Place) -> Option<Finding> {
    let help = "it stands by itself: start it with a capital letter, and end it with a period or a question mark";
    let fault = text.chars().next().is_some_and(char::is_lowercase) || !text.ends_with(['.', '?']);
    fault.then(|| Finding::warning("text-form", place.clone(), format!("the sentence is \"{text}\"")).help(help))
}

/// Whether `text` starts with a capital letter that does not belong to a name. A name has a second
/// capital in the same word, such as HIPAA, or in the next, such as New Mexico.
fn starts_with_a_capital(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let name = first.chars().skip(1).any(|character| character.is_uppercase() || character.is_ascii_digit())
        || capital(second);
    capital(first) && !name
}
