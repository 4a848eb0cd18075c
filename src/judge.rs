//! What is known about each obligation: whether it applies, whether it is met, why, what is missing,
//! and what would change it. Every answer is a lookup among prime boxes.

mod change;
mod deadline;
mod headline;
mod judgement;
mod missing;
mod provision;
mod reason;
mod warning;

pub use change::{
    AnswerChange, JudgedOutcome, PointReplays, Turn, answer_changes, answer_outcomes, decided_turn, outcome_of_way,
    readings_that_matter,
};
pub use deadline::{last_day, rolled_day};
pub use headline::{Headline, HeadlineAnswer, headline};
pub use judgement::{Judgement, established_knowledge, initial_knowledge, judge, put_in_blanks};
pub use missing::{deciding_obligations, missing_points, missing_questions};
pub use provision::provisions_for;
pub use reason::{Ground, Reason, reasons_for_applying, reasons_for_met, second_reasons_for_applying, shared_sources};
pub use warning::{given_warnings, questions_of_warning};
