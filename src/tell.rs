//! Everything the program says of its content, said once, as blocks: the front ends and the exports only
//! lay them out.

mod block;
mod obligation;
mod value;

pub use block::{Block, Line, Target};
pub use obligation::{due, in_place, obligation};
pub use value::{
    any_of, basis, capital, confidence, kind, origin, outcome, people, role, stance, standing, standing_means,
};

pub use crate::phrase::{answer_text, day_text};
