//! Strict JSON: no duplicate keys, bounded size and depth, and a place for every fault.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::store::error::StoreError;
use crate::store::format::MAX_BYTES;

/// Parses the JSON value in `text`; errors call it `file`.
///
/// # Errors
/// Where the text stops being JSON, or states a key twice.
pub fn parse(text: &str, file: &str) -> Result<Value, StoreError> {
    let bad = |place: String, message: String, help: &str| StoreError::Bad {
        file: file.to_owned(),
        place,
        message,
        help: help.to_owned(),
    };
    if text.len() > MAX_BYTES {
        let message = format!("this is larger than {} MiB", MAX_BYTES >> 20);
        return Err(bad(String::new(), message, "an answer file is a few kilobytes: is this the right file?"));
    }
    if text.starts_with('\u{FEFF}') {
        let help = "an editor added it: save the file as UTF-8 without a byte-order mark";
        return Err(bad("line 1, column 1".to_owned(), "the file starts with a byte-order mark".to_owned(), help));
    }
    serde_json::from_str::<Strict>(text).map(|Strict(value)| value).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        // The library writes the place behind the message, and gives neither apart.
        let written = error.to_string();
        let behind = format!(" at line {} column {}", error.line(), error.column());
        let message = written.strip_suffix(&behind).unwrap_or(&written);
        let (message, help) = match error.classify() {
            serde_json::error::Category::Eof => ("the file ends before it is whole", "was it cut off?"),
            serde_json::error::Category::Data => (message, "remove or fix it"),
            _ => (message, "this is not well-formed JSON: was it edited by hand?"),
        };
        bad(place, message.to_owned(), help)
    })
}

/// A JSON value in which no object states a key twice.
struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(StrictVisitor).map(Self)
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Value;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, it: bool) -> Result<Value, E> {
        Ok(it.into())
    }

    fn visit_i64<E>(self, it: i64) -> Result<Value, E> {
        Ok(it.into())
    }

    fn visit_u64<E>(self, it: u64) -> Result<Value, E> {
        Ok(it.into())
    }

    fn visit_f64<E: Error>(self, it: f64) -> Result<Value, E> {
        Number::from_f64(it).map(Value::Number).ok_or_else(|| E::custom("not a number"))
    }

    fn visit_str<E>(self, it: &str) -> Result<Value, E> {
        Ok(it.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Strict(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            if map.contains_key(&key) {
                return Err(A::Error::custom(format!("the key `{key}` appears twice")));
            }
            let Strict(value) = entries.next_value()?;
            map.insert(key, value);
        }
        Ok(Value::Object(map))
    }
}
