//! Letters, the form for the reply, and what taking a reply over does.

mod browser;
mod loops;
mod refusals;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use obligato::answer::Answer;
use obligato::export::{DocFormat, Format, draw};
use obligato::letter::{Frame, Letter, compose_letter};
use obligato::pack::{Pack, Who};
use obligato::session::Session;
use obligato::shipped;
use obligato::store::{AnswerFile, Stamp, read_record, write_answers};
use serde_json::{Value, json};

use crate::excerpts::check_sections;
use crate::exports::{assert_inert, payloads, pieces};
use crate::store::against;

/// When the answers were begun.
pub const CREATED: &str = "2026-11-24T10:00:00Z";

/// The answers of the retailer, who cannot answer what the vendor may know.
pub fn answers(pack: &Pack) -> AnswerFile {
    let record = fs::read_to_string("tests/reports/retailer.json").expect("a record");
    let mut record: BTreeMap<String, Value> = serde_json::from_str(&record).expect("JSON");
    for it in pack.questions.iter().filter(|it| it.who.contains(&Who::Vendor)) {
        record.insert(it.id.clone(), json!("unsure"));
    }
    record.insert("reach".to_owned(), json!(["residents_of_other_states", "unsure"]));
    for (id, text) in [("tool_name", "Chatterbox"), ("vendor_name", "Acme Inc."), ("answered_by", "Maria Lopez")] {
        record.insert(id.to_owned(), json!(text));
    }
    let text = serde_json::to_string(&record).expect("JSON");
    let assessment = read_record(&text, "record", &against(pack)).expect("a sound record");
    AnswerFile { stamp: Stamp::from_pack(pack), created: CREATED.to_owned(), updated: CREATED.to_owned(), assessment }
}

/// Writes these answers to the file `a.json` in `folder`.
pub fn put(file: &AnswerFile, pack: &Pack, folder: &Path) {
    fs::write(folder.join("a.json"), write_answers(file, pack, &[])).expect("a writable folder");
}

/// The letter to the vendor about these answers.
pub fn to_vendor<'p>(file: &AnswerFile, session: &Session<'p>) -> Letter<'p> {
    let vendor = Who::from_name("vendor").expect("somebody");
    compose_letter(session, vendor, Frame { assessment: file.mark(), reply_by: jiff::civil::date(2026, 12, 8) })
}

/// A reply to that letter, as the form would save it.
pub fn reply(file: &AnswerFile, answers: &Value) -> Value {
    json!({
        "format": "obligato reply",
        "version": 1,
        "check": "00000000",
        "pack": { "id": file.stamp.id, "version": file.stamp.version, "digest": file.stamp.digest },
        "assessment": file.mark(),
        "to": "vendor",
        "by": "Jane Doe, Acme Inc.",
        "at": "2026-11-26T09:30:00Z",
        "answers": answers,
    })
}

/// `reply` as a file, with its sum.
pub fn summed(reply: &Value) -> String {
    let text = serde_json::to_string_pretty(reply).expect("JSON") + "\n";
    let sum = format!("{:08x}", crc32fast::hash(text.as_bytes()));
    text.replacen("\"check\": \"00000000\"", &format!("\"check\": \"{sum}\""), 1)
}

/// An answer of the vendor to each question of the letter.
pub fn all_answers() -> Value {
    json!({
        "unreadable": { "value": false },
        "vendor_access": { "value": true, "note": "Our support staff can log in." },
        "clause_security": { "value": true, "evidence": "Data terms, section 4" },
        "clause_breach": { "value": false },
        "subprocessors": { "value": true, "evidence": "https://example.org/subprocessors" },
        "breach_status": { "value": false },
        "reach": { "value": ["residents_of_other_states"] },
    })
}

/// The lines of a letter that show how it reads.
const FIRST_LINES: usize = 150;

#[test]
fn the_letter_reads_well() {
    let pack = shipped::pack();
    let file = answers(&pack);
    let session = Session::new(&pack, file.assessment.clone());
    let words = shipped::words();
    let document = obligato::letter::letter_document(&to_vendor(&file, &session), words);
    let text = String::from_utf8(draw(&document, DocFormat::Text, words)).expect("UTF-8");
    check_sections("letter", &text);
    // The other questions look like the first ones.
    insta::assert_snapshot!(text.lines().take(FIRST_LINES).collect::<Vec<&str>>().join("\n"));
}

/// Each question asked still moves something, and whatever waits for the vendor is asked.
#[test]
fn what_is_asked_is_what_still_matters() {
    let pack = shipped::pack();
    let file = answers(&pack);
    let session = Session::new(&pack, file.assessment.clone());
    let letter = to_vendor(&file, &session);
    let asked: Vec<&str> = letter.asked.iter().map(|it| it.question.id.as_str()).collect();
    let report = session.report();
    let missing = report.obligations.iter().flat_map(|it| &it.settled_by).map(|it| pack.question(it.question));
    for of in missing.filter(|it| it.who.contains(&Who::Vendor)) {
        assert!(asked.contains(&of.id.as_str()), "{} is missing somewhere, and not asked", of.id);
    }
    for it in &letter.asked {
        assert!(!it.matters.is_empty() && it.question.evidence.is_some(), "{}", it.question.id);
    }
}

/// A bare name means the file in the folder of assessments, unless there is one here.
#[test]
fn a_name_alone_is_looked_for_among_the_assessments() {
    let (pack, folder) = (shipped::pack(), tempfile::TempDir::new().expect("a folder"));
    let inside = folder.path().join("answers");
    fs::create_dir(&inside).expect("a writable folder");
    put(&answers(&pack), &pack, &inside);
    let reply = summed(&reply(&answers(&pack), &all_answers()));
    fs::write(folder.path().join("reply.json"), reply).expect("a writable folder");
    for args in [&["letter", "a.json"][..], &["report", "a.json"], &["draft", "ssn-policy", "a.json"]] {
        let (code, _, said) = crate::cli::run(folder.path(), args, b"");
        assert_eq!(code, Some(0), "{args:?}: {said}");
    }
    let (code, _, said) = crate::cli::run(folder.path(), &["merge", "a.json", "reply.json", "--yes"], b"");
    assert_eq!(code, Some(0), "{said}");
    assert!(fs::read_to_string(inside.join("a.json")).expect("answers").contains("Jane Doe"));
    let (code, _, said) = crate::cli::run(folder.path(), &["letter", "b.json"], b"");
    assert!(code == Some(2) && said.contains("b.json: there is no such file"), "{said}");
    fs::write(folder.path().join("a.json"), "{}").expect("a writable folder");
    let (code, _, said) = crate::cli::run(folder.path(), &["letter", "a.json"], b"");
    assert!(code == Some(2) && said.contains("error: a.json"), "the file that is here comes first: {said}");
}

#[test]
fn the_schema_of_replies_takes_what_the_form_saves() {
    let schema = obligato::schema::Schema::from_name("reply").expect("a schema");
    let good = reply(&answers(&shipped::pack()), &all_answers());
    assert_eq!(crate::schemas::wrong(&schema, &good), "");
    for (key, bad) in [("check", json!("1")), ("to", json!("king")), ("answers", json!([])), ("more", json!(1))] {
        let mut reply = good.clone();
        reply[key] = bad;
        assert_ne!(crate::schemas::wrong(&schema, &reply), "", "{key}");
    }
}

/// The policy of the form lets its own script run, and no other.
#[test]
fn the_policy_names_the_script() {
    let pack = shipped::pack();
    let file = answers(&pack);
    let session = Session::new(&pack, file.assessment.clone());
    let page = obligato::letter::letter_form(&to_vendor(&file, &session), shipped::words());
    let script = fs::read("assets/letter/reply.js").expect("the script");
    let hash = <sha2::Sha256 as sha2::Digest>::digest(script);
    let named = base64::Engine::encode(&base64::prelude::BASE64_STANDARD, hash);
    assert!(
        page.contains(&format!("script-src &#39;sha256-{named}&#39;")) || page.contains(&format!("'sha256-{named}'")),
        "sha256-{named}"
    );
    assert_eq!(page.matches("<script").count(), 1);
}

/// Names and notes of people are text in the form, whatever they hold.
#[test]
fn hostile_text_is_text_in_every_form() {
    let pack = shipped::pack();
    let words = shipped::words();
    let mut file = answers(&pack);
    let name = pack.question_by_id("tool_name").expect("a question");
    let made = |file: &AnswerFile| {
        let session = Session::new(&pack, file.assessment.clone());
        let letter = to_vendor(file, &session);
        let document = obligato::letter::letter_document(&letter, words);
        let mut all = vec![(None, obligato::letter::letter_form(&letter, words).into_bytes())];
        // The bytes of a PDF are not read in pieces.
        for form in DocFormat::ALL.into_iter().filter(|form| form.facts().name != "pdf") {
            all.push((Some(form), draw(&document, form, words)));
        }
        all
    };
    let format = |form: Option<DocFormat>| Format::Document(form.unwrap_or(DocFormat::Html));
    let harmless: Vec<_> = made(&file).into_iter().map(|it| (it.0, pieces(format(it.0), &it.1))).collect();
    for payload in payloads() {
        let entry = file.assessment.answers.get_mut(&name).expect("an answer");
        entry.answer = Answer::Text(payload.clone());
        for ((form, plain), (_, hostile)) in harmless.iter().zip(made(&file)) {
            assert_inert(format(*form), plain, &hostile, "Chatterbox", &payload);
        }
    }
}

/// No field of the form takes more than `merge` does.
#[test]
fn the_form_takes_no_longer_texts_than_merge() {
    let pack = shipped::pack();
    let file = answers(&pack);
    let session = Session::new(&pack, file.assessment.clone());
    let page = obligato::letter::letter_form(&to_vendor(&file, &session), shipped::words());
    let page = scraper::Html::parse_document(&page);
    let fields = scraper::Selector::parse("input[type=text]").expect("a selector");
    let most: Vec<Option<&str>> = page.select(&fields).map(|field| field.attr("maxlength")).collect();
    let limit = obligato::text::MAX_TEXT.to_string();
    assert!(most.len() > 2 && most.iter().all(|most| *most == Some(&limit)), "{most:?}");
}

/// What the form takes out of texts is what `merge` refuses, no more and no less.
#[test]
fn the_form_and_merge_refuse_the_same_characters() {
    let script = fs::read_to_string("assets/letter/reply.js").expect("the script");
    let class = script.split_once("replace(/[").and_then(|(_, rest)| rest.split_once("]/gu")).expect("a class").0;
    let class = class.strip_prefix("\\p{Cc}\\p{Cs}").expect("control characters and halves of pairs");
    let code =
        |text: &str| u32::from_str_radix(text.trim_start_matches("\\u{").trim_end_matches('}'), 16).expect("a code");
    let parts = class.split("\\u{").filter(|part| !part.is_empty());
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    let mut goes_on = false;
    for part in parts {
        let (digits, more) = part.split_once('}').expect("a code");
        let at = code(digits);
        match ranges.last_mut() {
            Some((_, end)) if goes_on => *end = at,
            _ => ranges.push((at, at)),
        }
        goes_on = more == "-";
    }
    for character in '\0'..=char::MAX {
        let at = u32::from(character);
        let taken_out = character.is_control() || ranges.iter().any(|(start, end)| (*start..=*end).contains(&at));
        assert_eq!(taken_out, !obligato::text::is_plain(character), "U+{at:04X}");
    }
}
