//! Answer files that were made with another version of the pack: what they said then.

use jiff::civil::Date;

use crate::assessment::Assessment;
use crate::pack::Pack;
use crate::report::{Moves, Rejudged, Report, compare};
use crate::shipped;
use crate::store::file::{Against, read_answers, stamp_in};
use crate::store::stamp::Stamp;

/// An answer file that was made with another version of the pack than the one it is judged by.
#[derive(Debug, Clone)]
pub struct EarlierFile {
    stamp: Stamp,
    text: String,
    today: Date,
    /// The pack to compare with, in place of the rules that are kept.
    given: Option<Pack>,
}

impl EarlierFile {
    /// Takes the answer file in `text`. `None` if it was made with the very pack of `against`, or is none.
    pub fn new(text: &str, against: &Against<'_>) -> Option<Self> {
        let stamp = stamp_in(text).filter(|stamp| *stamp != Stamp::from_pack(against.pack))?;
        Some(Self { stamp, text: text.to_owned(), today: against.today, given: None })
    }

    /// The pack it was made with.
    pub fn stamp(&self) -> &Stamp {
        &self.stamp
    }

    /// Compares with `pack` rather than with the rules that are kept.
    pub fn compare_with(&mut self, pack: Pack) {
        self.given = Some(pack);
    }

    /// Returns what moved up to `report`, made of the answers in `now`.
    pub fn rejudged(&self, report: &Report<'_>, now: &Assessment) -> Rejudged {
        let moves = match &self.given {
            Some(pack) => self.moves(report, now, pack, &pack.digest),
            None => shipped::earlier_pack(&self.stamp.id, &self.stamp.version)
                .and_then(|kept| self.moves(report, now, &kept.pack, &kept.digest)),
        };
        Rejudged { version: self.stamp.version.clone(), digest: self.stamp.digest.clone(), moves }
    }

    fn moves(&self, report: &Report<'_>, now: &Assessment, before: &Pack, digest: &str) -> Option<Moves> {
        let against = Against { pack: before, today: self.today, rejudge: true };
        let then = read_answers(&self.text, "", &against).ok()?.assessment;
        let moves = compare(report, now, before, &then);
        Some(Moves { other_digest: (digest != self.stamp.digest).then(|| digest.to_owned()), ..moves })
    }
}
