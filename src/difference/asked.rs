//! How the questions and warnings of two packs correspond.

/// A difference in what is asked, or warned of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedChange {
    /// The id of the question, legal point or warning; for an option, followed by a point and its own id.
    pub id: String,
    /// How it differs.
    pub how: How,
}

/// How two packs differ in one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Only the new pack has it.
    Added,
    /// Only the old pack has it.
    Removed,
    /// It takes another kind of answer, or other values.
    Altered,
}
