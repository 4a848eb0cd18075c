//! Keeps what is typed: what belongs to an answer is put into the assessment when there is a pause, or when
//! it gets old though typing goes on; what is no answer yet is kept beside the answers, for when the program
//! ends before it is confirmed. What could not be saved is tried again now and then.

use std::time::{Duration, Instant};

use crate::tui::context::Context;
use crate::tui::perform;
use crate::tui::screen::Screen;
use crate::tui::stack::ScreenStack;
use crate::workspace::Workspace;

/// How many quiet ticks go by before saving is tried again.
const RETRY_AFTER: u32 = 15;

/// How old what is typed may be before it is kept, though typing goes on.
const MOST_UNKEPT: Duration = Duration::from_millis(600);

/// What is known of what is typed.
#[derive(Debug, Default)]
pub struct Keeper {
    quiet: u32,
    /// When the first letter was typed of those that are not in the assessment yet.
    unsaved_since: Option<Instant>,
    /// Since when what stands in the fields of questions may differ from what is kept of it.
    unkept_since: Option<Instant>,
}

impl Keeper {
    /// Something has happened: keeps what is old by now.
    pub fn stir(&mut self, context: &mut Context<'_>, stack: &mut ScreenStack) {
        self.quiet = 0;
        let is_old = |since: Instant| since.elapsed() >= MOST_UNKEPT;
        if self.unsaved_since.is_some_and(is_old) {
            self.save_typed(context, stack);
        }
        if is_old(*self.unkept_since.get_or_insert_with(Instant::now)) {
            self.keep_typed(context, stack);
        }
    }

    /// Nothing has happened for a moment: keeps all. Says whether something changed that is shown.
    pub fn tick(&mut self, context: &mut Context<'_>, stack: &mut ScreenStack) -> bool {
        self.quiet += 1;
        if self.unkept_since.is_some() {
            self.keep_typed(context, stack);
        }
        self.save_typed(context, stack) || self.save_again(context)
    }

    /// Notes since when something was typed that is not in the assessment.
    pub fn note_typed(&mut self, context: &mut Context<'_>, stack: &ScreenStack) {
        context.is_typing_ahead = stack.top().is_some_and(Screen::has_typed);
        self.unsaved_since = context.is_typing_ahead.then(|| self.unsaved_since.unwrap_or_else(Instant::now));
    }

    /// Puts what was typed into the assessment, and saves it; says whether there was something.
    pub fn save_typed(&mut self, context: &mut Context<'_>, stack: &mut ScreenStack) -> bool {
        self.unsaved_since = None;
        context.is_typing_ahead = false;
        let typed = stack.top_mut().and_then(Screen::take_typed);
        let has_typed = typed.is_some();
        if let Some(effect) = typed {
            perform::perform(context, stack, effect);
        }
        has_typed
    }

    /// Keeps what is typed at questions and is no answer yet beside the answers.
    pub fn keep_typed(&mut self, context: &mut Context<'_>, stack: &ScreenStack) {
        self.unkept_since = None;
        let typed = stack.downwards().filter_map(Screen::typed_answer).collect();
        if let Some(work) = &mut context.workspace {
            work.keep_typed(typed);
        }
    }

    /// Saves and keeps all that there is; says whether every answer is saved now.
    pub fn save_all(&mut self, context: &mut Context<'_>, stack: &mut ScreenStack) -> bool {
        self.save_typed(context, stack);
        self.keep_typed(context, stack);
        let is_saved = |work: &mut Workspace<'_>| {
            if work.needs_saving() {
                work.save();
            }
            work.save_error().is_none()
        };
        context.workspace.as_mut().is_none_or(is_saved) && !context.has_lost
    }

    /// Saves now and then what could not be saved before; says whether all is saved by now.
    fn save_again(&self, context: &mut Context<'_>) -> bool {
        let due = self.quiet.is_multiple_of(RETRY_AFTER);
        context.workspace.as_mut().is_some_and(|work| work.needs_saving() && due && work.save())
    }
}
