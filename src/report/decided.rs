//! The legal points that counsel decided, and what each decision moves.

use jiff::civil::Date;

use crate::assessment::{Assessment, Author};
use crate::boxes::Knowledge;
use crate::interview::Interview;
use crate::judge::{self, Judgement, PointReplays};
use crate::pack::{ObligationId, Pack, ReadingId};
use crate::report::day::day_of;

/// A decided legal point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecidedPoint {
    /// The point.
    pub reading: ReadingId,
    /// The side taken.
    pub side: bool,
    /// Whether that is the side that is safe to act on.
    pub is_safe: bool,
    /// The day on which it was decided.
    pub on: Option<Date>,
    /// Who decided it, and why.
    pub author: Author,
    /// The obligations that would be judged otherwise if it were left open.
    pub moves: Vec<PointMove>,
}

/// What a decision makes of an obligation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PointMove {
    /// The obligation.
    pub obligation: ObligationId,
    /// What would be known of it if the point were left open.
    pub if_open: Judgement,
    /// What is known of it.
    pub now: Judgement,
}

/// Replays the answers with each decided point left open, and with each side of it taken.
pub fn replay_points(pack: &Pack, assessment: &Assessment) -> Vec<PointReplays> {
    if assessment.readings.is_empty() {
        return Vec::new();
    }
    let mut interview = Interview::new(pack);
    let mut known = |of: &Assessment| interview.replay(of).known;
    let each = assessment.readings.keys().map(|&reading| PointReplays {
        reading,
        open: known(&assessment.with_point_left_open(reading)),
        yes: known(&assessment.with_point_taken(reading, true)),
        no: known(&assessment.with_point_taken(reading, false)),
    });
    each.collect()
}

/// Returns the decided points, those against the safe side first, each part in the pack's order. `now`
/// judges each obligation.
///
/// What it moves is found from `replays`, because answers that a decision sets aside count again while the
/// point is left open.
pub fn decided_points(
    pack: &Pack,
    assessment: &Assessment,
    replays: &[PointReplays],
    now: &[Judgement],
) -> Vec<DecidedPoint> {
    let each = replays.iter().filter_map(|replay| {
        let decision = assessment.readings.get(&replay.reading)?;
        Some(DecidedPoint {
            reading: replay.reading,
            side: decision.side,
            is_safe: pack.reading(replay.reading).safe == decision.side,
            on: decision.at.as_deref().and_then(day_of),
            author: decision.author.clone(),
            moves: moves(pack, &replay.open, now),
        })
    });
    let mut points: Vec<DecidedPoint> = each.collect();
    points.sort_by_key(|point| point.is_safe);
    points
}

fn moves(pack: &Pack, left_open: &Knowledge, now: &[Judgement]) -> Vec<PointMove> {
    let each = pack.obligation_ids().zip(now).map(|(id, &now)| PointMove {
        obligation: id,
        if_open: judge::judge(pack, pack.obligation(id), left_open),
        now,
    });
    each.filter(|moved| moved.if_open != moved.now).collect()
}
