//! A legal point on which lawyers differ: both positions, and the side counsel takes for this
//! assessment.

use std::io;

use crate::pack::ReadingId;
use crate::plain::app::{NextStep, PlainApp};
use crate::plain::blocks::lay_out;
use crate::plain::page::PlainPage;
use crate::plain::reply::{Command, command};
use crate::plain::wording;
use crate::report::Report;
use crate::tell;

/// The sides, in the order they are offered.
const SIDES: [Option<bool>; 3] = [None, Some(true), Some(false)];

/// What came of asking.
pub enum Decided {
    /// A side was taken, or the point was opened again.
    Changed,
    /// It stays as it was.
    Kept,
    /// It is time to go there.
    Go(NextStep),
}

/// Asks which side is taken on the point `id`.
pub fn decide(seat: &mut PlainApp<'_, '_>, id: ReadingId) -> io::Result<Decided> {
    show(seat, id)?;
    while let Some(line) = seat.talk.line()? {
        match command(&line, false) {
            Some(Command::Leave) => return Ok(Decided::Go(NextStep::Leave)),
            Some(Command::Back) => return Ok(Decided::Kept),
            _ => {}
        }
        let number = line.trim_end_matches('.').parse::<usize>().ok().and_then(|it| it.checked_sub(1));
        let Some(&side) = number.and_then(|it| SIDES.get(it)) else {
            let unclear = wording::unclear(&line, seat.words());
            seat.talk.say(&seat.talk.words.plain.point.fault(&unclear))?;
            continue;
        };
        return take(seat, id, side);
    }
    Ok(Decided::Go(NextStep::Ended))
}

/// The points on which some result turns, with the numbers that open them.
pub fn list(page: &mut PlainPage<'_>, report: &Report<'_>) {
    if report.readings.is_empty() {
        page.say(page.words.plain.point.none);
        return;
    }
    for (name, decided) in [(page.words.plain.point.open_list, false), (page.words.plain.point.decided_list, true)] {
        let points = report.readings.iter().enumerate().filter(|it| it.1.stance.is_decided() == decided);
        for (nth, (at, it)) in points.enumerate() {
            if nth == 0 {
                page.gap();
                page.say(name);
            }
            let of = report.pack.reading(it.reading);
            let text = page.words.plain.obligation.point(&of.ask, &of.title);
            page.item(1, &format!("p{}.", at + 1), &text);
        }
    }
    page.gap();
    let last = report.readings.len();
    let of = &page.words.plain.point;
    page.say(&if last == 1 { of.choose.to_owned() } else { of.choose_many(last) });
}

/// Takes `side`, and says what that does.
fn take(seat: &mut PlainApp<'_, '_>, id: ReadingId, side: Option<bool>) -> io::Result<Decided> {
    if side == now(seat, id) {
        seat.talk.say(seat.talk.words.plain.point.kept)?;
        return Ok(Decided::Kept);
    }
    let before = seat.workspace.session().judgements().to_vec();
    seat.workspace.decide(id, side);
    let moved = seat.workspace.session().judgements().iter().zip(&before).filter(|it| it.0 != it.1).count();
    let mut page = seat.talk.page();
    page.say(match side {
        Some(true) => seat.talk.words.plain.point.decided_yes,
        Some(false) => seat.talk.words.plain.point.decided_no,
        None => seat.talk.words.plain.point.opened,
    });
    page.say(&page.words.plain.point.moved(moved));
    seat.talk.show(&page)?;
    seat.tell_saved()?;
    Ok(Decided::Changed)
}

fn show(seat: &mut PlainApp<'_, '_>, id: ReadingId) -> io::Result<()> {
    let point = seat.workspace.session().pack().reading(id);
    seat.talk.about = point.text();
    let mut page = seat.talk.page();
    page.lead();
    page.gap();
    for block in tell::point_to_decide(seat.workspace.session().pack(), id, page.words) {
        lay_out(&mut page, &[block]);
        page.gap();
    }
    let now = now(seat, id);
    for (at, (side, line)) in tell::sides(point, page.words).into_iter().enumerate() {
        let mark = format!("{}.", at + 1);
        page.item(1, &mark, &line.text);
        page.beneath(&mark, &line.aside);
        if side == now {
            page.beneath(&mark, page.words.plain.point.now);
        }
    }
    page.gap();
    page.say(page.words.plain.point.how);
    seat.talk.show(&page)
}

/// How the point is decided now, if so.
fn now(seat: &PlainApp<'_, '_>, id: ReadingId) -> Option<bool> {
    seat.workspace.session().assessment().readings.get(&id).copied()
}
