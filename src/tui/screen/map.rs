//! The map of the interview: every question in asking order as a tree, the path taken lit, and
//! beside it (or in its place, where there is little room) everything about the one in focus.

mod detail;
mod tree;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::pack::QuestionId;
use crate::route::{QuestionState, Route, Stop};
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::layout;
use crate::tui::page::{Focus, Page, Target};
use crate::tui::room::Context;
use crate::tui::screen::Effect;
use crate::tui::screen::question;
use crate::tui::window::{self, Shown};

/// The share of the tree.
const SHARE: u16 = 52;

/// The screen.
#[derive(Debug, Clone)]
pub struct Map {
    /// The way through the interview, worked out once for each change of an answer.
    route: Route,
    /// The question in focus, by its place on the way.
    stop: usize,
    /// Which part of it, where it is shown in several.
    part: usize,
    /// The focused row of the detail, while the keys act there.
    detail: Option<usize>,
}

impl Map {
    /// At the question to ask now, or at the first one.
    pub fn new(room: &mut Context<'_>) -> Self {
        let mut map = Self { route: Route { stops: Vec::new() }, stop: 0, part: 0, detail: None };
        map.freshen(room);
        map.stop = map.route.stops.iter().position(|it| it.state == QuestionState::Next).unwrap_or(0);
        map
    }

    /// Works out the way anew.
    pub fn freshen(&mut self, room: &mut Context<'_>) {
        if let Some(work) = &mut room.work {
            self.route = work.desk.route();
        }
    }

    /// The question in focus.
    pub fn question(&self) -> Option<QuestionId> {
        self.here().map(|it| it.question)
    }

    /// Takes a message.
    pub fn update(&mut self, message: &Message, room: &Context<'_>) -> Option<Effect> {
        match self.detail {
            Some(focus) => self.update_detail(message, room, focus),
            None => self.update_tree(message, room),
        }
    }

    /// Draws itself.
    pub fn draw(&self, area: Rect, room: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        match (layout::is_wide(room.size), self.detail) {
            (true, _) => {
                let (left, rule, right) = layout::panes(area, SHARE);
                window::draw(&self.tree(room, left.width), left, room, buffer, shown);
                question::wall(rule, area, room, buffer);
                let focus = self.detail.map_or(Focus::off(0), |it| room.focus(it));
                window::draw(&self.detail_page(room, right.width, focus), right, room, buffer, shown);
            }
            (false, Some(focus)) => {
                let area = layout::text(area);
                window::draw(&self.detail_page(room, area.width, room.focus(focus)), area, room, buffer, shown);
            }
            (false, None) => {
                let area = layout::text(area);
                window::draw(&self.tree(room, area.width), area, room, buffer, shown);
            }
        }
    }

    /// The keys that do something.
    pub fn hints(&self, room: &Context<'_>) -> Vec<Hint> {
        let enter = |it: &Stop| match it.state {
            QuestionState::Answered | QuestionState::SetAside(_) => {
                Some(Hint(Press::Enter, |words| words.tui.does.change))
            }
            QuestionState::Next | QuestionState::Ahead => Some(Hint(Press::Enter, |words| words.tui.does.answer)),
            QuestionState::Spared(_) => Some(Hint(Press::Enter, |words| words.tui.does.why)),
        };
        let here = self.here().map(|it| (enter(it), matches!(it.state, QuestionState::Spared(_))));
        let (enter, needless) = here.unwrap_or_default();
        let last = [
            Hint(Press::Esc, |words| words.tui.does.back),
            Hint(Press::Tab, |words| words.tui.does.menu),
            Hint(Press::Help, |words| words.tui.does.help),
        ];
        let first = if let Some(focus) = self.detail {
            let page = self.detail_page(room, widths(room).1, room.focus(focus));
            let change = page.target().map(|_| Hint(Press::Enter, |words| words.tui.does.change));
            [Some(Hint(Press::Move, |words| words.tui.does.read)), change.or(enter.filter(|_| !needless)), None]
        } else {
            let more = (!needless).then_some(Hint(Press::Space, |words| words.tui.does.why));
            [Some(Hint(Press::Move, |words| words.tui.does.r#move)), enter, more]
        };
        first.into_iter().flatten().chain(last).collect()
    }

    /// Moves between tree and detail; says whether it did.
    pub fn turn_pane(&mut self, forward: bool, room: &Context<'_>) -> bool {
        match (forward, self.detail) {
            (true, None) if layout::is_wide(room.size) => self.detail = Some(0),
            (false, Some(_)) => self.detail = None,
            _ => return false,
        }
        true
    }

    fn here(&self) -> Option<&Stop> {
        self.route.stops.get(self.stop)
    }

    fn update_tree(&mut self, message: &Message, room: &Context<'_>) -> Option<Effect> {
        let page = self.tree(room, widths(room).0);
        if let Some(to) = window::moved(&page, message, room.size.height) {
            self.go_to(to, room);
            return None;
        }
        match message {
            Message::Click(item) => {
                self.go_to(*item, room);
                self.open()
            }
            Message::Enter => self.open(),
            Message::Space | Message::Right => {
                self.detail = Some(0);
                None
            }
            Message::Back => Some(Effect::Back),
            _ => None,
        }
    }

    fn update_detail(&mut self, message: &Message, room: &Context<'_>, focus: usize) -> Option<Effect> {
        let page = self.detail_page(room, widths(room).1, room.focus(focus));
        if let Some(to) = window::moved(&page, message, room.size.height) {
            self.detail = Some(to);
            return None;
        }
        match (message, page.target()) {
            (Message::Enter, Some(Target::Question(id))) => return Some(Effect::Change(*id)),
            (Message::Enter, _) => return self.open(),
            (Message::Click(item), _) => self.detail = Some(*item),
            (Message::Back | Message::Left | Message::Space, _) => self.detail = None,
            _ => {}
        }
        None
    }

    /// Opens the question in focus; of one that needs no answer, why that is.
    fn open(&mut self) -> Option<Effect> {
        let stop = self.here()?;
        if matches!(stop.state, QuestionState::Spared(_)) {
            self.detail = Some(0);
            return None;
        }
        Some(Effect::Change(stop.question))
    }

    /// Puts the focus on the item `to` of the tree.
    fn go_to(&mut self, to: usize, room: &Context<'_>) {
        let mut left = to;
        for (at, parts) in tree::parts(&self.route, room, widths(room).0).into_iter().enumerate() {
            if left < parts {
                (self.stop, self.part) = (at, left);
                return;
            }
            left -= parts;
        }
    }

    fn tree(&self, room: &Context<'_>, width: u16) -> Page {
        let parts = tree::parts(&self.route, room, width);
        let before: usize = parts.iter().take(self.stop).sum();
        let part = parts.get(self.stop).map_or(0, |it| self.part.min(it.saturating_sub(1)));
        let item = before + part;
        let focus = if self.detail.is_some() { Focus::kept(item) } else { room.focus(item) };
        tree::page(&self.route, room, width, focus)
    }

    fn detail_page(&self, room: &Context<'_>, width: u16, focus: Focus) -> Page {
        Page::fitted(focus, |focus| {
            let page = Page::new(width, room.theme, focus);
            match self.here() {
                Some(stop) => detail::page(page, stop, room),
                None => page,
            }
        })
    }
}

/// The widths of tree and detail.
fn widths(room: &Context<'_>) -> (u16, u16) {
    let body = layout::body(room.size);
    if layout::is_wide(room.size) {
        let (left, _, right) = layout::panes(body, SHARE);
        (left.width, right.width)
    } else {
        (layout::text(body).width, layout::text(body).width)
    }
}
