//! A check of a paper while the main assessment waits: its questions and results are gone through on
//! the same screens, and at its end the main results come back.

use crate::pack::Pack;
use crate::tui::context::{Context, MainAssessment};
use crate::tui::screen::Screen;
use crate::tui::screen::review_import::ReviewImportScreen;
use crate::tui::stack::ScreenStack;

/// Begins the check `paper`, or goes on with it, beside the open assessment. Where its file cannot
/// be opened, says why.
pub fn start(room: &mut Context<'_>, stack: &mut ScreenStack, paper: &'static Pack) {
    let Some(main) = room.workspace.take() else { return };
    match main.check(paper, (room.today)()) {
        Ok(check) => {
            stack.set_aside();
            room.main = Some(MainAssessment { pack: room.pack, workspace: main });
            (room.pack, room.workspace) = (paper, Some(check));
            bring(room, stack);
            stack.go_on(room);
        }
        Err(error) => {
            room.workspace = Some(main);
            stack.push(Screen::sheet(ReviewImportScreen::failed(&error.to_string())));
        }
    }
}

/// Shows what the check would change in the main assessment.
pub fn bring(room: &mut Context<'_>, stack: &mut ScreenStack) {
    let (Some(check), Some(main)) = (&room.workspace, &mut room.main) else { return };
    let news = main.workspace.changed_answers(check);
    let effects = main.workspace.preview(&news);
    stack.begin_with(Screen::sheet(ReviewImportScreen::new(news, effects)));
}

/// Back to the main assessment, with what the check answers if that is wanted.
pub fn finish(room: &mut Context<'_>, stack: &mut ScreenStack, take_over: bool) {
    let (Some(check), Some(mut main)) = (room.workspace.take(), room.main.take()) else { return };
    if take_over {
        main.workspace.take_over(&check);
    }
    (room.pack, room.workspace) = (main.pack, Some(main.workspace));
    stack.bring_back();
}
