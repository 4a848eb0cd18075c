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
        let field = Field::new(&given.as_ref().map_or_else(String::new, rows::typed));
        let deciding = context.workspace.as_ref().map_or_else(Vec::new, |work| work.session().deciding_obligations(id));
        Self { id, rows, ticked, field, fault: None, given, deciding }
    }

    /// The row of the answer it has, or the first.
    pub fn first(&self) -> usize {
        self.ticked.iter().position(|it| *it).unwrap_or(0)
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
        self.field.update(message).then_some(at)
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
