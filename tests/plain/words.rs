use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::plain::scene::words;

fn sources(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, text);
        } else {
            text.push_str(&fs::read_to_string(path).expect("text"));
        }
    }
}

fn asked_for() -> BTreeSet<String> {
    let mut text = fs::read_to_string("src/plain.rs").expect("text");
    sources(Path::new("src/plain"), &mut text);
    let quoted = text.split('"').skip(1).step_by(2);
    quoted.filter(|it| it.starts_with("plain.") && !it.contains('{')).map(str::to_owned).collect()
}

#[test]
fn every_word_that_is_asked_for_is_there() {
    let known: BTreeSet<&str> = words().names().collect();
    let missing: Vec<String> = asked_for().into_iter().filter(|it| !known.contains(it.as_str())).collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_word_that_is_there_is_asked_for() {
    let asked = asked_for();
    // These are named by a part that is only known while running.
    let built = ["plain.month.", "plain.taken.", "plain.export."];
    let unused = words().names().filter(|it| it.starts_with("plain.") && !asked.contains(*it));
    let unused: Vec<&str> = unused.filter(|it| !built.iter().any(|part| it.starts_with(part))).collect();
    assert_eq!(unused, Vec::<&str>::new());
}
