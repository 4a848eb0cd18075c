//! From answers with gaps to a letter, a reply and answers without them, with the real program.

use std::fs;
use std::path::Path;

use obligato::boxes::Status;
use obligato::pack::Who;
use obligato::session::Session;
use obligato::shipped;
use obligato::store::read_answers;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::cli::run;
use crate::letters::{all_answers, answers, put, reply, summed};
use crate::store::against;

/// What is done with `reply` in a folder of its own, and what stands in the answers after that.
fn merged(reply: &Value, args: &[&str]) -> (String, Value) {
    merged_into(&answers(&shipped::pack()), reply, args)
}

/// The same, with other answers than the usual ones.
fn merged_into(file: &obligato::store::AnswerFile, reply: &Value, args: &[&str]) -> (String, Value) {
    let pack = shipped::pack();
    let folder = TempDir::new().expect("a folder");
    put(file, &pack, folder.path());
    fs::write(folder.path().join("reply.json"), summed(reply)).expect("a writable folder");
    let said = merge(folder.path(), args);
    (said, stored(folder.path()))
}

fn merge(folder: &Path, args: &[&str]) -> String {
    let (code, out, error) = run(folder, &[&["merge", "a.json", "reply.json"], args].concat(), b"");
    format!("exit {}\n{out}{error}", code.unwrap_or(-1))
}

fn stored(folder: &Path) -> Value {
    serde_json::from_slice(&fs::read(folder.join("a.json")).expect("answers")).expect("JSON")
}

#[test]
fn nothing_waits_for_the_vendor_once_the_vendor_has_replied() {
    let pack = shipped::pack();
    let file = answers(&pack);
    let (said, stored) = merged(&reply(&file, &all_answers()), &["--yes"]);
    insta::assert_snapshot!(said);
    let back = read_answers(&stored.to_string(), "it", &against(&pack)).expect("sound answers");
    let report = Session::new(&pack, back.assessment).report();
    for item in report.obligations.iter().filter(|it| it.judgement.applies == Status::Open) {
        let mut missing = item.settled_by.iter().map(|it| pack.question(it.question));
        let waits = missing.find(|it| it.who.contains(&Who::Vendor));
        assert!(waits.is_none(), "{} still waits for the vendor: {waits:?}", item.obligation.id);
    }
    let clause = &stored["answers"]["clause_security"];
    let expected = json!({
        "value": "yes",
        "at": "2026-11-26T09:30:00Z",
        "basis": "vendor",
        "by": "Jane Doe, Acme Inc.",
        "evidence": "Data terms, section 4",
    });
    assert_eq!(clause, &expected);
    let contract = report.obligations.iter().find(|it| it.obligation.id == "CON-1").expect("an obligation");
    assert!(
        contract.vendor_says.iter().any(|it| pack.question(*it).id == "clause_security"),
        "it rests on the vendor's word"
    );
}

#[test]
fn what_rests_on_a_paper_does_not_rest_on_the_vendor() {
    let pack = shipped::pack();
    let mut file = answers(&pack);
    let all = all_answers();
    for (id, answer) in all.as_object().expect("answers") {
        let question = pack.question_by_id(id).expect("a question");
        let entry = file.assessment.answers.get_mut(&question).expect("an answer");
        entry.answer = obligato::answer::from_json(&answer["value"], pack.question(question)).expect("an answer");
        entry.origin.basis = Some(obligato::assessment::Basis::Vendor);
    }
    let says = |file: &obligato::store::AnswerFile| {
        let report = Session::new(&pack, file.assessment.clone()).report();
        report.obligations.into_iter().find(|it| it.obligation.id == "CON-1").expect("an obligation").vendor_says
    };
    let before = says(&file);
    let clause = pack.question_by_id("clause_security").expect("a question");
    file.assessment.answers.get_mut(&clause).expect("an answer").origin.basis =
        Some(obligato::assessment::Basis::Paper);
    let after = says(&file);
    assert!(before.contains(&clause), "{before:?}");
    assert!(!after.contains(&clause), "{after:?}");
}

#[test]
fn what_says_otherwise_is_left_alone_unless_asked_for() {
    let pack = shipped::pack();
    let mut file = answers(&pack);
    // Something that the vendor may know too, to which the retailer said no; the vendor says otherwise.
    let denied = pack.question(pack.question_by_id("subprocessors").expect("a question"));
    let no = obligato::answer::from_json(&json!(false), denied).expect("an answer");
    let denied_id = pack.question_by_id(&denied.id).expect("a question");
    file.assessment.answers.get_mut(&denied_id).expect("an answer").answer = no;
    let merged = |reply: &Value, args: &[&str]| merged_into(&file, reply, args);
    let both = json!({ "clause_breach": { "value": true }, (denied.id.as_str()): { "value": true } });
    let other = reply(&file, &both);
    let (left, stored) = merged(&other, &["--yes"]);
    assert_eq!(stored["answers"][&denied.id]["value"], json!(false), "{left}");
    assert_eq!(stored["answers"]["clause_breach"]["value"], json!(true), "{left}");
    let (replaced, stored) = merged(&other, &["--yes", "--replace"]);
    assert_eq!(stored["answers"][&denied.id]["value"], json!(true), "{replaced}");
    assert_eq!(stored["answers"][&denied.id]["by"], json!("Jane Doe, Acme Inc."));
    insta::assert_snapshot!(format!("{left}\n{replaced}"));
}

/// What the business left open, but the letter did not ask because it no longer matters, is left out.
#[test]
fn what_was_not_asked_is_left_out_by_name() {
    let pack = shipped::pack();
    let file = answers(&pack);
    let session = Session::new(&pack, file.assessment.clone());
    let letter = crate::letters::to_vendor(&file, &session);
    let is_asked = |id: &str| letter.asked.iter().any(|asked| asked.question.id == id);
    let is_yes_no = |it: &obligato::pack::Question| matches!(it.kind, obligato::pack::Kind::YesNo);
    let mut of_vendor = pack.questions.iter().filter(|it| it.who.contains(&Who::Vendor) && is_yes_no(it));
    let other = of_vendor.find(|it| !is_asked(&it.id)).expect("a question that does not matter");
    let both = json!({ "clause_breach": { "value": true }, (other.id.as_str()): { "value": true } });
    let (said, stored) = merged(&reply(&file, &both), &["--yes", "--replace"]);
    assert!(
        said.contains("Not asked for, so left out") && said.contains(other.ask.split(' ').next().expect("a word")),
        "{said}"
    );
    assert_eq!(stored["answers"]["clause_breach"]["value"], json!(true), "{said}");
    assert_ne!(stored["answers"][&other.id]["value"], json!(true), "{said}");
}

#[test]
fn a_reply_is_taken_over_once_and_only_when_asked() {
    let pack = shipped::pack();
    let file = answers(&pack);
    let folder = TempDir::new().expect("a folder");
    put(&file, &pack, folder.path());
    fs::write(folder.path().join("reply.json"), summed(&reply(&file, &all_answers()))).expect("a writable folder");
    let before = stored(folder.path());
    let unasked = merge(folder.path(), &[]);
    assert!(unasked.starts_with("exit 2") && unasked.contains("--yes"), "{unasked}");
    assert_eq!(stored(folder.path()), before, "nothing is taken over unasked");
    let as_before = fs::read(folder.path().join("a.json")).expect("answers");
    let told = merge(folder.path(), &["--yes"]);
    let kept = folder.path().join(".a.json.before-merge");
    assert_eq!(fs::read(&kept).expect("what is kept"), as_before, "the answers as they were are kept");
    assert!(told.ends_with("kept in .a.json.before-merge\n"), "{told}");
    let (_, list, _) = run(folder.path(), &["--dir", ".", "--plain"], b"q\n");
    assert_eq!(list.matches("\n  1. ").count() + list.matches("\n  2. ").count(), 1, "it is not listed: {list}");
    let once = fs::read(folder.path().join("a.json")).expect("answers");
    insta::assert_snapshot!(merge(folder.path(), &["--yes"]));
    assert_eq!(fs::read(folder.path().join("a.json")).expect("answers"), once, "a second time changes nothing");
}
