//! A provision: what it says, whom it binds, how sure we are of it, and what rests on it.

use crate::pack::{Source, SourceId};
use crate::tell;
use crate::tell::confidence;
use crate::tui::context::Context;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Hint, Message, Press};
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

    fn heading(&self, page: &mut Page, room: &Context<'_>, source: &Source) {
        let place =
            if self.ids.len() > 1 { room.words.tui.source.place(self.ids.len(), self.at + 1) } else { String::new() };
        page.ends(&(Role::Strong, source.citation.clone()), &(Role::Quiet, place));
        page.text(Role::Strong, &source.heading);
    }
}

impl SheetContent for SourceScreen {
    fn title(&self) -> Label {
        |words| words.tui.title.source
    }

    fn text(&self, room: &Context<'_>) -> String {
        self.shown().map_or_else(String::new, |id| room.pack.source(id).text())
    }

    fn hints(&self) -> Vec<Hint> {
        let turn = (self.ids.len() > 1).then_some(Hint(Press::Turn, |words| words.tui.does.other_source));
        let first = [Hint(Press::Move, |words| words.tui.does.read)];
        let last = [Hint(Press::Esc, |words| words.tui.does.back), Hint(Press::Help, |words| words.tui.does.help)];
        first.into_iter().chain(turn).chain(last).collect()
    }

    fn act(&mut self, message: &Message, pane: &mut Pane, _room: &Context<'_>) -> Option<Effect> {
        match message {
            Message::Right if self.at + 1 < self.ids.len() => self.turn(self.at + 1, pane),
            Message::Left if self.at > 0 => self.turn(self.at - 1, pane),
            Message::Back | Message::Enter => return Some(Effect::Back),
            _ => {}
        }
        None
    }

    fn write(&self, page: &mut Page, room: &Context<'_>) {
        if let Some(id) = self.shown() {
            self.heading(page, room, room.pack.source(id));
            says(page, room, room.pack.source(id));
            rests_on(page, room, id);
        }
    }
}

fn says(page: &mut Page, room: &Context<'_>, source: &Source) {
    let mut part = |name, text: &str| {
        page.heading(name);
        page.read("", &[(Role::Body, text.to_owned())], None);
    };
    part(room.words.tui.source.says, &source.says);
    part(room.words.tui.source.binds, &source.binds);
    if let Some(exceptions) = &source.exceptions {
        part(room.words.tui.source.exceptions, exceptions);
    }
    let sure = tell::capital(confidence(source.confidence, room.words));
    let day = tell::day_text(room.pack.law_checked_on, room.words);
    let checked = room.words.tui.source.checked(&day, &sure);
    part(room.words.tui.source.confidence, &checked);
    page.heading(room.words.tui.source.link);
    page.address(&source.link);
}

fn rests_on(page: &mut Page, room: &Context<'_>, id: SourceId) {
    let pack = room.pack;
    let obligations = pack.obligations.iter().filter(|it| it.sources.contains(&id)).map(|it| it.title.clone());
    let questions = pack.questions.iter().filter(|it| it.sources.contains(&id)).map(|it| it.ask.clone());
    list(page, room.words.tui.source.obligations, obligations.collect());
    list(page, room.words.tui.source.questions, questions.collect());
}

fn list(page: &mut Page, heading: &str, items: Vec<String>) {
    if items.is_empty() {
        return;
    }
    page.heading(heading);
    for it in items {
        page.read("• ", &[(Role::Body, it)], None);
    }
}
