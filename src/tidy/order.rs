//! Sorts keys into the order of a schema, and prints conditions in their one form.

use serde_json::Value;

use crate::condition::parse;
use crate::tidy::tree::{Parts, Stated};

/// Sorts the content of `table` by `schema`. Keys that it does not name come last, in their own
/// order.
pub fn sort_keys(table: &mut Parts, schema: &Value) {
    let Some(keys) = schema.get("properties").and_then(Value::as_object) else { return };
    table.all.sort_by_key(|part| keys.keys().position(|key| part.key.as_ref() == Some(key)).unwrap_or(keys.len()));
    for part in &mut table.all {
        let Some(of_part) = part.key.as_ref().and_then(|it| keys.get(it)) else { continue };
        match &mut part.value {
            Stated::Text(text) if of_part.get("format").is_some_and(|format| format == "condition") => {
                // A condition that does not parse is left for `pack check` to report.
                if let Ok(condition) = parse(text) {
                    *text = condition.to_string();
                }
            }
            Stated::Table(inner) => sort_keys(inner, of_part),
            Stated::List(items) => {
                let inner = items.all.iter_mut().filter_map(|item| match &mut item.value {
                    Stated::Table(inner) => Some(inner),
                    _ => None,
                });
                inner.zip(std::iter::repeat(of_part.get("items"))).for_each(|(item, of)| {
                    if let Some(of) = of {
                        sort_keys(item, of);
                    }
                });
            }
            _ => {}
        }
    }
}
