//! The PDF: what can be told from its bytes, and what a reader of PDF (`pdftotext`) finds in it.
//! Where that reader is not there, the tests that need it say so and do nothing.

use std::fs;
use std::process::Command;

use obligato::export::{DocBlock, DocFormat, Document, Format, ReportExtent, TableRow, draw, render};
use obligato::report::Standing;
use obligato::{shipped, text};
use tempfile::TempDir;

use crate::exports::hostile::payloads;
use crate::exports::report_of;

const RECORDS: [&str; 6] =
    ["retailer", "licensee", "business-associate", "card-number-alone", "email-only-tool", "nothing-known"];

/// How a PDF says that it keeps to PDF/UA, which it may not if one glyph is missing.
const FOR_ALL: &str = "<pdfuaid:part>1</pdfuaid:part>";

fn drawn(title: &str, day: Option<&str>, blocks: Vec<DocBlock>) -> Vec<u8> {
    draw(&Document::new(title, day.map(str::to_owned), blocks), DocFormat::Pdf, shipped::words())
}

/// The pages as text, or nothing where no reader is there.
fn read(bytes: &[u8]) -> Option<Vec<String>> {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("report.pdf");
    fs::write(&file, bytes).expect("a file");
    let Ok(output) = Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(&file).arg("-").output() else {
        #[expect(clippy::print_stderr, reason = "whoever reads the test's output is to know")]
        {
            eprintln!("not tested: there is no pdftotext here");
        }
        return None;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    Some(text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect())
}

/// Text without what setting changes: spaces and the ends of lines.
fn bare(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace()).collect()
}

fn has(bytes: &[u8], part: &str) -> bool {
    bytes.windows(part.len()).any(|it| it == part.as_bytes())
}

#[test]
fn it_is_tagged_and_says_its_title_and_language() {
    for record in RECORDS {
        let report = report_of(&format!("tests/reports/{record}.json"));
        let bytes = render(&report, Format::Document(DocFormat::Pdf), &ReportExtent::Usual.into(), shipped::words());
        assert!(bytes.starts_with(b"%PDF-1.7"));
        for part in [
            "/StructTreeRoot",
            "/MarkInfo",
            "/Lang(en)",
            "/DisplayDocTitle true",
            FOR_ALL,
            "<rdf:li xml:lang=\"x-default\">",
            "Customer service tools in New Mexico",
        ] {
            assert!(has(&bytes, part), "{record}: {part}");
        }
        for part in ["/JavaScript", "/Launch", "/EmbeddedFile", "/AcroForm", "/OpenAction"] {
            assert!(!has(&bytes, part), "{record}: {part}");
        }
    }
}

#[test]
fn it_holds_the_day_it_speaks_of_and_no_other() {
    let of = |day| drawn("A letter", day, vec![DocBlock::Heading(1, "A letter".to_owned())]);
    assert!(has(&of(Some("2026-03-07")), "(D:20260307"));
    for no_day in [None, Some("soon"), Some("2026-02-30")] {
        let bytes = of(no_day);
        assert!(!has(&bytes, "(D:") && !has(&bytes, "CreateDate"), "{no_day:?}");
    }
}

#[test]
fn a_reader_finds_every_obligation_and_every_total() {
    for record in RECORDS {
        let report = report_of(&format!("tests/reports/{record}.json"));
        let Some(pages) =
            read(&render(&report, Format::Document(DocFormat::Pdf), &ReportExtent::Usual.into(), shipped::words()))
        else {
            return;
        };
        let text = pages.concat();
        for it in &report.obligations {
            assert!(text.contains(&it.obligation.id), "{record}: {}", it.obligation.id);
            assert!(bare(&text).contains(&bare(&it.obligation.title)), "{record}: {}", it.obligation.title);
        }
        for standing in Standing::ALL {
            let total = format!(
                "{} ({})",
                obligato::tell::standing(standing, shipped::words()),
                report.totals.count_at(standing)
            );
            assert!(text.contains(&total), "{record}: {total}");
        }
        assert!(
            bare(&text).contains(&bare(&report.pack.disclaimer))
                && text.contains(&report.pack.law_checked_on.to_string())
        );
        for (at, page) in pages.iter().enumerate() {
            assert!(bare(page).ends_with(&format!("{}/{}", at + 1, pages.len())), "{record}: page {at}");
        }
    }
}

/// A page with `text` at every place that has one.
fn everywhere(text: &str) -> Vec<DocBlock> {
    let text = || text.to_owned();
    vec![
        DocBlock::NewPage,
        DocBlock::Heading(2, text()),
        DocBlock::Entry(text(), text()),
        DocBlock::Heading(4, text()),
        DocBlock::Text(text()),
        DocBlock::Pair(text(), text()),
        DocBlock::Leads(1, text(), text()),
        DocBlock::link(text(), &text()),
        DocBlock::Point(0, text()),
        DocBlock::Step(1, text()),
        DocBlock::Counts(vec![(text(), 3)]),
        DocBlock::Table(
            vec![text(), text(), text()],
            vec![TableRow { to: Some(text()), cells: vec![text(), text(), text()] }],
        ),
    ]
}

/// How often such a page has its text.
const PLACES: usize = 18;

/// Text as long as `payload` and at least as wide, that means nothing to anyone.
fn harmless(payload: &str) -> String {
    text::shown(payload).chars().map(|it| if it.is_whitespace() { it } else { 'W' }).collect()
}

#[test]
fn every_payload_is_text() {
    let payloads = payloads();
    let all = |text: fn(&str) -> String| {
        let pages = payloads.iter().flat_map(|it| everywhere(&text(it)));
        drawn("A test", None, [DocBlock::Heading(1, "A test".to_owned())].into_iter().chain(pages).collect())
    };
    let bytes = all(str::to_owned);
    assert!(has(&bytes, FOR_ALL), "a text is in the way, such as one that no font can draw");
    let Some((plain, hostile)) = read(&all(harmless)).zip(read(&bytes)) else { return };
    assert!(hostile.len() <= plain.len(), "{} pages, {} pages", plain.len(), hostile.len());
    let count = hostile.len();
    let numbered = hostile.iter().enumerate().map(|(at, page)| (bare(page), format!("{}/{count}", at + 1)));
    let found: String =
        numbered.map(|(page, number)| page.strip_suffix(&number).expect("its number").to_owned()).collect();
    for payload in payloads.iter().filter(|it| it.is_ascii()) {
        let wanted = bare(&text::shown(payload));
        let places = found.matches(&wanted).count();
        // What is longer than a page is not in one piece where columns go on beside each other.
        let least = if payload.len() < 200 { PLACES } else { 1 };
        assert!(places >= least, "{payload:?}: at {places} places");
    }
}

#[test]
fn what_no_font_can_draw_is_written_out() {
    for (text, wanted) in [
        ("Sánchez & Ñuñoa, §57-12C", "Sánchez & Ñuñoa, §57-12C"),
        ("Ελλάδα Москва שלום", "Ελλάδα Москва"),
        ("co\u{301}digo", "co\u{301}digo"),
        ("中文", r"\u{4e2d}\u{6587}"),
        ("\u{1f600}!", r"\u{1f600}!"),
        ("a\u{fe0f}b", "ab"),
        ("a\u{3000}b", r"a\u{3000}b"),
        ("a\u{202e}b", r"a\u{202e}b"),
        ("\u{e000}", r"\u{e000}"),
    ] {
        let bytes = drawn("Odd", None, vec![DocBlock::Text(text.to_owned())]);
        assert!(has(&bytes, FOR_ALL), "{text:?} is not drawn");
        let Some(pages) = read(&bytes) else { return };
        let found: String = pages.concat().chars().filter(|it| *it != '\u{fe0f}').collect();
        assert!(found.contains(wanted), "{text:?}: {found:?}");
    }
}

#[test]
fn any_blocks_can_be_set() {
    let text = || "text ".repeat(3000);
    let deep = (0..200).map(|it| DocBlock::Point(it, "point".to_owned()));
    let row = |cells: usize| TableRow { to: Some("nowhere".to_owned()), cells: vec![text(); cells] };
    for blocks in [
        vec![],
        vec![DocBlock::NewPage, DocBlock::NewPage],
        vec![DocBlock::Heading(0, String::new()), DocBlock::Heading(255, text())],
        vec![DocBlock::Entry(String::new(), String::new()), DocBlock::Entry(String::new(), text())],
        vec![
            DocBlock::Point(3, text()),
            DocBlock::Pair(text(), text()),
            DocBlock::Text(text()),
            DocBlock::Point(1, text()),
        ],
        deep.collect(),
        vec![DocBlock::Counts(vec![]), DocBlock::Counts(vec![("x".to_owned(), usize::MAX); 50])],
        vec![DocBlock::Table(vec![], vec![]), DocBlock::Table(vec![], vec![row(0), row(1), row(4)])],
        vec![DocBlock::Step(usize::MAX, text()), DocBlock::Step(0, text())],
        vec![DocBlock::link("w".repeat(9000), &format!("https://example.org/{}", "w".repeat(9000)))],
        vec![DocBlock::Link(String::new(), String::new())],
    ] {
        assert!(drawn("", None, blocks).starts_with(b"%PDF"));
    }
}
