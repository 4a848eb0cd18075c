//! A pack of sound form: nothing in it can dangle.

mod answers;
mod conditions;
mod feed;
mod headline_role;
mod ids;
mod kept;
mod law;
mod naming;
mod obligation;
mod older;
mod question;
mod ranges;
mod rule_change;
mod start;
mod term;
mod unit;
mod warning;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::boxes::{Primes, Space, Var};
use crate::condition::Rule;

pub use answers::{AnswerCell, AnswerValue};
pub use conditions::CompiledConditions;
pub use feed::{Feed, Feeds, Gives};
pub use headline_role::HeadlineRole;
pub use ids::{ConditionId, ObligationId, QuestionId, ReadingId, SourceId, Spot, WarningId};
pub use kept::{Kept, Rhythm};
pub use law::{Confidence, Coverage, Fact, LawBody, Reading, Relation, RelationSide, Source};
pub use naming::NamingQuestions;
pub use obligation::{Deadline, Length, MetRule, Obligation, ObligationKind, Step};
pub use older::{OlderAnswer, VersionNumber, version_number};
pub use question::{Choice, Kind, Question, QuestionSubject, Shape, Who};
pub use ranges::{CountedRanges, Range};
pub use rule_change::RuleChange;
pub use start::StartResiduals;
pub use term::{Term, terms_by_use};
pub use unit::Unit;
pub use warning::Warning;

/// A pack.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Pack {
    /// Its permanent name.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: String,
    /// The place whose law it is.
    pub jurisdiction: String,
    /// When its law was last checked.
    pub law_checked_on: Date,
    /// The purpose of the pack.
    pub about: String,
    /// The disclaimer on its results.
    pub disclaimer: String,
    /// Where to read the official text.
    pub official: String,
    /// The highest school grade that a question may ask for to be read.
    pub reading_grade: usize,
    /// The SHA-256 of its files.
    pub digest: String,
    /// The parts of the interview, in order.
    pub sections: Vec<Section>,
    /// The questions, in asking order.
    pub questions: Vec<Question>,
    /// The named conditions.
    pub facts: Vec<Fact>,
    /// The rule of each fact, in the order of `facts`.
    pub fact_rules: Vec<Rule>,
    /// The open legal points.
    pub readings: Vec<Reading>,
    /// The groups of obligations, in order.
    pub groups: Vec<Group>,
    /// The obligations, in order.
    pub obligations: Vec<Obligation>,
    /// The bodies of law that the provisions belong to.
    pub bodies: Vec<LawBody>,
    /// The provisions.
    pub sources: Vec<Source>,
    /// What must be true of the rules, whatever is answered.
    pub relations: Vec<Relation>,
    /// The questions of another pack that the result answers.
    pub feeds: Option<Feeds>,
    /// Which questions name an assessment.
    pub names: NamingQuestions,
    /// What answers of older versions mean today.
    pub older: Vec<OlderAnswer>,
    /// The warnings on answers that do not fit together.
    pub warnings: Vec<Warning>,
    /// What versions changed in its rules.
    pub changes: Vec<RuleChange>,
    /// The words explained.
    pub terms: Vec<Term>,
    /// The variables.
    pub space: Space,
    /// The owner of each variable, in the order of `space`.
    pub owners: Vec<Owner>,
    /// Every condition, compiled, each once.
    #[serde(skip)]
    pub conditions: CompiledConditions,
    /// The number of questions left in the states that an interview can reach, as far as the build
    /// counted them.
    #[serde(skip)]
    pub ranges: CountedRanges,
    /// What is left of the conditions before the first answer, if it was computed ahead.
    #[serde(skip)]
    pub start: StartResiduals,
}

/// The owner of a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Owner {
    /// A question; for an any-of question, with the number of the option.
    Question(QuestionId, Option<usize>),
    /// A reading.
    Reading(ReadingId),
}

/// A part of the interview.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Section {
    /// Its title.
    pub title: String,
}

/// A group of obligations.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Group {
    /// Its permanent name.
    pub id: String,
    /// Its title.
    pub title: String,
}

impl Pack {
    /// Whether its results have a headline: some obligation has a part in it.
    pub fn has_headline(&self) -> bool {
        self.obligations.iter().any(|obligation| obligation.role.is_some())
    }

    /// Returns where the official text of the source `id` is, if that is one page.
    pub fn official_page(&self, id: SourceId) -> Option<&str> {
        self.body_of(id).map_or(Some(&self.official), |body| body.official.as_ref()).map(String::as_str)
    }

    /// Returns the body of law that the source `id` belongs to.
    pub fn body_of(&self, id: SourceId) -> Option<&LawBody> {
        self.source(id).body.and_then(|at| self.bodies.get(at))
    }

    /// The question called `id`.
    pub fn question_by_id(&self, id: &str) -> Option<QuestionId> {
        let at = self.questions.iter().position(|question| question.id == id);
        at.map(QuestionId)
    }

    /// The reading called `id`.
    pub fn reading_by_id(&self, id: &str) -> Option<ReadingId> {
        let at = self.readings.iter().position(|reading| reading.id == id);
        at.map(ReadingId)
    }

    /// The obligation called `id`.
    pub fn obligation_by_id(&self, id: &str) -> Option<ObligationId> {
        let at = self.obligations.iter().position(|obligation| obligation.id == id);
        at.map(ObligationId)
    }

    /// The warning called `id`.
    pub fn warning_by_id(&self, id: &str) -> Option<WarningId> {
        let at = self.warnings.iter().position(|warning| warning.id == id);
        at.map(WarningId)
    }

    /// The title of the section that `question` stands in.
    pub fn section_of(&self, question: &Question) -> &str {
        self.sections.get(question.section).map_or("", |it| it.title.as_str())
    }

    /// The title of the group that `obligation` stands in.
    pub fn group_of(&self, obligation: &Obligation) -> &str {
        self.groups.get(obligation.group).map_or("", |it| it.title.as_str())
    }

    /// The question with this number.
    ///
    /// # Panics
    /// When the number comes from another pack.
    pub fn question(&self, id: QuestionId) -> &Question {
        self.questions.get(id.0).expect("a question of this pack")
    }

    /// The reading with this number.
    ///
    /// # Panics
    /// When the number comes from another pack.
    pub fn reading(&self, id: ReadingId) -> &Reading {
        self.readings.get(id.0).expect("a reading of this pack")
    }

    /// The obligation with this number.
    ///
    /// # Panics
    /// When the number comes from another pack.
    pub fn obligation(&self, id: ObligationId) -> &Obligation {
        self.obligations.get(id.0).expect("an obligation of this pack")
    }

    /// The source with this number.
    ///
    /// # Panics
    /// When the number comes from another pack.
    pub fn source(&self, id: SourceId) -> &Source {
        self.sources.get(id.0).expect("a source of this pack")
    }

    /// The warning with this number.
    ///
    /// # Panics
    /// When the number comes from another pack.
    pub fn warning(&self, id: WarningId) -> &Warning {
        self.warnings.get(id.0).expect("a warning of this pack")
    }

    /// The compiled condition with this number.
    ///
    /// # Panics
    /// When the number comes from another pack.
    pub fn condition(&self, id: ConditionId) -> &Primes {
        self.conditions.condition(id)
    }

    /// Returns the owner of `var`.
    ///
    /// # Panics
    /// When the variable comes from another pack.
    pub fn owner(&self, var: Var) -> Owner {
        *self.owners.get(var.index()).expect("a variable of this pack")
    }

    /// The numbers of all questions, in asking order.
    pub fn question_ids(&self) -> impl Iterator<Item = QuestionId> + use<> {
        (0..self.questions.len()).map(QuestionId)
    }

    /// The numbers of all readings, in order.
    pub fn reading_ids(&self) -> impl Iterator<Item = ReadingId> + use<> {
        (0..self.readings.len()).map(ReadingId)
    }

    /// The numbers of all obligations, in order.
    pub fn obligation_ids(&self) -> impl Iterator<Item = ObligationId> + use<> {
        (0..self.obligations.len()).map(ObligationId)
    }

    /// The numbers of all sources, in order.
    pub fn source_ids(&self) -> impl Iterator<Item = SourceId> + use<> {
        (0..self.sources.len()).map(SourceId)
    }

    /// The numbers of all warnings, in order.
    pub fn warning_ids(&self) -> impl Iterator<Item = WarningId> + use<> {
        (0..self.warnings.len()).map(WarningId)
    }
}
