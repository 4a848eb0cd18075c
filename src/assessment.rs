//! One tool at one business: the answers given so far, with who gave them and when.

use std::collections::BTreeMap;

use crate::answer::Answer;
use crate::pack::{Pack, QuestionId, ReadingId};

/// What an answer rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Whoever answered knows it.
    Own,
    /// Somebody else in the business, or who works for it, says so.
    Colleague,
    /// The vendor says so.
    Vendor,
    /// A contract or another paper says so.
    Paper,
    /// It was tried out.
    Test,
    /// A paper was checked with this program, and that is what came out.
    Check,
}

impl Basis {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 6] = [Self::Own, Self::Colleague, Self::Vendor, Self::Paper, Self::Test, Self::Check];

    /// Its name in files, and among the words.
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

    /// What may be chosen where `now` is chosen already; nothing stands for "not said". That a paper was
    /// checked is for the program alone to say, so it is offered only to be kept.
    pub fn offered(now: Option<Self>) -> Vec<Option<Self>> {
        let by_hand = Self::ALL.into_iter().filter(|basis| *basis != Self::Check || now == Some(Self::Check));
        by_hand.map(Some).chain([None]).collect()
    }

    /// The one called `name`.
    pub fn called(name: &str) -> Option<Self> {
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

/// Where an answer comes from, and a note: what can be said of an answer beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// What the answer rests on.
    pub basis: Option<Basis>,
    /// Who says so.
    pub by: Option<String>,
    /// Where the evidence for it lies: a document and its page, a ticket, a file.
    pub evidence: Option<String>,
    /// A free note.
    pub note: Option<String>,
}

impl Origin {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Entry {
    /// An answer of which nothing else is known.
    pub fn new(answer: Answer) -> Self {
        Self { answer, at: None, origin: Origin::default() }
    }

    /// The same answer, which comes from elsewhere. Text is kept without blanks at its ends, and blank
    /// text not at all.
    #[must_use]
    pub fn with_origin(&self, origin: &Origin) -> Self {
        let text =
            |field: &Option<String>| field.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        let Origin { basis, by, evidence, note } = origin;
        let origin = Origin { basis: *basis, by: text(by), evidence: text(evidence), note: text(note) };
        Self { origin, ..self.clone() }
    }

    /// What is kept of this when its question is answered with `answer`, at this time: of another
    /// answer only the note, because the rest told where the old one came from.
    #[must_use]
    pub fn answered_again(&self, answer: Answer, at: String) -> Self {
        let at = Some(at);
        if self.answer == answer {
            return Self { at, ..self.clone() };
        }
        Self { answer, at, origin: Origin { note: self.origin.note.clone(), ..Origin::default() } }
    }
}

/// How an assessment takes an open legal point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// Neither way: both sides are thought possible.
    Open,
    /// As this side, because the pack treats it so until counsel decides.
    Treated(bool),
    /// As this side, because counsel decided it so.
    Decided(bool),
}

impl Stance {
    /// The side that is taken: `None` while the point is open.
    pub fn side(self) -> Option<bool> {
        match self {
            Self::Open => None,
            Self::Treated(side) | Self::Decided(side) => Some(side),
        }
    }

    /// Whether counsel decided it.
    pub fn is_decided(self) -> bool {
        matches!(self, Self::Decided(_))
    }
}

/// What has been answered. Answers are the only state: everything else is worked out from them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assessment {
    /// The answers, by question.
    pub answers: BTreeMap<QuestionId, Entry>,
    /// The open legal points that counsel has decided for this assessment, and how.
    pub readings: BTreeMap<ReadingId, bool>,
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
            Some(&side) => Stance::Decided(side),
            None if reading.treated => Stance::Treated(reading.safe),
            None => Stance::Open,
        }
    }

    /// The same, without the answers that rest on `basis`.
    #[must_use]
    pub fn without(&self, basis: Basis) -> Self {
        let mut kept = self.clone();
        kept.answers.retain(|_, entry| entry.origin.basis != Some(basis));
        kept
    }

    /// The same, with the answers to `questions` alone.
    #[must_use]
    pub fn only(&self, questions: &[QuestionId]) -> Self {
        let mut kept = self.clone();
        kept.answers.retain(|id, _| questions.contains(id));
        kept
    }
}
