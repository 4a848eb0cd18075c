//! What stands on a question: its rows, what is ticked or typed, and the answer it has.

use crate::answer::Answer;
use crate::pack::{ObligationId, QuestionId};
use crate::tui::context::Context;
use crate::tui::field::Field;
use crate::tui::keymap::{Message, picked};
use crate::tui::screen::question::rows::{self, QuestionRow};

/// A question as it is being answered.
#[derive(Debug, Clone)]
pub struct QuestionForm {
    /// Which question it is.
    pub id: QuestionId,
    /// Its rows.
    pub rows: Vec<QuestionRow>,
    /// Which of them are ticked.
    pub ticked: Vec<bool>,
    /// What is typed.
    pub field: Field,
    /// Whether that was typed before the program ended, and was not looked at yet.
    pub was_typed_before: bool,
    /// What is wrong with what was confirmed.
    pub fault: Option<String>,
    /// The answer it had when it was asked.
    pub given: Option<Answer>,
    /// The obligations it can still decide something about.
    pub deciding: Vec<ObligationId>,
}

impl QuestionForm {
    /// The question `id`, as it is answered now.
    pub fn new(context: &Context<'_>, id: QuestionId) -> Self {
        let question = context.pack.question(id);
        let given = context.workspace.as_ref().and_then(|work| work.session().assessment().answer(id)).cloned();
        let mut rows = rows::of(question);
        rows.extend(given.as_ref().map(|_| QuestionRow::Origin));
        let ticked = rows::ticked_by(&rows, given.as_ref());
        let mut field = Field::new(&given.as_ref().map_or_else(String::new, rows::typed));
        let typed = context.workspace.as_ref().and_then(|work| work.typed(id)).unwrap_or_default();
        let was_typed_before = rows.contains(&QuestionRow::Field) && !typed.is_empty() && typed != field.text();
        if was_typed_before {
            // As if it was pasted: a file holds what it likes.
            field = Field::default();
            field.update(&Message::Paste(typed.to_owned()));
        }
        let deciding = context.workspace.as_ref().map_or_else(Vec::new, |work| work.session().deciding_obligations(id));
        Self { id, rows, ticked, field, was_typed_before, fault: None, given, deciding }
    }

    /// What is typed, if that is not the answer by now.
    pub fn typed(&self) -> Option<String> {
        let typed = self.field.text();
        let is_answer = self.given.as_ref().is_some_and(|given| rows::typed(given) == typed);
        (self.rows.contains(&QuestionRow::Field) && !typed.is_empty() && !is_answer).then_some(typed)
    }

    /// The row of the answer it has, or the first.
    pub fn first(&self) -> usize {
        let ticked = self.ticked.iter().position(|it| *it).filter(|_| !self.was_typed_before);
        ticked.unwrap_or(0)
    }

    /// Whether one row or several may be ticked.
    pub fn takes_ticks(&self) -> bool {
        self.rows.iter().any(|it| matches!(it, QuestionRow::Tick(_)))
    }

    /// Gives `message` to the field, if there is one for it with the focus on the row `focus`; gives the
    /// row of the field if it took the message.
    pub fn types(&mut self, message: &Message, focus: usize) -> Option<usize> {
        let at = self.rows.iter().position(|row| *row == QuestionRow::Field)?;
        let jumps = matches!(message, Message::Char(_) | Message::Paste(_));
        if focus != at && !jumps {
            return None;
        }
        let is_taken = self.field.update(message);
        self.was_typed_before &= !is_taken;
        is_taken.then_some(at)
    }

    /// The row that a letter stands for.
    pub fn row_of(&self, letter: char) -> Option<usize> {
        let named = match letter {
            'y' | 'Y' => Some(QuestionRow::Yes),
            'n' | 'N' => Some(QuestionRow::No),
            _ => None,
        };
        let named = named.and_then(|row| self.rows.iter().position(|other| *other == row));
        named.or_else(|| picked(letter)).filter(|at| *at < self.pickable())
    }

    /// How many rows are answers: where the answer comes from stands below them, and has no key.
    pub fn pickable(&self) -> usize {
        self.rows.iter().filter(|row| **row != QuestionRow::Origin).count()
    }
}
