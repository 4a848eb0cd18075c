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
pub fn page(page: Page, stop: &Stop, context: &Context<'_>) -> Page {
    let mut teller = MapDetailTeller { page, stop, context, question: context.pack.question(stop.question) };
    teller.title();
    teller.needless();
    teller.settled();
    teller.branches();
    teller.deciding();
    teller.page
}

/// An answer, or the answers that lead the same way.
pub fn label(branch: &Branch, stop: &Stop, context: &Context<'_>) -> String {
    let question = context.pack.question(stop.question);
    phrase::way_text(&branch.way, context.words, |it| tell::answer_text(it, question, context.words))
}

struct MapDetailTeller<'a, 'p> {
    page: Page,
    stop: &'a Stop,
    context: &'a Context<'p>,
    question: &'a Question,
}

impl MapDetailTeller<'_, '_> {
    fn title(&mut self) {
        self.page.text(Role::Strong, &self.question.ask);
        let state = tell::question_state(self.stop.state, self.question.for_record, self.context.words);
        self.page.blank();
        self.read(Role::Quiet, state);
        if let Some(answer) = &self.stop.answer {
            let answer = tell::answer_text(answer, self.question, self.context.words);
            self.read(Role::Path, &self.context.words.common.answer.given(&answer));
        }
    }

    /// Why it needs no answer now.
    fn needless(&mut self) {
        let (QuestionState::Spared(by) | QuestionState::SetAside(by)) = self.stop.state else { return };
        self.page.heading(self.context.words.tui.map.why_needless);
        match by {
            Some(id) => self.since(id),
            None => self.read(Role::Body, self.context.words.common.map.from_the_start),
        }
    }

    /// The answer that left nothing which depends on it. Enter opens that question.
    fn since(&mut self, id: QuestionId) {
        let other = self.context.pack.question(id);
        let given = self.context.workspace.as_ref().and_then(|work| work.session().assessment().answer(id));
        let answer = given.map_or_else(String::new, |it| tell::answer_text(it, other, self.context.words));
        self.read(Role::Body, self.context.words.tui.map.since);
        let runs = [(Role::Body, other.ask.clone()), (Role::Path, format!(" {answer}"))];
        self.page.read("• ", &runs, Some(&PageTarget::Question(id)));
        self.read(Role::Quiet, self.context.words.common.map.comes_back);
    }

    fn settled(&mut self) {
        if self.stop.state != QuestionState::Answered || self.question.for_record {
            return;
        }
        self.page.heading(self.context.words.common.map.what_settled);
        if self.stop.settled.is_empty() {
            self.read(Role::Body, self.context.words.common.map.nothing_alone);
        }
        for it in tell::settled_lines(&self.stop.settled, self.context.pack, self.context.words) {
            self.page.read("• ", &[(Role::Body, it)], None);
        }
    }

    fn branches(&mut self) {
        let (stop, context) = (self.stop, self.context);
        if stop.branches.is_empty() {
            return;
        }
        let answered = stop.state == QuestionState::Answered;
        self.page.heading(if answered {
            self.context.words.common.map.branches_answered
        } else {
            self.context.words.tui.map.branches
        });
        for it in &stop.branches {
            let label = label(it, stop, context);
            let mark = if it.taken { "(x) " } else { "( ) " };
            let role = if it.taken { Role::Path } else { Role::Body };
            self.page.read(mark, &[(role, label)], None);
            self.page.indent(4);
            for line in tell::settled_lines(&it.settled, context.pack, context.words) {
                self.page.read("• ", &[(Role::Quiet, line)], None);
            }
            if it.settled.is_empty() {
                self.read(Role::Quiet, context.words.common.map.branch_alone);
            }
            if let Some(left) = tell::branch_left(it, context.words) {
                self.read(Role::Quiet, &left);
            }
            self.page.indent(0);
        }
    }

    fn deciding(&mut self) {
        if self.stop.deciding.is_empty() {
            return;
        }
        self.page.heading(self.context.words.common.map.deciding);
        for &it in &self.stop.deciding {
            self.page.read("• ", &[(Role::Body, self.context.pack.obligation(it).title.clone())], None);
        }
    }

    fn read(&mut self, role: Role, text: &str) {
        self.page.read("", &[(role, text.to_owned())], None);
    }
}
