//! The headline: whether such a tool may be used at all, in one line; what must be in place first; the
//! clocks that run; and what all of it rests on.

use jiff::civil::Date;

use crate::assessment::Stance;
use crate::judge::{Headline, rolled_day};
use crate::pack::{HeadlineRole, ObligationId, ObligationKind, Pack};
use crate::phrase::day_text;
use crate::report::{Clock, Report};
use crate::tell::block::{Block, Target};
use crate::tell::decision::decision;
use crate::tell::value::taken;
use crate::words::Words;

/// The most obligations that are named; of others the number is told.
const MOST_NAMED: usize = 3;

/// The headline in words. Front ends and documents lay the parts out in this order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadlineText {
    /// The question that it answers.
    pub question: &'static str,
    /// The answer.
    pub answer: String,
    /// What is needed whatever the answers are, and the clocks.
    pub more: Vec<Block>,
    /// What the answer rests on, and what it is not.
    pub rests: String,
}

/// The headline of `report`, if its pack has one. Days are counted from `today`, where that is known.
pub fn headline(report: &Report<'_>, today: Option<Date>, words: &Words) -> Option<HeadlineText> {
    let headline = report.headline.as_ref()?;
    let first = [settles(report.pack, headline, words), needed(report.pack, headline, words)];
    let mut more: Vec<Block> = first.into_iter().flatten().map(Block::text).collect();
    more.extend(clock_points(report, today, words));
    more.extend(against_safe_side(report, words));
    more.extend(vendor_says(report, words));
    let question = words.tell.headline.question;
    Some(HeadlineText { question, answer: answer(report, headline, words), more, rests: rests(report, words) })
}

fn answer(report: &Report<'_>, headline: &Headline, words: &Words) -> String {
    let (of, pack) = (&words.tell.headline, report.pack);
    match headline {
        Headline::Stop(items) => stop(pack, items, words),
        Headline::NotYetKnown { .. } => of.not_known(headline.count()),
        Headline::YesOnce(items) => of.once(items.len(), named(pack, items, words)),
        Headline::Yes { duties } => {
            let yes = of.yes(&pack.jurisdiction);
            let with = match (*duties, report.totals.open) {
                (0, 0) => of.no_duties.to_owned(),
                (0, open) => of.only_open(open),
                (duties, 0) => of.duties(duties),
                (duties, open) => format!("{} {}", of.duties(duties), of.more_open(open)),
            };
            format!("{yes} {with}")
        }
    }
}

/// What must stop, and what may not be shared until something is in place: a sentence for each.
fn stop(pack: &Pack, items: &[ObligationId], words: &Words) -> String {
    let of = &words.tell.headline;
    let until = |id: &ObligationId| role(pack, *id).and_then(HeadlineRole::until);
    let (waiting, faults): (Vec<ObligationId>, Vec<ObligationId>) = items.iter().partition(|id| until(id).is_some());
    let waits: Vec<&str> = waiting.iter().filter_map(until).collect();
    let faults = (!faults.is_empty()).then(|| of.stop(named(pack, &faults, words)));
    let waits = (!waits.is_empty()).then(|| of.until(waits.join(of.and_until)));
    faults.into_iter().chain(waits).collect::<Vec<String>>().join(" ")
}

/// The legal points that were decided against the side that is safe to act on, each with who decided it,
/// when and why.
fn against_safe_side<'a>(report: &'a Report<'_>, words: &'a Words) -> impl Iterator<Item = Block> + 'a {
    report.decided.iter().filter(|point| !point.is_safe).map(|point| {
        let side = taken(Stance::Decided(point.side), words);
        let line =
            format!("{}: {side}. {}", report.pack.reading(point.reading).title, decision(point, words).join(" "));
        Block::leading(0, line, Target::Point(point.reading))
    })
}

/// How many results rest on the vendor's word alone, if any do, and how to get more than that.
fn vendor_says(report: &Report<'_>, words: &Words) -> Option<Block> {
    let count = report.obligations.iter().filter(|item| !item.vendor_says.is_empty()).count();
    (count > 0).then(|| Block::text(words.tell.headline.vendor_says(count)))
}

/// The first of the answers and legal points that settle what is not yet known, and how many more there are.
fn settles(pack: &Pack, headline: &Headline, words: &Words) -> Option<String> {
    let Headline::NotYetKnown { questions, points, .. } = headline else { return None };
    let asks = questions.iter().map(|&id| pack.question(id).ask.as_str());
    let points = points.iter().map(|&id| pack.reading(id).ask.as_str());
    let named = asks.chain(points).take(MOST_NAMED).collect::<Vec<&str>>().join(" ");
    let of = &words.tell.headline;
    Some(match headline.count().saturating_sub(MOST_NAMED) {
        0 => of.settles(named),
        more => of.settles_more(more, named),
    })
}

/// What must be in place whatever the answers are.
fn needed(pack: &Pack, headline: &Headline, words: &Words) -> Option<String> {
    let Headline::NotYetKnown { needed, .. } = headline else { return None };
    (!needed.is_empty()).then(|| words.tell.headline.needed(needed.len(), named(pack, needed, words)))
}

/// The first of `items`, as the headline calls them, and how many more there are.
fn named(pack: &Pack, items: &[ObligationId], words: &Words) -> String {
    let shorts = items.iter().filter_map(|&id| role(pack, id)?.short());
    let named = shorts.take(MOST_NAMED).collect::<Vec<&str>>().join("; ");
    match items.len().saturating_sub(MOST_NAMED) {
        0 => named,
        more => words.tell.headline.and_more(&named, more),
    }
}

fn role(pack: &Pack, id: ObligationId) -> Option<&HeadlineRole> {
    pack.obligation(id).role.as_ref()
}

/// The clocks, those of one day together.
fn clock_points(report: &Report<'_>, today: Option<Date>, words: &Words) -> Vec<Block> {
    let note = |clock: &Clock| clock_note(report.pack, *clock);
    let kind = |clock: &Clock| (clock.last_day, clock.counted, note(clock));
    let groups = report.clocks.chunk_by(|one, next| kind(one) == kind(next));
    let points = groups.filter_map(|group| {
        let first = group.first()?;
        let titles: Vec<&str> = group.iter().map(|it| report.pack.obligation(it.obligation).title.as_str()).collect();
        let (of, what) = (&words.tell.clock, titles.join("; "));
        if !first.counted {
            return Some(Block::leading(0, of.uncounted(what), Target::Obligation(first.obligation)));
        }
        let what = match note(first) {
            ClockNote::Certain => what,
            ClockNote::MayApply => of.may_apply(group.len(), what),
            ClockNote::ToConfirm => of.to_confirm(what),
        };
        let moved = || rolled_day(report.pack.obligation(first.obligation).deadline.as_ref()?, first.last_day?);
        let line = clock_line((first.last_day, moved()), &what, today, words);
        Some(Block::leading(0, line, Target::Obligation(first.obligation)))
    });
    points.collect()
}

/// What is said behind what a clock is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ClockNote {
    /// Nothing.
    Certain,
    /// That it may apply.
    MayApply,
    /// That a neighboring law must be confirmed.
    ToConfirm,
}

fn clock_note(pack: &Pack, clock: Clock) -> ClockNote {
    match (clock.certain, pack.obligation(clock.obligation).kind) {
        (false, _) => ClockNote::MayApply,
        (true, ObligationKind::Also) => ClockNote::ToConfirm,
        (true, ObligationKind::Duty | ObligationKind::Check | ObligationKind::Practice) => ClockNote::Certain,
    }
}

/// By when `what` is to be done, and how many days are left, or how long ago the last day was. A last day may be
/// moved to a later one by law.
fn clock_line(
    (last_day, moved): (Option<Date>, Option<Date>),
    what: &str,
    today: Option<Date>,
    words: &Words,
) -> String {
    let of = &words.tell.clock;
    let Some(last) = last_day else { return of.undated(what) };
    let day = day_text(last, words);
    if let (Some(moved), Some(today)) = (moved, today)
        && last < today
        && today <= moved
    {
        return of.moved(&day, day_text(moved, words), what);
    }
    let left = today.and_then(|today| Some(today.until(last).ok()?.get_days()));
    match left {
        None => of.dated(&day, what),
        Some(0) => of.today(&day, what),
        Some(left) => {
            let days = usize::try_from(left.unsigned_abs()).unwrap_or(usize::MAX);
            if left > 0 { of.left(days, &day, what) } else { of.past(days, &day, what) }
        }
    }
}

/// That it rests on copies of the law, on the answers, and on open legal points, and is no advice.
fn rests(report: &Report<'_>, words: &Words) -> String {
    let of = &words.tell.headline;
    let day = day_text(report.pack.law_checked_on, words);
    match report.count_open_points() {
        0 => of.rests_alone(&day),
        points => of.rests(points, &day),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::tell::headline::clock_line;

    #[test]
    fn a_clock_says_how_many_days_are_left() {
        let last = Some(date(2026, 12, 16));
        let told = |last, moved, today| clock_line((last, moved), "Tell them", Some(today), crate::shipped::words());
        let line = |month, day| told(last, None, date(2026, month, day));
        let (sunday, monday) = (Some(date(2027, 1, 3)), date(2027, 1, 4));
        assert_eq!(
            told(sunday, Some(monday), monday),
            "The last day, January 3, 2027, is on a weekend, so by law the time ends on Monday, January 4, 2027: Tell them. Do it at once."
        );
        assert!(
            told(sunday, Some(monday), date(2027, 1, 5)).starts_with("The last day was January 3, 2027, 2 days ago")
        );
        assert_eq!(told(sunday, Some(monday), date(2027, 1, 2)), "By January 3, 2027, in 1 day: Tell them.");
        assert_eq!(line(11, 28), "By December 16, 2026, in 18 days: Tell them.");
        assert_eq!(line(12, 15), "By December 16, 2026, in 1 day: Tell them.");
        assert_eq!(line(12, 16), "By December 16, 2026, which is today: Tell them.");
        assert_eq!(
            line(12, 17),
            "The last day was December 16, 2026, 1 day ago: Tell them. If it was not done, do it now, write down why it is late, and ask counsel."
        );
        assert_eq!(
            line(12, 31),
            "The last day was December 16, 2026, 15 days ago: Tell them. If it was not done, do it now, write down why it is late, and ask counsel."
        );
    }
}
