//! A legal point on which lawyers differ: both positions, and the side counsel takes for this assessment.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::pack::ReadingId;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::layout;
use crate::tui::page::{Page, Target};
use crate::tui::room::Context;
use crate::tui::screen::Effect;
use crate::tui::theme::Role;
use crate::tui::window::{self, Shown};
use crate::words::Label;

/// The sides, in the order they are offered.
const SIDES: [Option<bool>; 3] = [None, Some(true), Some(false)];

/// The screen.
#[derive(Debug, Clone, Copy)]
pub struct Point {
    id: ReadingId,
    focus: usize,
    /// Whether it was decided when it was opened.
    decided: bool,
}

impl Point {
    /// The point, with the side taken now in focus.
    pub fn new(room: &Context<'_>, id: ReadingId) -> Self {
        let now = decided(room, id);
        Self { id, focus: SIDES.iter().position(|it| *it == now).unwrap_or_default(), decided: now.is_some() }
    }

    /// Which point it is.
    pub fn id(self) -> ReadingId {
        self.id
    }

    /// What stands over it.
    pub fn title(self) -> Label {
        if self.decided { |words| words.tui.title.point_decided } else { |words| words.tui.title.point }
    }

    /// Takes a message.
    pub fn update(&mut self, message: &Message, room: &Context<'_>) -> Option<Effect> {
        let page = self.page(room, layout::text(layout::body(room.size)).width);
        if let Some(to) = window::moved(&page, message, room.size.height) {
            self.focus = to;
            return None;
        }
        match message {
            Message::Enter | Message::Space => Some(self.choose(page.focus().item, room)),
            Message::Click(item) => {
                self.focus = *item;
                None
            }
            Message::Back => Some(Effect::Back),
            _ => None,
        }
    }

    /// Draws itself.
    pub fn draw(&self, area: Rect, room: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        let area = layout::text(area);
        window::draw(&self.page(room, area.width), area, room, buffer, shown);
    }

    fn choose(&self, item: usize, room: &Context<'_>) -> Effect {
        match SIDES.get(item) {
            Some(&side) => Effect::Decide(self.id, side),
            None => Effect::Sources(room.pack.reading(self.id).sources.clone()),
        }
    }

    fn page(&self, room: &Context<'_>, width: u16) -> Page {
        let reading = room.pack.reading(self.id);
        let mut page = Page::new(width, room.theme, room.focus(self.focus));
        page.text(Role::Heading, &reading.title);
        page.blank();
        page.text(Role::Strong, &reading.ask);
        page.blank();
        page.text(Role::Body, &reading.why);
        page.blank();
        page.text(Role::Quiet, room.words.tui.point.counsel);
        page.blank();
        let open = match (reading.treated, reading.safe) {
            (true, true) => room.words.tui.point.treated_yes,
            (true, false) => room.words.tui.point.treated_no,
            (false, _) => room.words.tui.point.open,
        };
        let positions = [open.to_owned(), room.words.tui.point.yes(&reading.yes), room.words.tui.point.no(&reading.no)];
        let now = decided(room, self.id);
        for (side, text) in SIDES.iter().zip(positions) {
            let mark = if *side == now { "(x) " } else { "( ) " };
            page.item(mark, &[(Role::Body, text)], None);
            if *side == Some(reading.safe) {
                page.under(Role::Quiet, room.words.tui.point.safe);
            }
        }
        page.blank();
        page.item(
            "",
            &[(Role::Body, room.words.tui.point.law.to_owned())],
            Some(Target::Sources(reading.sources.clone())),
        );
        page
    }
}

/// The keys that do something.
pub fn hints() -> Vec<Hint> {
    vec![
        Hint(Press::Move, |words| words.tui.does.r#move),
        Hint(Press::Enter, |words| words.tui.does.choose),
        Hint(Press::Esc, |words| words.tui.does.back),
        Hint(Press::Help, |words| words.tui.does.help),
    ]
}

/// How counsel decided the point, if so.
fn decided(room: &Context<'_>, id: ReadingId) -> Option<bool> {
    let work = room.work.as_ref()?;
    work.session().assessment().readings.get(&id).copied()
}
