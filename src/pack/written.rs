//! What decides in a sound pack, as written: conditions with the places of their parts, and the
//! settings beside them. Tests of a pack change these one at a time.

use crate::condition::{FactId, Syntax};
use crate::pack::fields::SpannedString;
use crate::pack::files::Files;
use crate::pack::model::{ObligationId, Spot, WarningId};
use crate::pack::raw::{RawDeadline, RawObligation, RawPack};
use crate::pack::read::raw_pack;
use crate::pack::rules::read_condition;

/// Everything written in a pack that decides something.
#[derive(Debug)]
pub struct Written {
    /// Every condition, facts first.
    pub conditions: Vec<WrittenCondition>,
    /// Each deadline that is counted.
    pub deadlines: Vec<WrittenDeadline>,
    /// Each option that "I don't know" counts as.
    pub unsure: Vec<SpannedString>,
    /// Each place that says that no answer counts as that option too.
    pub blank: Vec<Spot>,
    /// The safe side of each reading, and the side it is treated as.
    pub sides: Vec<(SpannedString, Option<SpannedString>)>,
}

/// A counted deadline, as written.
#[derive(Debug)]
pub struct WrittenDeadline {
    /// Its days, and where they are.
    pub days: Option<(i64, Spot)>,
    /// The question that gives its months.
    pub months: Option<SpannedString>,
    /// Its words.
    pub says: SpannedString,
    /// Where it is.
    pub spot: Spot,
}

/// A condition as written.
#[derive(Debug)]
pub struct WrittenCondition {
    /// The holder of the condition.
    pub of: Holder,
    /// The parsed condition; its places count from its start.
    pub syntax: Syntax,
    /// Where it is.
    pub spot: Spot,
}

impl WrittenCondition {
    /// Returns the spot of the part at `span`.
    pub fn spot_of(&self, span: &std::ops::Range<usize>) -> Spot {
        let start = self.spot.span.start;
        Spot { file: self.spot.file, span: start + span.start..start + span.end }
    }
}

/// What a condition belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// A fact.
    Fact(FactId),
    /// The applicability of an obligation.
    Applies(ObligationId),
    /// The `met` or `not_met_if` of an obligation.
    Met(ObligationId),
    /// The counting of the last day of an obligation.
    Counted(ObligationId),
    /// A step or note of an obligation, by its place among them.
    Advice(ObligationId, usize),
    /// A warning.
    Warning(WarningId),
    /// The `unless` of a warning.
    Unless(WarningId),
}

/// Returns what decides in the pack that `files` state; for a faulty pack, as far as it can be
/// read.
pub fn read_written(files: &Files) -> Written {
    let raw = raw_pack(files, &mut Vec::new());
    let obligations: Vec<&RawObligation> = raw.groups.iter().flat_map(|(_, group)| &group.obligations).collect();
    let deadlines = obligations.iter().filter_map(|it| it.deadline.as_ref()).filter(|it| it.from.is_some());
    let questions = || raw.sections.iter().flat_map(|it| &it.questions);
    Written {
        conditions: conditions(&raw, &obligations, files),
        deadlines: deadlines.map(deadline).collect(),
        unsure: questions().filter_map(|it| it.unsure_counts_as.clone()).collect(),
        blank: questions().filter_map(|it| it.blank_counts_too.clone()).collect(),
        sides: raw.readings.iter().map(|reading| (reading.safe.clone(), reading.treated_as.clone())).collect(),
    }
}

fn deadline(raw: &RawDeadline) -> WrittenDeadline {
    WrittenDeadline {
        days: raw.days.map(|it| (it, raw.days_spot.clone())),
        months: raw.months.clone(),
        says: raw.says.clone(),
        spot: raw.spot.clone(),
    }
}

fn conditions(raw: &RawPack, obligations: &[&RawObligation], files: &Files) -> Vec<WrittenCondition> {
    let mut found = Vec::new();
    let mut add = |of: Holder, condition: Option<&SpannedString>| {
        let parsed = condition.and_then(|written| read_condition(written, files, &mut Vec::new()));
        found.extend(parsed.map(|it| WrittenCondition { of, syntax: it.syntax, spot: it.spot }));
    };
    for (at, fact) in raw.facts.iter().enumerate() {
        add(Holder::Fact(FactId(at)), fact.rule.as_ref());
    }
    for (at, obligation) in obligations.iter().enumerate() {
        let id = ObligationId(at);
        add(Holder::Applies(id), obligation.rule.as_ref());
        add(Holder::Met(id), obligation.met.as_ref().or(obligation.not_met_if.as_ref()));
        add(Holder::Counted(id), obligation.deadline.as_ref().and_then(|deadline| deadline.rule.as_ref()));
        // Notes that are always shown come between the steps and the other notes.
        let notes = (obligation.steps.len() + obligation.notes.len()..).zip(&obligation.more_notes);
        for (place, step) in obligation.steps.iter().enumerate().chain(notes) {
            add(Holder::Advice(id, place), step.rule.as_ref());
        }
    }
    for (at, warning) in raw.warnings.iter().enumerate() {
        add(Holder::Warning(WarningId(at)), warning.rule.as_ref());
        add(Holder::Unless(WarningId(at)), warning.unless.as_ref());
    }
    found
}
