//! Cells of variables and whole conditions in plain words, put together from the pack's sentences
//! of answers.

mod answer;
mod cells;
mod condition;
mod day;
mod half;
mod range;

pub use answer::answer_text;
pub use cells::{cells_sentence, in_short};
pub use condition::{Cite, ConditionText, Saying, condition_text};
pub use day::day_text;
pub use half::{change_says, way_says};
pub use range::{group_digits, range_text, way_text};
