//! Every answer by section. Any one can be changed in place; the last change can be taken back.

use crate::session::Change;
use crate::tell::{self, ToldAnswer};
use crate::tui::blocks::{lay_out_beside, lay_out_leading};
use crate::tui::context::Context;
use crate::tui::destination::Destination;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::opening::open_target;
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
    /// The row of the first answer: one that does not fit another, if there is any.
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
            Hint(Press::Letter('w'), |words| words.tui.does.origin),
            Hint(Press::Esc, |words| words.tui.does.back),
            Hint(Press::Tab, |words| words.tui.does.menu),
            Hint(Press::Help, |words| words.tui.does.help),
        ]
    }

    fn act(&mut self, message: &Message, pane: &mut Pane, _context: &Context<'_>) -> Option<Effect> {
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
            lay_out_leading(page, &tell::warnings(work.report(), context.words));
            lay_out_beside(page, &tell::laid_aside(work.report(), context.words));
            answers(page, context, work);
        }
    }
}

fn can_undo(context: &Context<'_>) -> bool {
    context.workspace.as_ref().is_some_and(|work| work.session().undo_count() > 0)
}

/// An item without a target takes back the last change.
fn choose(pane: &Pane) -> Option<Effect> {
    match pane.target() {
        Some(target) => open_target(target),
        None => (pane.items() > 0).then_some(Effect::Undo),
    }
}

fn head(page: &mut Page, context: &Context<'_>, work: &Workspace<'_>) {
    let name = tell::assessment_name(context.pack, work.session().assessment(), context.words);
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
            Some(Change::Point(id)) => context.words.tui.review.undo_point(&context.pack.reading(id).title),
            None => context.words.tui.review.undo_nothing.to_owned(),
        };
        page.under(Role::Quiet, &what);
    }
}

fn answers(page: &mut Page, context: &Context<'_>, work: &Workspace<'_>) {
    for (section, answers) in tell::answers_by_section(work.report(), context.words) {
        page.heading(section);
        for told in answers {
            one(page, &told);
        }
    }
}

fn one(page: &mut Page, told: &ToldAnswer<'_>) {
    let (ask, answer) = if told.set_aside.is_some() { (Role::Quiet, Role::Quiet) } else { (Role::Body, Role::Strong) };
    page.item("", &[(ask, told.ask.to_owned())], Some(PageTarget::Question(told.question)));
    page.deeper(answer, &told.answer);
    for line in told.set_aside.into_iter().chain(told.origin_line.as_deref()) {
        page.deeper(Role::Quiet, line);
    }
}
