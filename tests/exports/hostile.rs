//! Hostile text in a report: each payload comes back as exactly the text it is, and nothing else of
//! the document changes.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use obligato::export::{DocFormat, Format, render};
use obligato::report::{Reason, Report, Standing};
use obligato::{shipped, text};
use serde_json::Value;

use crate::exports::pieces::{Piece, pieces, rows};
use crate::exports::{read_in_pieces, report_of};

/// What stands in the harmless report where payloads stand in the others.
const HARMLESS: &str = "Harmlesstext";

/// What people with bad intent, and programs with bad luck, write where text is asked for.
pub fn payloads() -> Vec<String> {
    let file = fs::read_to_string("tests/exports/payloads.json").expect("payloads");
    let kinds: serde_json::Map<String, Value> = serde_json::from_str(&file).expect("JSON");
    let all = kinds.values().flat_map(|it| it.as_array().expect("a list"));
    all.map(|it| it.as_str().expect("a text").to_owned()).collect()
}

/// What is in the retailer's report, short of most obligations.
fn retailer() -> Report {
    static RETAILER: LazyLock<Report> = LazyLock::new(|| {
        let mut report = report_of("tests/reports/retailer.json");
        report.obligations = few(&report);
        report
    });
    RETAILER.clone()
}

/// A report with something at every place and `with` as every text of people, and of the law too.
fn with_everywhere(with: &str) -> Report {
    let mut report = retailer();
    let text = || with.to_owned();
    for it in &mut report.answers {
        it.value = Value::String(text());
        (it.section, it.ask, it.labels) = (text(), text(), vec![text(), text()]);
        (it.note, it.by) = (Some(text()), Some(text()));
    }
    let mut name = report.answers.first().expect("an answer").clone();
    for id in ["tool_name", "vendor_name", "answered_by"] {
        id.clone_into(&mut name.question);
        name.labels = vec![text()];
        report.answers.push(name.clone());
    }
    for it in &mut report.obligations {
        (it.title, it.asks, it.group) = (text(), text(), text());
        for reason in it.because.iter_mut().chain(&mut it.met_because) {
            say(reason, with);
        }
        it.actions.iter_mut().chain(&mut it.notes).for_each(|it| it.text = text());
        it.confirm.iter_mut().for_each(|it| *it = text());
        it.deadline.iter_mut().for_each(|it| it.says = text());
        it.would_change.iter_mut().for_each(|it| it.to.iter_mut().for_each(|it| it.says = text()));
        for question in &mut it.settled_by {
            question.ask = text();
            question.outcomes.iter_mut().for_each(|it| it.says.says = text());
        }
    }
    for it in &mut report.readings {
        (it.title, it.ask, it.why, it.yes, it.no) = (text(), text(), text(), text(), text());
    }
    for it in &mut report.sources {
        (it.citation, it.heading, it.says, it.binds) = (text(), text(), text(), text());
        it.exceptions = Some(text());
    }
    report.pack.disclaimer = text();
    report
}

fn say(reason: &mut Reason, with: &str) {
    with.clone_into(&mut reason.says);
    reason.because.iter_mut().for_each(|it| say(it, with));
}

/// Two obligations of each place: enough for everything that a document can say of one.
fn few(report: &Report) -> Vec<obligato::report::Item> {
    Standing::ALL.iter().flat_map(|it| report.at(*it).take(2).cloned()).collect()
}

/// The text that a reader gets for `payload` within `text`.
fn expected(format: Format, text: &str, harmless: &str, payload: &str) -> String {
    let raw = text.replace(harmless, payload);
    match format {
        Format::Json => raw,
        Format::Csv => {
            let computed = raw.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
            format!("{}{}", if computed { "'" } else { "" }, text::shown(&raw))
        }
        Format::Document(DocFormat::Text) => text::shown(&raw).chars().filter(|it| !it.is_whitespace()).collect(),
        Format::Document(_) => text.replace(harmless, &text::shown(payload)),
    }
}

/// `hostile` is what `plain` is, with `payload` where `harmless` stands in it, and as text.
pub fn assert_inert(format: Format, plain: &[Piece], hostile: &[u8], harmless: &str, payload: &str) {
    let hostile = pieces(format, hostile);
    for (before, after) in plain.iter().zip(&hostile) {
        let wanted = match before {
            Piece::Text(text) => Piece::Text(expected(format, text, harmless, payload)),
            mark @ Piece::Mark(_) => mark.clone(),
        };
        assert_eq!(*after, wanted, "{}: {payload:?}", format.name());
    }
    assert_eq!(plain.len(), hostile.len(), "{}: {payload:?}", format.name());
}

#[test]
fn every_payload_is_text_in_every_form() {
    let (words, payloads) = (shipped::words(), payloads());
    assert!(payloads.len() >= 200, "{} payloads", payloads.len());
    assert_eq!(payloads.iter().collect::<BTreeSet<_>>().len(), payloads.len(), "no payload stands there twice");
    for format in read_in_pieces() {
        let harmless = pieces(format, &render(&with_everywhere(HARMLESS), format, words));
        let places = harmless.iter().filter(|it| matches!(it, Piece::Text(it) if it.contains(HARMLESS))).count();
        assert!(
            places >= if format == Format::Document(DocFormat::Text) { 1 } else { 20 },
            "{}: {places} places",
            format.name()
        );
        for payload in &payloads {
            let hostile = render(&with_everywhere(payload), format, words);
            assert_inert(format, &harmless, &hostile, HARMLESS, payload);
        }
    }
}

#[test]
fn no_cell_is_a_formula() {
    let words = shipped::words();
    for payload in payloads() {
        for cell in rows(&render(&with_everywhere(&payload), Format::Csv, words)).concat() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{payload:?}: {cell:?}");
            assert!(text::first_unsafe(&cell).is_none(), "{payload:?}: {cell:?}");
        }
    }
}

#[test]
fn no_text_form_holds_what_may_not_be_shown() {
    let words = shipped::words();
    for format in Format::ALL.into_iter().filter(|it| it.is_text() && *it != Format::Json) {
        for payload in payloads() {
            let bytes = render(&with_everywhere(&payload), format, words);
            let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
            let text = std::str::from_utf8(bytes).expect("UTF-8").replace("\r\n", "\n");
            let hidden = text.lines().find_map(text::first_unsafe);
            assert_eq!(hidden, None, "{}: {payload:?}", format.name());
        }
    }
}

/// An address with anything in it is followed only if nothing in it can mean something else.
#[test]
fn an_address_is_followed_only_if_it_is_plainly_one() {
    let words = shipped::words();
    let good = |it: &str| {
        (it.starts_with("https://") || it.starts_with("http://"))
            && it.chars().all(|it| it.is_ascii_graphic() && !"\"'<>\\^`{|}".contains(it))
    };
    for payload in payloads().iter().flat_map(|it| [it.clone(), format!("https://example.org/{it}")]) {
        let mut report = retailer();
        report.pack.official.clone_from(&payload);
        report.sources.iter_mut().for_each(|it| it.link.clone_from(&payload));
        for (format, key) in
            [(Format::Document(DocFormat::Html), "href="), (Format::Document(DocFormat::Docx), "Target=")]
        {
            let found = pieces(format, &render(&report, format, words));
            let addresses = found.iter().filter_map(|it| match it {
                Piece::Mark(it) => it.strip_prefix(key),
                Piece::Text(_) => None,
            });
            let outside: Vec<&str> =
                addresses.filter(|it| !it.starts_with('#') && it.strip_suffix(".xml").is_none()).collect();
            assert!(outside.iter().all(|it| *it == payload && good(it)), "{payload:?}: {outside:?}");
            assert_eq!(outside.is_empty(), !good(&payload), "{payload:?}");
            let elements = found.iter().filter(|it| matches!(it, Piece::Mark(it) if it == "<script>" || it == "<img>"));
            assert_eq!(elements.count(), 0, "{payload:?}");
        }
    }
}
