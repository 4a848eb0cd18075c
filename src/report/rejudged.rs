//! What moved when answers that were made with another version of the pack were judged anew.

use jiff::civil::Date;

use crate::assessment::LaidAside;
use crate::boxes::Status;
use crate::judge::Judgement;
use crate::pack::{ObligationId, ObligationKind, QuestionId, ReadingId};
use crate::report::standing::{Standing, standing};

/// What moved when answers made with another version of the pack were judged anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejudged {
    /// The version they were made with.
    pub version: String,
    /// The digest of the pack they were made with.
    pub digest: String,
    /// What moved since, or `None` if the rules of that version are not at hand.
    pub moves: Option<Moves>,
}

/// What moved from one version of a pack to another, for the same answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moves {
    /// The digest of the rules compared with, if it is not the one that the answers were made with.
    pub other_digest: Option<String>,
    /// The results that moved, in the pack's order.
    pub results: Vec<MovedResult>,
    /// The obligations that the pack no longer has and that were not ruled out.
    pub gone: Vec<GoneResult>,
    /// The answers that are read as another one today.
    pub read_otherwise: Vec<OtherReading>,
    /// The answers that do not count because they do not fit today.
    pub laid_aside: Vec<LaidAside>,
    /// The questions without an answer that matter today and did not before.
    pub asked: Vec<QuestionId>,
    /// The questions whose answers counted before, and are not needed today.
    pub set_aside: Vec<QuestionId>,
}

impl Moves {
    /// Whether nothing moved.
    pub fn is_empty(&self) -> bool {
        self.results.is_empty()
            && self.gone.is_empty()
            && self.read_otherwise.is_empty()
            && self.laid_aside.is_empty()
            && self.asked.is_empty()
            && self.set_aside.is_empty()
    }

    /// Counts the last days that moved.
    pub fn count_last_days(&self) -> usize {
        let before = |moved: &MovedResult| moved.before.and_then(|place| place.last_day);
        self.results.iter().filter(|moved| before(moved) != moved.after.last_day).count()
    }
}

/// An obligation whose result moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedResult {
    /// The obligation.
    pub id: ObligationId,
    /// Where it stood; `None` if it is new.
    pub before: Option<ResultPlace>,
    /// Where it stands.
    pub after: ResultPlace,
    /// Why; never empty.
    pub reasons: Vec<MoveReason>,
}

/// An obligation that the pack no longer has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoneResult {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Where it stood.
    pub before: ResultPlace,
}

/// Where a result stands, as far as it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResultPlace {
    /// The kind of the obligation.
    pub kind: ObligationKind,
    /// The standing under which it is shown.
    pub standing: Standing,
    /// Whether it is known not to be in place.
    pub is_missing: bool,
    /// The last day to do it, if it can be computed.
    pub last_day: Option<Date>,
}

impl ResultPlace {
    /// Returns the place of an obligation of this kind with this judgement.
    pub fn new(kind: ObligationKind, judgement: Judgement, last_day: Option<Date>) -> Self {
        let standing = standing(kind, judgement);
        let is_missing = standing == Standing::ToDo && judgement.met == Status::No;
        Self { kind, standing, is_missing, last_day }
    }

    /// Whether both are told alike: of what is ruled out, the kind is not told.
    pub fn is_told_like(self, other: Self) -> bool {
        let both_out = self.standing == Standing::RuledOut && other.standing == Standing::RuledOut;
        both_out || self == other
    }
}

/// Why a result moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MoveReason {
    /// An answer is read as another one.
    ReadOtherwise(OtherReading),
    /// The answer to this question does not fit and does not count.
    LaidAside(QuestionId),
    /// The rule changed, by the place in the pack's list of changes.
    RuleChange(usize),
    /// It turns on these questions, which have no answer.
    TurnsOn(Vec<QuestionId>),
    /// It turns on these open legal points, on which it did not turn before.
    Points(Vec<ReadingId>),
    /// The rule changed, and the pack does not say how: the answers to these questions decide today.
    StandsOn(Vec<QuestionId>),
}

/// An answer that is read as another one today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OtherReading {
    /// The question.
    pub question: QuestionId,
    /// The place in the pack's list of what older answers mean.
    pub at: usize,
}
