//! The JSON Schemas of the files that people write and programs exchange, by which an editor
//! completes and checks them. A new schema is one file in `assets/schema`, named in [`ALL`].
//!
//! Those of packs also state the order of keys and which texts are conditions; `tidy` reads that
//! from them, so that it is stated only once.

use serde_json::Value;

/// Every schema, in the order of the list.
pub const ALL: [Schema; 18] = [
    of_pack("pack", "pack.toml", include_str!("../assets/schema/pack/pack.json")),
    of_pack("section", "sections/*.toml", include_str!("../assets/schema/pack/section.json")),
    of_pack("facts", "facts.toml", include_str!("../assets/schema/pack/facts.json")),
    of_pack("readings", "readings.toml", include_str!("../assets/schema/pack/readings.json")),
    of_pack("obligations", "obligations/*.toml", include_str!("../assets/schema/pack/obligations.json")),
    of_pack("sources", "sources.toml", include_str!("../assets/schema/pack/sources.json")),
    of_pack("glossary", "glossary.toml", include_str!("../assets/schema/pack/glossary.json")),
    of_pack("relations", "relations.toml", include_str!("../assets/schema/pack/relations.json")),
    of_pack("feeds", "feeds.toml", include_str!("../assets/schema/pack/feeds.json")),
    of_pack("names", "names.toml", include_str!("../assets/schema/pack/names.json")),
    of_pack("older", "older.toml", include_str!("../assets/schema/pack/older.json")),
    of_pack("warnings", "warnings.toml", include_str!("../assets/schema/pack/warnings.json")),
    of_pack("changes", "changes.toml", include_str!("../assets/schema/pack/changes.json")),
    of_pack("signatures", "signatures.toml", include_str!("../assets/schema/pack/signatures.json")),
    of_pack("example", "examples/*.toml", include_str!("../assets/schema/pack/example.json")),
    Schema { name: "answers", files: None, text: include_str!("../assets/schema/answers.json") },
    Schema { name: "reply", files: None, text: include_str!("../assets/schema/reply.json") },
    Schema { name: "report", files: None, text: include_str!("../assets/schema/report.json") },
];

/// The JSON Schema of one kind of file.
#[derive(Debug, Clone, Copy)]
pub struct Schema {
    /// The name by which it is requested.
    pub name: &'static str,
    /// The files of a pack that it describes, with `*` for any name; `None` for files outside of
    /// packs.
    pub files: Option<&'static str>,
    /// The schema itself, as JSON.
    pub text: &'static str,
}

const fn of_pack(name: &'static str, files: &'static str, text: &'static str) -> Schema {
    Schema { name, files: Some(files), text }
}

impl Schema {
    /// Returns the schema called `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        ALL.into_iter().find(|schema| schema.name == name)
    }

    /// Returns the schema of the file at `path` within a pack, or `None` if packs have no such
    /// file.
    pub fn of_file(path: &str) -> Option<Self> {
        ALL.into_iter().find(|schema| {
            schema.files.is_some_and(|files| match files.split_once('*') {
                Some((before, after)) => path.starts_with(before) && path.ends_with(after),
                None => path == files,
            })
        })
    }

    /// The schema as a JSON value.
    ///
    /// # Panics
    /// Never: a test reads every schema.
    pub fn value(&self) -> Value {
        serde_json::from_str(self.text).expect("a schema is JSON")
    }

    /// Returns its subject, in one line.
    pub fn title(&self) -> String {
        self.value().get("title").and_then(Value::as_str).unwrap_or_default().to_owned()
    }
}
