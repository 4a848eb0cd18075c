//! Replies, and whether a condition holds when everything is known. Nothing clever: a condition is
//! walked as it is written, with the values as they were given.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use obligato::condition::{Literal, Operator, Syntax, SyntaxNode, Test};
use serde_json::{Value, json};

/// A reply to a question, or the side of a reading.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reply {
    Unsure,
    Side(bool),
    /// An option, or a special value of a number.
    Named(String),
    /// What is ticked, and whether the rest is unknown.
    Ticks(BTreeSet<String>, bool),
    Number(i64),
    Day(Date),
    Line,
}

impl Reply {
    /// The reply as in an answer file.
    pub fn json(&self) -> Value {
        match self {
            Self::Unsure => json!("unsure"),
            Self::Side(side) => json!(side),
            Self::Named(name) => json!(name),
            Self::Ticks(ticked, rest_unsure) => {
                let unsure = rest_unsure.then(|| "unsure".to_owned());
                ticked.iter().cloned().chain(unsure).collect()
            }
            Self::Number(number) => json!(number),
            Self::Day(day) => json!(day.to_string()),
            Self::Line => json!("words"),
        }
    }
}

/// Whether `condition` holds where `point` gives a full reply for every name that is no fact.
pub fn holds(condition: &Syntax, facts: &BTreeMap<String, Syntax>, point: &BTreeMap<String, Reply>) -> bool {
    match &condition.form {
        SyntaxNode::Always => true,
        SyntaxNode::Not(part) => !holds(part, facts, point),
        SyntaxNode::All(parts) => parts.iter().all(|it| holds(it, facts, point)),
        SyntaxNode::Any(parts) => parts.iter().any(|it| holds(it, facts, point)),
        SyntaxNode::Atom(name, test) => match facts.get(&name.text) {
            Some(fact) => holds(fact, facts, point),
            None => passes(&point[&name.text], test),
        },
    }
}

/// Whether a full reply passes a test.
pub fn passes(reply: &Reply, test: &Test) -> bool {
    match (test, reply) {
        (Test::Holds, Reply::Side(side)) => *side,
        (Test::OneOf(words), Reply::Named(name)) => words.iter().any(|it| it.text == *name),
        (Test::HasAny(words), Reply::Ticks(ticked, _)) => words.iter().any(|it| ticked.contains(&it.text)),
        (Test::HasAll(words), Reply::Ticks(ticked, _)) => words.iter().all(|it| ticked.contains(&it.text)),
        (Test::Compare(it), Reply::Number(number)) => {
            matches!(&it.literal, Literal::Number(with) if compares(number, it.operator, with))
        }
        (Test::Compare(it), Reply::Day(day)) => {
            matches!(&it.literal, Literal::Date(with) if compares(day, it.operator, with))
        }
        // A special value passes no comparison, and a number is no special value.
        (Test::Compare(..), Reply::Named(_)) | (Test::OneOf(_), Reply::Number(_)) => false,
        (test, reply) => panic!("{test:?} does not fit {reply:?}"),
    }
}

fn compares<T: Ord>(value: &T, by: Operator, with: &T) -> bool {
    match by {
        Operator::Less => value < with,
        Operator::AtMost => value <= with,
        Operator::More => value > with,
        Operator::AtLeast => value >= with,
        Operator::Equal => value == with,
        Operator::Unequal => value != with,
    }
}
