//! One tool at one business: the answers given so far, who gave them, and when.

mod decision;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::answer::Answer;
use crate::pack::{Pack, QuestionId, ReadingId};

pub use decision::{Author, Decision};

/// What an answer rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The person who answered knows it.
    Own,
    /// Somebody else in or working for the business says so.
    Colleague,
    /// The vendor says so.
    Vendor,
    /// A contract or another paper says so.
    Paper,
    /// It was tried out.
    Test,
    /// A check of a paper with this program came out so.
    Check,
}

impl Basis {
    /// Every basis, in the order of the menus.
    pub const ALL: [Self; 6] = [Self::Own, Self::Colleague, Self::Vendor, Self::Paper, Self::Test, Self::Check];

    /// Returns the name of this basis in files and among the words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Colleague => "colleague",
            Self::Vendor => "vendor",
            Self::Paper => "paper",
            Self::Test => "test",
            Self::Check => "check",
        }
    }

    /// Returns the choices offered while `now` is chosen; `None` stands for "not said". Only the
    /// program can record that a paper was checked, so `Check` is offered only to be kept.
    pub fn offered_choices(now: Option<Self>) -> Vec<Option<Self>> {
        let by_hand = Self::ALL.into_iter().filter(|basis| *basis != Self::Check || now == Some(Self::Check));
        by_hand.map(Some).chain([None]).collect()
    }

    /// Returns the basis called `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.name() == name)
    }
}

/// One answer, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The answer.
    pub answer: Answer,
    /// When it was given, as an RFC 3339 time.
    pub at: Option<String>,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where an answer comes from, and a note.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// What the answer rests on.
    pub basis: Option<Basis>,
    /// The person or body who says so.
    pub by: Option<String>,
    /// Where the evidence for it lies: a document and its page, a ticket, a file.
    pub evidence: Option<String>,
    /// A free note.
    pub note: Option<String>,
}

impl Origin {
    /// Whether nothing is recorded.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Entry {
    /// Creates an entry with no time and no origin.
    pub fn new(answer: Answer) -> Self {
        Self { answer, at: None, origin: Origin::default() }
    }

    /// Returns the same answer with another origin. Trims each text, and drops blank ones.
    #[must_use]
    pub fn with_origin(&self, origin: &Origin) -> Self {
        let text =
            |field: &Option<String>| field.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        let Origin { basis, by, evidence, note } = origin;
        let origin = Origin { basis: *basis, by: text(by), evidence: text(evidence), note: text(note) };
        Self { origin, ..self.clone() }
    }

    /// Returns the entry for a new answer at this time. A different answer keeps only the note,
    /// because the rest described the old one.
    #[must_use]
    pub fn answered_again(&self, answer: Answer, at: String) -> Self {
        let at = Some(at);
        if self.answer == answer {
            return Self { at, ..self.clone() };
        }
        Self { answer, at, origin: Origin { note: self.origin.note.clone(), ..Origin::default() } }
    }
}

/// The position that an assessment takes on an open legal point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// Neither side: both remain possible.
    Open,
    /// The side that the pack takes until counsel decides.
    Treated(bool),
    /// The side that counsel chose.
    Decided(bool),
}

impl Stance {
    /// Returns the side that is taken, or `None` while the point is open.
    pub fn side(self) -> Option<bool> {
        match self {
            Self::Open => None,
            Self::Treated(side) | Self::Decided(side) => Some(side),
        }
    }

    /// Whether counsel decided the point.
    pub fn is_decided(self) -> bool {
        matches!(self, Self::Decided(_))
    }
}

/// The answers given. They are the only state; everything else is computed from them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assessment {
    /// The answers, by question.
    pub answers: BTreeMap<QuestionId, Entry>,
    /// The open legal points that counsel decided for this assessment.
    pub readings: BTreeMap<ReadingId, Decision>,
    /// Answers that fit no question of today. They are kept, but do not count.
    pub laid_aside: Vec<LaidAside>,
}

/// An answer that is kept, but does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaidAside {
    /// The name of its question when it was given.
    pub question: String,
    /// The answer with all that stood with it, as it was.
    pub answer: Value,
    /// Why it does not count.
    pub why: String,
}

impl Assessment {
    /// The answer to `question`, if there is one.
    pub fn answer(&self, question: QuestionId) -> Option<&Answer> {
        self.answers.get(&question).map(|it| &it.answer)
    }

    /// The stance taken on the open legal point `id` of `pack`.
    pub fn stance(&self, pack: &Pack, id: ReadingId) -> Stance {
        let reading = pack.reading(id);
        match self.readings.get(&id) {
            Some(decision) => Stance::Decided(decision.side),
            None if reading.treated => Stance::Treated(reading.safe),
            None => Stance::Open,
        }
    }

    /// Returns a copy in which the legal point `id` is decided like this, by nobody who is named.
    #[must_use]
    pub fn with_point_taken(&self, id: ReadingId, side: bool) -> Self {
        let mut taken = self.clone();
        taken.readings.insert(id, Decision { side, at: None, author: Author::default() });
        taken
    }

    /// Returns a copy in which the legal point `id` is not decided.
    #[must_use]
    pub fn with_point_left_open(&self, id: ReadingId) -> Self {
        let mut kept = self.clone();
        kept.readings.remove(&id);
        kept
    }

    /// Returns a copy without the answers that rest on `basis`.
    #[must_use]
    pub fn without_basis(&self, basis: Basis) -> Self {
        let mut kept = self.clone();
        kept.answers.retain(|_, entry| entry.origin.basis != Some(basis));
        kept
    }

    /// Returns a copy with only the answers to `questions`.
    #[must_use]
    pub fn limited_to(&self, questions: &[QuestionId]) -> Self {
        let mut kept = self.clone();
        kept.answers.retain(|id, _| questions.contains(id));
        kept
    }
}
