//! Replies to questions: reading and writing them, what they establish, and their words.

mod json;
mod record;
mod typed;
mod value;
mod words;

pub use json::{UNSURE, from_json, to_json};
pub use record::record;
pub use typed::{day, whole_number};
pub use value::{Answer, Settled, is_to_come, settle, settles};
pub use words::{in_words, sentence};
