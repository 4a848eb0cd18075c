//! The help of an option that only names a provision.

use crate::finding::Finding;
use crate::pack::{Choice, Files, Pack};

/// What may stand beside the number of a provision and says nothing of what is in it.
const WORDS_OF_CITATIONS: [&str; 12] =
    ["section", "sections", "part", "rule", "see", "under", "and", "or", "nmac", "nmsa", "usc", "cfr"];

/// Finds options with a sentence of help that is the number of a provision.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    let choices = pack.questions.iter().flat_map(|question| &question.choices);
    let bare = choices.filter_map(|choice| Some((choice, bare_sentence(choice)?)));
    bare.map(|(choice, sentence)| {
        let message = format!("the help of the option `{}` says \"{sentence}\", and not what that is about", choice.id);
        Finding::warning("bare-citation", files.place(&choice.spot), message)
            .help("say it in words, and name the provision behind them in brackets")
    })
    .collect()
}

fn bare_sentence(choice: &Choice) -> Option<&str> {
    let sentences = choice.help.as_deref()?.split(". ").map(|sentence| sentence.trim_end_matches('.'));
    sentences.into_iter().find(|sentence| {
        sentence.contains(|character: char| character.is_ascii_digit()) && sentence.split_whitespace().all(is_citation)
    })
}

fn is_citation(word: &str) -> bool {
    let bare = word.trim_matches(|character: char| !character.is_alphanumeric()).to_ascii_lowercase();
    bare.is_empty()
        || bare.contains(|character: char| character.is_ascii_digit())
        || WORDS_OF_CITATIONS.contains(&bare.as_str())
}
