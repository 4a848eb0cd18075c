//! A worked example: its answers, and its claims about them.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::assessment::Assessment;
use crate::judge::{Headline, HeadlineAnswer};
use crate::pack::{ObligationId, QuestionId, Spot, WarningId};

/// A worked example.
#[derive(Debug, Clone)]
pub struct Example {
    /// Its file, by its path within the pack.
    pub path: String,
    /// Its title.
    pub title: String,
    /// The business, and what the law says of it.
    pub story: String,
    /// The answers, and the open legal points that counsel has decided.
    pub assessment: Assessment,
    /// The claims about the outcome, in the order of the file.
    pub claims: Vec<Claim>,
}

/// One claim of an example about the outcome.
#[derive(Debug, Clone)]
pub struct Claim {
    /// What it says.
    pub says: ClaimedOutcome,
    /// Where it says so.
    pub spot: Spot,
}

/// What an example may claim about the outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClaimedOutcome {
    /// Where an obligation stands.
    Stands(ObligationId, Stand),
    /// The last day of an obligation.
    LastDay(ObligationId, Date),
    /// Exactly the questions on which an obligation still depends.
    DependsOn(ObligationId, BTreeSet<QuestionId>),
    /// Whether a step or note of an obligation, by its place among them, is certainly shown or
    /// certainly not.
    Shows(ObligationId, usize, bool),
    /// The next question, or `None` if the interview is over.
    Next(Option<QuestionId>),
    /// Exactly the questions whose answers are set aside.
    SetAside(BTreeSet<QuestionId>),
    /// The headline.
    Headline(ClaimedHeadline),
    /// Exactly the warnings that the answers bring up.
    Warns(BTreeSet<WarningId>),
}

/// What an example may claim about the headline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimedHeadline {
    /// Which answer it is.
    pub answer: HeadlineAnswer,
    /// Exactly the obligations it names, if the example says so.
    pub items: Option<BTreeSet<ObligationId>>,
    /// The number it tells, if the example says so.
    pub count: Option<usize>,
}

impl ClaimedHeadline {
    /// Whether `headline` is as claimed.
    pub fn is(&self, headline: &Headline) -> bool {
        let items: BTreeSet<ObligationId> = headline.items().iter().copied().collect();
        self.answer == headline.answer()
            && self.items.as_ref().is_none_or(|claimed| *claimed == items)
            && self.count.is_none_or(|claimed| claimed == headline.count())
    }
}

/// Where an obligation stands in an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// It does not apply.
    RuledOut,
    /// It may apply.
    Open,
    /// It applies, and nothing tells whether it is in place.
    Applies,
    /// It applies and is in place.
    InPlace,
    /// It applies and is not in place.
    Missing,
}

impl Stand {
    /// All of them, in the order they are written.
    pub const ALL: [Self; 5] = [Self::RuledOut, Self::Open, Self::Applies, Self::InPlace, Self::Missing];

    /// Returns the key of the list of such obligations.
    pub fn key(self) -> &'static str {
        match self {
            Self::RuledOut => "ruled_out",
            Self::Open => "open",
            Self::Applies => "applies",
            Self::InPlace => "in_place",
            Self::Missing => "missing",
        }
    }
}
