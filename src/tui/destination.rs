//! The places of an open assessment, as the row above every screen shows them.

use crate::words::Words;

/// Where one can go from every screen of an open assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Destination {
    /// The assessments.
    Home,
    /// The question to answer now.
    Questions,
    /// The answers given.
    Answers,
    /// The results.
    Results,
    /// The report as files.
    Export,
    /// The way through the interview.
    Map,
}

impl Destination {
    /// All places, in order.
    pub const ALL: [Self; 6] = {
        // Does not compile without a new place, which belongs in the list too.
        match Self::Home {
            Self::Home | Self::Questions | Self::Answers | Self::Results | Self::Export | Self::Map => {}
        }
        [Self::Home, Self::Questions, Self::Answers, Self::Results, Self::Export, Self::Map]
    };

    /// Its words.
    pub fn word(self, words: &Words) -> &'static str {
        match self {
            Self::Home => words.tui.place.home,
            Self::Questions => words.tui.place.questions,
            Self::Answers => words.tui.place.answers,
            Self::Results => words.tui.place.results,
            Self::Export => words.tui.place.export,
            Self::Map => words.tui.place.map,
        }
    }
}
