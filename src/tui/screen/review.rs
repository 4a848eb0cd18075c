//! Every answer by section. Any one can be changed in place; the last change can be taken back.

use crate::report::Given;
use crate::session::Change;
use crate::tell;
use crate::tui::context::Context;
use crate::tui::destination::Destination;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::names;
use crate::tui::page::{Page, PageTarget};
use crate::tui::pane::Pane;
use crate::tui::sheet::SheetContent;
use crate::tui::theme::Role;
use crate::words::Label;
use crate::workspace::Workspace;

/// The screen.
#[derive(Debug, Clone, Copy)]
pub struct ReviewScreen;

impl ReviewScreen {
    /// The row of the first answer.
    pub fn first(room: &Context<'_>) -> usize {
        usize::from(can_undo(room))
    }
}

impl SheetContent for ReviewScreen {
    fn title(&self) -> Label {
        |words| words.tui.title.home
    }

    fn place(&self) -> Option<Destination> {
        Some(Destination::Answers)
    }

    fn hints(&self) -> Vec<Hint> {
        vec![
            Hint(Press::Move, |words| words.tui.does.r#move),
            Hint(Press::Enter, |words| words.tui.does.change),
            Hint(Press::Origin, |words| words.tui.does.origin),
            Hint(Press::Esc, |words| words.tui.does.back),
            Hint(Press::Tab, |words| words.tui.does.menu),
            Hint(Press::Help, |words| words.tui.does.help),
        ]
    }

    fn act(&mut self, message: &Message, pane: &mut Pane, _room: &Context<'_>) -> Option<Effect> {
        match message {
            Message::Enter | Message::Space | Message::Click(_) => choose(pane),
            Message::Char('w' | 'W') => match pane.target() {
                Some(PageTarget::Question(id)) => Some(Effect::Origin(*id)),
                _ => None,
            },
            Message::Back => Some(Effect::Back),
            _ => None,
        }
    }

    fn write(&self, page: &mut Page, room: &Context<'_>) {
        if let Some(work) = &room.workspace {
            head(page, room, work);
            answers(page, room, work);
        }
    }
}

fn can_undo(room: &Context<'_>) -> bool {
    room.workspace.as_ref().is_some_and(|it| it.session().undo_count() > 0)
}

/// An item without a target takes back the last change.
fn choose(pane: &Pane) -> Option<Effect> {
    match pane.target() {
        Some(PageTarget::Question(id)) => Some(Effect::Change(*id)),
        Some(PageTarget::Sources(_) | PageTarget::Point(_) | PageTarget::Paper(_)) => None,
        None => (pane.items() > 0).then_some(Effect::Undo),
    }
}

fn head(page: &mut Page, room: &Context<'_>, work: &Workspace<'_>) {
    let name = names::name(room.pack, work.session().assessment(), room.words);
    page.text(Role::Strong, &room.words.tui.review.title(&name));
    page.text(
        Role::Quiet,
        if work.report().answers.is_empty() { room.words.tui.review.none } else { room.words.tui.review.how },
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

fn answers(page: &mut Page, room: &Context<'_>, work: &Workspace<'_>) {
    let mut section = "";
    for given in &work.report().answers {
        let here = room.pack.section_of(room.pack.question(given.question));
        if here != section {
            section = here;
            page.heading(section);
        }
        one(page, room, given);
    }
}

fn one(page: &mut Page, room: &Context<'_>, given: &Given) {
    let question = room.pack.question(given.question);
    let answer = tell::answer_text(&given.answer, question, room.words);
    let role = if given.set_aside { Role::Quiet } else { Role::Body };
    page.item("", &[(role, question.ask.clone())], Some(PageTarget::Question(given.question)));
    if given.set_aside {
        page.deeper(Role::Quiet, &room.words.tui.review.set_aside(&answer));
    } else {
        page.deeper(Role::Strong, &answer);
    }
    if let Some(origin) = tell::origin_line(given, room.words) {
        page.deeper(Role::Quiet, &origin);
    }
}
