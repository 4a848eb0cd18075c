//! What a report as a document depends on besides its answers.

use jiff::civil::Date;

/// What a report as a document depends on besides its answers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReportOptions {
    /// How much it tells.
    pub extent: ReportExtent,
    /// The day from which it counts days left. Without one it counts none: it may be read on any day.
    pub as_of: Option<Date>,
    /// What is known of the pack it was made with.
    pub pack_state: PackState,
}

impl From<ReportExtent> for ReportOptions {
    fn from(extent: ReportExtent) -> Self {
        Self { extent, ..Self::default() }
    }
}

/// How much of a report a document tells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ReportExtent {
    /// What is live in full; what is ruled out by what rules it out, with the names of the provisions.
    #[default]
    Usual,
    /// Everything in full.
    Full,
}

impl ReportExtent {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Usual, Self::Full];
}

/// What is known of the pack that a report was made with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PackState {
    /// It is built into the program, and was checked with it.
    #[default]
    BuiltIn,
    /// It comes from a folder, and its checks find this many faults.
    Checked {
        /// The number of faults.
        findings: usize,
    },
    /// It comes from elsewhere, or its folder has changed since: it could not be checked.
    Unchecked,
}
