//! Every answer by section. Any one can be changed in place; the last change can be taken back.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::pack::QuestionId;
use crate::report::Given;
use crate::session::Change;
use crate::telling;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::layout;
use crate::tui::page::{Page, Target};
use crate::tui::room::{Context, Work};
use crate::tui::screen::Effect;
use crate::tui::tell;
use crate::tui::theme::Role;
use crate::tui::window::{self, Shown};

/// The screen.
#[derive(Debug, Clone, Copy, Default)]
pub struct Review {
    focus: usize,
    /// Whether there was a change to take back when it was last looked at.
    undo: bool,
}

impl Review {
    /// From the first answer.
    pub fn new(room: &Context<'_>) -> Self {
        let undo = can_undo(room);
        Self { focus: usize::from(undo), undo }
    }

    /// Keeps the focus on its answer when the row that takes a change back came or went.
    pub fn freshen(&mut self, room: &Context<'_>) {
        match (self.undo, can_undo(room)) {
            (false, true) => self.focus += 1,
            (true, false) => self.focus = self.focus.saturating_sub(1),
            _ => {}
        }
        self.undo = can_undo(room);
    }

    /// Takes a message.
    pub fn update(&mut self, message: &Message, room: &Context<'_>) -> Option<Effect> {
        let page = self.page(room, layout::text(layout::body(room.size)).width);
        if let Some(to) = window::moved(&page, message, room.size.height) {
            self.focus = to;
            return None;
        }
        match message {
            Message::Click(item) => {
                self.focus = *item;
                choose(&self.page(room, layout::text(layout::body(room.size)).width))
            }
            Message::Enter | Message::Space => choose(&page),
            Message::Char('w' | 'W') => match page.target() {
                Some(Target::Question(id)) => Some(Effect::Origin(*id)),
                _ => None,
            },
            Message::Back => Some(Effect::Back),
            _ => None,
        }
    }

    /// Draws itself.
    pub fn draw(&self, area: Rect, room: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        let area = layout::text(area);
        window::draw(&self.page(room, area.width), area, room, buffer, shown);
    }

    fn page(&self, room: &Context<'_>, width: u16) -> Page {
        Page::fitted(room.focus(self.focus), |focus| {
            let mut page = Page::new(width, room.theme, focus);
            if let Some(work) = &room.work {
                head(&mut page, room, work);
                answers(&mut page, room, work);
            }
            page
        })
    }
}

/// The keys that do something.
pub fn hints() -> Vec<Hint> {
    vec![
        Hint(Press::Move, |words| words.tui.does.r#move),
        Hint(Press::Enter, |words| words.tui.does.change),
        Hint(Press::Origin, |words| words.tui.does.origin),
        Hint(Press::Esc, |words| words.tui.does.back),
        Hint(Press::Tab, |words| words.tui.does.menu),
        Hint(Press::Help, |words| words.tui.does.help),
    ]
}

fn can_undo(room: &Context<'_>) -> bool {
    room.work.as_ref().is_some_and(|it| it.session().changes() > 0)
}

/// An item without a target takes back the last change.
fn choose(page: &Page) -> Option<Effect> {
    match page.target() {
        Some(Target::Question(id)) => Some(Effect::Change(*id)),
        Some(Target::Sources(_) | Target::Point(_) | Target::Paper(_)) => None,
        None => (page.items() > 0).then_some(Effect::Undo),
    }
}

fn head(page: &mut Page, room: &Context<'_>, work: &Work<'_>) {
    let name = tell::name(room.pack, work.session().assessment(), room.words);
    page.text(Role::Strong, &room.words.tui.review.title(&name));
    page.text(
        Role::Quiet,
        if work.report.answers.is_empty() { room.words.tui.review.none } else { room.words.tui.review.how },
    );
    if can_undo(room) {
        page.blank();
        page.item("", &[(Role::Body, room.words.tui.review.undo.to_owned())], None);
        let what = match work.session().last_change() {
            Some(Change::Answer(id)) => room.words.tui.review.undo_what(&room.pack.question(id).ask),
            Some(Change::Origin(id)) => room.words.tui.review.undo_origin(&room.pack.question(id).ask),
            Some(Change::Answers(count)) => room.words.tui.review.undo_answers(count),
            Some(Change::Point) | None => room.words.tui.review.undo_point.to_owned(),
        };
        page.under(Role::Quiet, &what);
    }
}

fn answers(page: &mut Page, room: &Context<'_>, work: &Work<'_>) {
    let mut section = "";
    for given in &work.report.answers {
        let Some(id) = room.pack.question_by_id(&given.question) else { continue };
        if given.section != section {
            section = &given.section;
            page.heading(section);
        }
        one(page, room, work, given, id);
    }
}

fn one(page: &mut Page, room: &Context<'_>, work: &Work<'_>, given: &Given, id: QuestionId) {
    let question = room.pack.question(id);
    let answer = work.session().assessment().answer(id);
    let answer = answer.map_or_else(String::new, |it| tell::answer(it, question, room.words));
    let role = if given.set_aside { Role::Quiet } else { Role::Body };
    page.item("", &[(role, given.ask.clone())], Some(Target::Question(id)));
    if given.set_aside {
        page.deeper(Role::Quiet, &room.words.tui.review.set_aside(&answer));
    } else {
        page.deeper(Role::Strong, &answer);
    }
    if let Some(origin) = telling::origin(given, room.words) {
        page.deeper(Role::Quiet, &origin);
    }
}
