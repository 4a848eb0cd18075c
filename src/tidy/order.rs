//! Puts keys into the order in which a schema names them, and conditions into their one form.

use serde_json::Value;

use crate::condition::parse;
use crate::tidy::tree::{Parts, Stated};

/// Orders what `table` holds as `schema` says. Keys that it does not name come last, as they stand.
pub fn order(table: &mut Parts, schema: &Value) {
    let Some(keys) = schema.get("properties").and_then(Value::as_object) else { return };
    table.all.sort_by_key(|part| keys.keys().position(|key| part.key.as_ref() == Some(key)).unwrap_or(keys.len()));
    for part in &mut table.all {
        let Some(of_part) = part.key.as_ref().and_then(|it| keys.get(it)) else { continue };
        match &mut part.value {
            Stated::Text(text) if of_part.get("format").is_some_and(|format| format == "condition") => {
                // One that cannot be read is for `pack check` to tell.
                if let Ok(condition) = parse(text) {
                    *text = condition.to_string();
                }
            }
            Stated::Table(inner) => order(inner, of_part),
            Stated::List(items) => {
                let inner = items.all.iter_mut().filter_map(|item| match &mut item.value {
                    Stated::Table(inner) => Some(inner),
                    _ => None,
                });
                inner.zip(std::iter::repeat(of_part.get("items"))).for_each(|(item, of)| {
                    if let Some(of) = of {
                        order(item, of);
                    }
                });
            }
            _ => {}
        }
    }
}
