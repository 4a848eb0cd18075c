//! A check of a paper while the main assessment waits: its questions and results are gone through on
//! the same screens, and at its end the main results come back.

use crate::desk::Workspace;
use crate::pack::Pack;
use crate::tui::perform;
use crate::tui::room::{Context, Work};
use crate::tui::screen::Screen;
use crate::tui::screen::bring::Bring;

/// The main assessment, which waits.
pub struct PaperCheck<'p> {
    /// Its pack.
    pub pack: &'p Pack,
    /// Its answers and their file.
    pub work: Work<'p>,
    /// Its screens.
    stack: Vec<Screen>,
}

/// Begins the check `paper`, or goes on with it, beside the open assessment. Where its file cannot
/// be opened, says why.
pub fn start(room: &mut Context<'_>, stack: &mut Vec<Screen>, paper: &'static Pack) {
    let Some(work) = room.work.take() else { return };
    match work.desk.check(paper, (room.today)()) {
        Ok(desk) => {
            let aside = PaperCheck { pack: room.pack, work, stack: std::mem::take(stack) };
            room.aside = Some(aside);
            open(room, stack, paper, desk);
        }
        Err(error) => {
            room.work = Some(work);
            stack.push(Screen::Bring(Bring::failed(&error.to_string())));
        }
    }
}

fn open<'p>(room: &mut Context<'p>, stack: &mut Vec<Screen>, paper: &'static Pack, desk: Workspace<'p>) {
    room.pack = paper;
    room.work = Some(Work::new(desk));
    bring(room, stack);
    perform::go_on(room, stack);
}

/// Shows what the check would change in the main assessment.
pub fn bring(room: &mut Context<'_>, stack: &mut Vec<Screen>) {
    let (Some(work), Some(aside)) = (&room.work, &mut room.aside) else { return };
    let news = aside.work.desk.news(&work.desk);
    let effects = aside.work.desk.preview_all(&news);
    stack.clear();
    stack.push(Screen::Bring(Bring::new(news, effects)));
}

/// Back to the main assessment, with what the check answers if that is wanted.
pub fn finish(room: &mut Context<'_>, stack: &mut Vec<Screen>, take_over: bool) {
    let (Some(check), Some(mut aside)) = (room.work.take(), room.aside.take()) else { return };
    if take_over {
        aside.work.take_over(&check.desk);
    }
    room.pack = aside.pack;
    room.work = Some(aside.work);
    *stack = aside.stack;
}
