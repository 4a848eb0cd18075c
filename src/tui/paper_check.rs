//! A check of a paper while the main assessment waits: its questions and results are gone through on
//! the same screens, and at its end the main results come back.

use crate::pack::Pack;
use crate::tui::context::{Context, MainAssessment};
use crate::tui::screen::Screen;
use crate::tui::screen::review_import::ReviewImportScreen;
use crate::tui::stack::ScreenStack;

/// Begins the check `paper`, or goes on with it, beside the open assessment. Where its file cannot
/// be opened, says why.
pub fn start(context: &mut Context<'_>, stack: &mut ScreenStack, paper: &'static Pack) {
    let Some(main) = context.workspace.take() else { return };
    match main.check(paper, (context.today)()) {
        Ok(check) => {
            stack.set_aside();
            context.main = Some(MainAssessment { pack: context.pack, workspace: main });
            (context.pack, context.workspace) = (paper, Some(check));
            bring(context, stack);
            stack.go_on(context);
        }
        Err(error) => {
            context.workspace = Some(main);
            stack.push(Screen::sheet(ReviewImportScreen::failed(&error.to_string())));
        }
    }
}

/// Shows what the check would change in the main assessment.
pub fn bring(context: &mut Context<'_>, stack: &mut ScreenStack) {
    let (Some(check), Some(main)) = (&context.workspace, &mut context.main) else { return };
    let news = main.workspace.changed_answers(check);
    let effects = main.workspace.preview(&news);
    stack.begin_with(Screen::sheet(ReviewImportScreen::new(news, effects)));
}

/// Back to the main assessment, with what the check answers if that is wanted.
pub fn finish(context: &mut Context<'_>, stack: &mut ScreenStack, take_over: bool) {
    let (Some(check), Some(mut main)) = (context.workspace.take(), context.main.take()) else { return };
    if take_over {
        main.workspace.take_over(&check);
    }
    (context.pack, context.workspace) = (main.pack, Some(main.workspace));
    stack.bring_back();
}
