//! What the code must keep to: who may use whom, where the world outside may be named, lengths, that
//! files do not go round in circles, and that words on the screen and names in the code fit. The lists
//! here are the rules; a breach is told with its file and line.

mod circles;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

/// What may be named only under the paths given: the world outside the core, and the libraries
/// that reach it.
const ONLY_IN: [(&str, &[&str]); 28] = [
    ("std::fs", &["src/bake", "src/pack/load.rs", "src/regular_file.rs", "src/store"]),
    ("std::env", &["src/bake", "src/cli"]),
    ("std::process", &["src/bake", "src/main.rs", "src/cli", "src/signals.rs"]),
    ("process::Command", &[]),
    ("std::net", &[]),
    ("std::thread", &["src/plain/lines.rs", "src/signals.rs", "src/tui/inbox.rs"]),
    ("std::time", &["src/cli", "src/signals.rs", "src/tui"]),
    // `text` only says what an error of the system means; an archive is written to memory.
    (
        "std::io",
        &[
            "src/bake",
            "src/cli",
            "src/export/docx/archive.rs",
            "src/pack/load.rs",
            "src/plain",
            "src/regular_file.rs",
            "src/signals.rs",
            "src/store",
            "src/text.rs",
            "src/tui",
        ],
    ),
    ("SystemTime", &["src/cli"]),
    // A time in a reply is read, not told.
    ("Timestamp", &["src/cli", "src/store/reply.rs"]),
    ("Zoned", &["src/cli"]),
    ("TimeZone", &["src/cli"]),
    ("clap", &["src/cli"]),
    ("etcetera", &["src/cli"]),
    ("ratatui", &["src/tui"]),
    ("crossterm", &["src/tui"]),
    ("dialoguer::", &["src/plain"]),
    ("rustix", &["src/plain/prompts.rs", "src/regular_file.rs", "src/store"]),
    ("signal_hook", &["src/signals.rs", "src/tui/guard.rs"]),
    ("tempfile::", &["src/store/prepared.rs"]),
    ("toml::", &["src/bake", "src/pack/fields.rs"]),
    ("toml_edit::", &["src/tidy"]),
    ("annotate_snippets", &["src/finding.rs"]),
    ("zip::", &["src/export/docx/archive.rs"]),
    ("::csv::", &["src/export/table.rs"]),
    ("maud::", &["src/export/docx", "src/export/html", "src/letter/form.rs"]),
    ("typst", &["src/export/pdf"]),
    ("async fn", &[]),
];

/// The most lines a file may have above its tests, and a function.
const MOST_LINES: (usize, usize) = (400, 60);

/// Which files of the words are named only under the paths given: what the program says of its content
/// is said in `tell` (and `phrase`) alone, and each front end and each kind of document names the words
/// of its own keys, prompts and headings.
const WORDS_ONLY_IN: [(&str, &[&str]); 7] = [
    // A document says in a line what `tell` says of a reason in several; `phrase` names months.
    ("tell", &["src/tell", "src/phrase", "src/export/outline"]),
    ("tui", &["src/tui"]),
    ("plain", &["src/plain"]),
    ("cli", &["src/cli"]),
    ("letter", &["src/letter"]),
    // The command lists the kinds of drafts by the words that stand in them.
    ("draft", &["src/draft", "src/cli/draft.rs"]),
    ("views", &["src/views", "src/phrase"]),
];

/// Names of one text in two senses, and which they are. Another language may have a word for each.
const SAID_TWICE: [([&str; 2], &str); 3] = [
    (["cli.diff.open", "tui.does.open"], "how an obligation stands; what a key does"),
    (["cli.help", "tui.does.help"], "the label of advice on an error; what a key does"),
    (["common.origin_field.note", "export.cover.note"], "what is noted with an answer; what the pack says of itself"),
];

/// Enums of what can be asked and answered. A `match` on one lists all variants, tuples included, for
/// which Clippy's `wildcard_enum_match_arm` does not look.
const ALL_LISTED: [&str; 5] = ["AnswerValue", "Kind", "RangeBounds", "Shape", "Way"];

/// A file of the sources.
struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    /// The text above the first test within the file.
    fn production(&self) -> &str {
        self.text.split("#[cfg(test)]").next().unwrap_or_default()
    }

    /// The lines of it that are code, with their numbers.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.production().lines().enumerate().map(|(at, line)| (at + 1, line));
        lines.filter(|it| !it.1.trim_start().starts_with("//"))
    }

    /// The module of the map it belongs to.
    fn module(&self) -> String {
        let name = self.path.iter().nth(1).expect("a file under src").to_string_lossy();
        name.trim_end_matches(".rs").to_owned()
    }

    fn is_under(&self, homes: &[&str]) -> bool {
        // `src/tui` stands for `src/tui.rs` as well.
        let own = self.path.with_extension("");
        homes.iter().any(|home| self.path.starts_with(home) || own == Path::new(home))
    }
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    collect(Path::new("src"), &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry of it").path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let text = fs::read_to_string(&path).expect("a source");
            found.push(Source { path, text });
        }
    }
}

/// Says what is wrong, one line for each breach.
fn report(breaches: &[String]) {
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

/// The modules in the order of the map in `src/lib.rs`.
fn map() -> Vec<String> {
    let text = fs::read_to_string("src/lib.rs").expect("src/lib.rs");
    let rows = text.lines().filter_map(|it| it.strip_prefix("//! | [`")?.split('`').next());
    rows.map(str::to_owned).collect()
}

/// Every module a line of code names after `crate::`.
fn named(line: &str) -> impl Iterator<Item = &str> {
    let after = line.split("crate::").skip(1);
    after.map(|it| it.split(|it: char| !it.is_alphanumeric() && it != '_').next().unwrap_or_default())
}

#[test]
fn the_map_names_every_module() {
    let text = fs::read_to_string("src/lib.rs").expect("src/lib.rs");
    let declared = text.lines().filter_map(|it| it.strip_prefix("pub mod ")?.strip_suffix(';'));
    let declared: BTreeSet<String> = declared.map(str::to_owned).collect();
    assert_eq!(declared, map().into_iter().collect());
}

#[test]
fn modules_use_only_those_above_them_in_the_map() {
    let map = map();
    let rank = |module: &str| map.iter().position(|it| it == module);
    let mut breaches = Vec::new();
    for source in sources().iter().filter(|it| !["lib", "main"].contains(&it.module().as_str())) {
        let module = source.module();
        for (line, code) in source.code() {
            for used in named(code) {
                if used != module && rank(used).is_none_or(|it| Some(it) > rank(&module)) {
                    breaches.push(format!("{}:{line}: `{module}` may not use `{used}`", source.path.display()));
                }
            }
        }
    }
    report(&breaches);
}

#[test]
fn the_world_outside_is_named_only_at_the_edge() {
    let mut breaches = Vec::new();
    for source in sources() {
        for (word, homes) in ONLY_IN {
            for (line, _) in source.code().filter(|it| it.1.contains(word) && !source.is_under(homes)) {
                breaches.push(format!("{}:{line}: no `{word}` here", source.path.display()));
            }
        }
    }
    report(&breaches);
}

#[test]
fn words_are_named_only_where_they_belong() {
    let mut breaches = Vec::new();
    for source in sources() {
        for (file, homes) in WORDS_ONLY_IN {
            let name = format!("words.{file}");
            let is_named =
                |code: &str| code.match_indices(&name).any(|(at, _)| code[at + name.len()..].starts_with(['.', ';']));
            for (line, _) in source.code().filter(|(_, code)| is_named(code) && !source.is_under(homes)) {
                breaches.push(format!("{}:{line}: no words of `{file}` here", source.path.display()));
            }
        }
    }
    report(&breaches);
}

#[test]
fn every_text_of_the_words_is_written_once() {
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in fs::read_dir("assets/words/english").expect("the folder of the words") {
        let path = entry.expect("an entry of it").path();
        let file = path.file_stem().expect("a file of words").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("words");
        let table = DeTable::parse(&text).expect("a table of words");
        collect_texts(&file, table.get_ref(), &mut names);
    }
    names.retain(|_, names| names.len() > 1);
    for names in names.values_mut() {
        names.sort();
    }
    let mut breaches = Vec::new();
    for (listed, _) in SAID_TWICE {
        let before = names.len();
        names.retain(|_, names| *names != listed);
        if names.len() == before {
            breaches.push(format!("`SAID_TWICE`: {} are not the names of one text", listed.join(" and ")));
        }
    }
    breaches.extend(names.iter().map(|(text, names)| format!("`{text}` is written under {}", names.join(", "))));
    report(&breaches);
}

/// Adds the names of each text in `table`. A text for one and a text for more may be the same, as the
/// language has it: they count as one.
fn collect_texts(name: &str, table: &DeTable<'_>, names: &mut BTreeMap<String, Vec<String>>) {
    let one = table.get("one").and_then(|it| it.get_ref().as_str());
    for (key, value) in table {
        let (name, key) = (format!("{name}.{}", key.get_ref()), key.get_ref());
        match value.get_ref() {
            DeValue::Table(inner) => collect_texts(&name, inner, names),
            DeValue::String(text) if key == "other" && one == Some(text) => {}
            DeValue::String(text) => names.entry(text.trim_end().to_owned()).or_default().push(name),
            _ => {}
        }
    }
}

#[test]
fn files_say_what_they_are_for_and_are_short() {
    let mut breaches = Vec::new();
    for source in sources() {
        let path = source.path.display();
        let lines = source.production().lines().count();
        if !source.text.starts_with("//! ") {
            breaches.push(format!("{path}: starts without a `//!` line"));
        }
        if lines > MOST_LINES.0 {
            breaches.push(format!("{path}: {lines} lines, more than {}", MOST_LINES.0));
        }
        if ["mod.rs", "utils.rs", "common.rs", "helpers.rs"].iter().any(|it| source.path.ends_with(it)) {
            breaches.push(format!("{path}: a name that says nothing"));
        }
        for (line, code) in source.code() {
            if code.contains("super::") || (code.starts_with("use ") && code.contains("::*")) {
                breaches.push(format!("{path}:{line}: say `crate::` and each name"));
            }
        }
    }
    report(&breaches);
}

#[test]
fn functions_are_short() {
    let mut breaches = Vec::new();
    for source in sources() {
        for (name, line, lines) in functions(source.production()) {
            if lines > MOST_LINES.1 {
                breaches.push(format!("{}:{line}: `{name}` has {lines} lines", source.path.display()));
            }
        }
    }
    report(&breaches);
}

#[test]
fn no_match_on_a_sort_of_answer_has_an_arm_for_the_rest() {
    let mut breaches = Vec::new();
    for source in sources() {
        for (line, arms) in matches(source.production()) {
            let tells_apart = arms.iter().any(|arm| ALL_LISTED.iter().any(|it| names_variant(arm, it)));
            if tells_apart && arms.iter().any(|it| is_for_the_rest(it)) {
                breaches.push(format!("{}:{line}: list each variant instead of `_`", source.path.display()));
            }
        }
    }
    report(&breaches);
}

/// The line and the patterns of each `match`, as the formatter puts them.
fn matches(text: &str) -> Vec<(usize, Vec<&str>)> {
    let lines: Vec<&str> = text.lines().collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|it| it.1.contains("match ") && it.1.ends_with('{')) {
        let own = indent(line);
        let within = lines.iter().skip(at + 1).take_while(|it| it.is_empty() || indent(it) > own);
        let arms = within.filter(|it| indent(it) == own + 4).filter_map(|it| it.trim_start().split(" =>").next());
        found.push((at + 1, arms.collect()));
    }
    found
}

/// Whether `pattern` names a variant of the enum `name`, not of one whose name ends so.
fn names_variant(pattern: &str, name: &str) -> bool {
    pattern.match_indices(&format!("{name}::")).any(|(at, _)| {
        let before = pattern.get(..at).and_then(|it| it.chars().next_back());
        before.is_none_or(|it| !it.is_alphanumeric())
    })
}

/// Whether `pattern` is `_`, or a tuple of it.
fn is_for_the_rest(pattern: &str) -> bool {
    let pattern = pattern.split(" if ").next().unwrap_or_default();
    pattern.starts_with(['_', '(']) && pattern.chars().all(|it| "_(), .".contains(it))
}

/// The name, first line and length of each function: it ends at the bracket below its first letter,
/// as the formatter puts it.
fn functions(text: &str) -> Vec<(String, usize, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let start = line.trim_start().trim_start_matches("pub ").trim_start_matches("const ");
        let Some(rest) = start.strip_prefix("fn ") else { continue };
        let close = format!("{}}}", " ".repeat(line.len() - line.trim_start().len()));
        let length = if line.ends_with('}') { Some(0) } else { lines.iter().skip(at).position(|it| *it == close) };
        let name = rest.split(|it: char| !it.is_alphanumeric() && it != '_').next().unwrap_or_default();
        found.push((format!("fn {name}"), at + 1, length.map_or(0, |it| it + 1)));
    }
    found
}
