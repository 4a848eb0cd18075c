//! A slip in the text of a pack.

use crate::pack::{Files, Spot};

/// A pack with one edit in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mutant {
    /// What sort of edit.
    pub kind: MutantKind,
    /// What is replaced.
    pub spot: Spot,
    /// What stands there instead.
    pub text: String,
}

/// What sort of edit makes a mutant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MutantKind {
    /// Another comparison.
    Operator,
    /// A constant one higher or lower, or a day later or earlier.
    Threshold,
    /// An atom or a whole condition the other way round.
    Negated,
    /// One part less of those that are joined.
    Dropped,
    /// `or` for `and`, or the other way round.
    Joined,
    /// One option less in a list.
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
    /// A reading is no longer treated as its safe side.
    Treated,
    /// A reading that is treated as its safe side has the other one.
    Side,
    /// Nothing says any longer when an obligation is met.
    Met,
}

impl MutantKind {
    /// Every sort.
    pub const ALL: [Self; 15] = [
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
        Self::Treated,
        Self::Side,
        Self::Met,
    ];
}

impl Mutant {
    /// `files` with the edit made.
    pub fn apply(&self, files: &Files) -> Files {
        files.with(&self.spot, &self.text)
    }
}
