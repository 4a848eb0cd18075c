//! What moved since the version of the pack that an answer file was made with, before it is gone on with.

use crate::report::Rejudged;
use crate::tell;
use crate::tui::blocks::lay_out;
use crate::tui::context::Context;
use crate::tui::destination::Destination;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Hint, Message};
use crate::tui::opening::open_target;
use crate::tui::page::Page;
use crate::tui::pane::Pane;
use crate::tui::sheet::SheetContent;
use crate::tui::theme::Role;
use crate::words::Label;

/// The screen.
#[derive(Debug, Clone)]
pub struct RejudgedScreen(Rejudged);

impl RejudgedScreen {
    /// What moved, if the open assessment was made with another version.
    pub fn of_open(context: &Context<'_>) -> Option<Self> {
        context.workspace.as_ref()?.rejudged().map(Self)
    }
}

impl SheetContent for RejudgedScreen {
    fn title(&self) -> Label {
        |words| words.tui.title.rejudged
    }

    fn place(&self) -> Option<Destination> {
        None
    }

    fn hints(&self) -> Vec<Hint> {
        Hint::of_choosing(|words| words.tui.does.back)
    }

    fn act(&mut self, message: &Message, pane: &mut Pane, _context: &Context<'_>) -> Option<Effect> {
        match message {
            Message::Enter | Message::Space | Message::Click(_) if pane.focus() == 0 => Some(Effect::GoOnInPlace),
            Message::Enter | Message::Space | Message::Click(_) => pane.target().and_then(open_target),
            Message::Back => Some(Effect::Back),
            _ => None,
        }
    }

    fn write(&self, page: &mut Page, context: &Context<'_>) {
        let Some(work) = &context.workspace else { return };
        page.text(Role::Strong, &tell::rejudged_title(&self.0, context.words));
        page.blank();
        page.item("", &[(Role::Body, context.words.tui.rejudged_go_on.to_owned())], None);
        page.blank();
        lay_out(page, &tell::rejudged(&self.0, work.report(), context.words));
    }
}
