//! What an answer would change, shown before it is given.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::answer::Answer;
use crate::pack::QuestionId;
use crate::report;
use crate::session::Effects;
use crate::tell;
use crate::tell::standing;
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
    pub fn update(&mut self, message: &Message, room: &Context<'_>) -> Option<bool> {
        if self.pane.moves(message, room) {
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
    pub fn draw(&self, area: Rect, room: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        self.pane.draw(layout::text(area), room, buffer, shown);
    }

    /// Lays out its page.
    pub fn lay_out(&mut self, room: &Context<'_>) {
        let width = layout::text(layout::body(room.size)).width;
        let proposal = &self.proposal;
        self.pane.lay_out(|item| proposal.page(Page::new(width, room.theme, room.focus(item)), room));
    }
}

impl Proposal {
    fn page(&self, mut page: Page, room: &Context<'_>) -> Page {
        let question = room.pack.question(self.question);
        page.text(Role::Strong, &question.ask);
        page.blank();
        let before = room.workspace.as_ref().and_then(|it| it.session().assessment().answer(self.question));
        let before = before.map_or_else(
            || room.words.tui.confirm.nothing.to_owned(),
            |it| tell::answer_text(it, question, room.words),
        );
        let after = tell::answer_text(&self.answer, question, room.words);
        page.text(Role::Body, &room.words.tui.confirm.change(&after, &before));
        page.blank();
        page.item("", &[(Role::Body, room.words.tui.confirm.yes.to_owned())], None);
        page.item("", &[(Role::Body, room.words.tui.confirm.no.to_owned())], None);
        self.answers(&mut page, room);
        self.results(&mut page, room);
        page
    }

    fn answers(&self, page: &mut Page, room: &Context<'_>) {
        let effects = &self.effects;
        let mut list = |heading: &'static str, ids: &[QuestionId]| {
            if !ids.is_empty() {
                page.heading(heading);
            }
            for it in ids {
                page.read("• ", &[(Role::Body, room.pack.question(*it).ask.clone())], None);
            }
        };
        list(room.words.tui.confirm.set_aside, &effects.set_aside);
        list(room.words.tui.confirm.restored, &effects.restored);
    }

    fn results(&self, page: &mut Page, room: &Context<'_>) {
        let mut lines = Vec::new();
        for &(id, before, after) in &self.effects.moved {
            let obligation = room.pack.obligation(id);
            let from = report::standing(obligation.kind, before);
            let to = report::standing(obligation.kind, after);
            if from != to {
                let (from, to) = (standing(from, room.words), standing(to, room.words));
                let moves = room.words.tui.confirm.moves(from, to);
                lines.push([(Role::Body, format!("{}: ", obligation.title)), (Role::Quiet, moves)]);
            }
        }
        if !lines.is_empty() {
            page.heading(&room.words.tui.confirm.moved(lines.len()));
        }
        for it in &lines {
            page.read("• ", it, None);
        }
    }
}
