//! The standing of obligations.

use crate::boxes::Status;
use crate::judge::Judgement;
use crate::pack::ObligationKind;

/// The standing under which an obligation is shown: exactly one for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It applies, and is not known to be in place.
    ToDo,
    /// It applies and is in place.
    InPlace,
    /// It may apply.
    Open,
    /// It does not apply.
    RuledOut,
    /// A neighboring law to look at.
    AlsoCheck,
}

impl Standing {
    /// Every standing, in the order of display.
    pub const ALL: [Self; 5] = [Self::ToDo, Self::InPlace, Self::Open, Self::RuledOut, Self::AlsoCheck];

    /// Returns the name of this standing in files and among the words.
    pub fn name(self) -> &'static str {
        match self {
            Self::ToDo => "to_do",
            Self::InPlace => "in_place",
            Self::Open => "open",
            Self::RuledOut => "ruled_out",
            Self::AlsoCheck => "also_check",
        }
    }
}

/// Returns the standing of an obligation of this kind with this judgement.
pub fn standing(kind: ObligationKind, judgement: Judgement) -> Standing {
    match (judgement.applies, judgement.met, kind) {
        (Status::No, ..) => Standing::RuledOut,
        (_, _, ObligationKind::Also) => Standing::AlsoCheck,
        (Status::Open, ..) => Standing::Open,
        (Status::Yes, Status::Yes, _) => Standing::InPlace,
        (Status::Yes, ..) => Standing::ToDo,
    }
}

/// The number of obligations at each standing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// To do.
    pub to_do: usize,
    /// In place.
    pub in_place: usize,
    /// Open.
    pub open: usize,
    /// Ruled out.
    pub ruled_out: usize,
    /// To check also.
    pub also_check: usize,
    /// All of them.
    pub all: usize,
}

impl Totals {
    /// Returns the number of obligations at `standing`.
    pub fn count_at(&self, standing: Standing) -> usize {
        match standing {
            Standing::ToDo => self.to_do,
            Standing::InPlace => self.in_place,
            Standing::Open => self.open,
            Standing::RuledOut => self.ruled_out,
            Standing::AlsoCheck => self.also_check,
        }
    }

    /// Returns the standing to read first: one with work in it before one without, and never an empty one
    /// where another is filled.
    pub fn read_first(&self) -> Standing {
        let order = [Standing::ToDo, Standing::Open, Standing::AlsoCheck, Standing::InPlace];
        order.into_iter().find(|&it| self.count_at(it) > 0).unwrap_or(Standing::RuledOut)
    }
}

#[cfg(test)]
mod tests {
    use crate::report::standing::{Standing, Totals};

    #[test]
    fn what_holds_work_is_read_before_what_does_not() {
        let mut totals = Totals { ruled_out: 40, ..Totals::default() };
        assert_eq!(totals.read_first(), Standing::RuledOut);
        totals.in_place = 1;
        assert_eq!(totals.read_first(), Standing::InPlace);
        totals.also_check = 1;
        assert_eq!(totals.read_first(), Standing::AlsoCheck);
        totals.open = 1;
        assert_eq!(totals.read_first(), Standing::Open);
        totals.to_do = 1;
        assert_eq!(totals.read_first(), Standing::ToDo);
    }
}
