//! What each form must be, whatever the report: a sound page, a sound Word document, the same bytes.

use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::process::Command;
use std::time::Duration;

use obligato::export::{DocFormat, Format, ReportExtent, render};
use obligato::shipped;
use scraper::{ElementRef, Html, Selector};
use tempfile::TempDir;
use termlens::Terminal;

use crate::exports::pieces::{parts, rows};
use crate::exports::report_of;

fn rendered(record: &str, format: Format) -> Vec<u8> {
    render(&report_of(&format!("tests/reports/{record}.json")), format, &ReportExtent::Full.into(), shipped::words())
}

fn page(record: &str) -> Html {
    Html::parse_document(&String::from_utf8(rendered(record, Format::Document(DocFormat::Html))).expect("UTF-8"))
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("a selector")).collect()
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for format in Format::ALL {
        assert!(rendered("retailer", format) == rendered("retailer", format), "{}", format.name());
    }
}

#[test]
fn the_page_is_sound_and_stands_alone() {
    for record in ["retailer", "licensee", "nothing-known"] {
        let page = page(record);
        assert_eq!(page.errors, Vec::<String>::new());
        for (selector, count) in [
            ("html[lang=en]", 1),
            ("title", 1),
            ("h1", 1),
            ("main", 1),
            ("nav[aria-label]", 1),
            ("style", 1),
            ("meta[http-equiv=Content-Security-Policy]", 1),
            ("a.skip[href='#report']", 1),
            ("main#report", 1),
            ("script, link, img, iframe, object, embed, form, base, [style], [src], [onclick]", 0),
        ] {
            assert_eq!(all(&page, selector).len(), count, "{selector}");
        }
        let policy = all(&page, "meta[http-equiv]")[0].attr("content");
        assert_eq!(policy, Some("default-src 'none'; style-src 'unsafe-inline'"));
    }
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    let page = page("retailer");
    let levels =
        all(&page, "h1, h2, h3, h4").into_iter().map(|it| it.value().name()[1..].parse::<u8>().expect("a level"));
    let levels: Vec<u8> = levels.collect();
    assert_eq!(levels.first(), Some(&1));
    assert!(levels.windows(2).all(|it| it[1] <= it[0] + 1), "{levels:?}");
}

#[test]
fn every_place_within_the_page_is_there_once_and_every_address_is_plain() {
    let page = page("retailer");
    let ids: Vec<&str> = all(&page, "[id]").into_iter().filter_map(|it| it.attr("id")).collect();
    let once: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), once.len());
    assert!(once.contains("CON-1"), "an obligation can be pointed to by its id");
    let links = all(&page, "a[href]");
    assert!(links.len() > 50);
    for link in links {
        let to = link.attr("href").expect("an address");
        match to.strip_prefix('#') {
            Some(id) => assert!(once.contains(id), "{to}"),
            // Printed, the address is still there.
            None => assert_eq!(link.text().collect::<String>(), to),
        }
    }
}

#[test]
fn tables_say_what_their_heads_are_of() {
    let page = page("retailer");
    assert!(all(&page, "table").len() > 3);
    assert_eq!(all(&page, "th:not([scope])").len(), 0);
    assert_eq!(all(&page, "thead th:not([scope=col]), tbody th:not([scope=row])").len(), 0);
    assert_eq!(all(&page, "tbody tr").len(), all(&page, "tbody tr > th:first-child").len());
}

#[test]
fn the_word_document_refers_only_to_what_it_has() {
    let parts = parts(&rendered("retailer", Format::Document(DocFormat::Docx)));
    let part = |name: &str| &parts.iter().find(|it| it.0 == name).expect("a part").1;
    let parse = |name: &str| roxmltree::Document::parse(part(name)).expect("XML");
    let values = |name: &str, element: &str, attribute: &str| -> Vec<String> {
        let document = parse(name);
        let found = document.descendants().filter(|it| it.tag_name().name() == element);
        let values = found.filter_map(|it| it.attributes().find(|it| it.name() == attribute));
        values.map(|it| it.value().to_owned()).collect()
    };
    let set = |found: Vec<String>| found.into_iter().collect::<BTreeSet<String>>();
    let (text, styles) = ("word/document.xml", set(values("word/styles.xml", "style", "styleId")));
    for kind in ["pStyle", "rStyle", "tblStyle"] {
        let used = set(values(text, kind, "val"));
        assert!(!used.is_empty() && used.is_subset(&styles), "{kind}: {used:?}");
    }
    assert!(set(values(text, "numId", "val")).is_subset(&set(values("word/numbering.xml", "num", "numId"))));
    let bookmarks = values(text, "bookmarkStart", "name");
    assert_eq!(set(bookmarks.clone()).len(), bookmarks.len());
    assert!(set(values(text, "hyperlink", "anchor")).is_subset(&set(bookmarks)));
    let related = set(values("word/_rels/document.xml.rels", "Relationship", "Id"));
    assert!(set(values(text, "hyperlink", "id")).is_subset(&related));
    for name in values("[Content_Types].xml", "Override", "PartName") {
        part(name.trim_start_matches('/'));
    }
    let levels = set(values(text, "pStyle", "val"));
    assert!(["Title", "Heading1", "Heading2", "Heading3"].iter().all(|it| levels.contains(*it)));
}

#[test]
fn the_word_document_holds_no_time_of_its_making() {
    let bytes = rendered("retailer", Format::Document(DocFormat::Docx));
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    for at in 0..archive.len() {
        let time = archive.by_index(at).expect("a part").last_modified().expect("a time");
        assert_eq!((time.year(), time.month(), time.day()), (1980, 1, 1));
    }
}

#[test]
fn rows_end_as_rfc_4180_has_it_and_are_equally_long() {
    let bytes = rendered("retailer", Format::Csv);
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
    let rows = rows(&bytes);
    assert_eq!(rows.len(), shipped::pack().obligations.len() + 1);
    assert!(rows.iter().all(|it| it.len() == rows[0].len()));
}

#[test]
fn a_form_that_is_no_text_is_not_printed_on_a_terminal() {
    let record = fs::canonicalize("tests/reports/retailer.json").expect("a record");
    let mut terminal = Terminal::builder()
        .size(80, 24)
        .env_clear()
        .env("TERM", "xterm-256color")
        .timeout(Duration::from_secs(10))
        .args(["report", "--format", "docx", &record.display().to_string()])
        .spawn(env!("CARGO_BIN_EXE_obligato"))
        .expect("the program starts");
    terminal.wait_until(|it| it.contains("-o report.docx")).expect("what to do instead");
    assert!(!terminal.wait_exit().expect("it ends").success());
}

#[test]
#[cfg(unix)]
fn files_are_for_their_owner_and_none_is_replaced_unasked() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().expect("a folder");
    let record = fs::canonicalize("tests/reports/retailer.json").expect("a record");
    for format in Format::ALL {
        let out = folder.path().join(format!("report.{}", format.extension()));
        let run = |more: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_obligato"));
            command
                .args(["report", "--full", "--format", format.name(), "-o"])
                .arg(&out)
                .arg(&record)
                .args(more)
                .env_clear();
            command.output().expect("it runs").status.success()
        };
        assert!(run(&[]), "{}", format.name());
        assert!(fs::read(&out).expect("a file") == rendered("retailer", format));
        assert_eq!(fs::metadata(&out).expect("a file").permissions().mode() & 0o777, 0o600);
        fs::write(&out, "mine").expect("a file");
        assert!(!run(&[]) && fs::read(&out).expect("a file") == b"mine");
        assert!(run(&["--force"]) && fs::read(&out).expect("a file") != b"mine");
    }
}
