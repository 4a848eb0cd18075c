//! Reports as they are printed.

use tempfile::TempDir;

use crate::cli::run;
use crate::excerpts::between;

/// The report of the retailer in this form.
fn retailer(format: &str) -> String {
    let folder = TempDir::new().expect("a folder");
    let record = include_bytes!("../reports/retailer.json");
    let (code, out, _) = run(folder.path(), &["report", "-", "--format", format], record);
    assert_eq!(code, Some(0));
    assert!(out.contains("2026-11-24") && out.contains("not legal advice"));
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

/// Its first page, one of each kind of what follows.
#[test]
fn the_report_of_the_retailer_reads_well() {
    let text = retailer("text");
    let parts = [
        ("Customer service tools", "  - CON-2"),
        ("CON-1 Put", "CON-2 Ask"),
        ("Open (0)", "Also check"),
        ("ALS-6 Check", "Ruled out ("),
        ("Ruled out (", "  - RED-1"),
        ("Open legal points\n", "Whose vendor is"),
        ("Your answers\n", ""),
    ];
    let told: String = parts.iter().map(|(from, to)| between(&text, from, to)).collect();
    insta::assert_snapshot!("retailer-text", told);
    let markdown = retailer("markdown");
    let parts = [("# Customer service tools", "- CON-2"), ("### DIS-1", "### BRE-6"), ("## Ruled out (", "- RED-1")];
    let told: String = parts.iter().map(|(from, to)| between(&markdown, from, to)).collect();
    insta::assert_snapshot!("retailer-markdown", told);
}

/// Byte for byte: where a part has another digest, that part has changed.
#[test]
fn the_report_of_the_retailer_is_the_same_in_every_part() {
    let json = retailer("json");
    let report: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&json).expect("JSON");
    let mut told = format!("whole {}\n", digest(&json));
    for (key, part) in &report {
        if key == "obligations" {
            for obligation in part.as_array().expect("a list") {
                let id = obligation["id"].as_str().expect("an id");
                told = format!("{told}{id} {}\n", digest(&obligation.to_string()));
            }
        } else {
            told = format!("{told}{key} {}\n", digest(&part.to_string()));
        }
    }
    insta::assert_snapshot!("retailer-json", told);
}

/// The beginning of the SHA-256 of `text`.
fn digest(text: &str) -> String {
    let hash = <sha2::Sha256 as sha2::Digest>::digest(text);
    hash.iter().take(8).fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
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
    assert!(last.contains("no, as decided for this assessment") && !open.contains("decided for"), "{out}");
    assert!(out.contains("Legal point decided here"), "{out}");
}
