//! The packs that check papers already in the drawer hold themselves to what the New Mexico pack does.

use std::fs;

use obligato::check;
use obligato::example;
use obligato::interview::Interview;
use obligato::pack::{load, read};

/// No check finds a fault in the pack, all its examples hold, and every part of its conditions is tested.
fn sound(name: &str) {
    let files = load(format!("questions/{name}").as_ref()).expect("a pack");
    let pack = read(&files).unwrap_or_else(|faults| unreachable!("{}", check::render(&faults, &files, true)));
    let findings = check::check(&pack, &files);
    assert!(findings.is_empty(), "{}", check::render(&findings, &files, true));
    let (examples, _) = example::read(&pack, &files);
    assert!(examples.len() > 20, "{name} has examples");
    let mut interview = Interview::new(&pack);
    for it in &examples {
        let differences = example::run(&mut interview, it);
        assert!(differences.is_empty(), "{name}, {}: {differences:?}", it.path);
    }
    assert!(example::atoms(&pack, &files, &examples).iter().all(|it| it.shown), "{name}");
}

#[test]
fn every_pack_in_the_folder_is_sound() {
    for entry in fs::read_dir("questions").expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sound(&path.file_name().expect("a name").to_string_lossy());
        }
    }
}
