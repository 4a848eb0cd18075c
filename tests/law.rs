//! The words that carry a point of law, and words that must not come back: `law/phrases.toml` lists them,
//! so that whoever changes one changes it on purpose.

use std::fs;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

/// A phrase that an entry of a file has, or that it lacks.
struct Phrase {
    /// The file, or a folder whose files are all looked through.
    file: PathBuf,
    /// The entry of the file; without one, all of it.
    id: Option<String>,
    has: Option<String>,
    lacks: Option<String>,
}

impl Phrase {
    fn read(of: &DeValue<'_>) -> Self {
        let table = of.as_table().expect("a phrase");
        let text = |key: &str| table.get(key).map(|value| value.get_ref().as_str().expect("a text").to_owned());
        let known = ["file", "id", "has", "lacks"];
        assert!(table.keys().all(|key| known.contains(&key.get_ref().as_ref())), "a phrase with another key");
        let phrase =
            Self { file: text("file").expect("a file").into(), id: text("id"), has: text("has"), lacks: text("lacks") };
        assert!(phrase.has.is_some() != phrase.lacks.is_some(), "{}: one of both", phrase.file.display());
        phrase
    }
}

/// Returns the files under `path`, but for the rules of earlier versions, which are what they were.
fn files(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let entries = fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry").path());
    let kept = entries.filter(|path| !path.ends_with("earlier"));
    kept.flat_map(|path| files(&path)).filter(|path| path.extension().is_some_and(|it| it == "toml")).collect()
}

/// Returns the entry called `id` in `text`, with the tables within it.
fn entry<'a>(text: &'a str, id: &str) -> Option<&'a str> {
    let start = text.find(&format!("\nid = \"{id}\"\n"))? + 1;
    let rest = &text[start..];
    let begins = |at: &usize| rest[at + 3..].split(']').next().is_some_and(|table| !table.contains('.'));
    let end = rest.match_indices("\n[[").map(|(at, _)| at).find(begins);
    Some(&rest[..end.unwrap_or(rest.len())])
}

fn check(phrase: &Phrase) -> Result<(), String> {
    let place = phrase.file.display();
    for file in files(&phrase.file) {
        let text = fs::read_to_string(&file).map_err(|error| format!("{place}: {error}"))?;
        let text = match &phrase.id {
            Some(id) => entry(&text, id).ok_or_else(|| format!("{place}: there is no `{id}`"))?,
            None => &text,
        };
        let id = phrase.id.as_deref().unwrap_or_default();
        if let Some(has) = phrase.has.as_ref().filter(|has| !text.contains(has.as_str())) {
            return Err(format!("{place} {id}: lacks \"{has}\""));
        }
        if let Some(lacks) = phrase.lacks.as_ref().filter(|lacks| text.contains(lacks.as_str())) {
            return Err(format!("{}: has \"{lacks}\"", file.display()));
        }
    }
    Ok(())
}

#[test]
fn the_words_that_carry_the_law_are_there() {
    let text = fs::read_to_string("tests/law/phrases.toml").expect("the list");
    let list = DeTable::parse(&text).expect("TOML");
    let phrases = list.get_ref().get("phrase").and_then(|all| all.get_ref().as_array()).expect("phrases");
    let phrases: Vec<Phrase> = phrases.iter().map(|each| Phrase::read(each.get_ref())).collect();
    let faults: Vec<String> = phrases.iter().filter_map(|phrase| check(phrase).err()).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
