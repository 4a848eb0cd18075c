//! Ranges of numbers and days, told as ranges wherever an answer that is not given yet is spoken of.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use obligato::assessment::Assessment;
use obligato::export::{DocFormat, Format, ReportExtent, draw, render};
use obligato::letter::{self, Frame, compose_letter};
use obligato::pack::{Pack, Who, load, read};
use obligato::session::Session;
use obligato::shipped;
use obligato::store::{Against, AnswerFile, Folder, OpenFile, Stamp, read_record, write_answers};
use obligato::workspace::Setup;

use crate::packs;
use crate::tui::driver::Wizard;

/// A pool: a day, and a number that may be missing, in its conditions.
static POOL: LazyLock<Pack> = LazyLock::new(|| {
    let files = load(&packs::folder().join("pool")).expect("the pack of the pool can be read");
    read(&files).expect("a sound pack")
});

const TODAY: Date = date(2026, 11, 24);

/// Nothing is known.
const OPEN: &str = r#"{"opened":"unsure","guests":"unsure","lifeguard":"unsure"}"#;

/// All is known.
const KNOWN: &str = r#"{"opened":"2012-05-01","guests":500}"#;

fn assessment(record: &str) -> Assessment {
    read_record(record, "record", &Against::new(&POOL, TODAY)).expect("a sound record")
}

/// What is said of each range by which nothing is settled yet, wherever the reader sees it.
const SETTLES: [&str; 12] = [
    "If the permit allows at most 24 guests a day: ruled out",
    "If the permit allows 25 to 1,000 guests a day: applies",
    "If the permit allows more than 1,000 guests a day: ruled out",
    "If the permit states no number of guests: ruled out",
    // Ranges that lead to the same are one.
    "If the permit allows at most 1,000 guests a day: ruled out",
    "If the permit allows more than 1,000 guests a day: applies",
    "If the permit states no number of guests: applies",
    "If the pool opened on a day before July 1, 2017: applies",
    "If the pool opened on July 1, 2017 or a later day: ruled out",
    "If the pool opened on a day before January 1, 2010: ruled out",
    "If the pool opened on a day from January 1, 2010 to December 31, 2019: applies",
    "If the pool opened on January 1, 2020 or a later day: ruled out",
];

/// The parts of what would change a result, in the order of the obligations.
const CHANGES: [&str; 6] = [
    "the permit allows at most 24 guests a day",
    "the permit allows more than 1,000 guests a day",
    "the permit states no number of guests",
    "the pool opened on July 1, 2017 or a later day",
    "the pool opened on a day before January 1, 2010",
    "the pool opened on January 1, 2020 or a later day",
];

/// Asserts that `text` says each of `sentences` and no first value of a range, however its lines are broken.
fn says_each(text: &str, sentences: &[&str]) {
    let text = text.split_whitespace().collect::<Vec<&str>>().join(" ").replace("The p", "the p");
    for it in sentences {
        assert!(text.contains(it), "nothing says `{it}`:\n{text}");
    }
    for it in ["If .", "if .", "allows 0 guests", "allows 25 guests", "January 1, 1990", "{value}"] {
        assert!(!text.contains(it), "`{it}` in\n{text}");
    }
}

/// An answer file with `record` in a folder of its own.
fn on_disk(name: &str, record: &str) -> PathBuf {
    let folder = PathBuf::from("target/ranges").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    let now = "2026-11-24T10:00:00Z".to_owned();
    let (stamp, assessment) = (Stamp::from_pack(&POOL), assessment(record));
    let file = AnswerFile { stamp, created: now.clone(), updated: now, assessment };
    let path = folder.join("pool.json");
    std::fs::write(&path, write_answers(&file, &POOL, &[])).expect("a writable folder");
    path
}

fn setup(path: &Path) -> Setup<'static> {
    let open = OpenFile::open(path, &Against::new(&POOL, TODAY), "by a test").expect("a sound file");
    Setup {
        pack: &POOL,
        words: shipped::words(),
        folder: Folder::new(path.parent().expect("a folder").to_owned()),
        open: Some(open),
        now: || "2026-11-24T10:00:00Z".to_owned(),
        today: || TODAY,
        who: "by a test".to_owned(),
        ascii: false,
        pack_folder: None,
    }
}

#[test]
fn reports_tell_ranges() {
    for (record, sentences) in [(OPEN, &SETTLES[..]), (KNOWN, &CHANGES[..])] {
        let report = Session::new(&POOL, assessment(record)).report();
        for form in [DocFormat::Markdown, DocFormat::Text, DocFormat::Html] {
            let text = render(&report, Format::Document(form), &ReportExtent::Full.into(), shipped::words());
            let text = String::from_utf8(text).expect("text").replace("<li>", " ");
            says_each(&text, sentences);
        }
    }
}

#[test]
fn json_holds_the_first_and_the_last_of_a_range_and_its_words() {
    let outcomes = |record: &str| -> Vec<String> {
        let report = Session::new(&POOL, assessment(record)).report();
        let json: serde_json::Value =
            serde_json::from_slice(&render(&report, Format::Json, &ReportExtent::Full.into(), shipped::words()))
                .expect("JSON");
        let items = json["obligations"].as_array().expect("a list").clone();
        items.iter().flat_map(|it| [it["settled_by"].to_string(), it["would_change"].to_string()]).collect()
    };
    insta::assert_snapshot!("json", [outcomes(OPEN), outcomes(KNOWN)].concat().join("\n"));
}

#[test]
fn a_letter_tells_what_each_range_would_mean() {
    let session = Session::new(&POOL, assessment(OPEN));
    let frame = Frame { assessment: "pool".to_owned(), reply_by: jiff::civil::date(2026, 12, 8) };
    let letter = compose_letter(&session, Who::Vendor, frame);
    let text = draw(&letter::letter_document(&letter, shipped::words()), DocFormat::Text, shipped::words());
    let text = String::from_utf8(text).expect("text");
    let means = text.split("\n\n").filter(|it| it.starts_with("What each answer would mean"));
    insta::assert_snapshot!("letter", means.collect::<Vec<&str>>().join("\n\n"));
    let form = letter::letter_form(&letter, shipped::words());
    assert!(form.contains("25 to 1,000 guests") && form.contains("before January 1, 2010"), "{form}");
}

#[test]
fn plain_mode_tells_ranges() {
    for (name, record, sentences) in [("plain-open", OPEN, &SETTLES[..]), ("plain-known", KNOWN, &CHANGES[..])] {
        let path = on_disk(name, record);
        let mut input: &[u8] = b"r\n1\n2\n3\n4\nq\n";
        let mut shown = Vec::new();
        obligato::plain::run(setup(&path), &mut input, &mut shown).expect("nothing fails");
        says_each(&String::from_utf8(shown).expect("text"), sentences);
    }
}

#[test]
fn the_full_screen_tells_ranges() {
    for (name, record, sentences) in [("screen-open", OPEN, &SETTLES[..]), ("screen-known", KNOWN, &CHANGES[..])] {
        let path = on_disk(name, record);
        let mut wizard = Wizard::over(setup(&path), path, 90, 40);
        let keys = [&["enter"][..], &["esc", "down", "enter"], &["esc", "down", "enter"], &["esc", "down", "enter"]];
        let screens: Vec<String> = keys.iter().map(|it| wizard.press(it).screen()).collect();
        says_each(&screens.join("\n"), sentences);
    }
}
