//! Every form says of every obligation where it stands, and they all say the same.

use std::collections::{BTreeMap, BTreeSet};

use obligato::boxes::Status;
use obligato::export::{DocFormat, Format, ReportExtent, render};
use obligato::report::{Report, Standing};
use obligato::shipped;

use crate::exports::pieces::{Piece, pieces, rows};
use crate::exports::{read_in_pieces, report_of};

/// The ids of the obligations at each place.
type Places = BTreeMap<String, BTreeSet<String>>;

const RECORDS: [&str; 6] =
    ["retailer", "licensee", "business-associate", "card-number-alone", "email-only-tool", "nothing-known"];

/// How a part of a document is headed, by the place it tells of.
fn heading(report: &Report<'_>, standing: Standing) -> String {
    let title = obligato::tell::standing(standing, shipped::words());
    format!("{title} ({})", report.totals.count_at(standing))
}

fn in_report(report: &Report<'_>) -> Places {
    let each = Standing::ALL.iter().map(|it| {
        let ids = report.items_at(*it).map(|it| it.obligation.id.clone()).collect::<BTreeSet<String>>();
        assert_eq!(ids.len(), report.totals.count_at(*it));
        (heading(report, *it), ids)
    });
    each.collect()
}

/// The obligations that begin a text in each part: as a heading, or in the table at its start. What is ruled
/// out by the same provisions stands in one text.
fn in_document(report: &Report<'_>, texts: &[String]) -> Places {
    let ids: Vec<&str> = report.obligations.iter().map(|it| it.obligation.id.as_str()).collect();
    let begins = |text: &str, id: &str| text == id || text.starts_with(&format!("{id} "));
    let heads: Vec<String> = Standing::ALL.iter().map(|it| heading(report, *it)).collect();
    let ruled_out = heading(report, Standing::RuledOut);
    let mut found = Places::new();
    let mut part = None;
    for text in texts {
        // An obligation may tell of its own open legal points; the part of that name comes after the last.
        let last = text == "Sources" || part.as_ref() == Some(&ruled_out) && text == "Open legal points";
        if heads.contains(text) {
            part = Some(text.clone());
            found.entry(text.clone()).or_default();
        } else if last {
            part = None;
        } else if let Some(part) = &part {
            let each: Vec<&str> = if *part == ruled_out { text.split("; ").collect() } else { vec![text] };
            let named = ids.iter().filter(|id| each.iter().any(|text| begins(text, id)));
            found.entry(part.clone()).or_default().extend(named.map(|id| (*id).to_owned()));
        }
    }
    found
}

fn in_table(report: &Report<'_>, rows: &[Vec<String>]) -> Places {
    let mut found: Places = Standing::ALL.iter().map(|it| (heading(report, *it), BTreeSet::new())).collect();
    for row in rows.iter().skip(1) {
        let place = found.iter_mut().find(|it| it.0.starts_with(&format!("{} (", row[4]))).expect("a place");
        place.1.insert(row[0].clone());
    }
    found
}

fn in_json(report: &Report<'_>, bytes: &[u8]) -> Places {
    let json: serde_json::Value = serde_json::from_slice(bytes).expect("JSON");
    let each = Standing::ALL.iter().map(|it| {
        let name = it.name();
        assert_eq!(json["totals"][name], report.totals.count_at(*it));
        let items = json["obligations"].as_array().expect("a list").iter().filter(|it| it["standing"] == name);
        (heading(report, *it), items.map(|it| it["id"].as_str().expect("an id").to_owned()).collect())
    });
    each.collect()
}

fn texts(format: Format, bytes: &[u8]) -> Vec<String> {
    if format == Format::Document(DocFormat::Text) {
        let mut texts: Vec<String> = Vec::new();
        for line in std::str::from_utf8(bytes).expect("UTF-8").lines() {
            let text = line.trim_start_matches([' ', '-']);
            match texts.last_mut() {
                // A point goes on in lines that are set in below it.
                Some(before) if line.starts_with("    ") && !line.trim_start().starts_with('-') => {
                    before.push(' ');
                    before.push_str(text);
                }
                _ => texts.push(text.to_owned()),
            }
        }
        return texts;
    }
    let texts = pieces(format, bytes).into_iter().filter_map(|it| match it {
        Piece::Text(it) => Some(it),
        Piece::Mark(_) => None,
    });
    texts.collect()
}

#[test]
fn every_form_puts_every_obligation_where_the_report_does() {
    for record in RECORDS {
        let report = report_of(&format!("tests/reports/{record}.json"));
        let wanted = in_report(&report);
        assert_eq!(wanted.values().map(BTreeSet::len).sum::<usize>(), shipped::default_pack().pack().obligations.len());
        for (format, extent) in read_in_pieces().flat_map(|format| ReportExtent::ALL.map(|extent| (format, extent))) {
            let bytes = render(&report, format, &extent.into(), shipped::words());
            let mut found = match format {
                Format::Csv => in_table(&report, &rows(&bytes)),
                Format::Json => in_json(&report, &bytes),
                Format::Document(_) => in_document(&report, &texts(format, &bytes)),
            };
            if extent == ReportExtent::Usual {
                // It has no part that would be empty.
                for heading in wanted.keys() {
                    found.entry(heading.clone()).or_default();
                }
            }
            assert_eq!(found, wanted, "{record} as {}, {extent:?}", format.name());
        }
    }
}

/// Why something is open is told in full where it comes first; the others lead there.
#[test]
fn what_is_open_for_the_same_reason_is_explained_once() {
    let report = report_of("tests/reports/business-associate.json");
    let text = render(&report, Format::Document(DocFormat::Text), &ReportExtent::Usual.into(), shipped::words());
    let text = String::from_utf8(text).expect("text");
    let parts: Vec<&str> = text.split("\nWhy it is open:").skip(1).collect();
    let reasons = parts.iter().filter_map(|part| part.trim_start().strip_prefix("Your answers do not settle yet"));
    let reasons: Vec<&str> = reasons.map(|part| part.split("\n\n").next().unwrap_or_default()).collect();
    let open = report.obligations.iter().filter(|item| item.judgement.applies == Status::Open).count();
    assert_eq!(parts.len(), open);
    assert!(reasons.len() < parts.len(), "each is told in full");
    assert_eq!(reasons.len(), reasons.iter().collect::<BTreeSet<&&str>>().len(), "{reasons:?}");
}
