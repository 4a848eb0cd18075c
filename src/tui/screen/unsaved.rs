//! Leaving although the answers could not be saved: stay, or lose them.

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
#[derive(Debug, Clone, Copy)]
pub struct UnsavedScreen {
    /// Whether the program would end, rather than go to the assessments.
    pub leaving: bool,
}

impl SheetContent for UnsavedScreen {
    fn title(&self) -> Label {
        |words| words.tui.title.unsaved
    }

    fn place(&self) -> Option<Destination> {
        None
    }

    fn opened_by(&self) -> Option<Message> {
        Some(Message::Leave)
    }

    fn hints(&self) -> Vec<Hint> {
        vec![
            Hint(Press::Move, |words| words.tui.does.r#move),
            Hint(Press::Enter, |words| words.tui.does.choose),
            Hint(Press::Esc, |words| words.tui.does.stay),
        ]
    }

    fn act(&mut self, message: &Message, pane: &mut Pane, _context: &Context<'_>) -> Option<Effect> {
        let chosen = match message {
            Message::Enter | Message::Space | Message::Click(_) => pane.focus(),
            Message::Back => 0,
            _ => return None,
        };
        Some(match (chosen, self.leaving) {
            (0, _) => Effect::Back,
            (_, true) => Effect::LeaveAnyway,
            (_, false) => Effect::HomeAnyway,
        })
    }

    fn write(&self, page: &mut Page, context: &Context<'_>) {
        page.text(Role::Strong, context.words.tui.unsaved.title);
        page.blank();
        page.text(Role::Body, context.words.tui.unsaved.means);
        page.blank();
        page.item("", &[(Role::Body, context.words.tui.unsaved.stay.to_owned())], None);
        page.item("", &[(Role::Body, context.words.tui.unsaved.leave.to_owned())], None);
    }
}
