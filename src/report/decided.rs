//! The legal points that counsel decided, and what each decision moves.

use jiff::civil::Date;

use crate::assessment::{Assessment, Author};
use crate::interview::Interview;
use crate::judge::{self, Judgement};
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

/// Returns the decided points, those against the safe side first, each part in the pack's order. `now`
/// judges each obligation.
///
/// What it moves is found by replaying the answers with the point left open, because answers that a
/// decision sets aside would then count again.
pub fn decided_points(pack: &Pack, assessment: &Assessment, now: &[Judgement]) -> Vec<DecidedPoint> {
    if assessment.readings.is_empty() {
        return Vec::new();
    }
    let mut interview = Interview::new(pack);
    let each = assessment.readings.iter().map(|(&reading, decision)| DecidedPoint {
        reading,
        side: decision.side,
        is_safe: pack.reading(reading).safe == decision.side,
        on: decision.at.as_deref().and_then(day_of),
        author: decision.author.clone(),
        moves: moves(&mut interview, &assessment.with_point_left_open(reading), now),
    });
    let mut points: Vec<DecidedPoint> = each.collect();
    points.sort_by_key(|point| point.is_safe);
    points
}

fn moves(interview: &mut Interview<'_>, left_open: &Assessment, now: &[Judgement]) -> Vec<PointMove> {
    let (pack, known) = (interview.pack(), interview.replay(left_open).known);
    let each = pack.obligation_ids().zip(now).map(|(id, &now)| PointMove {
        obligation: id,
        if_open: judge::judge(pack, pack.obligation(id), &known),
        now,
    });
    each.filter(|moved| moved.if_open != moved.now).collect()
}
