//! The words used, from any screen: first those on the screen it was opened from, then all others.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::pack::terms_by_use;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::layout;
use crate::tui::page::Page;
use crate::tui::room::Context;
use crate::tui::screen::Effect;
use crate::tui::theme::Role;
use crate::tui::window::{self, Shown};

/// The screen.
#[derive(Debug, Clone)]
pub struct Glossary {
    /// What was said on the screen it was opened from.
    text: String,
    focus: usize,
}

impl Glossary {
    /// For a screen that says `text`.
    pub fn new(text: String) -> Self {
        Self { text, focus: 0 }
    }

    /// What was said on the screen it was opened from.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Takes a message.
    pub fn update(&mut self, message: &Message, room: &Context<'_>) -> Option<Effect> {
        let page = self.page(room, layout::text(layout::body(room.size)).width);
        if let Some(to) = window::moved(&page, message, room.size.height) {
            self.focus = to;
            return None;
        }
        match message {
            Message::Click(item) => {
                self.focus = *item;
                None
            }
            Message::Back | Message::Words => Some(Effect::Back),
            _ => None,
        }
    }

    /// Draws itself.
    pub fn draw(&self, area: Rect, room: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        let area = layout::text(area);
        window::draw(&self.page(room, area.width), area, room, buffer, shown);
    }

    fn page(&self, room: &Context<'_>, width: u16) -> Page {
        Page::fitted(room.focus(self.focus), |focus| {
            let mut page = Page::new(width, room.theme, focus);
            words(&mut page, room, &self.text);
            page
        })
    }
}

/// Adds every word to `page`, first and with a mark those that `text` uses.
pub fn words(page: &mut Page, room: &Context<'_>, text: &str) {
    let (used, others) = terms_by_use(&room.pack.terms, text);
    let rest = if used.is_empty() { room.words.tui.glossary.all } else { room.words.tui.glossary.others };
    for (heading, mark, terms) in [(room.words.tui.glossary.used, "* ", used), (rest, "  ", others)] {
        if !terms.is_empty() {
            page.heading(heading);
        }
        for term in terms {
            let runs = [(Role::Strong, format!("{}: ", term.word)), (Role::Body, term.means.clone())];
            page.read(mark, &runs, None);
        }
    }
}

/// The keys that do something.
pub fn hints() -> Vec<Hint> {
    vec![
        Hint(Press::Move, |words| words.tui.does.read),
        Hint(Press::Esc, |words| words.tui.does.back),
        Hint(Press::Help, |words| words.tui.does.help),
    ]
}
