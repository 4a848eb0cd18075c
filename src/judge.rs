//! What is known about each obligation: whether it applies, whether it is met, why, what is missing,
//! and what would change it. Every answer is a lookup among prime boxes.

mod change;
mod deadline;
mod judgement;
mod missing;
mod reason;

pub use change::{AnswerChange, JudgedOutcome, Turn, changes, outcome, outcomes, readings_that_matter};
pub use deadline::last_day;
pub use judgement::{Judgement, established, judge, start};
pub use missing::{deciding, missing};
pub use reason::{Because, Ground, because, because_met, shared_sources};
