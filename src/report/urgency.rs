//! Which obligations press most: lists of what is to do, open or to be checked begin with them.

use jiff::civil::Date;

use crate::boxes::Status;
use crate::pack::ObligationKind;
use crate::report::clock::Clock;
use crate::report::item::Item;
use crate::report::standing::Standing;

/// How much an obligation presses, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Urgency {
    /// It has a last day, which counts from an event.
    LastDay(Date),
    /// Its time runs from an event whose day is not known.
    TimeRuns,
    /// It is not in place.
    Missing,
    /// Nobody knows whether it is in place.
    Unknown,
    /// It is a check of something one has.
    Check,
    /// It is good practice.
    Practice,
    /// It waits for nobody.
    Settled,
}

/// Returns the places of `items` in the order in which they press, otherwise in the pack's order.
pub fn by_urgency(items: &[Item<'_>], clocks: &[Clock]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..items.len()).collect();
    places.sort_by_key(|&at| items.get(at).map(|item| urgency(item, clocks)));
    places
}

fn urgency(item: &Item<'_>, clocks: &[Clock]) -> Urgency {
    if matches!(item.standing, Standing::InPlace | Standing::RuledOut) {
        return Urgency::Settled;
    }
    if let Some(clock) = clocks.iter().find(|clock| clock.obligation == item.id) {
        return clock.last_day.map_or(Urgency::TimeRuns, Urgency::LastDay);
    }
    match (item.obligation.kind, item.judgement.met) {
        (ObligationKind::Practice, _) => Urgency::Practice,
        (ObligationKind::Check, _) => Urgency::Check,
        (ObligationKind::Duty | ObligationKind::Also, Status::No) => Urgency::Missing,
        (ObligationKind::Duty | ObligationKind::Also, _) => Urgency::Unknown,
    }
}
