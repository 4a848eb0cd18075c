//! Words explained, and where they are used.

use serde::{Deserialize, Serialize};

/// The endings that a word may have.
const ENDINGS: [&str; 5] = ["", "s", "es", "d", "ed"];

/// A word explained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The word. Anything in brackets after it is not part of it.
    pub word: String,
    /// What it means.
    pub means: String,
    /// Synonyms of the word.
    pub also: Vec<String>,
}

impl Term {
    /// Whether the word stands at the start of one of `words`.
    fn is_in(&self, words: &[&str]) -> bool {
        let word = self.word.split(" (").next().unwrap_or_default();
        let forms = std::iter::once(word).chain(self.also.iter().map(String::as_str));
        forms.filter(|form| !form.is_empty()).any(|form| words.iter().any(|rest| stands_at_start(rest, form)))
    }
}

/// Returns the terms that `text` uses, and all others, both in alphabetical order.
pub fn terms_by_use<'a>(terms: &'a [Term], text: &str) -> (Vec<&'a Term>, Vec<&'a Term>) {
    let mut all: Vec<&Term> = terms.iter().collect();
    all.sort_by_key(|term| term.word.trim_start_matches("The ").to_lowercase());
    let words: Vec<&str> = word_starts(text).collect();
    all.into_iter().partition(|term| term.is_in(&words))
}

/// For each word of `text`, the rest of `text` from there on.
fn word_starts(text: &str) -> impl Iterator<Item = &str> {
    let mut in_word = false;
    text.char_indices().filter_map(move |(at, character)| {
        let starts = !std::mem::replace(&mut in_word, character.is_alphanumeric());
        starts.then(|| text.get(at..).unwrap_or_default())
    })
}

/// Whether `text` starts with `form` as a whole word, with any ending and a small or capital first letter.
fn stands_at_start(text: &str, form: &str) -> bool {
    let with_ending = |stem: &str, endings: &[&str]| {
        let after = after_stem(text, stem);
        after.is_some_and(|after| endings.iter().any(|ending| after.strip_prefix(ending).is_some_and(is_word_end)))
    };
    with_ending(form, &ENDINGS) || form.strip_suffix('y').is_some_and(|stem| with_ending(stem, &["ies"]))
}

/// Returns what follows `stem` at the start of `text`.
fn after_stem<'a>(text: &'a str, stem: &str) -> Option<&'a str> {
    let (mut text, mut stem) = (text.chars(), stem.chars());
    let (first, wanted) = (text.next()?, stem.next()?);
    let after = text.as_str().strip_prefix(stem.as_str())?;
    first.to_lowercase().eq(wanted.to_lowercase()).then_some(after)
}

fn is_word_end(after: &str) -> bool {
    !after.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use crate::pack::model::term::{Term, terms_by_use};

    fn term(word: &str, also: &[&str]) -> Term {
        Term { word: word.to_owned(), means: String::new(), also: also.iter().map(|it| (*it).to_owned()).collect() }
    }

    #[test]
    fn words_are_found_in_text() {
        let terms = [
            term("Vendor", &[]),
            term("The Act", &[]),
            term("PII", &["personal identifying information"]),
            term("Covered entity", &[]),
            term("Exception (.18, .19)", &[]),
            term("Breach", &[]),
        ];
        for (text, used) in [
            ("the vendor's tool", "Vendor"),
            ("vendors, and no others", "Vendor"),
            ("vendoring, subvendor", ""),
            ("act on it, or acts", ""),
            ("what the Act says", "The Act"),
            ("Personal identifying information", "PII"),
            ("pii", ""),
            ("two covered entities", "Covered entity"),
            ("no exception", "Exception (.18, .19)"),
            ("Breaches (of any kind)", "Breach"),
            ("", ""),
        ] {
            let found: Vec<&str> = terms_by_use(&terms, text).0.iter().map(|it| it.word.as_str()).collect();
            assert_eq!(found.join("; "), used, "{text}");
        }
        let others = terms_by_use(&terms, "breach").1;
        assert_eq!(others.first().map(|it| it.word.as_str()), Some("The Act"), "sorted as if it began with A");
    }
}
