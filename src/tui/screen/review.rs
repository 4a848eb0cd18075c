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
    pub fn first(context: &Context<'_>) -> usize {
        usize::from(can_undo(context))
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

    fn write(&self, page: &mut Page, context: &Context<'_>) {
        if let Some(work) = &context.workspace {
            head(page, context, work);
            answers(page, context, work);
        }
    }
}

fn can_undo(context: &Context<'_>) -> bool {
    context.workspace.as_ref().is_some_and(|it| it.session().undo_count() > 0)
}

/// An item without a target takes back the last change.
fn choose(pane: &Pane) -> Option<Effect> {
    match pane.target() {
        Some(PageTarget::Question(id)) => Some(Effect::Change(*id)),
        Some(PageTarget::Sources(_) | PageTarget::Point(_) | PageTarget::Paper(_)) => None,
        None => (pane.items() > 0).then_some(Effect::Undo),
    }
}

fn head(page: &mut Page, context: &Context<'_>, work: &Workspace<'_>) {
    let name = names::name(context.pack, work.session().assessment(), context.words);
    page.text(Role::Strong, &context.words.tui.review.title(&name));
    page.text(
        Role::Quiet,
        if work.report().answers.is_empty() { context.words.tui.review.none } else { context.words.tui.review.how },
    );
    if can_undo(context) {
        page.blank();
        page.item("", &[(Role::Body, context.words.tui.review.undo.to_owned())], None);
        let what = match work.session().last_change() {
            Some(Change::Answer(id)) => context.words.tui.review.undo_what(&context.pack.question(id).ask),
            Some(Change::Origin(id)) => context.words.tui.review.undo_origin(&context.pack.question(id).ask),
            Some(Change::Answers(count)) => context.words.tui.review.undo_answers(count),
            Some(Change::Point) | None => context.words.tui.review.undo_point.to_owned(),
        };
        page.under(Role::Quiet, &what);
    }
}

fn answers(page: &mut Page, context: &Context<'_>, work: &Workspace<'_>) {
    let mut section = "";
    for given in &work.report().answers {
        let here = context.pack.section_of(context.pack.question(given.question));
        if here != section {
            section = here;
            page.heading(section);
        }
        one(page, context, given);
    }
}

fn one(page: &mut Page, context: &Context<'_>, given: &Given) {
    let question = context.pack.question(given.question);
    let answer = tell::answer_text(&given.answer, question, context.words);
    let role = if given.set_aside { Role::Quiet } else { Role::Body };
    page.item("", &[(role, question.ask.clone())], Some(PageTarget::Question(given.question)));
    if given.set_aside {
        page.deeper(Role::Quiet, &context.words.tui.review.set_aside(&answer));
    } else {
        page.deeper(Role::Strong, &answer);
    }
    if let Some(origin) = tell::origin_line(given, context.words) {
        page.deeper(Role::Quiet, &origin);
    }
}
