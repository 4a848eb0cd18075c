//! A provision: what it says, whom it binds, how sure we are of it, and what rests on it.

use crate::pack::SourceId;
use crate::tell;
use crate::tui::blocks::lay_out;
use crate::tui::context::Context;
use crate::tui::destination::Destination;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::opening::open_target;
use crate::tui::page::Page;
use crate::tui::pane::Pane;
use crate::tui::sheet::SheetContent;
use crate::tui::theme::Role;
use crate::words::Label;

/// The screen: one of several sources.
#[derive(Debug, Clone)]
pub struct SourceScreen {
    ids: Vec<SourceId>,
    at: usize,
}

impl SourceScreen {
    /// Shows the first of `ids`.
    pub fn new(ids: Vec<SourceId>) -> Self {
        Self { ids, at: 0 }
    }

    fn shown(&self) -> Option<SourceId> {
        self.ids.get(self.at).copied()
    }

    fn turn(&mut self, to: usize, pane: &mut Pane) {
        self.at = to;
        pane.put(0);
    }
}

impl SheetContent for SourceScreen {
    fn title(&self) -> Label {
        |words| words.common.law.sources
    }

    fn place(&self) -> Option<Destination> {
        None
    }

    fn text(&self, context: &Context<'_>) -> String {
        self.shown().map_or_else(String::new, |id| context.pack.source(id).text())
    }

    fn hints(&self) -> Vec<Hint> {
        let turn = (self.ids.len() > 1).then_some(Hint(Press::Turn, |words| words.tui.does.other_source));
        let first = [Hint(Press::Move, |words| words.tui.does.read)];
        let last = [Hint(Press::Esc, |words| words.tui.does.back), Hint(Press::Help, |words| words.tui.does.help)];
        first.into_iter().chain(turn).chain(last).collect()
    }

    fn act(&mut self, message: &Message, pane: &mut Pane, _context: &Context<'_>) -> Option<Effect> {
        match message {
            Message::Right if self.at + 1 < self.ids.len() => self.turn(self.at + 1, pane),
            Message::Left if self.at > 0 => self.turn(self.at - 1, pane),
            Message::Enter => return pane.target().and_then(open_target),
            Message::Back => return Some(Effect::Back),
            _ => {}
        }
        None
    }

    fn write(&self, page: &mut Page, context: &Context<'_>) {
        if let Some(id) = self.shown() {
            if self.ids.len() > 1 {
                page.text(Role::Quiet, &context.words.tui.source.place(self.ids.len(), self.at + 1));
            }
            lay_out(page, &tell::source_in_full(context.pack, id, context.words));
        }
    }
}
