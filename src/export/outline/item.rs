//! Obligations as part of a document: a table of each standing, and each obligation in full if it
//! applies or may.

use crate::export::outline::block::{DocBlock, TableRow};
use crate::export::outline::fold::Fold;
use crate::judge::Reason;
use crate::pack::ObligationKind;
use crate::report::{Item, Report, Standing};
use crate::tell::{self, Line};
use crate::words::Words;

/// Writes the obligations of one report.
pub struct ObligationTeller<'a> {
    /// The report.
    pub report: &'a Report<'a>,
    /// The words.
    pub words: &'a Words,
    fold: Fold,
}

impl<'a> ObligationTeller<'a> {
    /// Creates a teller that has written nothing yet.
    pub fn new(report: &'a Report<'a>, words: &'a Words) -> Self {
        Self { report, words, fold: Fold::default() }
    }

    /// Returns a table of what is to do, how it stands and by when, what presses most first. What may apply
    /// stands there too if it has a last day.
    pub fn to_do(&self) -> Option<DocBlock> {
        let (of, common) = (&self.words.export.column, &self.words.common);
        let dated = self.report.items_at(Standing::Open).filter(|item| item.last_day.is_some());
        let rows = dated.chain(self.report.items_at(Standing::ToDo)).map(|item| {
            let stands = match item.standing {
                Standing::Open => self.words.export.cover.treat_as_due,
                Standing::ToDo | Standing::InPlace | Standing::AlsoCheck | Standing::RuledOut => {
                    tell::in_place(item, self.words)
                }
            };
            let due = tell::due(item, self.words).unwrap_or_default();
            TableRow { to: Some(item.obligation.id.clone()), cells: vec![self.with_kind(item), stands.to_owned(), due] }
        });
        let rows: Vec<TableRow> = rows.collect();
        let columns = [of.what, of.stands, common.obligation.by_when].map(str::to_owned);
        (!rows.is_empty()).then(|| DocBlock::Table(columns.to_vec(), rows))
    }

    /// Returns a table of what is ruled out, and why.
    pub fn ruled_out(&self) -> DocBlock {
        let of = &self.words.export.column;
        let rows = self.report.items_at(Standing::RuledOut);
        let rows = rows.map(|item| TableRow { to: None, cells: vec![self.with_kind(item), self.because(item)] });
        DocBlock::Table([of.what, of.why_out].map(str::to_owned).to_vec(), rows.collect())
    }

    /// Adds `item` to `blocks` in full, without repeating what it shares with an earlier
    /// obligation.
    pub fn write_item(&mut self, item: &Item<'_>, blocks: &mut Vec<DocBlock>) {
        let told = tell::obligation(self.report, item, self.words);
        blocks.extend(self.fold.fold(&told, self.report.pack, self.words));
    }

    /// Returns its id and title.
    pub fn named(&self, item: &Item<'_>) -> String {
        self.words.export.named(&item.obligation.id, &item.obligation.title)
    }

    /// Returns its id and title, and its kind if it is not a duty.
    fn with_kind(&self, item: &Item<'_>) -> String {
        let name = self.named(item);
        match item.obligation.kind {
            ObligationKind::Duty => name,
            kind => format!("{name} ({})", tell::kind(kind, self.words)),
        }
    }

    /// Returns why it applies or is ruled out, in one line.
    pub fn because(&self, item: &Item<'_>) -> String {
        let because: Vec<String> = item.because.iter().map(|reason| self.in_a_line(reason, false)).collect();
        because.join("; ")
    }

    /// Returns `reason` and everything that establishes it, one after the other.
    fn in_a_line(&self, reason: &Reason, is_cited: bool) -> String {
        let is_cited_below = is_cited || !reason.sources.is_empty();
        let from: Vec<String> = tell::below(reason).iter().map(|below| self.in_a_line(below, is_cited_below)).collect();
        let aside = tell::reason_aside(self.report, reason, is_cited, self.words);
        let says = Line::with(reason.says.clone(), aside).whole();
        if from.is_empty() { says } else { self.words.export.because(from.join(self.words.tell.reason.and), says) }
    }
}
