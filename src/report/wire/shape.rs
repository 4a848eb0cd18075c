//! The JSON of a report, type by type.

use serde::Serialize;

use crate::report::wire::rejudged::WireRejudged;

/// The name of this format, in every report.
pub const FORMAT: &str = "obligato report";

/// The version of this format.
pub const VERSION: u32 = 1;

#[derive(Serialize)]
pub struct WireReport<'a> {
    pub format: &'static str,
    pub version: u32,
    pub pack: WirePack<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rejudged: Option<WireRejudged<'a>>,
    pub answered_on: Option<String>,
    pub complete: bool,
    pub left: [usize; 2],
    pub headline: Option<WireHeadline<'a>>,
    pub totals: WireTotals,
    pub obligations: Vec<WireItem<'a>>,
    pub readings: Vec<WireReading<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<WireDecision<'a>>,
    pub answers: Vec<WireAnswer<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub laid_aside: Vec<WireLaidAside<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<WireWarning<'a>>,
    pub sources: Vec<WireSource<'a>>,
}

#[derive(Serialize)]
pub struct WirePack<'a> {
    pub id: &'a str,
    pub version: &'a str,
    pub title: &'a str,
    pub digest: &'a str,
    pub law_checked_on: String,
    pub disclaimer: &'a str,
    pub official: &'a str,
}

#[derive(Serialize)]
pub struct WireHeadline<'a> {
    pub answer: &'static str,
    pub obligations: Vec<&'a str>,
    pub questions: Vec<&'a str>,
    pub readings: Vec<&'a str>,
    pub duties: Option<usize>,
    pub open_points: usize,
    pub clocks: Vec<WireClock<'a>>,
}

#[derive(Serialize)]
pub struct WireClock<'a> {
    pub obligation: &'a str,
    pub certain: bool,
    pub last_day: Option<String>,
    pub counted: bool,
}

#[derive(Serialize)]
pub struct WireTotals {
    pub to_do: usize,
    pub in_place: usize,
    pub open: usize,
    pub ruled_out: usize,
    pub also_check: usize,
    pub all: usize,
}

#[derive(Serialize)]
pub struct WireItem<'a> {
    pub id: &'a str,
    pub group: &'a str,
    pub kind: &'static str,
    pub title: &'a str,
    pub asks: &'a str,
    pub standing: &'static str,
    pub applies: &'static str,
    pub met: Option<&'static str>,
    pub because: Vec<WireReason<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also_because: Vec<WireReason<'a>>,
    pub met_because: Vec<WireReason<'a>>,
    pub missing: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub vendor_says: Vec<&'a str>,
    pub settled_by: Vec<WireSettledBy<'a>>,
    pub would_change: Vec<WireChange<'a>>,
    pub readings: Vec<WireTurn<'a>>,
    pub actions: Vec<WireAdvice<'a>>,
    pub deadline: Option<WireDeadline<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept: Option<WireKept<'a>>,
    pub sources: Vec<&'a str>,
    pub notes: Vec<WireAdvice<'a>>,
    pub confirm: &'a [String],
}

#[derive(Serialize)]
pub struct WireReason<'a> {
    pub says: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<&'a str>,
    pub sources: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<WireReason<'a>>,
}

#[derive(Serialize)]
pub struct WireSettledBy<'a> {
    pub question: &'a str,
    pub ask: &'a str,
    pub who: Vec<&'static str>,
    pub outcomes: Vec<WireOutcome>,
}

#[derive(Serialize)]
pub struct WireOutcome {
    pub answer: serde_json::Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<serde_json::Value>,
    pub says: String,
    pub applies: &'static str,
    pub met: Option<&'static str>,
}

#[derive(Serialize)]
pub struct WireChange<'a> {
    pub question: &'a str,
    pub to: Vec<String>,
}

#[derive(Serialize)]
pub struct WireTurn<'a> {
    pub reading: &'a str,
    pub if_yes: &'static str,
    pub if_no: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met_if_yes: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met_if_no: Option<&'static str>,
}

#[derive(Serialize)]
pub struct WireAdvice<'a> {
    pub text: &'a str,
    pub certain: bool,
}

#[derive(Serialize)]
pub struct WireDeadline<'a> {
    pub says: &'a str,
    pub date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rolled: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<&'a str>,
}

#[derive(Serialize)]
pub struct WireKept<'a> {
    pub done: &'a str,
    pub keep: &'a str,
    pub rhythm: &'static str,
    pub again: &'a str,
    pub practice: bool,
}

#[derive(Serialize)]
pub struct WireReading<'a> {
    pub id: &'a str,
    pub title: &'a str,
    pub ask: &'a str,
    pub yes: &'a str,
    pub no: &'a str,
    pub safe: &'static str,
    pub taken: &'static str,
    pub why: &'a str,
    pub sources: Vec<&'a str>,
}

#[derive(Serialize)]
pub struct WireDecision<'a> {
    pub reading: &'a str,
    pub side: &'static str,
    pub is_safe: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<&'a str>,
    pub moves: Vec<WireMove<'a>>,
}

#[derive(Serialize)]
pub struct WireMove<'a> {
    pub obligation: &'a str,
    pub if_open: WireJudgement,
    pub now: WireJudgement,
}

#[derive(Serialize)]
pub struct WireJudgement {
    pub standing: &'static str,
    pub applies: &'static str,
    pub met: Option<&'static str>,
}

#[derive(Serialize)]
pub struct WireAnswer<'a> {
    pub question: &'a str,
    pub section: &'a str,
    pub ask: &'a str,
    pub value: serde_json::Value,
    pub labels: Vec<String>,
    pub set_aside: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'a str>,
}

#[derive(Serialize)]
pub struct WireLaidAside<'a> {
    pub question: &'a str,
    pub answer: &'a serde_json::Value,
    pub why: &'a str,
}

#[derive(Serialize)]
pub struct WireWarning<'a> {
    pub id: &'a str,
    pub says: &'a str,
    pub ask: &'a str,
    pub questions: Vec<&'a str>,
}

#[derive(Serialize)]
pub struct WireSource<'a> {
    pub id: &'a str,
    pub citation: &'a str,
    pub heading: &'a str,
    pub says: &'a str,
    pub binds: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exceptions: Option<&'a str>,
    pub link: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub official: Option<&'a str>,
    pub confidence: &'static str,
    pub verified: bool,
}
