//! Everything about one question of the map: its answer, what that settled, and where each answer
//! leads; or why it needs none.

use crate::pack::{Question, QuestionId};
use crate::phrase;
use crate::route::{Branch, QuestionState, Stop};
use crate::tell;
use crate::tui::context::Context;
use crate::tui::page::{Page, PageTarget};
use crate::tui::theme::Role;

/// Fills `page` with everything about `stop`.
pub fn page(page: Page, stop: &Stop, room: &Context<'_>) -> Page {
    let mut teller = MapDetailTeller { page, stop, room, question: room.pack.question(stop.question) };
    teller.title();
    teller.needless();
    teller.settled();
    teller.branches();
    teller.deciding();
    teller.page
}

/// An answer, or the answers that lead the same way.
pub fn label(branch: &Branch, stop: &Stop, room: &Context<'_>) -> String {
    let question = room.pack.question(stop.question);
    phrase::way_text(&branch.way, room.words, |it| tell::answer_text(it, question, room.words))
}

struct MapDetailTeller<'a, 'p> {
    page: Page,
    stop: &'a Stop,
    room: &'a Context<'p>,
    question: &'a Question,
}

impl MapDetailTeller<'_, '_> {
    fn title(&mut self) {
        self.page.text(Role::Strong, &self.question.ask);
        let state = tell::question_state(self.stop.state, self.question.for_record, self.room.words);
        self.page.blank();
        self.read(Role::Quiet, state);
        if let Some(answer) = &self.stop.answer {
            let answer = tell::answer_text(answer, self.question, self.room.words);
            self.read(Role::Path, &self.room.words.common.map.taken(&answer));
        }
    }

    /// Why it needs no answer now.
    fn needless(&mut self) {
        let (QuestionState::Spared(by) | QuestionState::SetAside(by)) = self.stop.state else { return };
        self.page.heading(self.room.words.tui.map.why_needless);
        match by {
            Some(id) => self.since(id),
            None => self.read(Role::Body, self.room.words.common.map.from_the_start),
        }
    }

    /// The answer that left nothing which depends on it. Enter opens that question.
    fn since(&mut self, id: QuestionId) {
        let other = self.room.pack.question(id);
        let given = self.room.workspace.as_ref().and_then(|it| it.session().assessment().answer(id));
        let answer = given.map_or_else(String::new, |it| tell::answer_text(it, other, self.room.words));
        self.read(Role::Body, self.room.words.tui.map.since);
        let runs = [(Role::Body, other.ask.clone()), (Role::Path, format!(" {answer}"))];
        self.page.read("• ", &runs, Some(&PageTarget::Question(id)));
        self.read(Role::Quiet, self.room.words.common.map.comes_back);
    }

    fn settled(&mut self) {
        if self.stop.state != QuestionState::Answered || self.question.for_record {
            return;
        }
        self.page.heading(self.room.words.tui.map.what_settled);
        if self.stop.settled.is_empty() {
            self.read(Role::Body, self.room.words.common.map.nothing_alone);
        }
        for it in tell::settled_lines(&self.stop.settled, self.room.pack, self.room.words) {
            self.page.read("• ", &[(Role::Body, it)], None);
        }
    }

    fn branches(&mut self) {
        let (stop, room) = (self.stop, self.room);
        if stop.branches.is_empty() {
            return;
        }
        let answered = stop.state == QuestionState::Answered;
        self.page.heading(if answered {
            self.room.words.tui.map.branches_answered
        } else {
            self.room.words.tui.map.branches
        });
        for it in &stop.branches {
            let label = label(it, stop, room);
            let mark = if it.taken { "(x) " } else { "( ) " };
            let role = if it.taken { Role::Path } else { Role::Body };
            self.page.read(mark, &[(role, label)], None);
            self.page.indent(4);
            for line in tell::settled_lines(&it.settled, room.pack, room.words) {
                self.page.read("• ", &[(Role::Quiet, line)], None);
            }
            if it.settled.is_empty() {
                self.read(Role::Quiet, room.words.common.map.branch_alone);
            }
            self.read(Role::Quiet, &tell::branch_left(it, room.words));
            self.page.indent(0);
        }
    }

    fn deciding(&mut self) {
        if self.stop.deciding.is_empty() {
            return;
        }
        self.page.heading(self.room.words.tui.map.deciding);
        for &it in &self.stop.deciding {
            self.page.read("• ", &[(Role::Body, self.room.pack.obligation(it).title.clone())], None);
        }
    }

    fn read(&mut self, role: Role, text: &str) {
        self.page.read("", &[(role, text.to_owned())], None);
    }
}
