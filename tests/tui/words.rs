//! Every name of words in the sources has its words.

use std::path::Path;

use crate::packs::WORDS;

#[test]
fn every_name_has_words() {
    let names: Vec<&str> = WORDS.names().collect();
    let mut used = Vec::new();
    collect(Path::new("src/tui"), &mut used);
    assert!(used.len() > 100, "{used:?}");
    for name in used {
        assert!(names.contains(&name.as_str()), "no words called `{name}`");
    }
}

#[test]
fn there_are_no_idle_words() {
    let mut used = Vec::new();
    collect(Path::new("src/tui"), &mut used);
    for name in WORDS.names().filter(|it| it.starts_with("tui.") && !it.starts_with("tui.format.")) {
        assert!(used.iter().any(|it| it == name), "nothing says `{name}`");
    }
}

/// The names in quotes that begin with the name of a file of words.
fn collect(folder: &Path, used: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("the sources") {
        let path = entry.expect("a source").path();
        if path.is_dir() {
            collect(&path, used);
            continue;
        }
        let text = std::fs::read_to_string(path).expect("a source is text");
        let quoted = text.split('"').skip(1).step_by(2);
        let names = quoted.filter(|it| it.starts_with("tui.") || it.starts_with("common."));
        used.extend(names.filter(|it| !it.contains('{')).map(str::to_owned));
    }
}
