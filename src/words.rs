//! The words of the interface, kept in `assets/words/*.toml` and looked up by name.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::de::{DeTable, DeValue, Error};

/// The words, each under the name of its file, its table and its key: `plain.menu.back`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words(BTreeMap<String, String>);

impl Words {
    /// Adds the words of the file called `name`, whose text is `text`.
    ///
    /// # Errors
    /// Where the text is not TOML.
    pub fn add(&mut self, name: &str, text: &str) -> Result<(), Error> {
        collect(name, DeTable::parse(text)?.get_ref(), &mut self.0);
        Ok(())
    }

    /// The words called `name`. An unknown name gives itself: a test looks for such.
    pub fn say<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(name).map_or(name, String::as_str)
    }

    /// The words called `name`, with each `{key}` replaced by its value.
    pub fn fill(&self, name: &str, values: &[(&str, &str)]) -> String {
        let mut text = String::new();
        let mut rest = self.say(name);
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let value =
                after.split_once('}').and_then(|(key, tail)| Some((values.iter().find(|it| it.0 == key)?.1, tail)));
            rest = if let Some((value, tail)) = value {
                text.push_str(value);
                tail
            } else {
                text.push('{');
                after
            };
        }
        text + rest
    }

    /// `one` or `many`, by `count`, with `{n}` replaced by it.
    pub fn count(&self, one: &str, many: &str, count: usize) -> String {
        self.fill(if count == 1 { one } else { many }, &[("n", &count.to_string())])
    }

    /// The names of all words.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

fn collect(name: &str, table: &DeTable<'_>, words: &mut BTreeMap<String, String>) {
    for (key, value) in table {
        let name = format!("{name}.{}", key.get_ref());
        match value.get_ref() {
            DeValue::String(text) => {
                words.insert(name, text.trim_end_matches('\n').to_owned());
            }
            DeValue::Table(inner) => collect(&name, inner, words),
            _ => {}
        }
    }
}
