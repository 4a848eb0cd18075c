//! One obligation in full, with the papers that can be checked for it.

use crate::report::{Item, Report, Standing};
use crate::tell::{self, Block};
use crate::tui::blocks::lay_out;
use crate::tui::context::Context;
use crate::tui::page::{Page, PageTarget};
use crate::tui::theme::Role;

/// Fills `page` with everything about `item`.
pub fn page(mut page: Page, item: &Item<'_>, report: &Report<'_>, context: &Context<'_>) -> Page {
    let blocks = tell::obligation(report, item, context.words);
    let head = blocks.iter().position(|block| matches!(block, Block::Heading(_))).unwrap_or(blocks.len());
    let (head, rest) = blocks.split_at(head);
    lay_out(&mut page, head);
    papers(&mut page, item, context);
    lay_out(&mut page, rest);
    let day = tell::day_text(report.pack.law_checked_on, context.words);
    page.blank();
    let of = &context.words.common.law;
    let first = item.sources.first();
    let official = first.and_then(|&id| report.pack.official_page(id));
    let official = official.map_or_else(String::new, |page| format!(" {}: {page}", of.official));
    let foot = format!("{}{official}", of.checked_on(day));
    page.read("", &[(Role::Quiet, foot)], None);
    page
}

/// The papers that can be checked for it. Enter begins the check.
fn papers(page: &mut Page, item: &Item<'_>, context: &Context<'_>) {
    let papers = context.papers_for(&item.obligation.id);
    if papers.is_empty() || item.standing == Standing::RuledOut {
        return;
    }
    page.heading(context.words.tui.detail.papers);
    page.read("", &[(Role::Quiet, context.words.tui.detail.papers_mean.to_owned())], None);
    for paper in papers {
        page.read("• ", &[(Role::Body, paper.title.clone())], Some(&PageTarget::Paper(&paper.id)));
    }
}
