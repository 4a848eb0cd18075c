//! Replies that are not taken over, each with what the program says; the answers stay as they are.

use std::fs;

use obligato::shipped;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::cli::run;
use crate::letters::{all_answers, answers, put, reply, summed};

/// What is said of `text` as a reply.
fn check(text: &str) -> String {
    let pack = shipped::pack();
    let folder = TempDir::new().expect("a folder");
    put(&answers(&pack), &pack, folder.path());
    let before = fs::read(folder.path().join("a.json")).expect("answers");
    fs::write(folder.path().join("reply.json"), text).expect("a writable folder");
    let (code, out, error) = run(folder.path(), &["merge", "a.json", "reply.json", "--yes", "--replace"], b"");
    assert_eq!(fs::read(folder.path().join("a.json")).expect("answers"), before, "the answers are untouched: {error}");
    assert!(!error.chars().any(|it| it.is_control() && it != '\n'), "nothing hostile reaches the terminal");
    format!("exit {}\n{out}{error}", code.unwrap_or(-1))
}

/// What is said of the good reply once `change` has had its way, with a sum that fits.
fn changed(change: impl FnOnce(&mut Value)) -> String {
    let mut all = reply(&answers(&shipped::pack()), &all_answers());
    change(&mut all);
    check(&summed(&all))
}

#[test]
fn bad_replies_change_nothing() {
    let good = summed(&reply(&answers(&shipped::pack()), &all_answers()));
    let mut cases: Vec<(&str, String)> = vec![
        ("edited", check(&good.replace("\"value\": true", "\"value\": false"))),
        ("cut off", check(&good[..good.len() / 2])),
        ("a key twice", check(&good.replacen("\"version\": 1", "\"version\": 1,\n  \"version\": 1", 1))),
        ("not JSON", check("Dear customer, everything is fine.")),
        ("nothing", check("")),
        ("its sum gone", changed(|it| it["check"] = Value::Null)),
        ("for other answers", changed(|it| it["assessment"] = json!("0123456789ab"))),
        ("other questions", changed(|it| it["pack"]["id"] = json!("old-mexico"))),
        ("another version", changed(|it| it["pack"]["version"] = json!("0.9.0"))),
        ("another text of the law", changed(|it| it["pack"]["digest"] = json!("00"))),
        ("a newer format", changed(|it| it["version"] = json!(2))),
        ("another format", changed(|it| it["format"] = json!("obligato report"))),
        ("answers in place of the reply", changed(|it| it["format"] = json!("obligato answers"))),
        ("an unknown key", changed(|it| it["do"] = json!("rm -rf"))),
        ("an unknown role", changed(|it| it["to"] = json!("king"))),
        ("a time that is none", changed(|it| it["at"] = json!("yesterday"))),
        ("an unknown question", changed(|it| it["answers"]["clause_securty"] = json!({ "value": true }))),
        ("what was not asked", changed(|it| it["answers"]["glba"] = json!({ "value": true }))),
        ("an unknown option", changed(|it| it["answers"]["reach"] = json!({ "value": ["mars"] }))),
        ("no answer", changed(|it| it["answers"]["reach"] = json!({ "note": "see above" }))),
        ("who says so within an answer", changed(|it| it["answers"]["reach"]["basis"] = json!("own"))),
        ("a hidden character in a name", changed(|it| it["by"] = json!("Jane \u{202e}eoD"))),
        ("a long name", changed(|it| it["by"] = json!("x".repeat(2_001)))),
        ("a long note", changed(|it| it["answers"]["reach"]["note"] = json!("x".repeat(2_001)))),
        ("long evidence", changed(|it| it["answers"]["reach"]["evidence"] = json!("é".repeat(2_001)))),
        ("an escape in a note", changed(|it| it["answers"]["reach"]["note"] = json!("\u{1b}[2J"))),
    ];
    cases.push(("lines that end otherwise", {
        let told = check_taken(&good.replace('\n', "\r\n"));
        assert!(told.starts_with("exit 0"), "a mail program may change how lines end: {told}");
        "taken over".to_owned()
    }));
    let all: Vec<String> = cases.iter().map(|(name, said)| format!("--- {name}\n{said}")).collect();
    insta::assert_snapshot!(all.join("\n"));
}

/// What is said of a reply that may be taken over.
fn check_taken(text: &str) -> String {
    let pack = shipped::pack();
    let folder = TempDir::new().expect("a folder");
    put(&answers(&pack), &pack, folder.path());
    fs::write(folder.path().join("reply.json"), text).expect("a writable folder");
    let (code, out, error) = run(folder.path(), &["merge", "a.json", "reply.json", "--yes"], b"");
    format!("exit {}\n{out}{error}", code.unwrap_or(-1))
}
