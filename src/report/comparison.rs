//! Judges the same answers by the rules of an earlier version of the pack and by those of today, and
//! finds why a result moved.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::answer::to_json;
use crate::assessment::Assessment;
use crate::boxes::Status;
use crate::interview::{Interview, Replay};
use crate::judge::{Ground, Reason, deciding_obligations, judge, last_day, missing_points, missing_questions};
use crate::pack::{Obligation, Pack, QuestionId, version_number};
use crate::report::item::Item;
use crate::report::rejudged::{GoneResult, MoveReason, MovedResult, Moves, OtherReading, ResultPlace};
use crate::report::standing::Standing;
use crate::report::whole::Report;

/// Compares `report`, made of the answers in `now`, with what the pack `before` makes of the same answers
/// as they were `then`.
pub fn compare(report: &Report<'_>, now: &Assessment, before: &Pack, then: &Assessment) -> Moves {
    let versions = ComparedVersions {
        report,
        now: JudgedSide::new(report.pack, now),
        then: JudgedSide::new(before, then),
        read_otherwise: read_otherwise(report.pack, before, then),
    };
    Moves {
        other_digest: None,
        results: report.obligations.iter().filter_map(|item| versions.moved(item)).collect(),
        gone: versions.gone(),
        laid_aside: report.laid_aside.clone(),
        asked: versions.asked(),
        set_aside: versions.set_aside(),
        read_otherwise: versions.read_otherwise,
    }
}

/// Answers under one version of the pack.
struct JudgedSide<'a> {
    pack: &'a Pack,
    /// The answers that count.
    live: Assessment,
    replay: Replay,
}

impl<'a> JudgedSide<'a> {
    fn new(pack: &'a Pack, answers: &Assessment) -> Self {
        let replay = Interview::new(pack).replay(answers);
        Self { pack, live: answers.limited_to(&replay.answered), replay }
    }

    fn place(&self, of: &Obligation) -> ResultPlace {
        let known = &self.replay.known;
        ResultPlace::new(of.kind, judge(self.pack, of, known), last_day(self.pack, of, &self.live, known))
    }

    /// Whether `question` has no answer and is still to be asked.
    fn asks(&self, question: QuestionId) -> bool {
        let Replay { known, closed, answered, set_aside, .. } = &self.replay;
        let has_answer = answered.contains(&question) || set_aside.contains(&question);
        !has_answer && !deciding_obligations(self.pack, question, known, closed).is_empty()
    }
}

struct ComparedVersions<'a, 'p> {
    report: &'a Report<'p>,
    now: JudgedSide<'a>,
    then: JudgedSide<'a>,
    read_otherwise: Vec<OtherReading>,
}

impl ComparedVersions<'_, '_> {
    /// Returns how the result of `item` moved, if it did. A new obligation moves unless it is ruled out.
    fn moved(&self, item: &Item<'_>) -> Option<MovedResult> {
        let after = ResultPlace::new(item.obligation.kind, item.judgement, item.last_day);
        let old = obligation_called(self.then.pack, &item.obligation.id);
        let before = old.map(|of| self.then.place(of));
        let is_same = before.map_or(after.standing == Standing::RuledOut, |before| before.is_told_like(after));
        let reasons = || self.reasons(item, old, before.and_then(|place| place.last_day) != after.last_day);
        (!is_same).then(|| MovedResult { id: item.id, before, after, reasons: reasons() })
    }

    fn reasons(&self, item: &Item<'_>, old: Option<&Obligation>, day_moved: bool) -> Vec<MoveReason> {
        let read = self.read_otherwise.iter().filter(|reading| self.bears_on(reading.question, item));
        let mut reasons: Vec<MoveReason> = read.map(|&reading| MoveReason::ReadOtherwise(reading)).collect();
        let counts_by = |question: QuestionId| {
            let deadline = item.obligation.deadline.as_ref().filter(|_| day_moved);
            deadline.is_some_and(|deadline| deadline.counted_by().any(|counted| counted == question))
        };
        let aside = self.laid_aside().filter(|&question| is_missing(item, question) || counts_by(question));
        reasons.extend(aside.map(MoveReason::LaidAside));
        reasons.extend(self.rule_changes(item).map(MoveReason::RuleChange));
        reasons.extend(self.turns_on(item, old));
        reasons.extend(self.points(item, old));
        if reasons.is_empty() {
            reasons.push(MoveReason::StandsOn(stands_on(item)));
        }
        reasons
    }

    /// Whether the answer to `question` can decide where `item` stands.
    fn bears_on(&self, question: QuestionId, item: &Item<'_>) -> bool {
        let pack = self.report.pack;
        let mut conditions = item.obligation.standing_conditions();
        conditions.any(|id| pack.question(question).vars.iter().any(|&var| pack.condition(id).constrains(var)))
    }

    /// The questions whose answers do not fit today.
    fn laid_aside(&self) -> impl Iterator<Item = QuestionId> {
        self.report.laid_aside.iter().filter_map(|aside| self.report.pack.question_by_id(&aside.question))
    }

    /// The changes since the earlier version that name the obligation and may matter by the answers.
    fn rule_changes(&self, item: &Item<'_>) -> impl Iterator<Item = usize> {
        let (pack, made_with) = (self.report.pack, version_number(&self.then.pack.version));
        let each = pack.changes.iter().enumerate().filter(move |(_, change)| {
            let may_matter = |when| pack.condition(when).status(&self.now.replay.known) != Status::No;
            made_with.is_some_and(|made| made < change.version)
                && change.obligations.contains(&item.id)
                && change.when.is_none_or(may_matter)
        });
        each.map(|(at, _)| at)
    }

    /// The questions without an answer on which it depends, unless it depended on them before.
    fn turns_on(&self, item: &Item<'_>, old: Option<&Obligation>) -> Option<MoveReason> {
        let side = &self.then;
        let before = old.map_or_else(Vec::new, |of| missing_questions(side.pack, of, &side.replay.known));
        let before: Vec<&str> = before.into_iter().map(|id| side.pack.question(id).id.as_str()).collect();
        let aside: Vec<QuestionId> = self.laid_aside().collect();
        let is_news = |id: &QuestionId| {
            let name = self.report.pack.question(*id).id.as_str();
            !aside.contains(id) && !before.contains(&name)
        };
        let news: Vec<QuestionId> = item.settled_by.iter().map(|by| by.question).filter(is_news).collect();
        (!news.is_empty()).then_some(MoveReason::TurnsOn(news))
    }

    /// The open legal points on which it depends, unless it depended on them before.
    fn points(&self, item: &Item<'_>, old: Option<&Obligation>) -> Option<MoveReason> {
        let (now, then) = (&self.now, &self.then);
        let before = old.map_or_else(Vec::new, |of| missing_points(then.pack, of, &then.replay.known));
        let before: Vec<&str> = before.into_iter().map(|id| then.pack.reading(id).id.as_str()).collect();
        let mut news = missing_points(now.pack, item.obligation, &now.replay.known);
        news.retain(|&id| !before.contains(&now.pack.reading(id).id.as_str()));
        (!news.is_empty()).then_some(MoveReason::Points(news))
    }

    fn gone(&self) -> Vec<GoneResult> {
        let gone = self.then.pack.obligations.iter().filter(|of| self.report.pack.obligation_by_id(&of.id).is_none());
        let told =
            gone.map(|of| GoneResult { id: of.id.clone(), title: of.title.clone(), before: self.then.place(of) });
        told.filter(|gone| gone.before.standing != Standing::RuledOut).collect()
    }

    fn asked(&self) -> Vec<QuestionId> {
        let (now, then) = (&self.now, &self.then);
        let was_asked = |id: QuestionId| {
            let old = then.pack.question_by_id(&now.pack.question(id).id);
            old.is_some_and(|old| then.asks(old))
        };
        let aside: Vec<QuestionId> = self.laid_aside().collect();
        let asked = now.pack.question_ids().filter(|id| !aside.contains(id) && now.asks(*id) && !was_asked(*id));
        asked.collect()
    }

    fn set_aside(&self) -> Vec<QuestionId> {
        let counted = |id: &QuestionId| {
            let old = self.then.pack.question_by_id(&self.now.pack.question(*id).id);
            old.is_some_and(|old| self.then.replay.answered.contains(&old))
        };
        self.now.replay.set_aside.iter().copied().filter(counted).collect()
    }
}

fn obligation_called<'p>(pack: &'p Pack, id: &str) -> Option<&'p Obligation> {
    pack.obligation_by_id(id).map(|id| pack.obligation(id))
}

fn is_missing(item: &Item<'_>, question: QuestionId) -> bool {
    item.settled_by.iter().any(|by| by.question == question)
}

/// Returns the questions whose answers decide where it stands.
fn stands_on(item: &Item<'_>) -> Vec<QuestionId> {
    let reasons = item.because.iter().chain(&item.met_because).flat_map(Reason::with_all_below);
    let answers = reasons.filter_map(|reason| match reason.ground {
        Ground::Answer(id) => Some(id),
        Ground::Fact(_) | Ground::Reading(_) => None,
    });
    answers.collect::<BTreeSet<QuestionId>>().into_iter().collect()
}

/// Returns the answers that `pack` reads as another one than they were in the earlier version.
fn read_otherwise(pack: &Pack, before: &Pack, then: &Assessment) -> Vec<OtherReading> {
    let made_with = version_number(&before.version);
    let each = pack.older.iter().enumerate().filter(|(_, older)| {
        let old = before.question_by_id(&pack.question(older.question).id);
        let was = old.and_then(|id| Some(to_json(then.answer(id)?, before.question(id))));
        let name = was.as_ref().map(|value| match value {
            Value::Bool(true) => "yes",
            Value::Bool(false) => "no",
            other => other.as_str().unwrap_or_default(),
        });
        older.now.is_some() && name == Some(&older.was) && made_with.is_some_and(|made| made < older.before)
    });
    each.map(|(at, older)| OtherReading { question: older.question, at }).collect()
}
