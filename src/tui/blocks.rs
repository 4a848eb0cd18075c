//! What is told, laid out on a page of the full screen.

use crate::tell::{Block, Line, Target};
use crate::tui::page::{Page, PageTarget};
use crate::tui::theme::Role;
use crate::tui::wrap::Run;

/// Adds `blocks` to `page`, to be read item by item. What is said beside a text is quieter than the text.
pub fn lay_out(page: &mut Page, blocks: &[Block]) {
    for block in blocks {
        add(page, block, &mut |page, mark, line, target| page.read(mark, &runs(line), target.map(leads).as_ref()));
    }
}

/// Adds `blocks` to `page` above or beside its items: the focus does not stop on them.
pub fn lay_out_beside(page: &mut Page, blocks: &[Block]) {
    for block in blocks {
        add(page, block, &mut |page, mark, line, _| page.runs(mark, &runs(line)));
    }
}

/// The same, but the focus stops on what leads somewhere.
pub fn lay_out_leading(page: &mut Page, blocks: &[Block]) {
    for block in blocks {
        add(page, block, &mut |page, mark, line, target| match target {
            Some(target) => page.read(mark, &runs(line), Some(&leads(target))),
            None => page.runs(mark, &runs(line)),
        });
    }
}

/// How a text is put on a page: beside a mark, and what it leads to.
type Put<'a> = dyn FnMut(&mut Page, &str, &Line, Option<&Target>) + 'a;

fn add(page: &mut Page, block: &Block, put: &mut Put<'_>) {
    match block {
        Block::Entry { title, .. } => page.text(Role::Strong, title),
        Block::Text(line) if line.text.is_empty() => {
            page.text(Role::Quiet, &line.aside);
            page.blank();
        }
        Block::Text(line) => put(page, "", line, None),
        Block::Heading(text) => page.heading(text),
        Block::Step(number, line) => put(page, &format!("{number}. "), line, None),
        Block::Point { depth, line, target } => {
            page.indent(depth * 2);
            put(page, "• ", line, target.as_ref());
            page.indent(0);
        }
        Block::Pair(label, text) => {
            page.heading(label);
            put(page, "", &Line::from(text.as_str()), None);
        }
        Block::Link(label, address) => {
            page.heading(label);
            page.address(address);
        }
    }
}

fn runs(line: &Line) -> Vec<Run> {
    let aside = (!line.aside.is_empty()).then(|| (Role::Quiet, format!(" {}", line.aside)));
    [(Role::Body, line.text.clone())].into_iter().chain(aside).collect()
}

fn leads(target: &Target) -> PageTarget {
    match target {
        Target::Obligation(id) => PageTarget::Obligation(*id),
        Target::Question(id) => PageTarget::Question(*id),
        Target::Point(id) => PageTarget::Point(*id),
        Target::Sources(ids) => PageTarget::Sources(ids.clone()),
    }
}
