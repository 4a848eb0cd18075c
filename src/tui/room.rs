//! What every screen may look at: the pack, the words, the look, and the open assessment with what
//! has been worked out from it. Nothing is worked out again until an answer changes.

use jiff::civil::Date;
use ratatui::layout::Size;
use ratatui::style::Style;

use crate::answer::Answer;
use crate::assessment::Origin;
use crate::desk::Workspace;
use crate::feed;
use crate::pack::{Pack, QuestionId, ReadingId};
use crate::report::Report;
use crate::session::Session;
use crate::shipped::PackSet;
use crate::store::Folder;
use crate::tui::aside::PaperCheck;
use crate::tui::page::Focus;
use crate::tui::theme::{Role, Theme};
use crate::words::Words;

/// What every screen may look at.
pub struct Context<'p> {
    /// The pack of what is open; of the assessments in the folder, the one in use.
    pub pack: &'p Pack,
    /// The packs at hand.
    pub shelf: PackSet<'p>,
    /// The words of the interface.
    pub words: &'p Words,
    /// The folder of assessments.
    pub folder: Folder,
    /// The time now, as an RFC 3339 time.
    pub now: fn() -> String,
    /// The day now.
    pub today: fn() -> Date,
    /// What a second opener is told.
    pub who: String,
    /// Whether only ASCII may be drawn.
    pub ascii: bool,
    /// The colours.
    pub theme: Theme,
    /// The size of the terminal.
    pub size: Size,
    /// The chosen place, while the keys act on the row of places rather than on the screen.
    pub menu: Option<usize>,
    /// The open assessment.
    pub work: Option<Work<'p>>,
    /// The main assessment, while what is open is a check of a paper beside it.
    pub aside: Option<PaperCheck<'p>>,
}

/// An open assessment.
pub struct Work<'p> {
    /// The answers and their file.
    pub desk: Workspace<'p>,
    /// What they establish.
    pub report: Report,
    /// Whether an answer has been saved since it was opened.
    pub saved: bool,
}

impl<'p> Work<'p> {
    /// Opens what is on `desk`.
    pub fn new(desk: Workspace<'p>) -> Self {
        let report = desk.session().report();
        Self { desk, report, saved: false }
    }

    /// The session.
    pub fn session(&self) -> &Session<'p> {
        self.desk.session()
    }

    /// Gives an answer and saves it.
    pub fn answer(&mut self, question: QuestionId, answer: Answer) {
        self.desk.answer(question, answer);
        self.work_out();
    }

    /// Says where an answer comes from, and saves it.
    pub fn set_origin(&mut self, question: QuestionId, origin: &Origin) {
        if self.desk.set_origin(question, origin) {
            self.work_out();
        }
    }

    /// Takes a side on an open legal point, or leaves it open, and saves.
    pub fn decide(&mut self, reading: ReadingId, side: Option<bool>) {
        self.desk.decide(reading, side);
        self.work_out();
    }

    /// Takes over what `check` answers.
    pub fn take_over(&mut self, check: &Workspace<'_>) {
        self.desk.take_over(check);
        self.work_out();
    }

    /// Takes back the last change.
    pub fn undo(&mut self) {
        if self.desk.undo() {
            self.work_out();
        }
    }

    fn work_out(&mut self) {
        self.report = self.desk.session().report();
        self.saved = self.desk.trouble().is_none();
    }
}

impl Context<'_> {
    /// The shipped checks of papers that can move `obligation` of the open assessment.
    pub fn papers_for(&self, obligation: &str) -> Vec<&'static Pack> {
        let can = self.work.as_ref().is_some_and(|it| it.desk.can_check());
        let of = self.pack.obligation_by_id(obligation).map(|it| self.pack.obligation(it));
        let Some(of) = of.filter(|_| can && self.aside.is_none() && self.pack.id == self.shelf.0.id) else {
            return Vec::new();
        };
        self.shelf.feeding().filter(|it| feed::concerns(it, self.pack, of)).collect()
    }

    /// How text in this role looks.
    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// The keys act on `item` of a screen, unless they act on the row of places.
    pub fn focus(&self, item: usize) -> Focus {
        if self.menu.is_some() { Focus::kept(item) } else { Focus::on(item) }
    }
}
