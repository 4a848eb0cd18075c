//! What a scenario sheet is made of.

use crate::boxes::{Cells, Var};
use crate::phrase::{ConditionText, Saying};
use crate::report::{Cited, OpenPoint, PackLine};
use crate::views::read_back::FactTold;

/// The sheet of one obligation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The pack it is taken from.
    pub pack: PackLine,
    /// The obligation's permanent name.
    pub id: String,
    /// `duty`, `check`, `practice` or `also`.
    pub kind: &'static str,
    /// What to do, in a few words.
    pub title: String,
    /// What it asks.
    pub asks: String,
    /// When it applies, read back from the rule.
    pub applies: ConditionText,
    /// When it is in place, read back from the rule.
    pub met: Option<ConditionText>,
    /// The facts that the two stand on.
    pub facts: Vec<FactTold>,
    /// Its ways, one list for each result.
    pub lists: Vec<List>,
    /// The questions in the rows to which not knowing is an answer, as asked, with what it counts as.
    pub unsure: Vec<(String, String)>,
    /// The open legal points in the rows.
    pub points: Vec<OpenPoint>,
    /// What must still be confirmed.
    pub confirm: Vec<String>,
    /// Every source that is cited, in the pack's order.
    pub sources: Vec<Cited>,
}

/// A result that rows lead to.
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
    /// The letter its rows are numbered with.
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
    /// Whether each row is taken together with any way in which the obligation applies.
    pub adds: bool,
    /// What all rows have in common, said once.
    pub shared: Vec<SheetPart>,
    /// The rows, each with what it has beyond that.
    pub rows: Vec<SheetRow>,
}

/// One way: all of its parts hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// Its number, such as `A1`.
    pub number: String,
    /// Its parts, in asking order.
    pub parts: Vec<SheetPart>,
}

/// One part: a variable is one of some cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetPart {
    /// The variable.
    pub var: Var,
    /// The cells.
    pub cells: Cells,
    /// The same in words.
    pub saying: Saying,
}
