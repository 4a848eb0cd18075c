//! What an answer would change, shown before it is given.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::answer::Answer;
use crate::pack::QuestionId;
use crate::session::Effects;
use crate::tell;
use crate::tui::blocks::lay_out;
use crate::tui::context::Context;
use crate::tui::keymap::Message;
use crate::tui::layout;
use crate::tui::page::Page;
use crate::tui::pane::Pane;
use crate::tui::theme::Role;
use crate::tui::window::Shown;

/// An answer, and what giving it would do.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The question.
    pub question: QuestionId,
    /// The answer.
    pub answer: Answer,
    /// What it would do.
    pub effects: Effects,
}

/// The question whether to go through with it.
#[derive(Debug, Clone)]
pub struct Confirm {
    proposal: Proposal,
    pane: Pane,
}

impl Confirm {
    /// Asks about `proposal`.
    pub fn new(proposal: Proposal) -> Self {
        Self { proposal, pane: Pane::default() }
    }

    /// The answer it is about.
    pub fn answer(self) -> Answer {
        self.proposal.answer
    }

    /// Takes a message; gives whether to go through with it once that is decided.
    pub fn update(&mut self, message: &Message, context: &Context<'_>) -> Option<bool> {
        if self.pane.moves(message, context) {
            return None;
        }
        // The first two items are the choices: to change it, and to leave it.
        let chosen = match message {
            Message::Enter | Message::Space => self.pane.focus(),
            Message::Click(item) => *item,
            Message::Back => 1,
            _ => return None,
        };
        (chosen < 2).then_some(chosen == 0)
    }

    /// Draws itself.
    pub fn draw(&self, area: Rect, context: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        self.pane.draw(layout::text(area), context, buffer, shown);
    }

    /// Lays out its page.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        let width = layout::text(layout::body(context.size)).width;
        let proposal = &self.proposal;
        self.pane.lay_out(|item| proposal.page(Page::new(width, context.theme, context.focus(item)), context));
    }
}

impl Proposal {
    fn page(&self, mut page: Page, context: &Context<'_>) -> Page {
        let Some(work) = &context.workspace else { return page };
        page.text(Role::Strong, &context.pack.question(self.question).ask);
        page.blank();
        page.text(Role::Body, &tell::change(self.question, &self.answer, work.session(), context.words));
        page.blank();
        page.item("", &[(Role::Body, context.words.tui.confirm.yes.to_owned())], None);
        page.item("", &[(Role::Body, context.words.tui.leave_as_is.to_owned())], None);
        lay_out(&mut page, &tell::effects(&self.effects, work.session(), context.words));
        page
    }
}
