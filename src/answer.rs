//! Replies to questions: reading and writing them, what they establish, and their words.

mod cell;
mod json;
mod record;
mod typed;
mod value;
mod way;
mod words;

pub use cell::{is_given, settled_by_blank, settled_vars};
pub use json::{UNSURE, answer_of_side, from_json, to_json};
pub use record::record_of_region;
pub use typed::{Misread, read_typed};
pub use value::{Answer, Settled, apply_settled, is_to_come, limits};
pub use way::{Way, way_of, ways_from};
pub use words::{answer_sentence, in_words};
