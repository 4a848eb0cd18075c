//! The obligations as a table for spreadsheets: one row each.

use crate::export::outline::{ObligationTeller, answered, origin};
use crate::export::table::table;
use crate::report::{Cited, Item, Report};
use crate::tell;
use crate::words::{Label, Words};

/// The heads of the columns, in order.
const COLUMNS: [Label; 21] = [
    |words| words.export.csv.id,
    |words| words.export.csv.title,
    |words| words.export.csv.kind,
    |words| words.export.csv.group,
    |words| words.export.csv.place,
    |words| words.export.csv.applies,
    |words| words.export.csv.in_place,
    |words| words.export.csv.deadline,
    |words| words.export.csv.last_day,
    |words| words.export.csv.why,
    |words| words.export.csv.vendor_says,
    |words| words.export.csv.questions,
    |words| words.export.csv.citations,
    |words| words.export.csv.links,
    |words| words.export.csv.confidence,
    |words| words.export.tool,
    |words| words.export.vendor,
    |words| words.export.answered_by,
    |words| words.export.answered_on,
    |words| words.export.pack,
    |words| words.export.checked,
];

/// The obligations of `report` as CSV.
pub fn render(report: &Report, words: &Words) -> Vec<u8> {
    let head = COLUMNS.iter().map(|head| head(words).to_owned()).collect();
    let teller = ObligationTeller::new(report, words);
    let about = about(report, words);
    let rows = report.obligations.iter().map(|it| [cells(it, &teller), about.clone()].concat());
    table([head].into_iter().chain(rows))
}

/// What is said of one obligation.
fn cells(item: &Item, teller: &ObligationTeller<'_>) -> Vec<String> {
    let words = teller.words;
    let due = item.deadline.as_ref();
    let questions: Vec<&str> = item.settled_by.iter().map(|it| it.ask.as_str()).collect();
    let given = item.vendor_says.iter().filter_map(|it| teller.report.given(it));
    let vendor_says: Vec<String> = given.map(|it| format!("{} ({})", it.ask, origin(it, words))).collect();
    let sources: Vec<&Cited> = item.sources.iter().filter_map(|it| teller.report.source(it)).collect();
    let listed = |each: fn(&Cited) -> &str| sources.iter().map(|it| each(it)).collect::<Vec<&str>>().join("; ");

    vec![
        item.id.clone(),
        item.title.clone(),
        tell::kind(item.kind, words).to_owned(),
        item.group.clone(),
        tell::standing(item.standing, words).to_owned(),
        teller.outcome(item.applies, None).to_owned(),
        item.met.map_or_else(String::new, |_| teller.in_place(item).to_owned()),
        due.map_or_else(String::new, |it| it.says.clone()),
        due.and_then(|it| it.date.clone()).unwrap_or_default(),
        teller.because(item),
        vendor_says.join("; "),
        questions.join("; "),
        listed(|it| &it.citation),
        listed(|it| &it.link),
        listed(|it| it.confidence),
    ]
}

/// What is the same in every row: rows of many assessments can be put together.
fn about(report: &Report, words: &Words) -> Vec<String> {
    let pack = &report.pack;
    vec![
        answered(report, "tool_name", words),
        answered(report, "vendor_name", words),
        answered(report, "answered_by", words),
        report.answered_on.clone().unwrap_or_else(|| words.export.not_known.to_owned()),
        words.export.pack_line(&pack.id, &pack.version),
        pack.law_checked_on.clone(),
    ]
}
