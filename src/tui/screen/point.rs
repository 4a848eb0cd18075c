//! A legal point on which lawyers differ: both positions, and the side counsel takes for this assessment.

use crate::pack::ReadingId;
use crate::tui::context::Context;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::page::{Page, Target};
use crate::tui::pane::Pane;
use crate::tui::sheet::SheetContent;
use crate::tui::theme::Role;

/// The sides, in the order they are offered.
const SIDES: [Option<bool>; 3] = [None, Some(true), Some(false)];

/// The screen.
#[derive(Debug, Clone, Copy)]
pub struct PointScreen {
    id: ReadingId,
    /// Whether it was decided when it was opened.
    decided: bool,
}

impl PointScreen {
    /// The point `id`.
    pub fn new(room: &Context<'_>, id: ReadingId) -> Self {
        Self { id, decided: decided(room, id).is_some() }
    }

    /// The row of the side taken now.
    pub fn first(&self, room: &Context<'_>) -> usize {
        let now = decided(room, self.id);
        SIDES.iter().position(|it| *it == now).unwrap_or_default()
    }

    fn choose(&self, item: usize, room: &Context<'_>) -> Effect {
        match SIDES.get(item) {
            Some(&side) => Effect::Decide(self.id, side),
            None => Effect::Sources(room.pack.reading(self.id).sources.clone()),
        }
    }
}

impl SheetContent for PointScreen {
    fn title(&self) -> &'static str {
        if self.decided { "tui.title.point_decided" } else { "tui.title.point" }
    }

    fn text(&self, room: &Context<'_>) -> String {
        room.pack.reading(self.id).text()
    }

    fn hints(&self) -> Vec<Hint> {
        vec![
            Hint(Press::Move, "tui.does.move"),
            Hint(Press::Enter, "tui.does.choose"),
            Hint(Press::Esc, "tui.does.back"),
            Hint(Press::Help, "tui.does.help"),
        ]
    }

    fn act(&mut self, message: &Message, pane: &mut Pane, room: &Context<'_>) -> Option<Effect> {
        match message {
            Message::Enter | Message::Space => Some(self.choose(pane.focus(), room)),
            Message::Back => Some(Effect::Back),
            _ => None,
        }
    }

    fn write(&self, page: &mut Page, room: &Context<'_>) {
        let reading = room.pack.reading(self.id);
        page.text(Role::Heading, &reading.title);
        page.blank();
        page.text(Role::Strong, &reading.ask);
        page.blank();
        page.text(Role::Body, &reading.why);
        page.blank();
        page.text(Role::Quiet, &room.say("tui.point.counsel"));
        page.blank();
        let open = match (reading.treated, reading.safe) {
            (true, true) => "tui.point.treated_yes",
            (true, false) => "tui.point.treated_no",
            (false, _) => "tui.point.open",
        };
        let positions = [
            room.say(open),
            room.fill("tui.point.yes", &[("position", &reading.yes)]),
            room.fill("tui.point.no", &[("position", &reading.no)]),
        ];
        let now = decided(room, self.id);
        for (side, text) in SIDES.iter().zip(positions) {
            let mark = if *side == now { "(x) " } else { "( ) " };
            page.item(mark, &[(Role::Body, text)], None);
            if *side == Some(reading.safe) {
                page.under(Role::Quiet, &room.say("tui.point.safe"));
            }
        }
        page.blank();
        page.item("", &[(Role::Body, room.say("tui.point.law"))], Some(Target::Sources(reading.sources.clone())));
    }
}

/// How counsel decided the point, if so.
fn decided(room: &Context<'_>, id: ReadingId) -> Option<bool> {
    let work = room.workspace.as_ref()?;
    work.session().assessment().readings.get(&id).copied()
}
