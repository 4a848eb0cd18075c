//! The results so far, beside a question: every obligation by where it stands, with those marked
//! that the question can still move.

use crate::pack::ObligationId;
use crate::report::Standing;
use crate::tell;
use crate::tui::context::Context;
use crate::tui::page::{Focus, Page};
use crate::tui::theme::Role;

/// The standings, those that ask the least of the reader last.
const ORDER: [Standing; 5] =
    [Standing::ToDo, Standing::InPlace, Standing::Open, Standing::AlsoCheck, Standing::RuledOut];

/// The pane, beside a question that can still decide something about the obligations `deciding`.
pub fn page(deciding: &[ObligationId], context: &Context<'_>, width: u16, focus: Focus) -> Page {
    let mut page = Page::new(width, context.theme, focus);
    let Some(work) = &context.workspace else { return page };
    page.text(Role::Strong, context.words.tui.so_far.title);
    if !deciding.is_empty() {
        page.text(Role::Quiet, context.words.tui.so_far.legend);
    }
    for standing in ORDER {
        let items = work.report().items_at(standing);
        let moves = |it: ObligationId| deciding.contains(&it);
        let mut items: Vec<(bool, String)> = items.map(|it| (moves(it.id), it.obligation.title.clone())).collect();
        items.sort_by_key(|(moves, _)| !moves);
        if items.is_empty() {
            continue;
        }
        page.heading(&context.words.tui.so_far.standing(items.len(), tell::standing(standing, context.words)));
        for (moves, title) in items {
            let (mark, role) = if moves { ("* ", Role::Body) } else { ("  ", Role::Quiet) };
            page.item(mark, &[(role, title)], None);
        }
    }
    page
}
