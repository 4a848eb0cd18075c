//! What moved since another version of the pack, as JSON.

use serde::Serialize;

use crate::pack::{Pack, QuestionId};
use crate::report::rejudged::{MoveReason, MovedResult, Moves, OtherReading, Rejudged, ResultPlace};

#[derive(Serialize)]
pub struct WireRejudged<'a> {
    version: &'a str,
    digest: &'a str,
    moves: Option<WireMoves<'a>>,
}

#[derive(Serialize)]
struct WireMoves<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    compared_with: Option<&'a str>,
    obligations: Vec<WireMoved<'a>>,
    gone: Vec<WireGone<'a>>,
    read_otherwise: Vec<WireOtherReading<'a>>,
    laid_aside: Vec<&'a str>,
    asked: Vec<&'a str>,
    set_aside: Vec<&'a str>,
}

#[derive(Serialize)]
struct WireMoved<'a> {
    id: &'a str,
    before: Option<WirePlace>,
    after: WirePlace,
    reasons: Vec<WireMoveReason<'a>>,
}

#[derive(Serialize)]
struct WireGone<'a> {
    id: &'a str,
    title: &'a str,
    before: WirePlace,
}

#[derive(Serialize)]
struct WirePlace {
    kind: &'static str,
    standing: &'static str,
    not_in_place: bool,
    last_day: Option<String>,
}

#[derive(Serialize)]
struct WireOtherReading<'a> {
    question: &'a str,
    was: &'a str,
    now: Option<&'a str>,
    why: &'a str,
}

#[derive(Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
enum WireMoveReason<'a> {
    ReadOtherwise { questions: Vec<&'a str> },
    LaidAside { questions: Vec<&'a str> },
    RuleChange { says: &'a str, sources: Vec<&'a str> },
    TurnsOn { questions: Vec<&'a str> },
    OpenPoints { readings: Vec<&'a str> },
    StandsOn { questions: Vec<&'a str> },
}

/// Converts `rejudged` to its JSON types.
pub fn rejudged<'a>(pack: &'a Pack, rejudged: &'a Rejudged) -> WireRejudged<'a> {
    let moves = rejudged.moves.as_ref().map(|of| moves(pack, of));
    WireRejudged { version: &rejudged.version, digest: &rejudged.digest, moves }
}

fn moves<'a>(pack: &'a Pack, of: &'a Moves) -> WireMoves<'a> {
    let gone = of.gone.iter().map(|gone| WireGone { id: &gone.id, title: &gone.title, before: place(gone.before) });
    WireMoves {
        compared_with: of.other_digest.as_deref(),
        obligations: of.results.iter().map(|it| moved(pack, it)).collect(),
        gone: gone.collect(),
        read_otherwise: of.read_otherwise.iter().filter_map(|it| reading(pack, *it)).collect(),
        laid_aside: of.laid_aside.iter().map(|aside| aside.question.as_str()).collect(),
        asked: questions(pack, &of.asked),
        set_aside: questions(pack, &of.set_aside),
    }
}

fn reading(pack: &Pack, of: OtherReading) -> Option<WireOtherReading<'_>> {
    let older = pack.older.get(of.at)?;
    let question = pack.question(of.question).id.as_str();
    Some(WireOtherReading { question, was: &older.was, now: older.now.as_deref(), why: &older.why })
}

fn moved<'a>(pack: &'a Pack, of: &MovedResult) -> WireMoved<'a> {
    WireMoved {
        id: &pack.obligation(of.id).id,
        before: of.before.map(place),
        after: place(of.after),
        reasons: of.reasons.iter().filter_map(|it| reason(pack, it)).collect(),
    }
}

fn place(of: ResultPlace) -> WirePlace {
    WirePlace {
        kind: of.kind.name(),
        standing: of.standing.name(),
        not_in_place: of.is_missing,
        last_day: of.last_day.map(|day| day.to_string()),
    }
}

fn reason<'a>(pack: &'a Pack, of: &MoveReason) -> Option<WireMoveReason<'a>> {
    Some(match of {
        MoveReason::ReadOtherwise(reading) => {
            WireMoveReason::ReadOtherwise { questions: questions(pack, &[reading.question]) }
        }
        MoveReason::LaidAside(id) => WireMoveReason::LaidAside { questions: questions(pack, &[*id]) },
        MoveReason::RuleChange(at) => {
            let change = pack.changes.get(*at)?;
            let sources = change.sources.iter().map(|&id| pack.source(id).id.as_str()).collect();
            WireMoveReason::RuleChange { says: &change.says, sources }
        }
        MoveReason::TurnsOn(ids) => WireMoveReason::TurnsOn { questions: questions(pack, ids) },
        MoveReason::Points(ids) => {
            WireMoveReason::OpenPoints { readings: ids.iter().map(|&id| pack.reading(id).id.as_str()).collect() }
        }
        MoveReason::StandsOn(ids) => WireMoveReason::StandsOn { questions: questions(pack, ids) },
    })
}

fn questions<'a>(pack: &'a Pack, ids: &[QuestionId]) -> Vec<&'a str> {
    ids.iter().map(|&id| pack.question(id).id.as_str()).collect()
}
