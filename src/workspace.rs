//! An open assessment, its file, and what its answers establish: the state that both front ends
//! work on. Every change is saved at once; if that fails, the answers stay in memory and the next
//! save tries again.

mod departure;
mod listed;
mod notice_text;
mod pack_state;

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use jiff::civil::Date;

use crate::answer::Answer;
use crate::assessment::{Assessment, Author, Decision, Entry, Origin};
use crate::export::{DocFormat, draw};
use crate::feed;
use crate::letter::{self, Frame};
use crate::pack::{Pack, QuestionId, ReadingId, Who};
use crate::report::{Rejudged, Report};
use crate::route::{Route, Stop};
use crate::session::{Effects, Session};
use crate::store::{FileNotice, Folder, OpenFile, StoreError, TypedTexts};
use crate::words::Words;

pub use departure::{Departure, LeaveCause};
pub use listed::{ListedText, listed_text};
pub use notice_text::notice_text;
pub use pack_state::pack_state;

/// The parameters of a front end.
pub struct Setup<'p> {
    /// The pack.
    pub pack: &'p Pack,
    /// The words of the interface.
    pub words: &'p Words,
    /// The folder of assessments.
    pub folder: Folder,
    /// The assessment to open at once; otherwise the front end offers those in the folder.
    pub open: Option<(OpenFile, Assessment)>,
    /// Returns the current time, as an RFC 3339 time.
    pub now: fn() -> String,
    /// Returns the current day.
    pub today: fn() -> Date,
    /// What to report to a second opener of the same file.
    pub who: String,
    /// Whether to draw only ASCII characters.
    pub ascii: bool,
    /// The folder that the pack was read from, unless it is a shipped one.
    pub pack_folder: Option<PathBuf>,
}

/// An open assessment.
pub struct Workspace<'p> {
    session: Session<'p>,
    /// What the answers establish, and the way through the interview, computed on first use and
    /// dropped when an answer changes.
    report: OnceCell<Rc<Report<'p>>>,
    route: Option<Rc<Route>>,
    document: OpenFile,
    now: fn() -> String,
    trouble: Option<StoreError>,
    has_saved: bool,
    /// What is typed and no answer yet: what was read with the answers and not offered yet, and what stands
    /// in a field now.
    typed: TypedTexts,
    in_fields: Vec<QuestionId>,
}

impl<'p> Workspace<'p> {
    /// Opens a workspace on `assessment`, which `document` saves.
    pub fn new(pack: &'p Pack, document: OpenFile, assessment: Assessment, now: fn() -> String) -> Self {
        let (session, typed) = (Session::new(pack, assessment), TypedTexts::read(&document.typed_path(), pack));
        let (report, route, trouble, in_fields) = (OnceCell::new(), None, None, Vec::new());
        Self { session, report, route, document, now, trouble, has_saved: false, typed, in_fields }
    }

    /// The session, to look at.
    pub fn session(&self) -> &Session<'p> {
        &self.session
    }

    /// Everything the answers establish.
    pub fn report(&self) -> &Rc<Report<'p>> {
        self.report.get_or_init(|| Rc::new(self.session.report()))
    }

    /// Returns what moved since the version of the pack that the file was made with, if it was another.
    pub fn rejudged(&self) -> Option<Rejudged> {
        let earlier = self.document.earlier()?;
        Some(earlier.rejudged(self.report(), self.session.assessment()))
    }

    /// The way through the interview.
    pub fn route(&mut self) -> Rc<Route> {
        let session = &mut self.session;
        Rc::clone(self.route.get_or_insert_with(|| Rc::new(session.route())))
    }

    /// Counts the questions left after each answer to the question at `stop` of the way.
    pub fn count_left(&mut self, stop: usize) {
        let mut route = self.route();
        let is_counted = |stop: &Stop| stop.branches.iter().all(|branch| branch.left.is_some());
        if route.stops.get(stop).is_none_or(is_counted) {
            return;
        }
        if let Some(stop) = Rc::make_mut(&mut route).stops.get_mut(stop) {
            self.session.count_left(stop);
        }
        self.route = Some(route);
    }

    /// Returns its path, or `None` before the first answer.
    pub fn path(&self) -> Option<&Path> {
        self.document.path()
    }

    /// Returns why the last change could not be saved, if so.
    pub fn save_error(&self) -> Option<&StoreError> {
        self.trouble.as_ref()
    }

    /// What is worth knowing of its file since it was opened or last saved.
    pub fn notices(&self) -> &[FileNotice] {
        self.document.notices()
    }

    /// Whether another save is due: the last one failed, or may not survive a power cut.
    pub fn needs_saving(&self) -> bool {
        self.trouble.is_some() || self.notices().contains(&FileNotice::Unsynced)
    }

    /// Whether there was a change since it was opened, and everything is saved.
    pub fn has_saved(&self) -> bool {
        self.has_saved
    }

    /// Returns what was typed at `question` when the program ended before it was confirmed.
    pub fn typed(&self, question: QuestionId) -> Option<&str> {
        self.typed.at(&self.session.pack().question(question).id)
    }

    /// Keeps what stands in fields now, beside the answers, and forgets what stood in others before. What
    /// cannot be kept is only typed again: the answers are not concerned.
    pub fn keep_typed(&mut self, now: Vec<(QuestionId, String)>) {
        let (path, pack) = (self.document.typed_path(), self.session.pack());
        let left = self.in_fields.iter().filter(|before| now.iter().all(|(id, _)| id != *before));
        let texts = left.map(|id| (id, None)).chain(now.iter().map(|(id, text)| (id, Some(text.as_str()))));
        for (id, text) in texts {
            let _ = self.typed.keep(&path, pack, &pack.question(*id).id, text);
        }
        self.in_fields = now.into_iter().map(|(id, _)| id).collect();
    }

    /// Returns the letter to `to` about what is open, as files to write beside the answers: a form
    /// to fill in, and a document. Empty if there is nothing to ask, and before the first answer.
    pub fn letter(&self, to: Who, today: Date, words: &Words) -> Vec<(PathBuf, Vec<u8>)> {
        let frame = Frame::new(self.document.mark(&self.session.pack().id), today);
        let letter = letter::compose_letter(&self.session, to, frame);
        let Some(answers) = self.path().filter(|_| !letter.asked.is_empty()) else { return Vec::new() };
        let stem = answers.file_stem().unwrap_or_default().to_string_lossy();
        let path = |ending: &str| answers.with_file_name(format!("{stem}-letter-{}.{ending}", to.name()));
        let (document, docx) = (letter::letter_document(&letter, words), DocFormat::Docx);
        vec![
            (path(DocFormat::Html.facts().extension), letter::letter_form(&letter, words).into_bytes()),
            (path(docx.facts().extension), draw(&document, docx, words)),
        ]
    }

    /// Gives or changes an answer, and saves. Keeps the note; keeps the rest of the origin only if
    /// the same answer is given again.
    pub fn answer(&mut self, question: QuestionId, answer: Answer) {
        let now = (self.now)();
        let entry = match self.session.assessment().answers.get(&question) {
            Some(before) => before.answered_again(answer, now),
            None => Entry { at: Some(now), ..Entry::new(answer) },
        };
        self.session.answer(question, entry);
        self.changed();
        let (path, pack) = (self.document.typed_path(), self.session.pack());
        let _ = self.typed.keep(&path, pack, &pack.question(question).id, None);
    }

    /// Opens the check `paper` of a paper that this assessment asks about, in a file of its own
    /// beside this one: a new check, or the existing one.
    ///
    /// # Errors
    /// Why its file could not be opened.
    pub fn check(&self, paper: &'p Pack, today: Date) -> Result<Self, StoreError> {
        let (document, mut assessment) = self.document.open_check(paper, today, &(self.now)())?;
        if assessment.answers.is_empty() {
            assessment = feed::initial_answers(paper, &self.session);
        }
        Ok(Self::new(paper, document, assessment, self.now))
    }

    /// Whether a check of a paper can start: everything is saved.
    pub fn can_check(&self) -> bool {
        self.document.is_held() && self.trouble.is_none()
    }

    /// Returns the answers of `check` that differ from those here.
    pub fn changed_answers(&mut self, check: &Workspace<'_>) -> Vec<(QuestionId, Answer)> {
        feed::changed_answers(&check.session, &mut self.session)
    }

    /// Returns what giving these answers would set aside, restore and change. Changes nothing.
    pub fn preview(&mut self, answers: &[(QuestionId, Answer)]) -> Effects {
        self.session.preview(answers)
    }

    /// Applies the answers of `check`, and saves.
    pub fn take_over(&mut self, check: &Workspace<'_>) {
        let file = check.path().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
        let news = self.changed_answers(check);
        let given = |(id, answer): (QuestionId, Answer)| {
            let before = self.session.assessment().answers.get(&id);
            (id, feed::check_entry(answer, before, &file, (self.now)()))
        };
        let entries = news.into_iter().map(given).collect();
        self.session.answer_all(entries);
        self.changed();
    }

    /// Sets the origin of the answer to `question`, and saves. Returns whether that changed
    /// anything; never, if there is no answer.
    pub fn set_origin(&mut self, question: QuestionId, origin: &Origin) -> bool {
        let changed = self.session.set_origin(question, origin);
        if changed {
            self.changed();
        }
        changed
    }

    /// Decides an open legal point now, or reopens it, and saves. Returns whether that changed
    /// anything: the same side taken again stays as it was, with its author and day.
    pub fn decide(&mut self, reading: ReadingId, side: Option<bool>) -> bool {
        let before = self.session.assessment().readings.get(&reading).map(|decision| decision.side);
        if before == side {
            return false;
        }
        let decision = side.map(|side| Decision::taken_at(side, (self.now)()));
        self.session.decide(reading, decision);
        self.changed();
        true
    }

    /// Says who decided an open legal point and why, and saves. Returns whether that changed
    /// anything.
    pub fn set_author(&mut self, reading: ReadingId, author: &Author) -> bool {
        let changed = self.session.set_author(reading, author, &(self.now)());
        if changed {
            self.changed();
        }
        changed
    }

    /// Undoes the last change, and saves. Returns whether there was one.
    pub fn undo(&mut self) -> bool {
        let undone = self.session.undo();
        if undone {
            self.changed();
        }
        undone
    }

    /// Saves what could not be saved before. Returns whether everything is saved now.
    pub fn save(&mut self) -> bool {
        let now = (self.now)();
        let (session, pack) = (&self.session, self.session.pack());
        let saved = self.document.save(session.assessment(), pack, &session.progress().replay.set_aside, &now);
        self.trouble = saved.err();
        self.has_saved = self.trouble.is_none();
        self.has_saved
    }

    /// Drops what was computed, and saves the answers.
    fn changed(&mut self) {
        (self.report, self.route) = (OnceCell::new(), None);
        self.save();
    }
}
