//! The words used, with what they mean.

use crate::pack::{Term, terms_by_use};
use crate::words::Words;

/// A part of the glossary.
#[derive(Debug, Clone)]
pub struct GlossaryPart<'p> {
    /// What stands above it.
    pub heading: &'static str,
    /// Whether its words are used in the text that the reader comes from.
    pub is_used: bool,
    /// The words.
    pub terms: Vec<&'p Term>,
}

/// Every word, first those that `text` uses. Parts without words are left out.
pub fn glossary<'p>(terms: &'p [Term], text: &str, words: &Words) -> Vec<GlossaryPart<'p>> {
    let of = &words.tell.glossary;
    let (used, others) = terms_by_use(terms, text);
    let rest = if used.is_empty() { of.all } else { of.others };
    let parts = [(of.used, true, used), (rest, false, others)];
    let parts = parts.into_iter().map(|(heading, is_used, terms)| GlossaryPart { heading, is_used, terms });
    parts.filter(|part| !part.terms.is_empty()).collect()
}
