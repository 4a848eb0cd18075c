//! `obligato pack new`: what it writes is a sound pack that shows one of everything, and it never
//! writes over anything.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use obligato::pack::{ObligationKind, load, read};
use obligato::schema::{ALL, Schema};
use obligato::shipped;
use serde_json::Value;
use tempfile::TempDir;

use crate::packs;

/// Runs the program in `folder`: its exit code, and what it prints.
fn run(folder: &Path, args: &[&str]) -> (i32, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_obligato"));
    let output = program.args(args).current_dir(folder).env("LANG", "C.UTF-8").output().expect("it runs");
    let said = String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8");
    (output.status.code().unwrap_or(-1), said.replace(&folder.display().to_string(), "FOLDER"))
}

#[test]
fn what_it_writes_is_sound_tested_and_tidy() {
    let disk = TempDir::new().expect("a folder");
    let (code, said) = run(disk.path(), &["pack", "new", "deep/my-pack"]);
    assert_eq!(code, 0);
    insta::assert_snapshot!(said);
    let folder = disk.path().join("deep/my-pack");
    assert_eq!(packs::texts(&load(&folder).expect("a pack")), packs::texts(&shipped::skeleton()));
    for schema in ALL.iter().filter(|it| it.files.is_some()) {
        let path = folder.join(format!(".schema/{}.json", schema.name));
        assert_eq!(fs::read_to_string(path).expect("a schema"), schema.text);
    }
    let (code, said) = run(&folder, &["pack", "check", "."]);
    assert!(code == 0 && said.contains("no faults found"), "{said}");
    let (code, said) = run(&folder, &["pack", "test", "."]);
    assert_eq!((code, said.lines().count()), (0, 2), "{said}");
    assert_eq!(run(&folder, &["pack", "mutants", "."]).0, 0);
    assert_eq!(run(&folder, &["pack", "fmt", "--check"]).0, 0);
    assert_eq!(run(&folder, &["--pack", ".", "questions"]).0, 0);
}

#[test]
fn it_never_writes_over_anything() {
    let disk = TempDir::new().expect("a folder");
    fs::create_dir(disk.path().join("empty")).expect("a folder");
    assert_eq!(run(disk.path(), &["pack", "new", "empty"]).0, 0);
    fs::write(disk.path().join("empty/pack.toml"), "mine").expect("a file");
    fs::write(disk.path().join("file"), "mine").expect("a file");
    fs::create_dir_all(disk.path().join("hidden/.git")).expect("a folder");
    let mut told = String::new();
    for name in ["empty", "file", "hidden", "file/below"] {
        let (code, said) = run(disk.path(), &["pack", "new", name]);
        told = format!("{told}$ obligato pack new {name}\nexit {code}\n{said}\n");
    }
    insta::assert_snapshot!(told);
    assert_eq!(fs::read_to_string(disk.path().join("empty/pack.toml")).expect("a file"), "mine");
    assert_eq!(fs::read_to_string(disk.path().join("file")).expect("a file"), "mine");
    assert_eq!(fs::read_dir(disk.path().join("hidden")).expect("a folder").count(), 1);
}

/// The keys that `schema` explains, with those of the tables within.
fn keys(schema: &Value, found: &mut BTreeSet<String>) {
    for (key, part) in schema["properties"].as_object().into_iter().flatten() {
        found.insert(key.clone());
        keys(part, found);
        keys(&part["items"], found);
    }
}

#[test]
fn it_shows_one_of_everything() {
    let files = shipped::skeleton();
    // Nobody has signed an invented law: that file is written by `obligato pack sign`.
    for schema in ALL.iter().filter(|it| it.files.is_some() && it.name != "signatures") {
        let of_it = files.paths().filter(|it| Schema::of_file(it).is_some_and(|it| it.name == schema.name));
        let texts: Vec<&str> = of_it.map(|it| files.text(it)).collect();
        let mut wanted = BTreeSet::new();
        keys(&schema.value(), &mut wanted);
        for key in wanted {
            let shown = |form: String| texts.iter().any(|it| it.contains(&form));
            let shown =
                [format!("\n{key} = "), format!("`{key} = "), format!("{key}]"), format!(" {key} = ")].map(shown);
            assert!(shown.contains(&true), "{}: nothing shows `{key}`", schema.name);
        }
        for text in texts {
            let start = text.lines().next().unwrap_or_default();
            assert!(
                start.starts_with("#:schema .") && start.ends_with(&format!("/.schema/{}.json", schema.name)),
                "{start}"
            );
        }
    }
    let pack = read(&files).expect("a sound pack");
    let kinds: BTreeSet<&str> = pack.questions.iter().map(|it| it.kind.name()).collect();
    assert_eq!(kinds.len(), 6);
    let kinds: Vec<ObligationKind> = pack.obligations.iter().map(|it| it.kind).collect();
    for kind in [ObligationKind::Duty, ObligationKind::Check, ObligationKind::Practice, ObligationKind::Also] {
        assert!(kinds.contains(&kind));
    }
}
