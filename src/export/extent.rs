//! How much of a report a document tells.

/// How much of a report a document tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportExtent {
    /// What is live in full; what is ruled out by what rules it out, with links to the provisions.
    Usual,
    /// Everything in full.
    Full,
}

impl ReportExtent {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Usual, Self::Full];
}
