//! The packs that tests use: the small sound one, and what differs from it.

use std::fs;
use std::path::{Path, PathBuf};

use obligato::pack::{EXAMPLES, Files, load};
use serde_json::{Map, Value, json};
use tempfile::TempDir;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The folder of test packs.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs")
}

/// The small sound pack: one of everything.
pub fn good() -> Files {
    load(&folder().join("good")).expect("the sound pack can be read")
}

/// The sound pack, without its examples, with what `folder` holds laid over it: each file in place of the one it is named
/// after; then each `[[patch]]` of `patch.toml`, which replaces one place of one file, or takes the
/// file away.
pub fn laid_over(folder: &Path) -> Files {
    let mut files = texts(&good());
    files.retain(|it| !it.0.starts_with(EXAMPLES));
    for (path, text) in texts(&load(folder).expect("a bad pack can be read")) {
        if path != "patch.toml" {
            put(&mut files, &path, text);
        }
    }
    if let Ok(text) = fs::read_to_string(folder.join("patch.toml")) {
        let whole = DeTable::parse(&text).expect("patch.toml is TOML");
        let patches = whole.get_ref().get("patch").expect("patch.toml has [[patch]]");
        let DeValue::Array(patches) = patches.get_ref() else { unreachable!("[[patch]] makes a list") };
        for it in patches {
            let DeValue::Table(it) = it.get_ref() else { unreachable!("[[patch]] makes tables") };
            patch(&mut files, it);
        }
    }
    Files::new(files)
}

/// `files` in a folder on the disk.
pub fn on_disk(files: &Files) -> TempDir {
    let disk = TempDir::new().expect("a folder");
    put_in(disk.path(), files);
    disk
}

/// Writes `files` to `folder`.
pub fn put_in(folder: &Path, files: &Files) {
    for (path, text) in texts(files) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file of the pack");
    }
}

/// The paths and texts of `files`.
pub fn texts(files: &Files) -> Vec<(String, String)> {
    files.paths().map(|it| (it.to_owned(), files.text(it).to_owned())).collect()
}

/// What the TOML file `text` states, as JSON; nothing if it is not TOML, or holds a number that is
/// too large.
pub fn as_json(text: &str) -> Option<Value> {
    of_table(DeTable::parse(text).ok()?.get_ref())
}

fn of_table(table: &DeTable<'_>) -> Option<Value> {
    let each = table.iter().map(|(key, value)| Some((key.get_ref().to_string(), of_value(value.get_ref())?)));
    each.collect::<Option<Map<String, Value>>>().map(Value::Object)
}

fn of_value(value: &DeValue<'_>) -> Option<Value> {
    Some(match value {
        DeValue::String(it) => it.as_ref().into(),
        DeValue::Integer(it) => i64::from_str_radix(it.as_str(), it.radix()).ok()?.into(),
        DeValue::Float(it) => it.as_str().parse::<f64>().ok()?.into(),
        DeValue::Boolean(it) => (*it).into(),
        DeValue::Datetime(it) => json!({ "day": it.to_string() }),
        DeValue::Array(items) => items.iter().map(|it| of_value(it.get_ref())).collect::<Option<Vec<Value>>>()?.into(),
        DeValue::Table(table) => of_table(table)?,
    })
}

fn patch(files: &mut Vec<(String, String)>, of: &DeTable<'_>) {
    let text = |key: &str| match of.get(key).map(Spanned::get_ref) {
        Some(DeValue::String(text)) => Some(text.as_ref()),
        _ => None,
    };
    let path = text("file").expect("a patch names its file");
    let Some(find) = text("find") else {
        return files.retain(|it| it.0 != path);
    };
    let old = files.iter().find(|it| it.0 == path).map(|it| it.1.clone()).expect("a patched file is there");
    assert!(old.contains(find), "{path} does not hold {find:?}");
    put(files, path, old.replacen(find, text("replace").expect("a patch says what to write"), 1));
}

fn put(files: &mut Vec<(String, String)>, path: &str, text: String) {
    files.retain(|it| it.0 != path);
    files.push((path.to_owned(), text));
}

/// What makes a pack tangled: more questions and obligations for its files, which are named. Each of so many `rules`
/// is one of so many `terms`, each of which is so `wide` a conjunction of the same `questions`.
pub fn tangle(rules: usize, questions: usize, terms: usize, wide: usize) -> [(&'static str, String); 2] {
    let mut seed = 1_u32;
    let mut part = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        format!("{}t{}", if seed >> 31 == 0 { "" } else { "not " }, (seed >> 16) as usize % questions)
    };
    let mut term = || format!("({})", (0..wide).map(|_| part()).collect::<Vec<String>>().join(" and "));
    let mut rule = || (0..terms).map(|_| term()).collect::<Vec<String>>().join(" or ");
    let question = |at: usize| {
        format!(
            r#"
[[question]]
id = "t{at}"
kind = "yes-no"
ask = "Is it {at}?"
help = "Say so."
who = ["owner"]
unsure = "It stays open."
yes = "it is {at}"
no = "it is not {at}"
"#
        )
    };
    let obligation = |at: usize| {
        format!(
            r#"
[[obligation]]
id = "TAN-{at}"
kind = "duty"
title = "Keep it up"
asks = "It is kept up."
if = "{}"
sources = ["DWA 1"]
deadline = {{ says = "Always" }}
"#,
            rule()
        )
    };
    [
        ("sections/business.toml", (0..questions).map(question).collect()),
        ("obligations/walking.toml", (0..rules).map(obligation).collect()),
    ]
}
