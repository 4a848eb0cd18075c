//! Fills the types that mirror the JSON of a report, with the ids and texts of its pack.

use crate::answer::{Way, in_words, to_json};
use crate::assessment::{Basis, LaidAside, Stance};
use crate::boxes::Status;
use crate::judge::{AnswerChange, Ground, Headline, JudgedOutcome, Judgement, Reason, Turn};
use crate::pack::{Kept, ObligationId, Pack, QuestionId, SourceId};
use crate::phrase::{change_says, way_says};
use crate::report::clock::Clock;
use crate::report::decided::{DecidedPoint, PointMove};
use crate::report::item::{Advice, Item, SettledBy};
use crate::report::standing::{Standing, Totals, standing};
use crate::report::warning::GivenWarning;
use crate::report::whole::{Given, OpenPoint, Report};
use crate::report::wire::rejudged::rejudged;
use crate::report::wire::shape::{
    FORMAT, VERSION, WireAdvice, WireAnswer, WireChange, WireClock, WireDeadline, WireDecision, WireHeadline, WireItem,
    WireJudgement, WireKept, WireLaidAside, WireMove, WireOutcome, WirePack, WireReading, WireReason, WireReport,
    WireSettledBy, WireSource, WireTotals, WireTurn, WireWarning,
};
use crate::words::Words;

/// Converts `report` to its JSON types.
pub fn written<'a>(report: &'a Report<'_>, words: &Words) -> WireReport<'a> {
    let pack = report.pack;
    WireReport {
        format: FORMAT,
        version: VERSION,
        pack: pack_line(pack),
        rejudged: report.rejudged.as_ref().map(|it| rejudged(pack, it)),
        answered_on: report.answered_on.map(|it| it.to_string()),
        complete: report.complete,
        left: [report.left.least, report.left.most],
        headline: report.headline.as_ref().map(|it| headline(report, it)),
        totals: totals(&report.totals),
        obligations: report.obligations.iter().map(|it| item(pack, it, words)).collect(),
        readings: report.readings.iter().map(|it| reading(pack, *it)).collect(),
        decisions: report.decided.iter().map(|point| decision(pack, point)).collect(),
        answers: report.answers.iter().map(|it| answer(pack, it)).collect(),
        laid_aside: report.laid_aside.iter().map(laid_aside).collect(),
        warnings: report.warnings.iter().map(|given| warning(pack, given)).collect(),
        sources: (0..pack.sources.len()).map(|at| source(pack, SourceId(at))).collect(),
    }
}

fn laid_aside(aside: &LaidAside) -> WireLaidAside<'_> {
    WireLaidAside { question: &aside.question, answer: &aside.answer, why: &aside.why }
}

fn warning<'a>(pack: &'a Pack, given: &GivenWarning) -> WireWarning<'a> {
    let of = pack.warning(given.id);
    let questions = given.questions.iter().map(|&it| question(pack, it)).collect();
    WireWarning { id: &of.id, says: &of.says, ask: &of.ask, questions }
}

fn pack_line(pack: &Pack) -> WirePack<'_> {
    WirePack {
        id: &pack.id,
        version: &pack.version,
        title: &pack.title,
        digest: &pack.digest,
        law_checked_on: pack.law_checked_on.to_string(),
        disclaimer: &pack.disclaimer,
        official: &pack.official,
    }
}

fn headline<'a>(report: &'a Report<'_>, headline: &'a Headline) -> WireHeadline<'a> {
    let pack = report.pack;
    let id = |id: ObligationId| pack.obligation(id).id.as_str();
    let (questions, points) = match headline {
        Headline::NotYetKnown { questions, points, .. } => (questions.as_slice(), points.as_slice()),
        Headline::Stop(_) | Headline::YesOnce(_) | Headline::Yes { .. } => (&[][..], &[][..]),
    };
    let clock = |clock: &Clock| WireClock {
        obligation: id(clock.obligation),
        certain: clock.certain,
        last_day: clock.last_day.map(|day| day.to_string()),
        counted: clock.counted,
    };
    WireHeadline {
        answer: headline.answer().name(),
        obligations: headline.items().iter().map(|&item| id(item)).collect(),
        questions: questions.iter().map(|&it| question(pack, it)).collect(),
        readings: points.iter().map(|&point| pack.reading(point).id.as_str()).collect(),
        duties: match headline {
            Headline::Yes { duties } => Some(*duties),
            Headline::Stop(_) | Headline::YesOnce(_) | Headline::NotYetKnown { .. } => None,
        },
        open_points: report.count_open_points(),
        clocks: report.clocks.iter().map(clock).collect(),
    }
}

fn totals(totals: &Totals) -> WireTotals {
    WireTotals {
        to_do: totals.count_at(Standing::ToDo),
        in_place: totals.count_at(Standing::InPlace),
        open: totals.count_at(Standing::Open),
        ruled_out: totals.count_at(Standing::RuledOut),
        also_check: totals.count_at(Standing::AlsoCheck),
        all: totals.all,
    }
}

fn item<'a>(pack: &'a Pack, item: &'a Item<'_>, words: &Words) -> WireItem<'a> {
    let of = item.obligation;
    WireItem {
        id: &of.id,
        group: pack.group_of(of),
        kind: of.kind.name(),
        title: &of.title,
        asks: &of.asks,
        standing: item.standing.name(),
        applies: applies(item.judgement),
        met: met(item.judgement),
        because: reasons(pack, &item.because),
        also_because: reasons(pack, &item.also_because),
        met_because: reasons(pack, &item.met_because),
        missing: item.settled_by.iter().map(|it| question(pack, it.question)).collect(),
        vendor_says: item.vendor_says.iter().map(|&it| question(pack, it)).collect(),
        settled_by: item.settled_by.iter().map(|it| settled_by(pack, it, words)).collect(),
        would_change: item.would_change.iter().map(|it| change(pack, it, words)).collect(),
        readings: item.turns_on.iter().map(|it| turn(pack, *it)).collect(),
        actions: advice(&item.steps),
        deadline: deadline(pack, item),
        kept: of.kept.as_ref().map(kept),
        sources: sources(pack, &item.sources),
        notes: advice(&item.notes),
        confirm: &of.confirm,
    }
}

fn applies(judgement: Judgement) -> &'static str {
    match judgement.applies {
        Status::Yes => "yes",
        Status::No => "no",
        Status::Open => "open",
    }
}

fn met(judgement: Judgement) -> Option<&'static str> {
    match (judgement.applies, judgement.met) {
        (Status::No, _) => None,
        (_, Status::Yes) => Some("yes"),
        (_, Status::No) => Some("no"),
        (_, Status::Open) => Some("unknown"),
    }
}

fn question(pack: &Pack, id: QuestionId) -> &str {
    &pack.question(id).id
}

fn sources<'a>(pack: &'a Pack, ids: &[SourceId]) -> Vec<&'a str> {
    ids.iter().map(|&id| pack.source(id).id.as_str()).collect()
}

fn reasons<'a>(pack: &'a Pack, each: &'a [Reason]) -> Vec<WireReason<'a>> {
    let each = each.iter().map(|reason| {
        let mut wire = WireReason {
            says: &reason.says,
            question: None,
            fact: None,
            reading: None,
            sources: sources(pack, &reason.sources),
            because: reasons(pack, &reason.because),
        };
        match reason.ground {
            Ground::Answer(id) => wire.question = Some(question(pack, id)),
            Ground::Fact(id) => wire.fact = pack.facts.get(id.0).map(|fact| fact.id.as_str()),
            Ground::Reading(id) => wire.reading = Some(&pack.reading(id).id),
        }
        wire
    });
    each.collect()
}

fn settled_by<'a>(pack: &'a Pack, by: &SettledBy, words: &Words) -> WireSettledBy<'a> {
    let of = pack.question(by.question);
    let outcome = |judged: &JudgedOutcome| WireOutcome {
        answer: to_json(&judged.way.first(), of),
        last: matches!(judged.way, Way::Range(_)).then(|| to_json(&judged.way.last(), of)),
        says: way_says(&judged.way, of, words),
        applies: applies(judged.judgement),
        met: met(judged.judgement),
    };
    WireSettledBy {
        question: &of.id,
        ask: &of.ask,
        who: of.who.iter().map(|who| who.name()).collect(),
        outcomes: by.outcomes.iter().map(outcome).collect(),
    }
}

fn change<'a>(pack: &'a Pack, change: &AnswerChange, words: &Words) -> WireChange<'a> {
    let of = pack.question(change.question);
    WireChange { question: &of.id, to: change_says(change, of, words) }
}

fn turn(pack: &Pack, turn: Turn) -> WireTurn<'_> {
    let Turn { reading, if_yes, if_no } = turn;
    let only_met = turn.moves_only_met();
    WireTurn {
        reading: &pack.reading(reading).id,
        if_yes: applies(if_yes),
        if_no: applies(if_no),
        met_if_yes: met(if_yes).filter(|_| only_met),
        met_if_no: met(if_no).filter(|_| only_met),
    }
}

fn advice<'a>(each: &[Advice<'a>]) -> Vec<WireAdvice<'a>> {
    each.iter().map(|it| WireAdvice { text: it.text, certain: it.certain }).collect()
}

fn deadline<'a>(pack: &'a Pack, item: &'a Item<'_>) -> Option<WireDeadline<'a>> {
    let deadline = item.obligation.deadline.as_ref()?;
    let mut counted_by = deadline.counted_by().map(|it| question(pack, it));
    Some(WireDeadline {
        says: &deadline.says,
        date: item.last_day.map(|it| it.to_string()),
        rolled: item.rolled_day().map(|day| day.to_string()),
        from: counted_by.next(),
        months: counted_by.next(),
    })
}

fn kept(of: &Kept) -> WireKept<'_> {
    WireKept {
        done: &of.done,
        keep: &of.keep,
        rhythm: of.rhythm.name(),
        again: &of.again,
        practice: of.rhythm.is_practice(),
    }
}

fn reading(pack: &Pack, point: OpenPoint) -> WireReading<'_> {
    let of = pack.reading(point.reading);
    WireReading {
        id: &of.id,
        title: &of.title,
        ask: &of.ask,
        yes: &of.yes,
        no: &of.no,
        safe: side(of.safe),
        taken: match point.stance {
            Stance::Open => "open",
            Stance::Treated(true) => "treated as yes",
            Stance::Treated(false) => "treated as no",
            Stance::Decided(true) => "decided: yes",
            Stance::Decided(false) => "decided: no",
        },
        why: &of.why,
        sources: sources(pack, &of.sources),
    }
}

fn side(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn decision<'a>(pack: &'a Pack, point: &'a DecidedPoint) -> WireDecision<'a> {
    WireDecision {
        reading: &pack.reading(point.reading).id,
        side: side(point.side),
        is_safe: point.is_safe,
        on: point.on.map(|day| day.to_string()),
        by: point.author.by.as_deref(),
        why: point.author.why.as_deref(),
        moves: point.moves.iter().map(|moved| decision_move(pack, moved)).collect(),
    }
}

fn decision_move<'a>(pack: &'a Pack, moved: &PointMove) -> WireMove<'a> {
    let of = pack.obligation(moved.obligation);
    let judged = |judgement: Judgement| WireJudgement {
        standing: standing(of.kind, judgement).name(),
        applies: applies(judgement),
        met: met(judgement),
    };
    WireMove { obligation: &of.id, if_open: judged(moved.if_open), now: judged(moved.now) }
}

fn answer<'a>(pack: &'a Pack, given: &'a Given) -> WireAnswer<'a> {
    let of = pack.question(given.question);
    let origin = &given.origin;
    WireAnswer {
        question: &of.id,
        section: pack.section_of(of),
        ask: &of.ask,
        value: to_json(&given.answer, of),
        labels: in_words(&given.answer, of),
        set_aside: given.set_aside,
        on: given.on.map(|it| it.to_string()),
        basis: origin.basis.map(Basis::name),
        by: origin.by.as_deref(),
        evidence: origin.evidence.as_deref(),
        note: origin.note.as_deref(),
    }
}

fn source(pack: &Pack, id: SourceId) -> WireSource<'_> {
    let of = pack.source(id);
    WireSource {
        id: &of.id,
        citation: &of.citation,
        heading: &of.heading,
        says: &of.says,
        binds: &of.binds,
        exceptions: of.exceptions.as_deref(),
        link: &of.link,
        official: pack.official_page(id),
        confidence: of.confidence.name(),
        verified: of.confidence.is_verified(),
    }
}
