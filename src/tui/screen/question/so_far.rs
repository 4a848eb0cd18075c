//! The results so far, beside a question: every obligation by where it stands, with those marked
//! that the question can still move.

use crate::pack::ObligationId;
use crate::report::Standing;
use crate::tell;
use crate::tui::page::{Focus, Page};
use crate::tui::room::Context;
use crate::tui::screen::question::Question;
use crate::tui::theme::Role;

/// The standings, those that ask the least of the reader last.
const ORDER: [Standing; 5] =
    [Standing::ToDo, Standing::InPlace, Standing::Open, Standing::AlsoCheck, Standing::RuledOut];

/// The pane.
pub fn page(of: &Question, room: &Context<'_>, width: u16) -> Page {
    let focus = of.beside.map_or(Focus::off(0), |it| room.focus(it));
    Page::fitted(focus, |focus| build(of, room, width, focus))
}

fn build(of: &Question, room: &Context<'_>, width: u16, focus: Focus) -> Page {
    let mut page = Page::new(width, room.theme, focus);
    let Some(work) = &room.work else { return page };
    page.text(Role::Strong, room.words.tui.so_far.title);
    if !of.deciding.is_empty() {
        page.text(Role::Quiet, room.words.tui.so_far.legend);
    }
    for standing in ORDER {
        let items = work.report.obligations.iter().enumerate().filter(|it| it.1.standing == standing);
        let moves = |at: usize| of.deciding.contains(&ObligationId(at));
        let mut items: Vec<(bool, String)> = items.map(|(at, it)| (moves(at), it.title.clone())).collect();
        items.sort_by_key(|it| !it.0);
        if items.is_empty() {
            continue;
        }
        page.heading(&room.words.tui.so_far.standing(items.len(), tell::standing(standing, room.words)));
        for (moves, title) in items {
            let (mark, role) = if moves { ("* ", Role::Body) } else { ("  ", Role::Quiet) };
            page.item(mark, &[(role, title)], None);
        }
    }
    page
}
