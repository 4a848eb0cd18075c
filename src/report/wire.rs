//! The JSON of a report. These types mirror the file and are used for nothing else.

mod write;

use serde::Serialize;

use crate::report::Report;
use crate::words::Words;

/// The name of this format, in every report.
pub const FORMAT: &str = "obligato report";

/// The version of this format.
pub const VERSION: u32 = 1;

/// `report` as JSON, indented, with a line end.
///
/// # Panics
/// Never: all that a report holds can be written.
pub fn to_json_text(report: &Report<'_>, words: &Words) -> String {
    let mut text =
        serde_json::to_string_pretty(&write::written(report, words)).expect("a report can be written as JSON");
    text.push('\n');
    text
}

#[derive(Serialize)]
struct WireReport<'a> {
    format: &'static str,
    version: u32,
    pack: WirePack<'a>,
    answered_on: Option<String>,
    complete: bool,
    left: [usize; 2],
    totals: WireTotals,
    obligations: Vec<WireItem<'a>>,
    readings: Vec<WireReading<'a>>,
    answers: Vec<WireAnswer<'a>>,
    sources: Vec<WireSource<'a>>,
}

#[derive(Serialize)]
struct WirePack<'a> {
    id: &'a str,
    version: &'a str,
    title: &'a str,
    digest: &'a str,
    law_checked_on: String,
    disclaimer: &'a str,
    official: &'a str,
}

#[derive(Serialize)]
struct WireTotals {
    to_do: usize,
    in_place: usize,
    open: usize,
    ruled_out: usize,
    also_check: usize,
    all: usize,
}

#[derive(Serialize)]
struct WireItem<'a> {
    id: &'a str,
    group: &'a str,
    kind: &'static str,
    title: &'a str,
    asks: &'a str,
    standing: &'static str,
    applies: &'static str,
    met: Option<&'static str>,
    because: Vec<WireReason<'a>>,
    met_because: Vec<WireReason<'a>>,
    missing: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    vendor_says: Vec<&'a str>,
    settled_by: Vec<WireSettledBy<'a>>,
    would_change: Vec<WireChange<'a>>,
    readings: Vec<WireTurn<'a>>,
    actions: Vec<WireAdvice<'a>>,
    deadline: Option<WireDeadline<'a>>,
    sources: Vec<&'a str>,
    notes: Vec<WireAdvice<'a>>,
    confirm: &'a [String],
}

#[derive(Serialize)]
struct WireReason<'a> {
    says: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fact: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<&'a str>,
    sources: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    because: Vec<WireReason<'a>>,
}

#[derive(Serialize)]
struct WireSettledBy<'a> {
    question: &'a str,
    ask: &'a str,
    who: Vec<&'static str>,
    outcomes: Vec<WireOutcome>,
}

#[derive(Serialize)]
struct WireOutcome {
    answer: serde_json::Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<serde_json::Value>,
    says: String,
    applies: &'static str,
    met: Option<&'static str>,
}

#[derive(Serialize)]
struct WireChange<'a> {
    question: &'a str,
    to: Vec<String>,
}

#[derive(Serialize)]
struct WireTurn<'a> {
    reading: &'a str,
    if_yes: &'static str,
    if_no: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    met_if_yes: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    met_if_no: Option<&'static str>,
}

#[derive(Serialize)]
struct WireAdvice<'a> {
    text: &'a str,
    certain: bool,
}

#[derive(Serialize)]
struct WireDeadline<'a> {
    says: &'a str,
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    months: Option<&'a str>,
}

#[derive(Serialize)]
struct WireReading<'a> {
    id: &'a str,
    title: &'a str,
    ask: &'a str,
    yes: &'a str,
    no: &'a str,
    safe: &'static str,
    taken: &'static str,
    why: &'a str,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
struct WireAnswer<'a> {
    question: &'a str,
    section: &'a str,
    ask: &'a str,
    value: serde_json::Value,
    labels: Vec<String>,
    set_aside: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct WireSource<'a> {
    id: &'a str,
    citation: &'a str,
    heading: &'a str,
    says: &'a str,
    binds: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    exceptions: Option<&'a str>,
    link: &'a str,
    confidence: &'static str,
    verified: bool,
}
