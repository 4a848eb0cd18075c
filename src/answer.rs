//! Replies to questions: reading and writing them, what they establish, and their words.

mod cell;
mod json;
mod record;
mod typed;
mod value;
mod way;
mod words;

pub use cell::{is_given, settles};
pub use json::{UNSURE, from_json, to_json};
pub use record::record;
pub use typed::{day, whole_number};
pub use value::{Answer, Settled, is_to_come, settle};
pub use way::{Way, way_of, ways};
pub use words::{in_words, sentence, with_unit};
