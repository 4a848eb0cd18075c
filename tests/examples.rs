//! What `pack test` and `pack mutants` say of packs whose examples hold, do not hold, or leave
//! something untested.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::process::Command;

use obligato::example;
use obligato::mutant::{Fate, MutantKind, Trial, mutants};
use obligato::pack::{Files, load, read};
use obligato::shipped;

use crate::packs;

/// What `obligato pack COMMAND` prints of `files`, and how it ends.
fn told(command: &str, files: &Files) -> String {
    let disk = packs::on_disk(files);
    let mut program = Command::new(env!("CARGO_BIN_EXE_obligato"));
    let output = program.args(["pack", command, "--ascii"]).arg(disk.path()).output().expect("it runs");
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    format!("exit {}\n{said}", output.status.code().unwrap_or(-1))
}

fn club() -> Files {
    load(&packs::folder().join("club")).expect("the pack of the club can be read")
}

#[test]
fn the_examples_of_the_sound_pack_hold_and_notice_every_mutant() {
    insta::assert_snapshot!("good", told("test", &packs::good()) + "\n" + &told("mutants", &packs::good()));
}

#[test]
fn what_is_not_as_an_example_says_is_told_with_the_reason() {
    let files = packs::laid_over(&packs::folder().join("wrong_examples"));
    let mutants = told("mutants", &files);
    let summary = mutants.split_once(" changes tried. ").map(|(_, summary)| summary);
    insta::assert_snapshot!("wrong", told("test", &files) + "\n" + summary.expect("a summary"));
}

#[test]
fn a_pack_with_faults_is_not_tried() {
    let files = packs::laid_over(&packs::folder().join("bad/dangling_name"));
    assert_eq!(told("test", &files), format!("exit 1\n{}", told("check", &files).trim_start_matches("exit 1\n")));
    assert!(told("mutants", &files).starts_with("exit 1\n"));
}

#[test]
fn a_pack_without_examples_says_so() {
    let files: Vec<(String, String)> =
        packs::texts(&club()).into_iter().filter(|it| !it.0.starts_with("examples/")).collect();
    assert_eq!(told("test", &Files::new(files)), "exit 0\nThis pack has no examples.\n");
}

/// The examples of the club say nothing of anyone near eighteen, and nothing of a founder without
/// a card or a member without a seat.
#[test]
fn what_is_known_to_be_untested_is_what_is_missed() {
    let files = club();
    let pack = read(&files).expect("a sound pack");
    let (examples, findings) = example::read_examples(&pack, &files);
    assert!(findings.is_empty(), "{findings:?}");
    let mut trial = Trial::new(&pack, &files, &examples);
    let (mut missed, mut equivalent) = (Vec::new(), Vec::new());
    for it in mutants(&pack, &files) {
        match trial.fate(&it) {
            Fate::Missed => missed.push(it.changed_lines(&files).1),
            Fate::Equivalent => equivalent.push(it.changed_lines(&files).1),
            Fate::Check(_) | Fate::Example(_) => {}
        }
    }
    let near = ["member and age > 18", "member and age >= 17", "member and age >= 19"];
    assert_eq!(missed, near.map(|it| format!("if = \"{it}\"")));
    // Where the obligation applies, everyone is a member.
    assert_eq!(equivalent, ["if = \"founder\""]);
    assert!(told("mutants", &files).starts_with("exit 1\n"));
}

#[test]
fn every_kind_of_mutant_is_made() {
    let mut kinds = BTreeSet::new();
    for files in [packs::good(), by_months(), shipped::skeleton()] {
        let pack = read(&files).unwrap_or_else(|it| unreachable!("{it:?}"));
        kinds.extend(mutants(&pack, &files).iter().map(|it| it.kind));
    }
    assert_eq!(kinds, MutantKind::ALL.into_iter().collect());
}

/// The sound pack with a deadline that runs for as many months as an answer says, and another number.
fn by_months() -> Files {
    let mut texts = packs::texts(&packs::good());
    let mut edit = |path: &str, find: &str, new: &str| {
        let file = texts.iter_mut().find(|it| it.0 == path).expect("the file is there");
        assert!(file.1.contains(find), "{path} does not hold {find}");
        file.1 = file.1.replacen(find, new, 1);
    };
    edit("obligations/papers.toml", "days = 10", "months = \"term\"");
    edit("obligations/papers.toml", "if = \"miles >= 3\"", "if = \"miles >= 3 and term < 12\"");
    let term = "[[question]]\nid = \"term\"\nkind = \"number\"\nask = \"How long?\"\nhelp = \"In months.\"\nwho = [\"owner\"]\nunsure = \"It stays open.\"\nmin = 1\nmax = 36\nsays = \"it takes {value} months\"\n\n[[question]]\n";
    edit("sections/trip.toml", "[[question]]\n", term);
    edit("sections/boat.toml", "unsure_counts_as = \"wood\"", "unsure_counts_as = \"wood\"\nblank_counts_too = true");
    Files::new(texts)
}

/// Every mutant of `condition`.
fn check(condition: &str) -> String {
    let mut texts = packs::texts(&packs::good());
    let papers = texts.iter_mut().find(|it| it.0 == "obligations/papers.toml").expect("the file is there");
    let line = format!("if = \"{condition}\"");
    papers.1 = papers.1.replace("if = \"miles >= 3\"", &line);
    let files = Files::new(texts);
    let pack = read(&files).unwrap_or_else(|it| unreachable!("{it:?}"));
    let mut said = format!("{condition}\n");
    for it in mutants(&pack, &files) {
        let (before, after) = it.changed_lines(&files);
        if before == line {
            let after = after.trim_start_matches("if = \"").trim_end_matches('"');
            let _ = writeln!(said, "    {:<14} {after}", format!("{:?}", it.kind));
        }
    }
    said
}

#[test]
fn mutants_of_conditions() {
    let conditions = [
        "miles = 30",
        "miles != 30",
        "miles < 30",
        "miles <= 30",
        "miles > 30",
        "departure >= 2024-02-29",
        "miles is not_planned or hull is wood",
        "( motor  and  not ( hull in [ wood , iron ] ) )",
        "not (motor and sails_count and gear has all [flares, radio, anchor])",
        "gear has any [radio, flares] and (motor or not needs_radio or gear has anchor)",
    ];
    insta::assert_snapshot!(conditions.map(check).join("\n"));
}

/// Whatever is changed, the new text is read or refused, and the rest of the file stays.
#[test]
fn a_mutant_changes_one_place() {
    for files in [packs::good(), club(), obligato::shipped::files()] {
        let pack = read(&files).expect("a sound pack");
        for it in mutants(&pack, &files) {
            let changed = it.apply_to(&files);
            let differ: Vec<&str> = files.paths().filter(|path| files.text(path) != changed.text(path)).collect();
            assert_eq!(differ, [files.place(&it.spot).file], "{it:?}");
            let (before, after) = it.changed_lines(&files);
            assert!(before != after && changed.source(it.spot.file).contains(&after), "{it:?}");
        }
    }
}
