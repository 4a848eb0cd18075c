//! Reports as they are printed.

use tempfile::TempDir;

use crate::cli::run;
use crate::excerpts::{between, check_json, check_sections};

const RETAILER: &str = include_str!("../reports/retailer.json");

/// The report of `record` in this form.
fn report(record: &str, format: &str) -> String {
    let folder = TempDir::new().expect("a folder");
    let (code, out, _) = run(folder.path(), &["report", "-", "--format", format], record.as_bytes());
    assert_eq!(code, Some(0));
    let checked = if format == "json" { "2026-11-28" } else { "November 28, 2026" };
    assert!(out.contains(checked) && out.contains("not legal advice"));
    out
}

/// In full for the small sound pack.
#[test]
fn a_report_reads_well_in_every_form() {
    let folder = TempDir::new().expect("a folder");
    let good = crate::packs::folder().join("good");
    let good = good.to_str().expect("a path in UTF-8");
    let record = br#"{
        "boat_name": "Anna", "flag_color": "red", "motor": true, "hull": "iron", "gear": ["radio"], "miles": 13,
        "departure": "2026-07-01"
    }"#;
    for format in ["text", "markdown", "json"] {
        let (code, out, said) = run(folder.path(), &["--pack", good, "report", "-", "--format", format], record);
        assert_eq!((code, said.as_str()), (Some(0), ""));
        insta::assert_snapshot!(format!("boat-{format}"), out);
    }
}

/// Its first page, one of each kind of what follows; what is in place or open stands in other reports.
#[test]
fn the_report_of_the_retailer_reads_well() {
    let text = report(RETAILER, "text");
    check_sections("retailer-text", &text);
    let parts = [
        ("Customer service tools", "  - CON-2"),
        ("DIS-1 Dispose", "CON-2 Ask"),
        ("ALS-6 Check", "Ruled out ("),
        ("Ruled out (", "    - RED-1"),
        ("Open legal points\n", "Whose vendor is"),
        ("Your answers\n", ""),
    ];
    let mut told: String = parts.iter().map(|(from, to)| between(&text, from, to)).collect();
    let with_a_clause = RETAILER.replacen('{', "{ \"clause_security\": true,", 1);
    told.push_str(between(&report(&with_a_clause, "text"), "In place (1)", "Open legal points:"));
    let email_only = include_str!("../reports/email-only-tool.json");
    told.push_str(between(&report(email_only, "text"), "Open (2)\n", "Also check ("));
    insta::assert_snapshot!("retailer-text", told);
    let markdown = report(RETAILER, "markdown");
    check_sections("retailer-markdown", &markdown);
    let parts = [("# Customer service tools", "- CON-2"), ("### DIS-1", "### CON-2"), ("## Ruled out (", "  - RED-1")];
    let told: String = parts.iter().map(|(from, to)| between(&markdown, from, to)).collect();
    insta::assert_snapshot!("retailer-markdown", told);
}

/// Byte for byte.
#[test]
fn the_report_of_the_retailer_is_the_same_in_every_part() {
    check_json("retailer-json", &report(RETAILER, "json"), "obligations");
}

/// The headings of a report, each with the points under it.
#[test]
fn a_decided_point_stands_apart_from_the_open_ones() {
    let folder = TempDir::new().expect("a folder");
    let record = String::from_utf8_lossy(include_bytes!("../reports/business-associate.json"));
    let decided = record.replacen('{', "{ \"associate_exempt\": false,", 1);
    let (_, out, _) = run(folder.path(), &["report", "-", "--format", "markdown"], decided.as_bytes());
    let (before, last) = out.split_once("\n## Legal points decided here\n").expect("the decided ones have a heading");
    let (_, open) = before.split_once("\n## Open legal points\n").expect("the open ones have a heading");
    assert!(last.contains("decided as no for this assessment") && !open.contains("decided as"), "{out}");
    assert!(out.contains("Legal points decided here"), "{out}");
}
