//! Every fault a pack can have. Each folder of `tests/packs/bad` is the sound pack with something
//! wrong, and the text a user sees; `UPDATE=1` writes that text anew.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

use obligato::check;
use obligato::finding::Finding;
use obligato::pack::{Files, read};
use obligato::shipped;

use crate::packs;

/// What is wrong with the pack that `files` state, in its form or else in its meaning.
pub fn findings(files: &Files) -> Vec<Finding> {
    match read(files) {
        Ok(pack) => check::check(&pack, files),
        Err(findings) => findings,
    }
}

/// A bad pack: where it lies, what it states, and what is wrong with that.
pub struct BadPack {
    pub folder: PathBuf,
    pub files: Files,
    pub findings: Vec<Finding>,
}

impl BadPack {
    /// The name of its folder, which says what is wrong.
    pub fn name(&self) -> String {
        self.folder.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// What a user sees.
    fn expected(&self) -> String {
        fs::read_to_string(self.folder.join("expected.txt")).unwrap_or_default()
    }
}

/// The bad packs, in the order of their names. They are checked once for all tests.
pub fn bad_packs() -> &'static [BadPack] {
    static ALL: LazyLock<Vec<BadPack>> = LazyLock::new(|| {
        let entries = fs::read_dir(packs::folder().join("bad")).expect("the folder of bad packs is there");
        let mut folders: Vec<PathBuf> = entries.map(|it| it.expect("an entry of it").path()).collect();
        folders.sort();
        let packs = folders.into_iter().map(|folder| {
            let files = packs::laid_over(&folder);
            let findings = findings(&files);
            BadPack { folder, files, findings }
        });
        packs.collect()
    });
    &ALL
}

#[test]
fn every_bad_pack_is_told_so_in_these_words() {
    let mut differ = Vec::new();
    for it in bad_packs() {
        let said = check::render(&it.findings, &it.files, true);
        if std::env::var_os("UPDATE").is_some() {
            fs::write(it.folder.join("expected.txt"), &said).expect("the expected text can be written");
        }
        let wanted = it.expected();
        if said != wanted {
            differ.push(format!("{}\n--- expected\n{wanted}\n--- said\n{said}", it.name()));
        }
        assert!(said != "no findings\n", "{} is not bad", it.name());
    }
    assert!(differ.is_empty(), "{}", differ.join("\n\n"));
}

/// The same from the program itself, over folders on the disk.
#[test]
fn pack_check_prints_it_and_ends_with_one() {
    for it in bad_packs() {
        let disk = packs::on_disk(&it.files);
        let mut program = Command::new(env!("CARGO_BIN_EXE_obligato"));
        let output = program.args(["pack", "check", "--ascii"]).arg(disk.path()).output().expect("it runs");
        let said = String::from_utf8(output.stdout).expect("UTF-8");
        assert_eq!(output.status.code(), Some(1), "{}", it.name());
        assert_eq!(said, it.expected(), "{}", it.name());
    }
}

#[test]
fn the_sound_packs_have_no_findings() {
    for files in [packs::good(), shipped::files()] {
        assert_eq!(check::render(&findings(&files), &files, true), "no findings\n");
    }
}

/// What is underlined is the very name that is not known, also within a condition.
#[test]
fn an_unknown_name_is_underlined_exactly() {
    let mut seen = 0;
    for pack in bad_packs() {
        for it in pack.findings.iter().filter(|it| it.code == "unknown-name") {
            let underlined = pack.files.text(&it.place.file).get(it.place.span.0..it.place.span.1).unwrap_or_default();
            let name = it.message.split('`').nth(1).unwrap_or_default();
            assert_eq!(underlined.trim_matches('"'), name, "{}: {}", pack.name(), it.message);
            seen += 1;
        }
    }
    assert!(seen > 20);
}

/// A code that no bad pack shows is a fault nobody has seen.
#[test]
fn every_code_is_shown_by_a_bad_pack() {
    let shown: String = bad_packs().iter().map(BadPack::expected).collect();
    for code in CODES {
        assert!(shown.contains(&format!("[{code}]:")), "no bad pack shows `{code}`");
    }
}

/// Every code of a finding, but `unproven`: `certificate` shows it with packs that were compiled wrongly.
const CODES: [&str; 56] = [
    "alike-options",
    "always-applies",
    "bad-id",
    "bad-options",
    "bad-range",
    "bad-string",
    "bad-token",
    "bad-value",
    "bare-citation",
    "broken-relation",
    "cited-out-of-scope",
    "cycle",
    "dead-step",
    "duplicate-id",
    "empty",
    "entangled",
    "format",
    "hard-to-read",
    "hidden-character",
    "idle-comparison",
    "idle-exception",
    "idle-met",
    "idle-part",
    "idle-relation",
    "idle-unsure",
    "idle-warning",
    "incomplete",
    "left-to-counsel",
    "missing-file",
    "missing-kept",
    "missing-key",
    "missing-role",
    "mixed-joins",
    "never-applies",
    "never-matters",
    "no-number",
    "number-differs",
    "stray-file",
    "syntax",
    "text-form",
    "toml",
    "too-deep",
    "too-large",
    "too-many-exceptions",
    "unaccounted-source",
    "unclear-step",
    "unclosed",
    "unheard-reading",
    "unknown-key",
    "unknown-name",
    "unsafe-reading",
    "unused-fact",
    "unused-reading",
    "wrong-kind",
    "wrong-same-as",
    "wrong-type",
];
