//! The places of an open assessment, as the row above every screen shows them.

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
    pub const ALL: [Self; 6] = [Self::Home, Self::Questions, Self::Answers, Self::Results, Self::Export, Self::Map];

    /// The name of its words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Home => "tui.place.home",
            Self::Questions => "tui.place.questions",
            Self::Answers => "tui.place.answers",
            Self::Results => "tui.place.results",
            Self::Export => "tui.place.export",
            Self::Map => "tui.place.map",
        }
    }
}
