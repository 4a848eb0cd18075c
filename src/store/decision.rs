//! A decided legal point in an answer file: true or false by itself, or with who decided it, when and
//! why.

use serde_json::{Map, Value};

use crate::assessment::{Author, Decision};
use crate::condition::parse_iso_day;
use crate::store::error::StoreError;
use crate::store::reader::AnswerReader;
use crate::text;

const HELP: &str = "a decision has a `value` of true or false, and may have `by`, `at` and `why` as text";

/// Writes `decision`. One of which nothing else is known stays a plain true or false.
pub fn write_decision(decision: &Decision) -> Value {
    let Decision { side, at, author: Author { by, why } } = decision;
    let mut of = Map::from_iter([("value".to_owned(), Value::from(*side))]);
    for (key, text) in [("by", by), ("at", at), ("why", why)] {
        of.extend(text.as_ref().map(|text| (key.to_owned(), text.clone().into())));
    }
    if of.len() == 1 { (*side).into() } else { of.into() }
}

impl AnswerReader<'_> {
    /// Reads `value` as the decision on the legal point called `id`.
    pub fn decision(&self, id: &str, value: &Value) -> Result<Decision, StoreError> {
        let of = match value {
            Value::Bool(side) => return Ok(Decision::new(*side)),
            Value::Object(of) => of,
            Value::Null | Value::Number(_) | Value::String(_) | Value::Array(_) => {
                let message = "an open legal point is decided with true or false";
                return Err(self.error_at(id, message, "leave it out while it is open"));
            }
        };
        let known = ["value", "by", "at", "why"];
        if let Some(key) = of.keys().find(|key| !known.contains(&key.as_str())) {
            let message = format!("a decision cannot have `{}`", text::shortened(key, 60));
            return Err(self.error_at(id, message, HELP));
        }
        let Some(side) = of.get("value").and_then(Value::as_bool) else {
            return Err(self.error_at(id, "the `value` of a decision should be true or false", HELP));
        };
        let text = |key: &str| of.get(key).map(|value| self.decision_text(id, key, value)).transpose();
        let (by, at, why) = (text("by")?, text("at")?, text("why")?);
        if at.as_ref().is_some_and(|at| at.get(..10).and_then(parse_iso_day).is_none()) {
            let message = "`at` should be a time such as `2026-11-24T12:00:00Z`";
            return Err(self.error_at(id, message, HELP));
        }
        Ok(Decision { side, at, author: Author { by, why } })
    }

    fn decision_text(&self, id: &str, key: &str, value: &Value) -> Result<String, StoreError> {
        let Value::String(said) = value else {
            return Err(self.error_at(id, format!("`{key}` of a decision should be text"), HELP));
        };
        if let Some(fault) = text::length_fault(said) {
            return Err(self.error_at(id, format!("`{key}` is {fault}"), "shorten it"));
        }
        self.require_plain(id, said)
    }
}
