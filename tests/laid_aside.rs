//! Answers that fit no question of today: every front end and the report tell which, and why, until the
//! question is answered again. What a file holds there is shown escaped.

use std::fs;
use std::path::Path;

use obligato::store::{Against, Folder, OpenFile, read_answers};
use obligato::workspace::Setup;
use obligato::{plain, shipped};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::cli::run;
use crate::tui::driver::{TODAY, Wizard};

/// What is told of the answer, squeezed: lines break elsewhere in each place.
const TOLD: &str = "Yourearlieranswer\"Yes\"doesnotcount:Thequestionaskedforanynumberofdays";

/// An answer file of version 1.2.0 in which one answer means something else now, and one is hostile.
fn old_file() -> String {
    let whole = json!({
        "format": "obligato answers", "version": 1,
        "pack": { "id": "new-mexico", "version": "1.2.0", "digest": "0".repeat(64) },
        "created": "2026-11-01T00:00:00Z", "updated": "2026-11-01T00:00:00Z",
        "answers": {
            "tool_name": { "value": "Chatterbox" }, "clause_breach": { "value": true },
            "no_such": { "value": "a\u{1b}[31mb" },
        },
        "readings": {}, "set_aside": [],
    });
    whole.to_string()
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace()).collect()
}

fn setup(folder: &Path) -> Setup<'static> {
    let pack = shipped::default_pack().pack();
    let path = folder.join("old.json");
    let against = Against { rejudge: true, ..Against::new(pack, TODAY) };
    Setup {
        pack,
        words: shipped::words(),
        folder: Folder::new(folder.to_owned()),
        open: Some(OpenFile::open(&path, &against, "a test").expect("it opens")),
        now: || "2026-11-24T10:00:00Z".to_owned(),
        today: || TODAY,
        who: "a test".to_owned(),
        ascii: false,
        pack_folder: None,
    }
}

#[test]
fn answers_that_no_longer_fit_are_told_everywhere() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("old.json"), old_file()).expect("a file");
    let (code, report, said) = run(folder.path(), &["report", "old.json", "--rejudge"], b"");
    assert_eq!((code, said.as_str()), (Some(0), ""));
    let (_, as_json, _) = run(folder.path(), &["report", "old.json", "--rejudge", "--format", "json"], b"");
    let mut lines = Vec::new();
    plain::run(setup(folder.path()), &mut "v\nq\n".as_bytes(), &mut lines).expect("nothing fails");
    let lines = String::from_utf8(lines).expect("text");
    let mut wizard = Wizard::over(setup(folder.path()), folder.path().to_owned(), 80, 60);
    let screen = wizard.press(&["enter", "tab", "right", "enter"]).screen();
    for (place, text) in [("report", &report), ("plain mode", &lines), ("full screen", &screen)] {
        assert!(squeezed(text).contains(TOLD), "{place}:\n{text}");
        assert!(text.contains("a\\u{1b}[31mb") && !text.contains('\u{1b}'), "{place}:\n{text}");
    }
    let aside: Value = serde_json::from_str(&as_json).expect("JSON");
    assert_eq!(aside["laid_aside"][0]["question"], "clause_breach", "{as_json}");
}

/// It could be saved, but not opened again.
#[test]
fn a_name_that_hides_something_is_not_laid_aside() {
    for place in ["answers", "readings"] {
        let mut whole: Value = serde_json::from_str(&old_file()).expect("JSON");
        whole[place]["go\u{7f}ne"] = json!({ "value": true, "side": true });
        let against = Against { rejudge: true, ..Against::new(shipped::default_pack().pack(), TODAY) };
        let told = read_answers(&whole.to_string(), "old.json", &against).expect_err("it is refused").to_string();
        assert!(told.contains("go\\u{7f}ne") && told.contains("invisible character"), "{place}: {told}");
    }
}

/// Where its question is asked again, the reason stands there; a new answer ends it, and the old one
/// stays in the file.
#[test]
fn a_new_answer_takes_the_place_of_one_laid_aside() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("old.json");
    let mut old: Value = serde_json::from_str(&old_file()).expect("JSON");
    // Questions up to it are answered, so that it comes next.
    for (id, value) in [
        ("tool_kind", json!("chat_widget")),
        ("vendor_name", json!("Acme")),
        ("tool_purpose", json!("orders")),
        ("answered_by", json!("Ada")),
        ("nm_resident", json!(true)),
        ("full_name", json!(true)),
        ("data_elements", json!(["ssn"])),
        ("unreadable", json!(false)),
        ("public_only", json!(false)),
        ("data_role", json!("own_or_license")),
        ("gov_nm", json!(false)),
        ("glba", json!("no")),
        ("hipaa_role", json!("neither")),
        ("nm_ins_licensee", json!(false)),
        ("sells_to_consumers", json!("sells")),
        ("outside_vendor", json!(true)),
        ("vendor_access", json!(true)),
        ("clause_security", json!(false)),
    ] {
        old["answers"][id] = json!({ "value": value });
    }
    fs::write(&path, old.to_string()).expect("a file");
    let mut wizard = Wizard::over(setup(folder.path()), folder.path().to_owned(), 80, 40);
    wizard.press(&["enter"]);
    assert!(squeezed(&wizard.screen()).contains(TOLD), "{}", wizard.screen());
    wizard.press(&["y"]).press(&["tab", "right", "enter"]);
    assert!(!squeezed(&wizard.screen()).contains(TOLD), "{}", wizard.screen());
    let text = fs::read_to_string(&path).expect("the file");
    let pack = shipped::default_pack().pack();
    let file = read_answers(&text, "it", &Against::new(pack, TODAY)).expect("it opens");
    let kept = file.assessment.laid_aside.iter().find(|it| it.question == "clause_breach").expect("it is kept");
    assert_eq!(kept.answer["value"], true);
    assert!(file.assessment.answer(pack.question_by_id("clause_breach").expect("a question")).is_some());
}
