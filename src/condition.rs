//! The language of conditions: one small total language over answers, facts and readings.
//!
//! [`parse`] turns text into a [`Syntax`] tree with places; [`resolve`] checks it against a
//! [`Vocabulary`] and returns a [`Rule`]; [`Rule::formula`] expands its facts into a formula of
//! boxes. The language has no functions, no nulls and no first match: every condition is a set of
//! points.

mod fault;
mod lexer;
mod parser;
mod print;
mod range;
mod resolve;
mod rule;
mod syntax;
mod vocabulary;

pub use fault::{Fault, nearest_name};
pub use parser::parse;
pub use range::{RangeBounds, ValueRange};
pub use resolve::resolve;
pub use rule::{FactId, Rule};
pub use syntax::{Comparison, Literal, Operator, Syntax, SyntaxNode, Test, Word};
pub use vocabulary::{NameMeaning, Scale, Vocabulary, day_of, days_since_epoch, parse_iso_day};
