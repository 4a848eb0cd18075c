//! The obligations as a table for spreadsheets: one row each.

use crate::export::outline::{ObligationTeller, answered, origin, standing_name};
use crate::export::table::table;
use crate::report::{Cited, Item, Report};
use crate::words::Words;

/// The columns, in order: their heads among the words.
const COLUMNS: [&str; 21] = [
    "export.csv.id",
    "export.csv.title",
    "export.csv.kind",
    "export.csv.group",
    "export.csv.place",
    "export.csv.applies",
    "export.csv.in_place",
    "export.csv.deadline",
    "export.csv.last_day",
    "export.csv.why",
    "export.csv.vendor_says",
    "export.csv.questions",
    "export.csv.citations",
    "export.csv.links",
    "export.csv.confidence",
    "export.tool",
    "export.vendor",
    "export.answered_by",
    "export.answered_on",
    "export.pack",
    "export.checked",
];

/// The obligations of `report` as CSV.
pub fn render(report: &Report, words: &Words) -> Vec<u8> {
    let head = COLUMNS.iter().map(|it| words.say(it).to_owned()).collect();
    let teller = ObligationTeller::new(report, words);
    let about = about(report, words);
    let rows = report.obligations.iter().map(|it| [cells(it, &teller), about.clone()].concat());
    table([head].into_iter().chain(rows))
}

/// What is said of one obligation.
fn cells(item: &Item, teller: &ObligationTeller<'_>) -> Vec<String> {
    let words = teller.words;
    let say = |name: &str| words.say(name).to_owned();
    let due = item.deadline.as_ref();
    let questions: Vec<&str> = item.settled_by.iter().map(|it| it.ask.as_str()).collect();
    let given = item.vendor_says.iter().filter_map(|it| teller.report.given(it));
    let vendor_says: Vec<String> = given.map(|it| format!("{} ({})", it.ask, origin(it, words))).collect();
    let sources: Vec<&Cited> = item.sources.iter().filter_map(|it| teller.report.source(it)).collect();
    let listed = |each: fn(&Cited) -> &str| sources.iter().map(|it| each(it)).collect::<Vec<&str>>().join("; ");

    vec![
        item.id.clone(),
        item.title.clone(),
        say(&format!("common.kind.{}", item.kind)),
        item.group.clone(),
        say(&format!("common.standing.{}", standing_name(item.standing))),
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
        report.answered_on.clone().unwrap_or_else(|| words.say("export.not_known").to_owned()),
        words.fill("export.pack_line", &[("id", &pack.id), ("version", &pack.version)]),
        pack.law_checked_on.clone(),
    ]
}
