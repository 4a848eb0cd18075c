//! Answers that were made with another version of a pack: the rules of earlier versions are kept, and what
//! moved since is told first, with a reason for each result.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jiff::civil::Date;
use obligato::interview::Interview;
use obligato::judge::{judge, last_day};
use obligato::pack::Pack;
use obligato::report::{Standing, standing};
use obligato::shipped::{self, EarlierPack, earlier_packs};
use obligato::store::{Against, Folder, OpenFile, read_record};
use obligato::workspace::{Setup, Workspace};
use obligato::{boxes::Status, plain};
use serde_json::{Map, Value, json};
use tempfile::TempDir;

use crate::cli::run;
use crate::tui::driver::{TODAY, Wizard};

/// Every earlier version of a shipped pack.
const EARLIER: [(&str, &str); 5] = [
    ("authorization-form", "1.0.0"),
    ("new-mexico", "1.0.0"),
    ("new-mexico", "1.1.0"),
    ("new-mexico", "1.2.0"),
    ("vendor-contract", "1.0.0"),
];

/// The examples of its time that are kept for each earlier version: answers, and what they came to.
const EXAMPLES: &str = "tests/earlier";

fn kept() -> Vec<(String, EarlierPack)> {
    let named = |kept: EarlierPack| (format!("{}-{}", kept.pack.id, kept.pack.version), kept);
    earlier_packs().into_iter().map(named).collect()
}

#[test]
fn every_earlier_version_is_kept_and_loads() {
    let names: BTreeSet<String> = kept().into_iter().map(|(name, _)| name).collect();
    let wanted: BTreeSet<String> = EARLIER.iter().map(|(id, version)| format!("{id}-{version}")).collect();
    assert_eq!(names, wanted);
    let folders = fs::read_dir("questions/earlier").expect("a folder");
    let folders: BTreeSet<String> =
        folders.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(folders, wanted, "each folder is read as a pack of its name");
    for (name, kept) in kept() {
        assert_eq!(kept.digest.len(), 64, "{name}");
        let today = shipped::called(&kept.pack.id).expect("a shipped pack").pack();
        assert_ne!(today.version, kept.pack.version, "{name} is no earlier version");
        // What any version changed is told only to answers of a version that is kept.
        for change in &today.changes {
            assert!(change.says.len() < 300, "{name}: {}", change.says);
        }
    }
}

/// The sentences of old law are not kept: where an earlier version has a text that is no id, title or
/// condition, a dash stands.
#[test]
fn texts_of_old_law_are_not_kept() {
    for (name, kept) in kept() {
        let questions = kept.pack.questions.iter().flat_map(|of| [&of.ask, &of.help, &of.unsure]);
        let obligations = kept.pack.obligations.iter().map(|of| &of.asks);
        let readings = kept.pack.readings.iter().flat_map(|of| [&of.ask, &of.why]);
        let facts = kept.pack.facts.iter().flat_map(|of| [&of.yes, &of.no]);
        for text in questions.chain(obligations).chain(readings).chain(facts) {
            assert_eq!(text, "-", "{name}");
        }
    }
}

#[test]
fn earlier_versions_judge_the_examples_of_their_time() {
    for (name, kept) in kept() {
        let mut count = 0;
        for entry in fs::read_dir(Path::new(EXAMPLES).join(&name)).expect("examples") {
            let path = entry.expect("an entry").path();
            let example: Value = serde_json::from_str(&fs::read_to_string(&path).expect("a file")).expect("JSON");
            let (stands, last_days) = stands(&kept.pack, &example["answers"]);
            assert_eq!((&stands, &last_days), (&example["stands"], &example["last_days"]), "{}", path.display());
            count += 1;
        }
        assert!(count >= 3, "{name}");
    }
}

/// Where each obligation stands by these answers, and the last days.
fn stands(pack: &Pack, answers: &Value) -> (Value, Value) {
    let assessment = read_record(&answers.to_string(), "it", &Against::new(pack, Date::MAX)).expect("it fits");
    let replay = Interview::new(pack).replay(&assessment);
    let live = assessment.limited_to(&replay.answered);
    let (mut stands, mut last_days) = (Map::new(), Map::new());
    for of in &pack.obligations {
        let judgement = judge(pack, of, &replay.known);
        let place = match (judgement.applies, judgement.met) {
            (Status::No, _) => "ruled_out",
            (Status::Open, _) => "open",
            (Status::Yes, Status::Yes) => "in_place",
            (Status::Yes, Status::No) => "missing",
            (Status::Yes, Status::Open) => "applies",
        };
        let list = stands.entry(place).or_insert_with(|| json!([]));
        list.as_array_mut().expect("a list").push(of.id.clone().into());
        assert!(standing(of.kind, judgement) != Standing::InPlace || place == "in_place");
        if let Some(day) = last_day(pack, of, &live, &replay.known) {
            last_days.insert(of.id.clone(), day.to_string().into());
        }
    }
    (stands.into(), last_days.into())
}

/// An answer file of `version` of the pack `id`, with these answers and decided points.
fn file(id: &str, version: &str, answers: &Value, readings: &Value) -> Value {
    let kept = shipped::earlier_pack(id, version);
    let entries = answers.as_object().expect("answers").iter();
    let entries: Map<String, Value> = entries.map(|(id, value)| (id.clone(), json!({ "value": value }))).collect();
    json!({
        "format": "obligato answers", "version": 1,
        "pack": { "id": id, "version": version, "digest": kept.map_or_else(|| "0".repeat(64), |kept| kept.digest) },
        "created": "2026-11-01T00:00:00Z", "updated": "2026-11-01T00:00:00Z",
        "answers": entries, "readings": readings, "set_aside": [],
    })
}

/// The answers of an example of `version` that is kept.
fn example(id: &str, version: &str, name: &str) -> Value {
    let path = format!("{EXAMPLES}/{id}-{version}/{name}.json");
    let example: Value = serde_json::from_str(&fs::read_to_string(path).expect("a file")).expect("JSON");
    example["answers"].clone()
}

fn shop() -> Value {
    file("new-mexico", "1.2.0", &example("new-mexico", "1.2.0", "shop-all-in-order"), &json!({}))
}

/// What the report on `file` says of what moved.
fn told(file: &Value, more: &[&str]) -> String {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("old.json"), file.to_string()).expect("a file");
    let against = fs::canonicalize("questions/earlier/new-mexico-1.2.0").expect("a folder").display().to_string();
    let more = more.iter().map(|arg| if *arg == "KEPT" { against.as_str() } else { arg });
    let args: Vec<&str> = ["report", "old.json", "--rejudge"].into_iter().chain(more).collect();
    let (code, out, err) = run(folder.path(), &args, b"");
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let from = out.find("What moved since").expect("it is told");
    let to = out.find("For counsel").expect("the rest follows");
    out[from..to].trim_end().to_owned()
}

/// The report on `file` tells each of `wanted`, however lines break.
fn check(what: &str, file: &Value, wanted: &[&str]) {
    let told = told(file, &[]);
    let squeezed = told.split_whitespace().collect::<Vec<&str>>().join(" ");
    for text in wanted {
        assert!(squeezed.contains(text), "{what} does not say {text:?}:\n{told}");
    }
    assert!(!told.contains('\u{1b}'), "{what}");
}

#[test]
fn what_moved_is_told_with_the_reasons() {
    let breach = json!({ "nm_resident": true, "full_name": true, "data_elements": ["ssn"], "unreadable": true,
        "data_role": "own_or_license", "gov_nm": false, "glba": false, "hipaa_role": "neither",
        "breach_status": true, "breach_discovered": "2026-11-01" });
    insta::assert_snapshot!("shop", told(&shop(), &[]));
    insta::assert_snapshot!("breach", told(&file("new-mexico", "1.0.0", &breach, &json!({})), &[]));
    let term = example("new-mexico", "1.1.0", "insurer-form-25-months");
    let long = file("new-mexico", "1.0.0", &term, &json!({}));
    check("1.0.0", &long, &["AUT-1", "A longer one no longer counts as a form that you have. [13.1.3.20(B)]"]);
    let promise = example("vendor-contract", "1.0.0", "general-promise");
    let contract = file("vendor-contract", "1.0.0", &promise, &json!({}));
    check("a contract", &contract, &["What moved since version 1.0.0", "It now turns on an open legal point"]);
}

#[test]
fn nothing_moved_is_told_too() {
    let valid = example("authorization-form", "1.0.0", "valid-at-24-months");
    let form = file("authorization-form", "1.0.0", &valid, &json!({}));
    check("a form", &form, &["Nothing moved: every result, every last day and every question is as it was"]);
}

#[test]
fn whatever_an_old_file_holds_is_told_in_words() {
    let with = |key: &str, value: Value| {
        let mut old = shop();
        old["answers"][key] = json!({ "value": value });
        old
    };
    let stamped = |version: &str, digest: &str| {
        let mut old = shop();
        old["pack"]["version"] = version.into();
        old["pack"]["digest"] = digest.into();
        old
    };
    let broken = with("glba", json!(17));
    check("a broken value", &broken, &["Your earlier answer \"17\" does not count", "Questions that matter now"]);
    let gone = with("no_such", json!("a\u{1b}[31mb"));
    check("a question that is gone", &gone, &["no_such Your earlier answer \"a\\u{1b}[31mb\" does not count"]);
    let early = with("breach_discovered", json!("2016-02-03"));
    check("an early day", &early, &["2016-02-03 is not between"]);
    let late = with("breach_discovered", json!("2031-02-03"));
    check("a day to come", &late, &["2031-02-03 is still to come"]);
    let mut decided = shop();
    decided["readings"] = json!({ "no_such_point": true, "widget_is_disclosure": "perhaps", "associate_exempt": true });
    check(
        "decided points",
        &decided,
        &[
            "no_such_point Your earlier answer \"Yes\" does not count: The program no longer knows this legal point",
            "Your earlier answer \"perhaps\" does not count: An open legal point is decided with true or false",
        ],
    );
    check("a version never heard of", &stamped("0.7.3", "00"), &["the rules of version 0.7.3 are not kept"]);
    check("no version", &stamped("\\o/", "00"), &["made with version \\o/ of the questions"]);
    check("a later version", &stamped("3.0.0", "00"), &["which is newer than version"]);
    let today = shipped::default_pack().pack().version.clone();
    check("another edition of today's", &stamped(&today, "abcdef012345"), &["another edition", "(abcdef01)"]);
    check("another edition", &stamped("1.2.0", "abcdef012345"), &["another edition of version 1.2.0 (abcdef01)"]);
}

#[test]
fn an_earlier_pack_can_be_given_as_a_folder() {
    let told_so = told(&shop(), &["--against", "KEPT"]);
    assert!(told_so.contains("CON-1 Put a security clause"), "{told_so}");
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("old.json"), shop().to_string()).expect("a file");
    let other = fs::canonicalize("questions/earlier/new-mexico-1.0.0").expect("a folder").display().to_string();
    for (args, wanted) in [
        (["--rejudge", "--against", &other], "the folder holds `new-mexico`, version 1.0.0"),
        (["--rejudge", "--against", "nowhere"], "cannot read nowhere"),
        (["--full", "--against", &other], "--rejudge"),
    ] {
        let args: Vec<&str> = ["report", "old.json"].into_iter().chain(args).collect();
        let (code, _, err) = run(folder.path(), &args, b"");
        assert!(code != Some(0) && err.contains(wanted), "{err}");
    }
    let (code, _, err) = run(folder.path(), &["report", "old.json"], b"");
    assert!(code != Some(0) && err.contains("--rejudge"), "{err}");
}

fn setup(folder: &Path) -> Setup<'static> {
    let pack = shipped::default_pack().pack();
    fs::write(folder.join("old.json"), shop().to_string()).expect("a file");
    let against = Against { rejudge: true, ..Against::new(pack, TODAY) };
    let open = OpenFile::open(&folder.join("old.json"), &against, "a test").expect("it opens");
    Setup {
        pack,
        words: shipped::words(),
        folder: Folder::new(folder.to_owned()),
        open: Some(open),
        now: || "2026-11-24T10:00:00Z".to_owned(),
        today: || TODAY,
        who: "a test".to_owned(),
        ascii: false,
        pack_folder: None,
    }
}

#[test]
fn front_ends_tell_what_moved_first() {
    let folder = TempDir::new().expect("a folder");
    let mut lines = Vec::new();
    plain::run(setup(folder.path()), &mut "q\n".as_bytes(), &mut lines).expect("nothing fails");
    insta::assert_snapshot!("plain", String::from_utf8(lines).expect("text").split("Question ").next().unwrap_or(""));
    let mut wizard = Wizard::over(setup(folder.path()), folder.path().to_owned(), 80, 24);
    insta::assert_snapshot!("screen", wizard.screen());
    assert!(wizard.press(&["enter"]).screen().contains("What is the tool called?"));
    drop(wizard);
    let mut narrow = Wizard::over(setup(folder.path()), folder.path().to_owned(), 60, 20);
    insta::assert_snapshot!("screen_60x20", narrow.press(&["end"]).screen());
}

#[test]
fn points_that_are_gone_stay_in_the_file() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("old.json");
    let mut old = shop();
    old["readings"] = json!({ "no_such_point": true });
    fs::write(&path, old.to_string()).expect("a file");
    let pack = shipped::default_pack().pack();
    let against = Against { rejudge: true, ..Against::new(pack, TODAY) };
    let (document, assessment) = OpenFile::open(&path, &against, "a test").expect("it opens");
    assert!(Workspace::new(pack, document, assessment, || "2026-11-24T10:00:00Z".to_owned()).save());
    let saved: Value = serde_json::from_str(&fs::read_to_string(&path).expect("a file")).expect("JSON");
    let aside = saved["laid_aside"].as_array().expect("a list");
    assert!(aside.iter().any(|one| one["question"] == "no_such_point" && one["answer"]["value"] == true), "{saved}");
}

#[test]
fn moves_are_data_in_json() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("old.json"), shop().to_string()).expect("a file");
    let (_, out, _) = run(folder.path(), &["report", "old.json", "--rejudge", "--format", "json"], b"");
    let mut report: Value = serde_json::from_str(&out).expect("JSON");
    // What the test runs hides digests.
    report["pack"]["digest"] = "0".repeat(64).into();
    assert_eq!(crate::schemas::wrong(&crate::schemas::called("report"), &report), "");
    let moved = report["rejudged"]["moves"]["obligations"].as_array().expect("a list");
    assert!(moved.iter().all(|one| one["reasons"].as_array().is_some_and(|reasons| !reasons.is_empty())), "{out}");
}
