//! The map of the interview: every question in asking order as a tree, the path taken lit, and
//! beside it (or in its place, where there is little room) everything about the one in focus.

mod detail;
mod tree;

use std::rc::Rc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::pack::QuestionId;
use crate::route::{QuestionState, Route, Stop};
use crate::tui::context::Context;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::layout;
use crate::tui::opening::open_target;
use crate::tui::page::{Focus, Page};
use crate::tui::pane::Pane;
use crate::tui::window::{self, Shown};
use crate::workspace::Workspace;

/// The share of the tree.
const SHARE: u16 = 52;

/// The screen.
#[derive(Debug, Clone)]
pub struct MapScreen {
    /// The way through the interview.
    route: Rc<Route>,
    /// The question in focus, by its place on the way.
    stop: usize,
    /// Which part of it, where it is shown in several.
    part: usize,
    /// How many parts each question has.
    parts: Vec<usize>,
    tree: Pane,
    detail: Pane,
    /// Whether the keys act on the detail.
    in_detail: bool,
}

impl MapScreen {
    /// At the question to ask now, or at the first one.
    pub fn new(context: &mut Context<'_>) -> Self {
        let route = context.workspace.as_mut().map_or_else(Rc::default, Workspace::route);
        let stop = route.stops.iter().position(|stop| stop.state == QuestionState::Next).unwrap_or(0);
        let (tree, detail) = (Pane::default(), Pane::default());
        Self { route, stop, part: 0, parts: Vec::new(), tree, detail, in_detail: false }
    }

    /// The question in focus.
    pub fn question(&self) -> Option<QuestionId> {
        self.here().map(|it| it.question)
    }

    /// Takes a message.
    pub fn update(&mut self, message: &Message, context: &Context<'_>) -> Option<Effect> {
        if self.in_detail { self.update_detail(message, context) } else { self.update_tree(message, context) }
    }

    /// Lays out the tree, and the detail where it is shown.
    pub fn lay_out(&mut self, context: &mut Context<'_>) {
        if let Some(work) = &mut context.workspace {
            self.route = work.route();
        }
        let (left, right) = widths(context);
        self.lay_out_tree(context, left);
        if self.in_detail || layout::is_wide(context.size) {
            if let Some(work) = &mut context.workspace {
                work.count_left(self.stop);
                self.route = work.route();
            }
            let mut detail = std::mem::take(&mut self.detail);
            let on = |item| if self.in_detail { context.focus(item) } else { Focus::off(item) };
            detail.lay_out(|item| self.detail_page(context, right, on(item)));
            self.detail = detail;
        }
    }

    /// Draws itself.
    pub fn draw(&self, area: Rect, context: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        match (layout::is_wide(context.size), self.in_detail) {
            (true, _) => {
                let (left, rule, right) = layout::panes(area, SHARE);
                self.tree.draw(left, context, buffer, shown);
                window::wall(rule, area, context, buffer);
                self.detail.draw(right, context, buffer, shown);
            }
            (false, true) => self.detail.draw(layout::text(area), context, buffer, shown),
            (false, false) => self.tree.draw(layout::text(area), context, buffer, shown),
        }
    }

    /// The keys that do something.
    pub fn hints(&self) -> Vec<Hint> {
        let enter = |stop: &Stop| match stop.state {
            QuestionState::Answered | QuestionState::SetAside(_) => {
                Some(Hint(Press::Enter, |words| words.tui.does.change))
            }
            QuestionState::Next | QuestionState::Ahead | QuestionState::Offered => {
                Some(Hint(Press::Enter, |words| words.tui.does.answer))
            }
            QuestionState::Spared(_) => Some(Hint(Press::Enter, |words| words.tui.does.why)),
        };
        let here = self.here().map(|stop| (enter(stop), matches!(stop.state, QuestionState::Spared(_))));
        let (enter, needless) = here.unwrap_or_default();
        let last = [
            Hint(Press::Esc, |words| words.tui.does.back),
            Hint(Press::Tab, |words| words.tui.does.menu),
            Hint(Press::Help, |words| words.tui.does.help),
        ];
        let first = if self.in_detail {
            let change = self.detail.target().map(|_| Hint(Press::Enter, |words| words.tui.does.change));
            [Some(Hint(Press::Move, |words| words.tui.does.read)), change.or(enter.filter(|_| !needless)), None]
        } else {
            let more = (!needless).then_some(Hint(Press::Space, |words| words.tui.does.why));
            [Some(Hint(Press::Move, |words| words.tui.does.r#move)), enter, more]
        };
        first.into_iter().flatten().chain(last).collect()
    }

    /// Moves between tree and detail; says whether it did.
    pub fn turn_pane(&mut self, forward: bool, context: &Context<'_>) -> bool {
        match (forward, self.in_detail) {
            (true, false) if layout::is_wide(context.size) => self.turn_to_detail(true),
            (false, true) => self.turn_to_detail(false),
            _ => return false,
        }
        true
    }

    fn here(&self) -> Option<&Stop> {
        self.route.stops.get(self.stop)
    }

    fn update_tree(&mut self, message: &Message, context: &Context<'_>) -> Option<Effect> {
        if self.tree.moves(message, context) {
            self.go_to(self.tree.focus());
            return None;
        }
        match message {
            Message::Click(item) => {
                self.go_to(*item);
                self.open()
            }
            Message::Enter => self.open(),
            Message::Space | Message::Right => {
                self.turn_to_detail(true);
                None
            }
            Message::Back => Some(Effect::Back),
            _ => None,
        }
    }

    fn update_detail(&mut self, message: &Message, context: &Context<'_>) -> Option<Effect> {
        if self.detail.moves(message, context) {
            return None;
        }
        match (message, self.detail.target()) {
            (Message::Enter, Some(target)) => return open_target(target),
            (Message::Enter, None) => return self.open(),
            (Message::Click(item), _) => self.detail.put(*item),
            (Message::Back | Message::Left | Message::Space, _) => self.turn_to_detail(false),
            _ => {}
        }
        None
    }

    /// Opens the question in focus; of one that needs no answer, why that is.
    fn open(&mut self) -> Option<Effect> {
        let stop = self.here()?;
        if matches!(stop.state, QuestionState::Spared(_)) {
            self.turn_to_detail(true);
            return None;
        }
        Some(Effect::Change(stop.question))
    }

    fn turn_to_detail(&mut self, in_detail: bool) {
        self.in_detail = in_detail;
        self.detail.put(0);
    }

    /// Puts the focus on the item `to` of the tree.
    fn go_to(&mut self, to: usize) {
        let mut left = to;
        for (at, &parts) in self.parts.iter().enumerate() {
            if left < parts {
                (self.stop, self.part) = (at, left);
                return;
            }
            left -= parts;
        }
    }

    fn lay_out_tree(&mut self, context: &Context<'_>, width: u16) {
        let (mut page, parts) = self.tree_page(context, width);
        if parts != self.parts {
            // On another way, or at another width, the question in focus stands elsewhere.
            self.parts = parts;
            (page, _) = self.tree_page(context, width);
        }
        self.tree.show(page);
    }

    fn tree_page(&self, context: &Context<'_>, width: u16) -> (Page, Vec<usize>) {
        let before: usize = self.parts.iter().take(self.stop).sum();
        let part = self.parts.get(self.stop).map_or(0, |parts| self.part.min(parts.saturating_sub(1)));
        let item = before + part;
        let focus = if self.in_detail { Focus::kept(item) } else { context.focus(item) };
        tree::page(&self.route, context, width, focus)
    }

    fn detail_page(&self, context: &Context<'_>, width: u16, focus: Focus) -> Page {
        let page = Page::new(width, context.theme, focus);
        match self.here() {
            Some(stop) => detail::page(page, stop, context),
            None => page,
        }
    }
}

/// The widths of tree and detail.
fn widths(context: &Context<'_>) -> (u16, u16) {
    let body = layout::body(context.size);
    if layout::is_wide(context.size) {
        let (left, _, right) = layout::panes(body, SHARE);
        (left.width, right.width)
    } else {
        (layout::text(body).width, layout::text(body).width)
    }
}
