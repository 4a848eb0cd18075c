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
    /// Whether `text` uses the word.
    pub fn is_in(&self, text: &str) -> bool {
        let word = self.word.split(" (").next().unwrap_or_default();
        let forms = std::iter::once(word).chain(self.also.iter().map(String::as_str));
        forms.filter(|form| !form.is_empty()).any(|form| has(text, form))
    }
}

/// Returns the terms that `text` uses, and all others, both in alphabetical order.
pub fn terms_by_use<'a>(terms: &'a [Term], text: &str) -> (Vec<&'a Term>, Vec<&'a Term>) {
    let mut all: Vec<&Term> = terms.iter().collect();
    all.sort_by_key(|term| term.word.trim_start_matches("The ").to_lowercase());
    all.into_iter().partition(|it| it.is_in(text))
}

/// Whether `form` occurs in `text` as a whole word, with a small or capital first letter.
fn has(text: &str, form: &str) -> bool {
    let mut wanted: Vec<String> = ENDINGS.iter().map(|it| format!("{form}{it}")).collect();
    wanted.extend(form.strip_suffix('y').map(|it| format!("{it}ies")));
    let mut in_word = false;
    text.char_indices().any(|(at, character)| {
        let starts = !std::mem::replace(&mut in_word, character.is_alphanumeric());
        let rest = text.get(at..).unwrap_or_default();
        starts && wanted.iter().any(|form| stands_at_start(rest, form))
    })
}

fn stands_at_start(text: &str, form: &str) -> bool {
    let (mut text, mut form) = (text.chars(), form.chars());
    let same_first = match (text.next(), form.next()) {
        (Some(a), Some(b)) => a.to_lowercase().eq(b.to_lowercase()),
        _ => false,
    };
    same_first
        && form.all(|character| text.next() == Some(character))
        && text.next().is_none_or(|character| !character.is_alphanumeric())
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
