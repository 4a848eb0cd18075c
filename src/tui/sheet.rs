//! A screen that is only a page. A new one is one file under `screen`, which says what stands on the
//! page and what its keys do.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::context::Context;
use crate::tui::destination::Destination;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::layout;
use crate::tui::opening::opening_hint;
use crate::tui::page::Page;
use crate::tui::pane::Pane;
use crate::tui::window::Shown;
use crate::words::Label;

/// What one such screen says and does.
pub trait SheetContent {
    /// What stands over it.
    fn title(&self) -> Label;

    /// Writes the page.
    fn write(&self, page: &mut Page, context: &Context<'_>);

    /// The keys that do something.
    fn hints(&self) -> Vec<Hint>;

    /// Takes a message that does not move the focus. A click has put it on its item already.
    fn act(&mut self, message: &Message, pane: &mut Pane, context: &Context<'_>) -> Option<Effect>;

    /// Which place it is, if it is one.
    fn place(&self) -> Option<Destination>;

    /// The key that opens it over any other screen, if there is one.
    fn opened_by(&self) -> Option<Message> {
        None
    }

    /// What it says, as far as words in it may need explaining.
    fn text(&self, _context: &Context<'_>) -> String {
        String::new()
    }
}

/// A screen that is only a page.
pub struct SheetScreen {
    content: Box<dyn SheetContent>,
    pane: Pane,
}

impl SheetScreen {
    /// Shows `content`, with the focus on this item.
    pub fn new(content: impl SheetContent + 'static, focus: usize) -> Self {
        Self { content: Box::new(content), pane: Pane::at(focus) }
    }

    /// What it says and does.
    pub fn content(&self) -> &dyn SheetContent {
        self.content.as_ref()
    }

    /// The keys that do something: with what Enter opens, where it opens something.
    pub fn hints(&self) -> Vec<Hint> {
        let mut hints = self.content.hints();
        let has_enter = hints.iter().any(|hint| hint.0 == Press::Enter);
        if let Some(target) = self.pane.target().filter(|_| !has_enter) {
            hints.insert(hints.len().min(1), opening_hint(target));
        }
        hints
    }

    /// Takes a message.
    pub fn update(&mut self, message: &Message, context: &Context<'_>) -> Option<Effect> {
        if self.pane.moves(message, context) {
            return None;
        }
        if let Message::Click(item) = message {
            self.pane.put(*item);
        }
        self.content.act(message, &mut self.pane, context)
    }

    /// Lays out its page.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        let width = layout::text(layout::body(context.size)).width;
        let screen = &self.content;
        self.pane.lay_out_after_target(|item| {
            let mut page = Page::new(width, context.theme, context.focus(item));
            screen.write(&mut page, context);
            page
        });
    }

    /// Draws itself.
    pub fn draw(&self, area: Rect, context: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        self.pane.draw(layout::text(area), context, buffer, shown);
    }
}
