//! Parts of long texts: a snapshot holds what its test is about, and nothing twice. Digests of all parts hold the rest.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// Lines of a section at most, so that a digest leads to a place.
const LONGEST_SECTION: usize = 40;

/// Compares the digest of every section of `text` with those kept as `name`: any byte that changes is seen, and in
/// which section.
pub fn check_sections(name: &str, text: &str) {
    let mut seen = BTreeMap::<String, u32>::new();
    let told = sections(text).into_iter().map(|(heading, section)| {
        let count = seen.entry(heading.clone()).or_default();
        *count += 1;
        let numbered = if *count == 1 { heading } else { format!("{heading} ({count})") };
        format!("{numbered}: {}", digest(&section))
    });
    insta::assert_snapshot!(name, told.collect::<Vec<String>>().join("\n"));
}

/// The same for JSON: of the whole, of each part, and within the part `listed`, of each thing by its id.
pub fn check_json(name: &str, json: &str, listed: &str) {
    let parts: Map<String, Value> = serde_json::from_str(json).expect("an object");
    let mut told = vec![format!("the whole: {}", digest(json))];
    for (key, part) in &parts {
        if key == listed {
            let items = part.as_array().expect("a list");
            let id = |item: &Value| item["id"].as_str().expect("an id").to_owned();
            told.extend(items.iter().map(|item| format!("{}: {}", id(item), digest(&item.to_string()))));
        } else {
            told.push(format!("{key}: {}", digest(&part.to_string())));
        }
    }
    insta::assert_snapshot!(name, told.join("\n"));
}

/// The beginning of the SHA-256 of `text`.
fn digest(text: &str) -> String {
    let hash = Sha256::digest(text);
    hash.iter().take(8).fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

/// The sections of `text`, each with its heading. A section that would be too long goes on in another of the same name.
fn sections(text: &str) -> Vec<(String, String)> {
    let lines: Vec<&str> = text.trim_matches('\n').split('\n').collect();
    let mut sections: Vec<(String, Vec<&str>)> = vec![("the beginning".to_owned(), Vec::new())];
    for (at, &line) in lines.iter().enumerate() {
        let above = at.checked_sub(1).map_or("", |before| lines[before]);
        let below = lines.get(at + 1).copied().unwrap_or_default();
        let (heading, section) = sections.last_mut().expect("one at least");
        if is_heading(above, line, below) {
            sections.push((line.chars().take(50).collect(), vec![line]));
        } else if section.len() == LONGEST_SECTION {
            let heading = heading.clone();
            sections.push((heading, vec![line]));
        } else {
            section.push(line);
        }
    }
    sections.retain(|(_, section)| !section.is_empty());
    sections.into_iter().map(|(heading, section)| (heading, section.join("\n"))).collect()
}

/// Whether `line` is a heading: of Markdown, underlined, alone between blank lines and no sentence, or what is typed in
/// a conversation.
fn is_heading(above: &str, line: &str, below: &str) -> bool {
    let underlined = below.len() > 3 && ['=', '-'].iter().any(|&mark| below.chars().all(|other| other == mark));
    let alone = above.is_empty() && below.is_empty();
    let titled = alone && line.starts_with(|first: char| first.is_ascii_alphabetic()) && !line.ends_with(['.', ':']);
    line.starts_with('#') || line.starts_with(">> ") || underlined || titled
}

/// The lines of `text` from the first that begins with `from` up to the next that begins with `to`; to the end
/// where `to` is empty.
pub fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let start =
        line_that_begins_with(text, from).unwrap_or_else(|| unreachable!("no line begins with {from:?}:\n{text}"));
    let rest = &text[start..];
    if to.is_empty() {
        return rest;
    }
    let end = line_that_begins_with(rest, to).unwrap_or_else(|| unreachable!("no line begins with {to:?}:\n{rest}"));
    &rest[..end]
}

fn line_that_begins_with(text: &str, beginning: &str) -> Option<usize> {
    if text.starts_with(beginning) {
        return Some(0);
    }
    text.find(&format!("\n{beginning}")).map(|before| before + 1)
}

/// What a conversation holds from each of the `typed` lines up to the next line typed.
pub fn said_to(conversation: &str, typed: &[&str]) -> String {
    let turns = conversation.split("\n>> ").skip(1).filter(|turn| {
        let line = turn.lines().next().unwrap_or_default();
        typed.contains(&line)
    });
    turns.map(|turn| format!(">> {turn}\n")).collect::<Vec<String>>().concat()
}
