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

    /// Returns a table of the obligations at `standing`: what is to do and by when, or what is ruled out
    /// and why.
    pub fn overview(&self, standing: Standing) -> Option<DocBlock> {
        let (of, common) = (&self.words.export.column, &self.words.common);
        let columns: &[&'static str] = match standing {
            Standing::ToDo => &[of.what, of.stands, common.obligation.by_when],
            Standing::RuledOut => &[of.what, of.why_out],
            Standing::Open | Standing::InPlace | Standing::AlsoCheck => return None,
        };
        let rows = self.report.items_at(standing).map(|item| {
            let mut cells = vec![self.with_kind(item)];
            match standing {
                Standing::ToDo => cells.extend([
                    tell::in_place(item, self.words).to_owned(),
                    tell::due(item, self.words).unwrap_or_default(),
                ]),
                Standing::RuledOut | Standing::Open | Standing::InPlace | Standing::AlsoCheck => {
                    cells.push(self.because(item));
                }
            }
            TableRow { to: (standing != Standing::RuledOut).then(|| item.obligation.id.clone()), cells }
        });
        Some(DocBlock::Table(columns.iter().copied().map(str::to_owned).collect(), rows.collect()))
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
