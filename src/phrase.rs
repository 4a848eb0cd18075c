//! Cells of variables and whole conditions in plain words, put together from the pack's sentences
//! of answers.

mod answer;
mod cells;
mod condition;
mod day;
mod half;
mod range;

pub use answer::answer;
pub use cells::{in_short, says};
pub use condition::{Cite, ConditionText, Saying, tell};
pub use day::day;
pub use half::{change_says, way_says};
pub use range::{grouped, range, way};
