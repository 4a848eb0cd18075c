//! What is told, laid out on a page of the full screen.

use crate::tell::{Block, Line, Target};
use crate::tui::page::{Page, PageTarget};
use crate::tui::theme::Role;
use crate::tui::wrap::Run;

/// Adds `blocks` to `page`. What is said beside a text is quieter than the text.
pub fn lay_out(page: &mut Page, blocks: &[Block]) {
    let mut is_first_text = false;
    for block in blocks {
        match block {
            Block::Entry { title, .. } => {
                page.text(Role::Strong, title);
                is_first_text = true;
            }
            // What stands under the title says what kind of entry it is.
            Block::Text(line) if std::mem::take(&mut is_first_text) => {
                page.text(Role::Quiet, &line.whole());
                page.blank();
            }
            Block::Text(line) => page.read("", &runs(line), None),
            Block::Heading(text) => page.heading(text),
            Block::Step(number, line) => page.read(&format!("{number}. "), &runs(line), None),
            Block::Point { depth, line, target } => {
                page.indent(depth * 2);
                page.read("• ", &runs(line), target.as_ref().and_then(leads).as_ref());
                page.indent(0);
            }
        }
    }
}

fn runs(line: &Line) -> Vec<Run> {
    let aside = (!line.aside.is_empty()).then(|| (Role::Quiet, format!(" {}", line.aside)));
    [(Role::Body, line.text.clone())].into_iter().chain(aside).collect()
}

/// What Enter does on a block that leads somewhere. The obligation itself is open already.
fn leads(target: &Target) -> Option<PageTarget> {
    match target {
        Target::Obligation(_) => None,
        Target::Question(id) => Some(PageTarget::Question(*id)),
        Target::Point(id) => Some(PageTarget::Point(*id)),
        Target::Sources(ids) => Some(PageTarget::Sources(ids.clone())),
    }
}
