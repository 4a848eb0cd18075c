//! A pane: a page as it was laid out last, and which of its items the keys act on. A page is laid out
//! once for each key; what the next key means is read from the page in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::context::Context;
use crate::tui::keymap::Message;
use crate::tui::page::{Page, PageTarget};
use crate::tui::window::{self, Shown};

/// A pane.
#[derive(Debug, Clone, Default)]
pub struct Pane {
    focus: usize,
    page: Option<Page>,
}

impl Pane {
    /// A pane whose focus is on this item.
    pub fn at(focus: usize) -> Self {
        Self { focus, page: None }
    }

    /// The item in focus.
    pub fn focus(&self) -> usize {
        self.focus
    }

    /// Puts the focus on this item.
    pub fn put(&mut self, item: usize) {
        self.focus = item;
    }

    /// Lays out the page that `build` makes with an item in focus. Where it has fewer items by now, the
    /// last one is in focus.
    pub fn lay_out(&mut self, build: impl Fn(usize) -> Page) {
        let mut page = build(self.focus);
        if page.focus().item != self.focus {
            self.focus = page.focus().item;
            page = build(self.focus);
        }
        self.page = Some(page);
    }

    /// The same; the focus stays on what Enter leads to, wherever that stands now.
    pub fn lay_out_after_target(&mut self, build: impl Fn(usize) -> Page) {
        let before = self.target().cloned();
        self.lay_out(&build);
        let moved = before.filter(|target| self.target() != Some(target));
        let place = moved.and_then(|target| self.page.as_ref()?.item_of(&target));
        if let Some(item) = place {
            self.focus = item;
            self.lay_out(build);
        }
    }

    /// Shows `page`, with its own focus.
    pub fn show(&mut self, page: Page) {
        self.focus = page.focus().item;
        self.page = Some(page);
    }

    /// Moves the focus if `message` does; says whether it does.
    pub fn moves(&mut self, message: &Message, context: &Context<'_>) -> bool {
        let to = self.page.as_ref().and_then(|it| window::moved(it, self.focus, message, context.size.height));
        self.focus = to.unwrap_or(self.focus);
        to.is_some()
    }

    /// What Enter does on the item in focus.
    pub fn target(&self) -> Option<&PageTarget> {
        self.page.as_ref()?.target(self.focus)
    }

    /// How many items it has.
    pub fn items(&self) -> usize {
        self.page.as_ref().map_or(0, Page::items)
    }

    /// The page in sight.
    pub fn page(&self) -> Option<&Page> {
        self.page.as_ref()
    }

    /// Draws as much of it as fits.
    pub fn draw(&self, area: Rect, context: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        if let Some(page) = &self.page {
            window::draw(page, area, context, buffer, shown);
        }
    }
}
