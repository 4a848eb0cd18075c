//! What every screen may look at: the pack, the words, the look, and the open assessment.

use std::path::PathBuf;

use jiff::civil::Date;
use ratatui::layout::Size;
use ratatui::style::Style;

use crate::feed;
use crate::pack::Pack;
use crate::shipped::PackSet;
use crate::store::Folder;
use crate::tui::page::Focus;
use crate::tui::theme::{Role, Theme};
use crate::words::Words;
use crate::workspace::Workspace;

/// What every screen may look at.
pub struct Context<'p> {
    /// The pack of what is open; of the assessments in the folder, the one in use.
    pub pack: &'p Pack,
    /// The folder that the pack in use was read from, unless it is a shipped one.
    pub pack_folder: Option<PathBuf>,
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
    /// The colors.
    pub theme: Theme,
    /// The size of the terminal.
    pub size: Size,
    /// The chosen place, while the keys act on the row of places rather than on the screen.
    pub menu: Option<usize>,
    /// The open assessment.
    pub workspace: Option<Workspace<'p>>,
    /// Whether something typed is not in the open assessment yet.
    pub is_typing_ahead: bool,
    /// Whether answers were left that could not be saved.
    pub has_lost: bool,
    /// The main assessment, while what is open is a check of a paper beside it.
    pub main: Option<MainAssessment<'p>>,
}

/// The main assessment, which waits while a check of a paper is open.
pub struct MainAssessment<'p> {
    /// Its pack.
    pub pack: &'p Pack,
    /// Its answers and their file.
    pub workspace: Workspace<'p>,
}

impl Context<'_> {
    /// The shipped checks of papers that can move `obligation` of the open assessment.
    pub fn papers_for(&self, obligation: &str) -> Vec<&'static Pack> {
        let can = self.workspace.as_ref().is_some_and(Workspace::can_check);
        let of = self.pack.obligation_by_id(obligation).map(|it| self.pack.obligation(it));
        let Some(of) = of.filter(|_| can && self.main.is_none() && self.pack.id == self.shelf.0.id) else {
            return Vec::new();
        };
        self.shelf.feeding_packs().filter(|it| feed::concerns_obligation(it, self.pack, of)).collect()
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
