//! The results so far, beside a question: every obligation by where it stands, with those marked
//! that the question can still move.

use crate::pack::ObligationId;
use crate::report::{Standing, known_standings};
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
    let known = &work.session().progress().replay.known;
    let standings: Vec<(ObligationId, Standing)> = known_standings(context.pack, known).collect();
    for standing in ORDER {
        let here = standings.iter().filter(|(_, at)| *at == standing).map(|(id, _)| *id);
        let (moving, resting): (Vec<ObligationId>, Vec<ObligationId>) = here.partition(|id| deciding.contains(id));
        let count = moving.len() + resting.len();
        if count == 0 {
            continue;
        }
        page.heading(&context.words.tui.so_far.standing(count, tell::standing(standing, context.words)));
        for (mark, role, ids) in [("* ", Role::Body, moving), ("  ", Role::Quiet, resting)] {
            for id in ids {
                page.item(mark, &[(role, context.pack.obligation(id).title.clone())], None);
            }
        }
    }
    page
}
