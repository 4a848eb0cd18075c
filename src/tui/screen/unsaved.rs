//! Leaving although the answers could not be saved: stay, or lose them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::layout;
use crate::tui::page::Page;
use crate::tui::room::Context;
use crate::tui::screen::Effect;
use crate::tui::theme::Role;
use crate::tui::window::{self, Shown};

/// The screen.
#[derive(Debug, Clone, Copy)]
pub struct Unsaved {
    /// Whether the program would end, rather than go to the assessments.
    pub leaving: bool,
    /// The focused row.
    pub focus: usize,
}

impl Unsaved {
    /// Takes a message.
    pub fn update(&mut self, message: &Message, room: &Context<'_>) -> Option<Effect> {
        let page = self.page(room, layout::text(layout::body(room.size)).width);
        if let Some(to) = window::moved(&page, message, room.size.height) {
            self.focus = to;
            return None;
        }
        let chosen = match message {
            Message::Enter | Message::Space => self.focus,
            Message::Click(item) => *item,
            Message::Back => 0,
            _ => return None,
        };
        Some(match (chosen, self.leaving) {
            (0, _) => Effect::Back,
            (_, true) => Effect::LeaveAnyway,
            (_, false) => Effect::HomeAnyway,
        })
    }

    /// Draws itself.
    pub fn draw(&self, area: Rect, room: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        let area = layout::text(area);
        window::draw(&self.page(room, area.width), area, room, buffer, shown);
    }

    fn page(&self, room: &Context<'_>, width: u16) -> Page {
        let mut page = Page::new(width, room.theme, room.focus(self.focus));
        page.text(Role::Strong, room.words.tui.unsaved.title);
        page.blank();
        page.text(Role::Body, room.words.tui.unsaved.means);
        page.blank();
        page.item("", &[(Role::Body, room.words.tui.unsaved.stay.to_owned())], None);
        page.item("", &[(Role::Body, room.words.tui.unsaved.leave.to_owned())], None);
        page
    }
}

/// The keys that do something.
pub fn hints() -> Vec<Hint> {
    vec![
        Hint(Press::Move, |words| words.tui.does.r#move),
        Hint(Press::Enter, |words| words.tui.does.choose),
        Hint(Press::Esc, |words| words.tui.does.stay),
    ]
}
