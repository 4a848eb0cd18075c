//! An open assessment, the file it is saved in, and what its answers establish: what both front ends
//! work at. Every change is saved at once; when that fails, the answers stay in memory and saving is
//! tried again.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use jiff::civil::Date;

use crate::answer::Answer;
use crate::assessment::{Assessment, Entry, Origin};
use crate::export::{DocFormat, draw};
use crate::feed;
use crate::letter::{self, Frame};
use crate::pack::{Pack, QuestionId, ReadingId, Who};
use crate::report::Report;
use crate::route::Route;
use crate::session::{Effects, Session};
use crate::store::{Folder, OpenFile, StoreError};
use crate::words::Words;

/// What a front end is given to start with.
pub struct Setup<'p> {
    /// The pack.
    pub pack: &'p Pack,
    /// The words of the interface.
    pub words: &'p Words,
    /// The folder of assessments.
    pub folder: Folder,
    /// The assessment to open at once; otherwise the front end offers those in the folder.
    pub open: Option<(OpenFile, Assessment)>,
    /// The time now, as an RFC 3339 time.
    pub now: fn() -> String,
    /// The day now.
    pub today: fn() -> Date,
    /// What a second opener of the same file is told.
    pub who: String,
    /// Whether only ASCII characters are to be drawn.
    pub ascii: bool,
}

/// An open assessment.
pub struct Workspace<'p> {
    session: Session<'p>,
    /// What the answers establish, and the way through the interview: worked out when first asked for,
    /// and dropped when an answer changes.
    report: OnceCell<Rc<Report>>,
    route: Option<Rc<Route>>,
    document: OpenFile,
    now: fn() -> String,
    trouble: Option<StoreError>,
    has_saved: bool,
}

impl<'p> Workspace<'p> {
    /// Works on `assessment`, which is saved in `document`.
    pub fn new(pack: &'p Pack, document: OpenFile, assessment: Assessment, now: fn() -> String) -> Self {
        let session = Session::new(pack, assessment);
        Self { session, report: OnceCell::new(), route: None, document, now, trouble: None, has_saved: false }
    }

    /// The session, to look at.
    pub fn session(&self) -> &Session<'p> {
        &self.session
    }

    /// Everything the answers establish.
    pub fn report(&self) -> &Rc<Report> {
        self.report.get_or_init(|| Rc::new(self.session.report()))
    }

    /// The way through the interview.
    pub fn route(&mut self) -> Rc<Route> {
        let session = &mut self.session;
        Rc::clone(self.route.get_or_insert_with(|| Rc::new(session.route())))
    }

    /// Where it is saved; nothing before the first answer.
    pub fn path(&self) -> Option<&Path> {
        self.document.path()
    }

    /// Why the last change is not saved yet, if it is not.
    pub fn trouble(&self) -> Option<&StoreError> {
        self.trouble.as_ref()
    }

    /// Whether a change was made since it was opened, and all is saved.
    pub fn has_saved(&self) -> bool {
        self.has_saved
    }

    /// The letter to `to` about what is open, as files to write beside the answers: a form to fill in,
    /// and a document. Nothing where there is nothing to ask, or before the first answer.
    pub fn letter(&self, to: Who, today: Date, words: &Words) -> Vec<(PathBuf, Vec<u8>)> {
        let frame = Frame::new(self.document.mark(&self.session.pack().id), today);
        let letter = letter::letter(&self.session, to, frame);
        let Some(answers) = self.path().filter(|_| !letter.asked.is_empty()) else { return Vec::new() };
        let stem = answers.file_stem().unwrap_or_default().to_string_lossy();
        let path = |ending: &str| answers.with_file_name(format!("{stem}-letter-{}.{ending}", to.0));
        let (document, docx) = (letter::document(&letter, words), DocFormat::Docx);
        vec![
            (path(DocFormat::Html.ending()), letter::form(&letter, words).into_bytes()),
            (path(docx.ending()), draw(&document, docx, words)),
        ]
    }

    /// Gives or changes an answer, and saves. A note that was there stays; what else was said of where
    /// the answer comes from stays only where the same answer is given again.
    pub fn answer(&mut self, question: QuestionId, answer: Answer) {
        let now = (self.now)();
        let entry = match self.session.assessment().answers.get(&question) {
            Some(before) => before.answered_again(answer, now),
            None => Entry { at: Some(now), ..Entry::new(answer) },
        };
        self.session.answer(question, entry);
        self.changed();
    }

    /// The check `paper` of a paper that this assessment asks about: begun anew, or as it was left, in
    /// a file of its own beside this one.
    ///
    /// # Errors
    /// Why its file could not be opened.
    pub fn check(&self, paper: &'p Pack, today: Date) -> Result<Self, StoreError> {
        let (document, mut assessment) = self.document.check(paper, today, &(self.now)())?;
        if assessment.answers.is_empty() {
            assessment = feed::begun(paper, &self.session);
        }
        Ok(Self::new(paper, document, assessment, self.now))
    }

    /// Whether a check of a paper can be begun beside it: all is saved.
    pub fn can_check(&self) -> bool {
        self.document.is_held() && self.trouble.is_none()
    }

    /// What `check` answers otherwise than is answered here.
    pub fn news(&mut self, check: &Workspace<'_>) -> Vec<(QuestionId, Answer)> {
        feed::news(&check.session, &mut self.session)
    }

    /// What giving these answers would set aside, restore and move. Changes nothing.
    pub fn preview(&mut self, answers: &[(QuestionId, Answer)]) -> Effects {
        self.session.preview(answers)
    }

    /// Takes over what `check` answers, and saves.
    pub fn take_over(&mut self, check: &Workspace<'_>) {
        let file = check.path().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
        let news = self.news(check);
        let given = |(id, answer): (QuestionId, Answer)| {
            let before = self.session.assessment().answers.get(&id);
            (id, feed::entry(answer, before, &file, (self.now)()))
        };
        let entries = news.into_iter().map(given).collect();
        self.session.answer_all(entries);
        self.changed();
    }

    /// Says where the answer to `question` comes from, and saves; whether that changed anything, which
    /// it never does where there is no answer.
    pub fn set_origin(&mut self, question: QuestionId, origin: &Origin) -> bool {
        let changed = self.session.set_origin(question, origin);
        if changed {
            self.changed();
        }
        changed
    }

    /// Decides an open legal point, or opens it again, and saves.
    pub fn decide(&mut self, reading: ReadingId, side: Option<bool>) {
        self.session.decide(reading, side);
        self.changed();
    }

    /// Takes back the last change, and saves; says whether there was one.
    pub fn undo(&mut self) -> bool {
        let undone = self.session.undo();
        if undone {
            self.changed();
        }
        undone
    }

    /// Saves what could not be saved before. Says whether all is saved now.
    pub fn save(&mut self) -> bool {
        let now = (self.now)();
        let (session, pack) = (&self.session, self.session.pack());
        let saved = self.document.save(session.assessment(), pack, &session.progress().set_aside, &now);
        self.trouble = saved.err();
        self.has_saved = self.trouble.is_none();
        self.has_saved
    }

    /// What was worked out holds no longer, and the answers are to be saved.
    fn changed(&mut self) {
        (self.report, self.route) = (OnceCell::new(), None);
        self.save();
    }
}
