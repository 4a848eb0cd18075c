//! A provision: what it says, whom it binds, how sure we are of it, and what rests on it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::pack::{self, SourceId};
use crate::tell::confidence;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::layout;
use crate::tui::page::Page;
use crate::tui::room::Context;
use crate::tui::screen::Effect;
use crate::tui::tell;
use crate::tui::theme::Role;
use crate::tui::window::{self, Shown};

/// The screen: one of several sources.
#[derive(Debug, Clone)]
pub struct Source {
    ids: Vec<SourceId>,
    at: usize,
    focus: usize,
}

impl Source {
    /// Shows the first of `ids`.
    pub fn new(ids: Vec<SourceId>) -> Self {
        Self { ids, at: 0, focus: 0 }
    }

    /// Which source is shown.
    pub fn shown(&self) -> Option<SourceId> {
        self.ids.get(self.at).copied()
    }

    /// Takes a message.
    pub fn update(&mut self, message: &Message, room: &Context<'_>) -> Option<Effect> {
        let page = self.page(room, layout::text(layout::body(room.size)).width);
        if let Some(to) = window::moved(&page, message, room.size.height) {
            self.focus = to;
            return None;
        }
        match message {
            Message::Right if self.at + 1 < self.ids.len() => self.turn(self.at + 1),
            Message::Left if self.at > 0 => self.turn(self.at - 1),
            Message::Click(item) => self.focus = *item,
            Message::Back | Message::Enter => return Some(Effect::Back),
            _ => {}
        }
        None
    }

    /// Draws itself.
    pub fn draw(&self, area: Rect, room: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        let area = layout::text(area);
        window::draw(&self.page(room, area.width), area, room, buffer, shown);
    }

    /// The keys that do something.
    pub fn hints(&self) -> Vec<Hint> {
        let turn = (self.ids.len() > 1).then_some(Hint(Press::Turn, |words| words.tui.does.other_source));
        let first = [Hint(Press::Move, |words| words.tui.does.read)];
        let last = [Hint(Press::Esc, |words| words.tui.does.back), Hint(Press::Help, |words| words.tui.does.help)];
        first.into_iter().chain(turn).chain(last).collect()
    }

    fn turn(&mut self, to: usize) {
        self.at = to;
        self.focus = 0;
    }

    fn page(&self, room: &Context<'_>, width: u16) -> Page {
        Page::fitted(room.focus(self.focus), |focus| {
            let mut page = Page::new(width, room.theme, focus);
            if let Some(id) = self.shown() {
                self.title(&mut page, room, room.pack.source(id));
                says(&mut page, room, room.pack.source(id));
                rests_on(&mut page, room, id);
            }
            page
        })
    }

    fn title(&self, page: &mut Page, room: &Context<'_>, source: &pack::Source) {
        let place =
            if self.ids.len() > 1 { room.words.tui.source.place(self.ids.len(), self.at + 1) } else { String::new() };
        page.ends(&(Role::Strong, source.citation.clone()), &(Role::Quiet, place));
        page.text(Role::Strong, &source.heading);
    }
}

fn says(page: &mut Page, room: &Context<'_>, source: &pack::Source) {
    let mut part = |name, text: &str| {
        page.heading(name);
        page.read("", &[(Role::Body, text.to_owned())], None);
    };
    part(room.words.tui.source.says, &source.says);
    part(room.words.tui.source.binds, &source.binds);
    if let Some(exceptions) = &source.exceptions {
        part(room.words.tui.source.exceptions, exceptions);
    }
    let sure = tell::capital(confidence(source.confidence.name(), room.words));
    let day = tell::day(room.pack.law_checked_on, room.words);
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
