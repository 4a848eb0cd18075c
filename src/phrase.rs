//! What cells of variables, and whole conditions, say in plain words: the answers' own sentences,
//! which the pack holds, put together.

mod cells;
mod condition;

pub use cells::{grouped, in_short, says};
pub use condition::{Cite, Saying, Told, tell};
