//! The screens, one over the other: the one on top is in use.

use crate::tui::context::Context;
use crate::tui::screen::Screen;
use crate::tui::screen::rejudged::RejudgedScreen;
use crate::tui::screen::results::ResultsScreen;

/// The screens, the one in use last. Never empty.
pub struct ScreenStack {
    screens: Vec<Screen>,
    /// The screens of the main assessment, while a check of a paper is open.
    waiting: Vec<Screen>,
}

impl ScreenStack {
    /// Only `screen`.
    pub fn new(screen: Screen) -> Self {
        Self { screens: vec![screen], waiting: Vec::new() }
    }

    /// The screen in use.
    pub fn top(&self) -> Option<&Screen> {
        self.screens.last()
    }

    /// The screen in use.
    pub fn top_mut(&mut self) -> Option<&mut Screen> {
        self.screens.last_mut()
    }

    /// All screens, the one in use first.
    pub fn downwards(&self) -> impl Iterator<Item = &Screen> {
        self.screens.iter().rev()
    }

    /// How many screens there are.
    pub fn len(&self) -> usize {
        self.screens.len()
    }

    /// Puts `screen` on top.
    pub fn push(&mut self, screen: Screen) {
        self.screens.push(screen);
    }

    /// Takes the screen in use away, if there is one below.
    pub fn pop(&mut self) {
        if self.screens.len() > 1 {
            self.screens.pop();
        }
    }

    /// Puts `screen` in the place of the one in use.
    pub fn replace(&mut self, screen: Screen) {
        if let Some(last) = self.screens.last_mut() {
            *last = screen;
        }
    }

    /// Puts `screen` in the place of all.
    pub fn begin_with(&mut self, screen: Screen) {
        self.screens = vec![screen];
    }

    /// Goes back to a screen like this if there is one; says whether there is.
    pub fn go_back_to(&mut self, is_like: impl Fn(&Screen) -> bool) -> bool {
        let found = self.screens.iter().position(is_like);
        if let Some(at) = found {
            self.screens.truncate(at + 1);
        }
        found.is_some()
    }

    /// Sets all screens aside until they are brought back. What is to be in use comes next.
    pub fn set_aside(&mut self) {
        self.waiting = std::mem::take(&mut self.screens);
    }

    /// Brings back the screens that were set aside.
    pub fn bring_back(&mut self) {
        self.screens = std::mem::take(&mut self.waiting);
    }

    /// Shows what moved, where an assessment was just opened that was made with another version of its pack,
    /// and otherwise where it goes on.
    pub fn begin(&mut self, context: &Context<'_>) {
        match RejudgedScreen::of_open(context) {
            Some(moved) => self.push(Screen::sheet(moved)),
            None => self.go_on(context),
        }
    }

    /// Shows where the open assessment goes on, in place of the screen in use.
    pub fn go_on_in_place(&mut self, context: &Context<'_>) {
        self.pop();
        self.go_on(context);
    }

    /// Shows where the open assessment goes on.
    pub fn go_on(&mut self, context: &Context<'_>) {
        let next = context.workspace.as_ref().and_then(|work| work.session().progress().replay.next);
        self.push(match next {
            Some(question) => Screen::question(context, question, true),
            None => Screen::Results(ResultsScreen::new(context)),
        });
    }
}
