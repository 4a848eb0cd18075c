//! Signatures on the rules of a pack: what signing writes, who tells it, and what opens it again.

use std::fs;
use std::path::Path;

use obligato::pack::{Files, load, read};
use obligato::shipped;
use obligato::signature::{FILE, read_signatures};
use obligato::tidy::tidy;
use obligato::views::signature_states;
use tempfile::TempDir;

use crate::cli::run;
use crate::packs;

/// What these commands print over the pack in the folder `pack` of `folder`, each with its exit code.
/// What takes time or stands for a version is left out.
fn check(folder: &Path, commands: &[&str]) -> String {
    let each = commands.iter().map(|command| {
        let args: Vec<&str> = command.split(' ').collect();
        let args: Vec<String> = args.iter().map(|arg| arg.replace('_', " ")).collect();
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let (code, out, said) = run(folder, &args, b"");
        let told = [out, said].concat();
        let lines = told.lines().filter(|line| {
            let wanted = ["igned", "ignature", "error", "help"];
            wanted.iter().any(|word| line.contains(word))
        });
        let command = obligato::text::shown(command);
        format!("$ obligato {command}\nexit {}\n{}\n\n", code.unwrap_or(-1), lines.collect::<Vec<_>>().join("\n"))
    });
    each.collect()
}

/// A folder with the sound pack in `pack`.
fn with_pack() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (path, text) in packs::texts(&packs::good()) {
        put(folder.path(), "pack", &path, &text);
    }
    folder
}

fn put(folder: &Path, pack: &str, path: &str, text: &str) {
    let file = folder.join(pack).join(path);
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    fs::write(file, text).expect("a file");
}

/// Changes one text of the pack in `folder`.
fn change(folder: &Path, pack: &str, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(folder.join(pack).join(path)).expect("a file of the pack");
    assert!(text.contains(from), "{path} has no {from}");
    put(folder, pack, path, &text.replacen(from, to, 1));
}

#[test]
fn a_signature_stands_until_the_words_change() {
    let folder = with_pack();
    let told = check(
        folder.path(),
        &[
            "--pack pack pack sign SAF-1 saf-2 --by Ann_Lee --on 2026-11-20",
            "--pack pack pack sign SAF-1 --by Ann_Lee",
            "--pack pack pack sign SAF-1 --by Bo_\"Quote\"_Ray",
            "--pack pack pack table SAF-1",
            "--pack pack pack table PAP-1",
            "pack check pack",
        ],
    );
    insta::assert_snapshot!("signed", told);
    let text = fs::read_to_string(folder.path().join("pack").join(FILE)).expect("the file");
    assert_eq!(tidy(FILE, &text).expect("TOML"), text, "it is written in the one form of such files");
    // The digest of the pack is the same, and so are those of the words of others.
    let (before, after) = (packs::good(), load(&folder.path().join("pack")).expect("the pack"));
    assert_eq!(before.digest(), after.digest());
    for (path, text) in packs::texts(&after) {
        put(folder.path(), "old", &path, &text);
    }
    change(folder.path(), "pack", "obligations/safety.toml", "must be on board.", "must be on board, and work.");
    let told = check(
        folder.path(),
        &[
            "--pack pack pack table SAF-1",
            "--pack pack pack table SAF-2",
            "pack check pack",
            "pack diff old pack",
            "--pack pack pack sign SAF-1 --by Ann_Lee",
            "--pack pack pack table SAF-1",
            "pack check pack",
        ],
    );
    insta::assert_snapshot!("reopened", told);
}

#[test]
fn what_cannot_be_signed_is_told() {
    let folder = with_pack();
    let told = check(
        folder.path(),
        &[
            "pack sign BRE-1 --by Ann_Lee",
            "--pack pack pack sign SAF-9 --by Ann_Lee",
            "--pack pack pack sign SAF-1 --by _",
            "--pack pack pack sign SAF-1 --by A\u{202e}nn",
            "--pack pack pack sign SAF-1 --by Ann --on yesterday",
            "--pack pack pack sign SAF-1 --by Ann --on 2026-11-25",
        ],
    );
    assert!(!folder.path().join("pack").join(FILE).exists());
    put(folder.path(), "pack", FILE, "[[signature]]\nobligation = \"SAF-1\"\n");
    let told = [told, check(folder.path(), &["--pack pack pack sign SAF-1 --by Ann_Lee"])].concat();
    insta::assert_snapshot!(told);
    let text = fs::read_to_string(folder.path().join("pack").join(FILE)).expect("the file");
    assert_eq!(text, "[[signature]]\nobligation = \"SAF-1\"\n", "a faulty file is left alone");
}

/// Every part of what is signed opens the signature when it changes, and nothing else does.
#[test]
fn exactly_what_is_on_the_sheet_is_signed() {
    let folder = with_pack();
    check(folder.path(), &["--pack pack pack sign SAF-1 --by Ann"]);
    let files = load(&folder.path().join("pack")).expect("the pack");
    for (path, from, to, stands) in [
        ("obligations/safety.toml", "kind = \"duty\"", "kind = \"check\"", false),
        ("obligations/safety.toml", "title = \"Carry a radio\"", "title = \"Carry radios\"", false),
        ("obligations/safety.toml", "must be on board.", "must be aboard.", false),
        ("obligations/safety.toml", "met = \"gear has radio\"", "met = \"gear has anchor\"", false),
        ("obligations/safety.toml", "do = \"Test the radio.\"", "do = \"Try the radio.\"", true),
        ("obligations/safety.toml", "A telephone is not a radio.", "A phone is not a radio.", true),
        ("pack.toml", "version = \"", "version = \"9", true),
    ] {
        let changed = packs::texts(&files).into_iter().map(|(own, text)| {
            let text = if own == path { text.replacen(from, to, 1) } else { text };
            (own, text)
        });
        let changed = Files::new(changed.collect());
        assert_ne!(changed.text(path), files.text(path), "{from}");
        let pack = read(&changed).unwrap_or_else(|findings| unreachable!("{from}: {findings:?}"));
        let states = signature_states(&pack, &read_signatures(&pack, &changed).0, shipped::words());
        assert_eq!(states.iter().map(|state| state.is_current).collect::<Vec<_>>(), [stands], "{from}");
    }
}
