//! Drafts of papers: what they say for a record, that no required element can go missing, that hostile
//! answers stay text, and what the command line says to wrong use.

mod elements;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use jiff::civil::Date;
use obligato::draft::{Template, draft_document, read_templates};
use obligato::export::{DocFormat, Format, draw};
use obligato::pack::Files;
use obligato::session::Session;
use obligato::store::{Against, read_record};
use obligato::{check, shipped};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::cli::run;
use crate::excerpts::check_sections;
use crate::exports::{Piece, assert_inert, payloads, pieces};

/// All templates. They are read once for all tests.
pub fn templates() -> &'static [Template] {
    static ALL: LazyLock<Vec<Template>> = LazyLock::new(|| {
        let files = shipped::drafts();
        let found = read_templates(shipped::default_pack().pack(), &files);
        found.unwrap_or_else(|faults| unreachable!("{}", check::render(&faults, &files, true)))
    });
    &ALL
}

/// The draft of `kind` for `record`, in `form`.
fn draft(kind: &str, record: &str, form: DocFormat) -> Vec<u8> {
    let pack = shipped::default_pack().pack();
    let against = Against { pack, today: Date::MAX, rejudge: false };
    let session = Session::new(pack, read_record(record, "record.json", &against).expect("a sound record"));
    let template = templates().iter().find(|it| it.id == kind).expect("a kind");
    let words = shipped::words();
    draw(&draft_document(template, &session, words), form, words)
}

fn filled() -> String {
    fs::read_to_string("tests/drafts/filled.json").expect("a record")
}

fn in_text(kind: &str, record: &str) -> String {
    String::from_utf8(draft(kind, record, DocFormat::Text)).expect("UTF-8")
}

/// The same, each line break a space.
fn unbroken(kind: &str, record: &str) -> String {
    in_text(kind, record).split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// In full for a contract clause, a letter and a schedule; for the other kinds, what the record changes in them.
#[test]
fn each_kind_filled_from_a_record() {
    for it in templates() {
        let text = in_text(&it.id, &filled());
        check_sections(&format!("filled-{}", it.id), &text);
        let in_full = ["security-clause", "breach-notice-ag", "disposal-schedule"].contains(&it.id.as_str());
        let told = if in_full { text } else { without_lines_of(&text, &in_text(&it.id, "{}")) };
        insta::assert_snapshot!(format!("filled-{}", it.id), told);
    }
}

#[test]
fn a_draft_from_no_answers_has_gaps_in_their_place() {
    let (filled, empty) = (in_text("security-clause", &filled()), in_text("security-clause", "{}"));
    check_sections("empty-security-clause", &empty);
    insta::assert_snapshot!("empty-security-clause", without_lines_of(&empty, &filled));
}

/// The lines of `text` that `other` does not have.
fn without_lines_of(text: &str, other: &str) -> String {
    let own = text.lines().filter(|line| !other.lines().any(|known| known == *line));
    own.collect::<Vec<&str>>().join("\n")
}

/// An answer that is set aside, not known or no value for a paper leaves the gap.
#[test]
fn only_answers_that_count_fill_blanks() {
    let counted = json!({ "breach_status": true, "breach_discovered": "2026-11-10", "breach_count": 1204 });
    let mut record: Value = serde_json::from_str(&filled()).expect("JSON");
    for (key, value) in counted.as_object().expect("answers") {
        record[key] = value.clone();
    }
    assert!(unbroken("breach-notice-ag", &record.to_string()).contains("1204"));
    record["breach_status"] = json!(false);
    let text = unbroken("breach-notice-ag", &record.to_string());
    assert!(!text.contains("1204") && !text.contains("2026-11-10"), "{text}");
    assert!(text.contains("[fill in: number of New Mexico residents]"), "{text}");
    record["tool_name"] = json!("unsure");
    assert!(unbroken("security-clause", &record.to_string()).contains("[fill in: name of the tool]"));
}

/// A paper names the business where it is told, and names the answers that make it due or may.
#[test]
fn a_draft_names_the_business_and_what_makes_it_due() {
    let mut record: Value = serde_json::from_str(&filled()).expect("JSON");
    let gap = "[fill in: name of your business]";
    for kind in ["security-clause", "disposal-schedule", "ssn-policy", "insurance-terms", "breach-notice"] {
        record["business_name"] = json!("unsure");
        assert!(unbroken(kind, &record.to_string()).contains(gap), "{kind}");
        record["business_name"] = json!("Mesa Books LLC");
        let text = unbroken(kind, &record.to_string());
        assert!(text.contains("Mesa Books LLC") && !text.contains(gap), "{kind}: {text}");
    }
    record["business_address"] = json!("1 Main Street, Santa Fe");
    record["contact"] = json!("505-555-0100");
    for kind in ["breach-notice", "breach-notice-ag"] {
        let text = unbroken(kind, &record.to_string());
        assert!(text.contains("1 Main Street, Santa Fe") && text.contains("505-555-0100"), "{kind}: {text}");
    }
    let open = unbroken("breach-notice", "{}");
    assert!(open.contains("What would still settle it: ") && !open.contains("Your answers that make it due"), "{open}");
}

/// Where all its obligations are ruled out, a draft says that the law does not ask for it.
#[test]
fn a_draft_says_that_it_is_not_asked_for() {
    let says =
        |record: Value| unbroken("security-clause", &record.to_string()).contains("does not require this document");
    assert!(says(json!({ "glba": true })));
    assert!(!says(json!({})));
}

/// Each payload, as the answer that fills a blank, comes back as the text it is, and nothing else of the
/// document changes.
#[test]
fn hostile_answers_are_text_in_every_form() {
    const HARMLESS: &str = "Harmlesstext";
    let record = |with: &str| json!({ "tool_name": with, "vendor_name": with, "tool_purpose": with }).to_string();
    let against = Against { pack: shipped::default_pack().pack(), today: Date::MAX, rejudge: false };
    // What no answer can hold is refused when answers are read.
    let all = payloads().into_iter().filter(|it| !it.trim().is_empty() && it.trim() == it && it != "unsure");
    let payloads: Vec<String> = all.filter(|it| read_record(&record(it), "record.json", &against).is_ok()).collect();
    assert!(payloads.len() > 100, "{} payloads", payloads.len());
    for (at, form) in [DocFormat::Html, DocFormat::Docx, DocFormat::Markdown, DocFormat::Text].into_iter().enumerate() {
        let format = Format::Document(form);
        let harmless = pieces(format, &draft("insurance-terms", &record(HARMLESS), form));
        assert!(harmless.iter().any(|it| matches!(it, Piece::Text(text) if text.contains(HARMLESS))));
        // That each form draws each text safely is tested with reports; every third is enough here.
        for payload in payloads.iter().skip(at % 3).step_by(3) {
            let hostile = draft("insurance-terms", &record(payload), form);
            assert_inert(format, &harmless, &hostile, HARMLESS, payload);
        }
    }
}

/// A column without width would hide what it says.
#[test]
fn no_column_of_a_word_document_is_hidden() {
    let bytes = draft("breach-notice", &filled(), DocFormat::Docx);
    let found = pieces(Format::Document(DocFormat::Docx), &bytes);
    let mark = |at: usize| found.get(at).and_then(|it| if let Piece::Mark(it) = it { Some(it.as_str()) } else { None });
    let widths: Vec<&str> = (0..found.len())
        .filter(|&at| matches!(mark(at), Some("<gridCol>" | "<tcW>")))
        .filter_map(|at| mark(at + 1))
        .collect();
    assert!(widths.len() > 20 && !widths.contains(&"w=0"), "{widths:?}");
}

/// What the program says to `args`, with `input` on standard input.
fn check(args: &[&str], input: &str) -> String {
    let folder = TempDir::new().expect("a folder");
    let (code, out, said) = run(folder.path(), args, input.as_bytes());
    let first = out.lines().take(4).collect::<Vec<&str>>().join("\n");
    format!("exit {}\n{first}{said}", code.unwrap_or(-1))
}

#[test]
fn the_command_line_tells_what_is_wrong() {
    insta::assert_snapshot!("unknown-kind", check(&["draft", "security-claus", "-"], "{}"));
    insta::assert_snapshot!("far-kind", check(&["draft", "zzzzzzzzzzzzzzzzzzz", "-"], "{}"));
    insta::assert_snapshot!("no-file", check(&["draft", "ssn-policy"], ""));
    insta::assert_snapshot!("missing-file", check(&["draft", "ssn-policy", "none.json"], ""));
    insta::assert_snapshot!("faulty-record", check(&["draft", "ssn-policy", "-"], "{\"tool_nam\": 1}"));
    let hostile = check(&["draft", "\u{1b}[31m\u{202e}", "-"], "{}");
    assert!(hostile.starts_with("exit 2") && !hostile.contains(['\u{1b}', '\u{202e}']), "{hostile}");
}

#[test]
fn the_kinds_are_listed() {
    let folder = TempDir::new().expect("a folder");
    let (code, out, said) = run(folder.path(), &["draft"], b"");
    assert_eq!((code, said.as_str()), (Some(0), ""));
    insta::assert_snapshot!("kinds", out);
}

#[test]
fn nothing_is_written_over_unasked() {
    let folder = TempDir::new().expect("a folder");
    let args = ["draft", "ssn-policy", "-", "--format", "html", "-o", "policy.html"];
    let file = folder.path().join("policy.html");
    fs::write(&file, "mine").expect("a file");
    assert_eq!(run(folder.path(), &args, b"{}").0, Some(2));
    assert_eq!(fs::read_to_string(&file).expect("the file"), "mine");
    let forced = [&args[..], &["--force"]].concat();
    assert_eq!(run(folder.path(), &forced, b"{}").0, Some(0));
    assert!(fs::read_to_string(&file).expect("the file").contains("Policy for Social Security numbers"));
}

/// Templates do not fit a pack of another law, and that is said; none is drafted.
#[test]
fn another_pack_has_no_drafts() {
    let pack = Path::new("assets/skeleton").canonicalize().expect("a folder");
    let said = check(&["draft", "ssn-policy", "-", "--pack", &pack.display().to_string()], "{}");
    assert!(said.starts_with("exit 2") && said.contains("there is no obligation"), "{said}");
}

/// The faults in one template, as they are told.
pub fn faults(name: &str, source: &str) -> String {
    let files = Files::new(vec![(name.to_owned(), source.to_owned())]);
    match read_templates(&shipped::pack(), &files) {
        Ok(_) => "no faults".to_owned(),
        Err(findings) => check::render(&findings, &files, true),
    }
}
