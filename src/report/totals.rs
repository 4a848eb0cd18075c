//! The number of obligations at each standing, without a report.

use crate::boxes::Knowledge;
use crate::judge;
use crate::pack::Pack;
use crate::report::standing::{Standing, Totals, standing};

/// Counts the obligations at each standing, by what is `known`.
pub fn count_known_standings(pack: &Pack, known: &Knowledge) -> Totals {
    count_standings(pack.obligations.iter().map(|of| standing(of.kind, judge::judge(pack, of, known))))
}

/// Counts obligations by their standings.
pub fn count_standings(standings: impl Iterator<Item = Standing>) -> Totals {
    let mut totals = Totals::default();
    for at in standings {
        let place = match at {
            Standing::ToDo => &mut totals.to_do,
            Standing::InPlace => &mut totals.in_place,
            Standing::Open => &mut totals.open,
            Standing::RuledOut => &mut totals.ruled_out,
            Standing::AlsoCheck => &mut totals.also_check,
        };
        *place += 1;
        totals.all += 1;
    }
    totals
}
