//! Where an answer comes from: what it rests on, who says so, where the evidence lies, and a note.
//! What is picked is saved at once; what is typed, when there is a pause or the field is left.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::assessment::{Basis, Origin};
use crate::pack::QuestionId;
use crate::tell;
use crate::tui::context::Context;
use crate::tui::effect::Effect;
use crate::tui::field::Field;
use crate::tui::form::write_field;
use crate::tui::keymap::{Hint, Message, Press, pick, picked};
use crate::tui::layout;
use crate::tui::page::{Focus, Page};
use crate::tui::pane::Pane;
use crate::tui::theme::Role;
use crate::tui::window::Shown;
use crate::words::Label;

/// The fields: the words over each, and an example.
const FIELDS: [(Label, Label); 3] = [
    (|words| words.tui.origin.by, |words| words.tui.origin.by_such_as),
    (|words| words.common.origin_field.evidence, |words| words.tui.origin.evidence_such_as),
    (|words| words.common.origin_field.note, |words| words.tui.origin.note_such_as),
];

/// The screen.
#[derive(Debug, Clone)]
pub struct OriginScreen {
    id: QuestionId,
    /// What the answer may rest on; nothing stands for "not said".
    offered: Vec<Option<Basis>>,
    basis: Option<Basis>,
    fields: [Field; 3],
    pane: Pane,
    /// Whether something was typed that is not in the assessment yet.
    typed: bool,
}

impl OriginScreen {
    /// Where the answer to `id` comes from, as far as it is said; the focus on what it rests on.
    pub fn new(context: &Context<'_>, id: QuestionId) -> Self {
        let said = said(context, id);
        let offered = Basis::offered_choices(said.basis);
        let focus = offered.iter().position(|basis| said.basis.is_some() && *basis == said.basis).unwrap_or(0);
        let texts = [said.by, said.evidence, said.note];
        let fields = texts.map(|text| Field::new(&text.unwrap_or_default()));
        Self { id, offered, basis: said.basis, fields, pane: Pane::at(focus), typed: false }
    }

    /// Which question's answer it is about.
    pub fn id(&self) -> QuestionId {
        self.id
    }

    /// Whether letters go into a field.
    pub fn is_typing(&self) -> bool {
        self.field().is_some()
    }

    /// Takes a message.
    pub fn update(&mut self, message: &Message, context: &Context<'_>) -> Option<Effect> {
        let typing = self.field();
        if let Some(field) = typing.and_then(|at| self.fields.get_mut(at)) {
            let before = field.text();
            if field.update(message) {
                self.typed |= field.text() != before;
                return matches!(message, Message::Paste(_)).then(|| self.save());
            }
        }
        if self.pane.moves(message, context) {
            return None;
        }
        match (message, typing) {
            (Message::Back, _) => Some(Effect::Back),
            (Message::Enter, Some(at)) if at + 1 == FIELDS.len() => Some(Effect::Back),
            (Message::Enter, Some(_)) => {
                self.pane.put(self.pane.focus() + 1);
                None
            }
            (Message::Enter | Message::Space, None) => self.take(self.pane.focus()),
            (Message::Click(at), _) => self.take(*at),
            (Message::Char(key), None) => self.take(picked(*key).filter(|at| *at < self.offered.len())?),
            _ => None,
        }
    }

    /// Whether something was typed that is not in the assessment yet.
    pub fn has_typed(&self) -> bool {
        self.typed
    }

    /// Gives what was typed, to be put into the assessment.
    pub fn take_typed(&mut self) -> Option<Effect> {
        self.typed.then(|| self.save())
    }

    /// Moves between what the answer rests on and the fields; says whether it did.
    pub fn turn_pane(&mut self, forward: bool) -> bool {
        let first_field = self.offered.len();
        let to = match (forward, self.field()) {
            (true, None) => first_field,
            (true, Some(at)) if at + 1 < FIELDS.len() => self.pane.focus() + 1,
            (false, Some(at)) if at > 0 => self.pane.focus() - 1,
            (false, None) => first_field + FIELDS.len() - 1,
            _ => self.offered.iter().position(|basis| *basis == self.basis).unwrap_or(0),
        };
        self.pane.put(to);
        true
    }

    /// Lays out its page.
    pub fn lay_out(&mut self, context: &Context<'_>) {
        let width = layout::text(layout::body(context.size)).width;
        let mut pane = std::mem::take(&mut self.pane);
        pane.lay_out(|item| self.page(context, width, context.focus(item)));
        self.pane = pane;
    }

    /// Draws itself.
    pub fn draw(&self, area: Rect, context: &Context<'_>, buffer: &mut Buffer, shown: &mut Shown) {
        self.pane.draw(layout::text(area), context, buffer, shown);
    }

    /// The keys that do something.
    pub fn hints(&self) -> Vec<Hint> {
        let rows = Hint(Press::Move, |words| words.tui.does.r#move);
        let back = Hint(Press::Esc, |words| words.tui.does.back);
        let fields = Hint(Press::Tab, |words| words.tui.does.next_field);
        let Some(at) = self.field() else {
            let digits = Hint(Press::Pick(self.offered.len()), |words| words.tui.does.pick);
            return vec![
                rows,
                Hint(Press::Enter, |words| words.tui.does.choose),
                digits,
                fields,
                back,
                Hint(Press::Help, |words| words.tui.does.help),
            ];
        };
        let enter: Label =
            if at + 1 == FIELDS.len() { |words| words.tui.does.done } else { |words| words.tui.does.go_on };
        vec![rows, Hint(Press::Enter, enter), fields, back, Hint(Press::HelpInText, |words| words.tui.does.help)]
    }

    /// The field in focus.
    fn field(&self) -> Option<usize> {
        self.pane.focus().checked_sub(self.offered.len())
    }

    /// Puts the focus there, and picks what stands there, if it is one of what the answer may rest on.
    fn take(&mut self, at: usize) -> Option<Effect> {
        self.pane.put(at);
        self.basis = *self.offered.get(at)?;
        Some(self.save())
    }

    fn save(&mut self) -> Effect {
        self.typed = false;
        Effect::SetOrigin(self.id, self.said())
    }

    fn said(&self) -> Origin {
        let [by, evidence, note] = self.fields.each_ref().map(|field| Some(field.text()));
        Origin { basis: self.basis, by, evidence, note }
    }

    fn page(&self, context: &Context<'_>, width: u16, focus: Focus) -> Page {
        let mut page = Page::new(width, context.theme, focus);
        let question = context.pack.question(self.id);
        page.text(Role::Strong, &question.ask);
        let answer = context.workspace.as_ref().and_then(|work| work.session().assessment().answer(self.id));
        let answer = answer.map_or_else(String::new, |it| tell::answer_text(it, question, context.words));
        page.text(Role::Body, &context.words.common.answer.given(&answer));
        page.text(Role::Quiet, context.words.tui.origin.how);
        page.heading(context.words.tui.origin.basis);
        for (at, basis) in self.offered.iter().enumerate() {
            let mark = if *basis == self.basis { "(x)" } else { "( )" };
            let key = pick(at).map(String::from).unwrap_or_default();
            let name = basis.map_or(context.words.common.basis.none, |it| tell::basis(it, context.words));
            let name = tell::capital(name);
            page.item(&format!("{mark} {key}  "), &[(Role::Body, name)], None);
        }
        for ((label, such_as), field) in FIELDS.into_iter().zip(&self.fields) {
            write_field(&mut page, label(context.words), such_as(context.words), field, width);
        }
        page
    }
}

/// What is said by now of where the answer to `id` comes from.
fn said(context: &Context<'_>, id: QuestionId) -> Origin {
    let entry = context.workspace.as_ref().and_then(|work| work.session().assessment().answers.get(&id));
    entry.map(|it| it.origin.clone()).unwrap_or_default()
}
