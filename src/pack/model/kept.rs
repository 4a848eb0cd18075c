//! What it means that an obligation is done, what shows it later, and when it comes back.

use serde::{Deserialize, Serialize};

/// How an obligation is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What is so once it is done, within a sentence.
    pub done: String,
    /// What to keep as evidence, within a sentence.
    pub keep: String,
    /// How often it comes back.
    pub rhythm: Rhythm,
    /// When it comes back, within a sentence.
    pub again: String,
}

/// How often an obligation comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rhythm {
    /// Done once; looking again is good practice.
    Once,
    /// Each time that something happens.
    Event,
    /// Once a year.
    Yearly,
    /// It holds all the time; looking again is good practice.
    Standing,
}

impl Rhythm {
    /// All rhythms.
    pub const ALL: [Self; 4] = [Self::Once, Self::Event, Self::Yearly, Self::Standing];

    /// Returns the name in packs and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Once => "once",
            Self::Event => "event",
            Self::Yearly => "yearly",
            Self::Standing => "standing",
        }
    }

    /// Whether no law says when to look again.
    pub fn is_practice(self) -> bool {
        match self {
            Self::Once | Self::Standing => true,
            Self::Event | Self::Yearly => false,
        }
    }
}
