//! What a number counts, and how a number with its unit is written and typed.

use serde::{Deserialize, Serialize};

/// What a number counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// Nothing that is named.
    None,
    /// Things of this name, in the plural: "months".
    Named(String),
}

impl Unit {
    /// Returns the unit that a pack states.
    pub fn new(name: Option<&str>) -> Self {
        match name {
            None | Some("") => Self::None,
            Some(name) => Self::Named(name.to_owned()),
        }
    }

    /// Returns the name of the unit; empty if it has none.
    pub fn name(&self) -> &str {
        match self {
            Self::None => "",
            Self::Named(name) => name,
        }
    }

    /// Appends the unit to `number`: "24 months".
    pub fn after(&self, number: &str) -> String {
        match self {
            Self::None => number.to_owned(),
            Self::Named(name) => format!("{number} {name}"),
        }
    }

    /// Takes the unit off a typed number: "24" of "24 months", "1" of "1 month".
    pub fn taken_off<'a>(&self, typed: &'a str) -> &'a str {
        match self {
            Self::None => typed,
            Self::Named(name) => {
                let one = name.strip_suffix('s').unwrap_or(name);
                let number = [name.as_str(), one].into_iter().find_map(|unit| typed.strip_suffix(unit));
                number.map_or(typed, str::trim_end)
            }
        }
    }
}
