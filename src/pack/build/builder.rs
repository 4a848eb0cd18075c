//! A pack under construction: the names known so far, and the faults found.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::boxes::Space;
use crate::condition::{Rule, Vocabulary, parse_iso_day};
use crate::finding::{Finding, MAX_FINDINGS};
use crate::pack::fields::SpannedString;
use crate::pack::files::Files;
use crate::pack::model::{SourceId, Spot};
use crate::pack::raw::{RawPack, RawQuestion};
use crate::pack::rules::{Parsed, read_condition, resolve_condition};

/// The version of the pack format this program reads.
const FORMAT: i64 = 1;

/// The highest grade of reading of a pack that states none, and the highest that may be stated.
const READING_GRADE: usize = 9;
const MAX_READING_GRADE: usize = 99;

/// The maximum number of variables of a pack: one for each question and reading, and each option of
/// an any-of question.
const MAX_VARS: usize = 4_096;

/// A pack under construction: the names known so far, and the faults found.
pub struct PackBuilder<'a> {
    pub files: &'a Files,
    pub findings: &'a mut Vec<Finding>,
    pub source_ids: BTreeMap<String, SourceId>,
    pub names: BTreeMap<String, Spot>,
    pub counted_by: BTreeSet<String>,
}

impl<'a> PackBuilder<'a> {
    /// Begins a pack of these files, whose deadlines count by the questions `counted_by`.
    pub fn new(files: &'a Files, findings: &'a mut Vec<Finding>, counted_by: BTreeSet<String>) -> Self {
        Self { files, findings, source_ids: BTreeMap::new(), names: BTreeMap::new(), counted_by }
    }
}

impl PackBuilder<'_> {
    /// Reports a fault at `spot`.
    pub fn fault(&mut self, code: &'static str, spot: &Spot, message: impl Into<String>, help: Option<String>) {
        if self.findings.len() >= MAX_FINDINGS {
            return;
        }
        let mut finding = Finding::error(code, self.files.place(spot), message);
        finding.help = help;
        self.findings.push(finding);
    }

    /// Returns the text, or reports its absence at `spot`.
    pub fn require_text(&mut self, text: Option<&SpannedString>, key: &str, spot: &Spot) -> String {
        if text.is_none() {
            self.fault(
                "missing-key",
                spot,
                format!("this needs a `{key}`"),
                Some(format!("add a line `{key} = \"...\"`")),
            );
        }
        text.map(|it| it.text.clone()).unwrap_or_default()
    }

    /// Returns the sentence of a number, date or text, which must have a placeholder for the value.
    pub fn sentence(&mut self, raw: &RawQuestion) -> String {
        let says = self.require_text(raw.says.as_ref(), "says", &raw.spot);
        if let Some(written) = raw.says.as_ref().filter(|says| !says.text.contains("{value}")) {
            self.fault(
                "bad-value",
                &written.spot,
                "`says` has no place for the answer",
                Some("write `{value}` where it goes".to_owned()),
            );
        }
        says
    }

    /// Whether `space` has room for `more` variables; if not, reports a fault at `spot`.
    pub fn has_room(&mut self, more: usize, space: &Space, spot: &Spot) -> bool {
        let fits = space.len() + more <= MAX_VARS;
        if !fits {
            let message = format!("the pack has more than {MAX_VARS} yes-no questions, options and the like");
            self.fault("too-large", spot, message, None);
        }
        fits
    }

    /// Whether some deadline counts by the answer to the question called `name`.
    pub fn is_counted_by(&self, name: &str) -> bool {
        self.counted_by.contains(name)
    }

    /// Parses the day written at `written`.
    pub fn parse_date(&mut self, written: &SpannedString) -> Option<Date> {
        let date = parse_iso_day(&written.text);
        if date.is_none() {
            self.fault(
                "bad-value",
                &written.spot,
                format!("`{}` is not a date", written.text),
                Some("write it as `2025-07-01`".to_owned()),
            );
        }
        date
    }

    pub fn check_about(&mut self, raw: &RawPack) -> Option<Date> {
        let about = &raw.about;
        if let Some(other) = about.format.filter(|format| *format != FORMAT) {
            let message = format!("this pack has format {other}, but this program reads format {FORMAT}");
            self.fault("format", &about.format_spot, message, None);
        }
        if about.law_checked_on.text.is_empty() {
            return None;
        }
        self.parse_date(&about.law_checked_on)
    }

    /// Returns the highest grade that a question may have.
    pub fn reading_grade(&mut self, raw: &RawPack) -> usize {
        let Some(stated) = raw.about.reading_grade else { return READING_GRADE };
        let grade = usize::try_from(stated).ok().filter(|grade| (1..=MAX_READING_GRADE).contains(grade));
        if grade.is_none() {
            let message = format!("a grade of reading is 1 to {MAX_READING_GRADE}, not {stated}");
            self.fault("bad-value", &raw.about.reading_grade_spot, message, None);
        }
        grade.unwrap_or(READING_GRADE)
    }

    pub fn condition(&mut self, written: Option<&SpannedString>) -> Option<Parsed> {
        written.and_then(|it| read_condition(it, self.files, self.findings))
    }

    pub fn rule(&mut self, parsed: Option<&Parsed>, vocabulary: &Vocabulary) -> Rule {
        let rule = parsed.and_then(|it| resolve_condition(it, vocabulary, self.files, self.findings));
        rule.unwrap_or(Rule::Any(Vec::new()))
    }
}
