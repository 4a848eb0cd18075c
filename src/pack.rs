//! A pack: the questions, facts, readings, obligations and sources of one body of law, as data.
//!
//! [`Files`] hold the contents of a folder; [`read`](fn@read) turns them into a [`Pack`] or into
//! every fault at once. Each condition is compiled into its prime boxes here, once.

mod build;
mod fields;
mod files;
mod load;
mod model;
mod numbers;
mod question_answers;
mod questions;
mod raw;
mod read;
mod rules;
mod vocabulary;
mod written;

pub use fields::{Fields, PackReader, SpannedString, Value, read_file};
pub use files::{EXAMPLES, Files};
pub use load::{LoadError, load};
pub use model::{
    AnswerCell, AnswerValue, Choice, CompiledConditions, ConditionId, Confidence, CountedRanges, Coverage, Deadline,
    Fact, Feed, Feeds, Gives, Group, HeadlineRole, Kept, Kind, LawBody, Length, MetRule, NamingQuestions, Obligation,
    ObligationId, ObligationKind, OlderAnswer, Owner, Pack, Question, QuestionId, QuestionSubject, Range, Reading,
    ReadingId, Relation, RelationSide, Rhythm, RuleChange, Section, Shape, Source, SourceId, Spot, StartResiduals,
    Step, Term, Unit, VersionNumber, Warning, WarningId, Who, terms_by_use, version_number,
};
pub use read::read;
pub use written::{Holder, Written, WrittenCondition, WrittenDeadline, read_written};
