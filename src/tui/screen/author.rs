//! Who decided a legal point, and why. Both may stay empty; the clock gives the day. What is typed is
//! saved when there is a pause or the field is left.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::assessment::{Author, Decision, Stance};
use crate::pack::ReadingId;
use crate::tell;
use crate::tui::context::Context;
use crate::tui::effect::Effect;
use crate::tui::field::Field;
use crate::tui::form::write_field;
use crate::tui::keymap::{Hint, Message, Press};
use crate::tui::layout;
use crate::tui::page::{Focus, Page};
use crate::tui::pane::Pane;
use crate::tui::theme::Role;
use crate::tui::window::Shown;
use crate::words::Label;

/// The fields: the words over each, and an example.
const FIELDS: [(Label, Label); 2] = [
    (|words| words.tui.author.by, |words| words.tui.author.by_such_as),
    (|words| words.tui.author.why, |words| words.tui.author.why_such_as),
];

/// The screen.
#[derive(Debug, Clone)]
pub struct AuthorScreen {
    id: ReadingId,
    fields: [Field; 2],
    pane: Pane,
    /// Whether something was typed that is not in the assessment yet.
    typed: bool,
}

impl AuthorScreen {
    /// Who decided the point `id`, as far as it is said.
    pub fn new(context: &Context<'_>, id: ReadingId) -> Self {
        let Author { by, why } = decision(context, id).map(|decision| decision.author.clone()).unwrap_or_default();
        let fields = [by, why].map(|text| Field::new(&text.unwrap_or_default()));
        Self { id, fields, pane: Pane::at(0), typed: false }
    }

    /// Which point it is about.
    pub fn id(&self) -> ReadingId {
        self.id
    }

    /// Takes a message.
    pub fn update(&mut self, message: &Message, context: &Context<'_>) -> Option<Effect> {
        let at = self.pane.focus();
        if let Some(field) = self.fields.get_mut(at) {
            let before = field.text();
            if field.update(message) {
                self.typed |= field.text() != before;
                return matches!(message, Message::Paste(_)).then(|| self.save());
            }
        }
        if self.pane.moves(message, context) {
            return None;
        }
        match message {
            Message::Back => return Some(Effect::Back),
            Message::Enter if at + 1 == FIELDS.len() => return Some(Effect::Back),
            Message::Enter => self.pane.put(at + 1),
            Message::Click(item) => self.pane.put(*item),
            _ => {}
        }
        None
    }

    /// Whether something was typed that is not in the assessment yet.
    pub fn has_typed(&self) -> bool {
        self.typed
    }

    /// Gives what was typed, to be put into the assessment.
    pub fn take_typed(&mut self) -> Option<Effect> {
        self.typed.then(|| self.save())
    }

    /// Moves to the other field.
    pub fn turn_pane(&mut self, _forward: bool) -> bool {
        self.pane.put((self.pane.focus() + 1) % FIELDS.len());
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
        let enter: Label = if self.pane.focus() + 1 == FIELDS.len() {
            |words| words.tui.does.done
        } else {
            |words| words.tui.does.go_on
        };
        vec![
            Hint(Press::Move, |words| words.tui.does.r#move),
            Hint(Press::Enter, enter),
            Hint(Press::Tab, |words| words.tui.does.next_field),
            Hint(Press::Esc, |words| words.tui.does.back),
            Hint(Press::HelpInText, |words| words.tui.does.help),
        ]
    }

    fn save(&mut self) -> Effect {
        self.typed = false;
        let [by, why] = self.fields.each_ref().map(|field| Some(field.text()));
        Effect::SetAuthor(self.id, Author { by, why })
    }

    fn page(&self, context: &Context<'_>, width: u16, focus: Focus) -> Page {
        let mut page = Page::new(width, context.theme, focus);
        page.text(Role::Strong, &context.pack.reading(self.id).title);
        if let Some(decision) = decision(context, self.id) {
            page.text(Role::Body, &tell::stance(Stance::Decided(decision.side), context.words));
            let is_safe = context.pack.reading(self.id).safe == decision.side;
            if let Some(not_safe) = tell::not_safe(is_safe, context.words) {
                page.text(Role::Body, not_safe);
            }
        }
        page.text(Role::Quiet, context.words.tui.author.how);
        for ((label, such_as), field) in FIELDS.into_iter().zip(&self.fields) {
            write_field(&mut page, label(context.words), such_as(context.words), field, width);
        }
        page
    }
}

fn decision<'a>(context: &'a Context<'_>, id: ReadingId) -> Option<&'a Decision> {
    context.workspace.as_ref()?.session().assessment().readings.get(&id)
}
