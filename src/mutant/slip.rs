//! One slip in the text of a pack.

use crate::pack::{Files, Spot};

/// A pack with one edit in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mutant {
    /// The kind of edit.
    pub kind: MutantKind,
    /// The text that is replaced.
    pub spot: Spot,
    /// The replacement.
    pub text: String,
}

/// The kinds of edits that make mutants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MutantKind {
    /// Another comparison.
    Operator,
    /// A constant one higher or lower, or a day later or earlier.
    Threshold,
    /// A negated atom or a negated whole condition.
    Negated,
    /// A join without one of its parts.
    Dropped,
    /// `or` for `and`, or the other way round.
    Joined,
    /// A list without one of its options.
    OptionDropped,
    /// `has all` for `has any`, or the other way round.
    Quantifier,
    /// Another option.
    OtherOption,
    /// A deadline one day longer or shorter.
    Days,
    /// A deadline whose months are the answer to another question.
    Months,
    /// A deadline that is no longer counted.
    Uncounted,
    /// "I don't know" no longer counts as an option.
    Unsure,
    /// No answer no longer counts as an option.
    Blank,
    /// A reading is no longer treated as its safe side.
    Treated,
    /// A reading that is treated as its safe side has the other one.
    Side,
    /// An obligation that no longer says when it is met.
    Met,
    /// A warning that no longer says what would make the answers fit.
    Unless,
}

impl MutantKind {
    /// Every kind.
    pub const ALL: [Self; 17] = [
        Self::Operator,
        Self::Threshold,
        Self::Negated,
        Self::Dropped,
        Self::Joined,
        Self::OptionDropped,
        Self::Quantifier,
        Self::OtherOption,
        Self::Days,
        Self::Months,
        Self::Uncounted,
        Self::Unsure,
        Self::Blank,
        Self::Treated,
        Self::Side,
        Self::Met,
        Self::Unless,
    ];
}

impl Mutant {
    /// Returns `files` with the edit applied.
    pub fn apply_to(&self, files: &Files) -> Files {
        files.with_text(&self.spot, &self.text)
    }
}
