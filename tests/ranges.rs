//! Ranges of numbers and days, told as ranges wherever an answer that is not given yet is spoken of.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use obligato::assessment::Assessment;
use obligato::desk::Setup;
use obligato::export::{DocFormat, Format, draw, render};
use obligato::letter::{self, Frame, letter};
use obligato::pack::{Pack, Who, load, read};
use obligato::session::Session;
use obligato::store::{Against, AnswerFile, Folder, OpenFile, Stamp, read_record, write_answers};
use obligato::words::Words;

use crate::packs;
use crate::tui::driver::Wizard;

/// A pool: a day, and a number that may be missing, in its conditions.
static POOL: LazyLock<Pack> = LazyLock::new(|| {
    let files = load(&packs::folder().join("pool")).expect("the pack of the pool can be read");
    read(&files).expect("a sound pack")
});

static WORDS: LazyLock<Words> = LazyLock::new(obligato::shipped::words);

const TODAY: Date = date(2026, 11, 24);

/// Nothing is known.
const OPEN: &str = r#"{"opened":"unsure","guests":"unsure","lifeguard":"unsure"}"#;

/// All is known.
const KNOWN: &str = r#"{"opened":"2012-05-01","guests":500}"#;

fn assessment(record: &str) -> Assessment {
    read_record(record, "record", &Against::new(&POOL, TODAY)).expect("a sound record")
}

/// The report on `record` as text, the part about the obligations.
fn report(record: &str) -> String {
    let report = Session::new(&POOL, assessment(record)).report();
    let text = render(&report, Format::Document(DocFormat::Markdown), &WORDS);
    String::from_utf8(text).expect("text")
}

/// An answer file with `record` in a folder of its own.
fn on_disk(name: &str, record: &str) -> PathBuf {
    let folder = PathBuf::from("target/ranges").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    let now = "2026-11-24T10:00:00Z".to_owned();
    let (stamp, assessment) = (Stamp::of(&POOL), assessment(record));
    let file = AnswerFile { stamp, created: now.clone(), updated: now, assessment };
    let path = folder.join("pool.json");
    std::fs::write(&path, write_answers(&file, &POOL, &[])).expect("a writable folder");
    path
}

fn setup(path: &Path) -> Setup<'static> {
    let open = OpenFile::open(path, &Against::new(&POOL, TODAY), "by a test").expect("a sound file");
    Setup {
        pack: &POOL,
        words: &WORDS,
        folder: Folder::new(path.parent().expect("a folder").to_owned()),
        open: Some(open),
        now: || "2026-11-24T10:00:00Z".to_owned(),
        today: || TODAY,
        who: "by a test".to_owned(),
        ascii: false,
    }
}

#[test]
fn a_report_tells_what_each_range_would_settle() {
    insta::assert_snapshot!("settled-by", report(OPEN));
}

#[test]
fn a_report_tells_which_ranges_would_change_a_result() {
    insta::assert_snapshot!("would-change", report(KNOWN));
}

#[test]
fn json_holds_the_first_and_the_last_of_a_range_and_its_words() {
    let outcomes = |record: &str| -> Vec<String> {
        let report = Session::new(&POOL, assessment(record)).report();
        let json: serde_json::Value = serde_json::from_slice(&render(&report, Format::Json, &WORDS)).expect("JSON");
        let items = json["obligations"].as_array().expect("a list").clone();
        items.iter().flat_map(|it| [it["settled_by"].to_string(), it["would_change"].to_string()]).collect()
    };
    insta::assert_snapshot!("json", [outcomes(OPEN), outcomes(KNOWN)].concat().join("\n"));
}

#[test]
fn a_letter_tells_what_each_range_would_mean() {
    let session = Session::new(&POOL, assessment(OPEN));
    let frame = Frame { assessment: "pool".to_owned(), reply_by: "2026-12-08".to_owned() };
    let letter = letter(&session, Who::VENDOR, frame);
    let text = draw(&letter::document(&letter, &WORDS), DocFormat::Text, &WORDS);
    insta::assert_snapshot!("letter", String::from_utf8(text).expect("text"));
    let form = letter::form(&letter, &WORDS);
    assert!(form.contains("25 to 1,000") && form.contains("2017-07-01 or later"), "{form}");
}

#[test]
fn plain_mode_tells_ranges() {
    for (name, record) in [("plain-open", OPEN), ("plain-known", KNOWN)] {
        let path = on_disk(name, record);
        let mut input: &[u8] = b"r\n1\n\n2\n\n3\n\n4\n\nq\n";
        let mut shown = Vec::new();
        obligato::plain::run(setup(&path), &mut input, &mut shown).expect("nothing fails");
        insta::assert_snapshot!(name, String::from_utf8(shown).expect("text").replace(&POOL.digest[..8], "00000000"));
    }
}

#[test]
fn the_full_screen_tells_ranges() {
    for (name, record) in [("screen-open", OPEN), ("screen-known", KNOWN)] {
        let path = on_disk(name, record);
        let mut wizard = Wizard::over(setup(&path), path, 90, 40);
        let keys = [&["enter"][..], &["esc", "down", "enter"], &["esc", "down", "enter"], &["esc", "down", "enter"]];
        let screens: Vec<String> = keys.iter().map(|it| wizard.press(it).screen()).collect();
        insta::assert_snapshot!(name, screens.join("\n"));
    }
}
