//! The words used, from any screen: first those on the screen it was opened from, then all others.

use crate::tell;
use crate::tui::context::Context;
use crate::tui::destination::Destination;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::page::Page;
use crate::tui::pane::Pane;
use crate::tui::sheet::SheetContent;
use crate::tui::theme::Role;
use crate::words::Label;

/// The screen.
#[derive(Debug, Clone)]
pub struct GlossaryScreen {
    /// What was said on the screen it was opened from.
    text: String,
}

impl GlossaryScreen {
    /// For a screen that says `text`.
    pub fn new(text: String) -> Self {
        Self { text }
    }
}

impl SheetContent for GlossaryScreen {
    fn title(&self) -> Label {
        |words| words.common.title.glossary
    }

    fn place(&self) -> Option<Destination> {
        None
    }

    fn opened_by(&self) -> Option<Message> {
        Some(Message::Words)
    }

    fn text(&self, _context: &Context<'_>) -> String {
        self.text.clone()
    }

    fn hints(&self) -> Vec<Hint> {
        vec![
            Hint(Press::Move, |words| words.tui.does.read),
            Hint(Press::Esc, |words| words.tui.does.back),
            Hint(Press::Help, |words| words.tui.does.help),
        ]
    }

    fn act(&mut self, message: &Message, _pane: &mut Pane, _context: &Context<'_>) -> Option<Effect> {
        match message {
            Message::Back | Message::Words => Some(Effect::Back),
            _ => None,
        }
    }

    fn write(&self, page: &mut Page, context: &Context<'_>) {
        words(page, context, &self.text);
    }
}

/// Adds every word to `page`, first and with a mark those that `text` uses.
pub fn words(page: &mut Page, context: &Context<'_>, text: &str) {
    for part in tell::glossary(&context.pack.terms, text, context.words) {
        page.heading(part.heading);
        let mark = if part.is_used { "* " } else { "  " };
        for term in part.terms {
            let runs = [(Role::Strong, format!("{}: ", term.word)), (Role::Body, term.means.clone())];
            page.read(mark, &runs, None);
        }
    }
}
