//! The parts of a scenario sheet.

use crate::boxes::{Cells, Var};
use crate::pack::{Obligation, Pack, ReadingId, SourceId};
use crate::phrase::{ConditionText, Saying};
use crate::signature::Signature;
use crate::views::read_back::{DeadlineTold, FactTold};

/// The sheet of one obligation.
#[derive(Debug, Clone)]
pub struct Sheet<'p> {
    /// The pack it is taken from.
    pub pack: &'p Pack,
    /// The obligation.
    pub obligation: &'p Obligation,
    /// When it applies, read back from the rule.
    pub applies: ConditionText,
    /// What answers tell of its being in place, read back from the rule.
    pub met: Option<ConditionText>,
    /// By when it is to be done.
    pub deadline: Option<DeadlineTold>,
    /// The facts below these.
    pub facts: Vec<FactTold>,
    /// Its ways, one list for each result.
    pub lists: Vec<List>,
    /// The questions in the rows whose "I don't know" counts as an answer, as asked, with that
    /// answer.
    pub unsure: Vec<(String, String)>,
    /// The open legal points in the rows.
    pub points: Vec<ReadingId>,
    /// Every source that is cited, in the pack's order.
    pub sources: Vec<SourceId>,
}

/// The result of a list of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetSide {
    /// It applies.
    Applies,
    /// It is ruled out.
    RuledOut,
    /// It applies and is in place.
    InPlace,
    /// It applies and is not in place.
    Missing,
}

impl SheetSide {
    /// Returns the prefix of the numbers of its rows.
    pub fn letter(self) -> char {
        match self {
            Self::Applies => 'A',
            Self::RuledOut => 'R',
            Self::InPlace => 'P',
            Self::Missing => 'M',
        }
    }
}

/// Every way to one result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// The result.
    pub side: SheetSide,
    /// Whether each row combines with any way in which the obligation applies.
    pub adds: bool,
    /// The parts that all rows share, stated once.
    pub shared: Vec<SheetPart>,
    /// The rows, without the shared parts.
    pub rows: Vec<SheetRow>,
}

/// One way, or several of one shape: all of its parts hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// Its number, such as `A1`.
    pub number: String,
    /// Its parts, in asking order: of each, at least one alternative holds. Most have only one.
    pub parts: Vec<Vec<SheetPart>>,
}

/// One alternative of a part: a variable is one of some cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetPart {
    /// The variable.
    pub var: Var,
    /// The cells.
    pub cells: Cells,
    /// The alternative in words.
    pub saying: Saying,
}

/// A signature, and whether the words it stands on are still those that were signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureState {
    /// The signature.
    pub signature: Signature,
    /// Whether the words are the same.
    pub is_current: bool,
}
