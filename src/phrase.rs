//! What cells of variables, and whole conditions, say in plain words: the answers' own sentences,
//! which the pack holds, put together.

mod answer;
mod cells;
mod condition;
mod range;

pub use answer::answer;
pub use cells::{in_short, says};
pub use condition::{Cite, ConditionText, Saying, tell};
pub use range::{answer_text, grouped, range, way};
