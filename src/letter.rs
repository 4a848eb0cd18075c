//! A letter to somebody who knows what the business does not: the questions whose answers still
//! change something, why each matters, what each answer would mean, and what evidence would show
//! it.

mod contents;
mod form;
mod told;

pub use contents::{AnswerMeaning, Frame, Letter, LetterQuestion, addressees, compose_letter};
pub use form::letter_form;
pub use told::letter_document;
