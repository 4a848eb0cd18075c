//! Bounds as bytes, in the compiled packs: two for the variable, eight for its cells.

use std::fmt;

use serde::de::{Deserializer, Error, Visitor};
use serde::ser::Serializer;

use crate::boxes::cells::{Cells, Var};
use crate::boxes::region::Bound;

/// The bytes of a variable.
const VAR: usize = 2;

/// The bytes of a bound.
const BOUND: usize = VAR + 8;

/// Writes `bounds` as bytes.
pub fn serialize<S: Serializer>(bounds: &[Bound], serializer: S) -> Result<S::Ok, S::Error> {
    let mut bytes = Vec::with_capacity(bounds.len() * BOUND);
    for (var, cells) in bounds {
        bytes.extend(var.0.to_le_bytes());
        bytes.extend(cells.bits().to_le_bytes());
    }
    serializer.serialize_bytes(&bytes)
}

/// Reads what [`serialize`] wrote.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Bound>, D::Error> {
    deserializer.deserialize_bytes(BoundBytes)
}

struct BoundBytes;

impl Visitor<'_> for BoundBytes {
    type Value = Vec<Bound>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{BOUND} bytes for each bound")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<Bound>, E> {
        let (rows, []) = bytes.as_chunks::<BOUND>() else {
            return Err(E::invalid_length(bytes.len(), &self));
        };
        let bounds = rows.iter().map(|&[a, b, rest @ ..]| {
            let cells: [u8; BOUND - VAR] = rest;
            (Var(u16::from_le_bytes([a, b])), Cells::from_bits(u64::from_le_bytes(cells)))
        });
        Ok(bounds.collect())
    }
}
