//! The obligations as a table for spreadsheets: one row each.

use crate::boxes::Status;
use crate::export::outline::item::ObligationTeller;
use crate::export::outline::parts::answer_or_unknown;
use crate::export::table::table;
use crate::judge::Judgement;
use crate::pack::Source;
use crate::report::{Item, Report};
use crate::tell::{self, origin};
use crate::words::{Label, Words};

/// The heads of the columns, in order.
const COLUMNS: [Label; 23] = [
    |words| words.export.csv.id,
    |words| words.export.csv.title,
    |words| words.common.obligation.kind,
    |words| words.common.obligation.group,
    |words| words.export.column.stands,
    |words| words.common.says.applies,
    |words| words.common.standing.in_place,
    |words| words.common.obligation.by_when,
    |words| words.export.csv.last_day,
    |words| words.export.csv.why,
    |words| words.export.csv.vendor_says,
    |words| words.common.obligation.settles,
    |words| words.export.csv.citations,
    |words| words.export.csv.links,
    |words| words.export.csv.confidence,
    |words| words.export.tool,
    |words| words.export.vendor,
    |words| words.export.answered_by,
    |words| words.export.answered_on,
    |words| words.export.made_with.pack,
    |words| words.common.law.checked,
    |words| words.common.title.warnings,
    |words| words.export.business,
];

/// The obligations of `report` as CSV.
pub fn render(report: &Report<'_>, words: &Words) -> Vec<u8> {
    let head = COLUMNS.iter().map(|head| head(words).to_owned()).collect();
    let teller = ObligationTeller::new(report, words);
    let about = about(report, words);
    let rows = report.obligations.iter().map(|item| [cells(item, &teller), about.clone()].concat());
    table([head].into_iter().chain(rows))
}

/// What is said of one obligation.
fn cells(item: &Item<'_>, teller: &ObligationTeller<'_>) -> Vec<String> {
    let words = teller.words;
    let (of, pack) = (item.obligation, teller.report.pack);
    let ask = |id| pack.question(id).ask.as_str();
    let questions: Vec<&str> = item.settled_by.iter().map(|it| ask(it.question)).collect();
    let given = item.vendor_says.iter().filter_map(|&it| teller.report.answer_to(it));
    let vendor_says: Vec<String> =
        given.map(|answer| format!("{} ({})", ask(answer.question), origin(answer, words))).collect();
    let sources: Vec<&Source> = item.sources.iter().map(|&it| pack.source(it)).collect();
    let listed = |each: fn(&Source) -> &str| sources.iter().map(|it| each(it)).collect::<Vec<&str>>().join("; ");

    vec![
        of.id.clone(),
        of.title.clone(),
        tell::kind(of.kind, words).to_owned(),
        pack.group_of(of).to_owned(),
        tell::standing(item.standing, words).to_owned(),
        applies(item, words).to_owned(),
        if item.judgement.applies == Status::No { String::new() } else { tell::in_place(item, words).to_owned() },
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

/// Returns whether it applies, without whether it is in place, which has its own column.
fn applies(item: &Item<'_>, words: &Words) -> &'static str {
    tell::outcome(Judgement { met: Status::Open, ..item.judgement }, words)
}

/// Returns the cells that are the same in every row, so that rows of several assessments can be
/// combined.
fn about(report: &Report<'_>, words: &Words) -> Vec<String> {
    let pack = report.pack;
    vec![
        answer_or_unknown(report, report.pack.names.tool, words),
        answer_or_unknown(report, report.pack.names.vendor, words),
        answer_or_unknown(report, report.pack.names.answered_by, words),
        report.answered_on.map_or_else(|| words.common.not_known.to_owned(), |it| it.to_string()),
        words.export.made_with.pack_line(&pack.id, &pack.version),
        pack.law_checked_on.to_string(),
        report.warnings.iter().map(|given| pack.warning(given.id).says.as_str()).collect::<Vec<&str>>().join(" "),
        answer_or_unknown(report, report.pack.names.business, words),
    ]
}
