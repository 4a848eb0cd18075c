//! The obligations as a table for spreadsheets: one row each.

use crate::boxes::Status;
use crate::export::outline::{ObligationTeller, answered, origin};
use crate::export::table::table;
use crate::pack::Source;
use crate::report::{Item, Report};
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
pub fn render(report: &Report<'_>, words: &Words) -> Vec<u8> {
    let head = COLUMNS.iter().map(|it| words.say(it).to_owned()).collect();
    let teller = ObligationTeller::new(report, words);
    let about = about(report, words);
    let rows = report.obligations.iter().map(|it| [cells(it, &teller), about.clone()].concat());
    table([head].into_iter().chain(rows))
}

/// What is said of one obligation.
fn cells(item: &Item<'_>, teller: &ObligationTeller<'_>) -> Vec<String> {
    let words = teller.words;
    let say = |name: &str| words.say(name).to_owned();
    let (of, pack) = (item.obligation, teller.report.pack);
    let ask = |id| pack.question(id).ask.as_str();
    let questions: Vec<&str> = item.settled_by.iter().map(|it| ask(it.question)).collect();
    let given = item.vendor_says.iter().filter_map(|&it| teller.report.given(it));
    let vendor_says: Vec<String> = given.map(|it| format!("{} ({})", ask(it.question), origin(it, words))).collect();
    let sources: Vec<&Source> = of.sources.iter().map(|&it| pack.source(it)).collect();
    let listed = |each: fn(&Source) -> &str| sources.iter().map(|it| each(it)).collect::<Vec<&str>>().join("; ");

    vec![
        of.id.clone(),
        of.title.clone(),
        say(&format!("common.kind.{}", of.kind.name())),
        pack.group_of(of).to_owned(),
        say(&format!("common.standing.{}", item.standing.name())),
        teller.applies(item).to_owned(),
        if item.judgement.applies == Status::No { String::new() } else { teller.in_place(item).to_owned() },
        of.deadline.as_ref().map_or_else(String::new, |it| it.says.clone()),
        item.last_day.map_or_else(String::new, |it| it.to_string()),
        teller.because(item),
        vendor_says.join("; "),
        questions.join("; "),
        listed(|it| &it.citation),
        listed(|it| &it.link),
        listed(|it| it.confidence.name()),
    ]
}

/// What is the same in every row: rows of many assessments can be put together.
fn about(report: &Report<'_>, words: &Words) -> Vec<String> {
    let pack = report.pack;
    vec![
        answered(report, report.pack.names.tool, words),
        answered(report, report.pack.names.vendor, words),
        answered(report, report.pack.names.answered_by, words),
        report.answered_on.map_or_else(|| words.say("export.not_known").to_owned(), |it| it.to_string()),
        words.fill("export.pack_line", &[("id", &pack.id), ("version", &pack.version)]),
        pack.law_checked_on.to_string(),
    ]
}
