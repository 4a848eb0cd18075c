//! An open answer file: its path, and saving after every answer.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::assessment::Assessment;
use crate::pack::{Pack, QuestionId};
use crate::store::earlier::EarlierFile;
use crate::store::error::StoreError;
use crate::store::file::{Against, AnswerFile, mark, read_answers, write_answers};
use crate::store::folder::{Folder, check_path};
use crate::store::held::{HeldFile, Saved};
use crate::store::identity::has_other_names;
use crate::store::notice::FileNotice;
use crate::store::save::{folder_of, make_folder, read_text};
use crate::store::stamp::Stamp;
use crate::store::strict;
use crate::store::sum::fits_its_sum;
use crate::store::typing::typed_path;

/// An open answer file. A new one gets its name and its place on disk with its first answer.
#[derive(Debug)]
pub struct OpenFile {
    place: FilePlace,
    created: String,
    who: String,
    /// The file as it was opened, if it was made with another version of the pack.
    earlier: Option<EarlierFile>,
    notices: Vec<FileNotice>,
}

#[derive(Debug)]
enum FilePlace {
    /// Not saved yet; a new file in this folder.
    New(Folder),
    /// Not saved yet; a new file of this name.
    Named(PathBuf),
    /// On the disk, and held.
    Held(HeldFile),
    /// On the disk, to be looked at only.
    ReadOnly(PathBuf),
}

impl OpenFile {
    /// Creates a new answer file in `folder`. `now` is an RFC 3339 time; `who` is reported to a
    /// second opener.
    pub fn new_in(folder: Folder, now: &str, who: &str) -> Self {
        Self::at(FilePlace::New(folder), now.to_owned(), who)
    }

    /// Creates a new answer file at `path`, where none exists yet.
    pub fn new_at(path: &Path, now: &str, who: &str) -> Self {
        Self::at(FilePlace::Named(path.to_owned()), now.to_owned(), who)
    }

    fn at(place: FilePlace, created: String, who: &str) -> Self {
        Self { place, created, who: who.to_owned(), earlier: None, notices: Vec::new() }
    }

    /// Opens the answer file at `path` and locks it; where nothing can be written, only to look at it.
    /// Writes nothing until it is saved.
    ///
    /// # Errors
    /// Who holds it, or what is wrong with it.
    pub fn open(path: &Path, against: &Against<'_>, who: &str) -> Result<(Self, Assessment), StoreError> {
        let mut notices = Vec::new();
        let opened =
            if is_read_only(path) { Err(StoreError::ReadOnly(path.to_owned())) } else { HeldFile::open(path, who) };
        let (text, place) = match opened {
            Ok(held) => {
                notices.extend((!held.is_locked()).then_some(FileNotice::Unlocked));
                (held.text().to_owned(), FilePlace::Held(held))
            }
            Err(StoreError::ReadOnly(path)) => (read_text(&path)?, FilePlace::ReadOnly(path)),
            Err(StoreError::Io(_, error)) if is_refused(&error) => {
                (read_text(path)?, FilePlace::ReadOnly(path.to_owned()))
            }
            Err(error) => return Err(error),
        };
        if matches!(place, FilePlace::ReadOnly(_)) {
            notices.push(FileNotice::ReadOnly);
        } else if path.metadata().is_ok_and(|found| has_other_names(&found)) {
            notices.push(FileNotice::SecondName);
        }
        let file = read_answers(&text, &path.display().to_string(), against)?;
        notices.extend((!fits_its_sum(&text)).then_some(FileNotice::Changed));
        let mut document = Self::at(place, file.created, who);
        (document.earlier, document.notices) = (EarlierFile::new(&text, against), notices);
        Ok((document, file.assessment))
    }

    /// Opens the answer file of the check `paper` beside this one, or creates it, named after this
    /// one.
    ///
    /// # Errors
    /// Who holds it, or what is wrong with it; or that this one is not saved yet.
    pub fn open_check(&self, paper: &Pack, today: Date, now: &str) -> Result<(Self, Assessment), StoreError> {
        let FilePlace::Held(HeldFile { path, .. }) = &self.place else {
            let unsaved = std::io::Error::from(std::io::ErrorKind::NotFound);
            return Err(StoreError::Io(self.path().unwrap_or(Path::new("")).to_owned(), unsaved));
        };
        let path = check_path(path, &paper.id);
        if path.symlink_metadata().is_err() {
            return Ok((Self::new_at(&path, now, &self.who), Assessment::default()));
        }
        Self::open(&path, &Against::new(paper, today), &self.who)
    }

    /// Returns the file as it was opened, if it was made with another version of the pack.
    pub fn earlier(&self) -> Option<&EarlierFile> {
        self.earlier.as_ref()
    }

    /// The same, to say what to compare it with.
    pub fn earlier_mut(&mut self) -> Option<&mut EarlierFile> {
        self.earlier.as_mut()
    }

    /// What is worth knowing of it since it was opened or last saved.
    pub fn notices(&self) -> &[FileNotice] {
        &self.notices
    }

    /// Whether it is on disk and locked.
    pub fn is_held(&self) -> bool {
        matches!(self.place, FilePlace::Held(..))
    }

    /// Returns the mark that distinguishes this assessment, of the pack called `pack`, from others.
    pub fn mark(&self, pack: &str) -> String {
        mark(pack, &self.created)
    }

    /// Returns its path, or `None` before its first answer.
    pub fn path(&self) -> Option<&Path> {
        match &self.place {
            FilePlace::New(_) => None,
            FilePlace::Named(path) | FilePlace::Held(HeldFile { path, .. }) | FilePlace::ReadOnly(path) => Some(path),
        }
    }

    /// Returns the path of the file for what is typed and no answer yet.
    pub fn typed_path(&self) -> PathBuf {
        let new = Path::new("new.json");
        match &self.place {
            FilePlace::New(folder) => typed_path(&folder.path().join(new)),
            FilePlace::Named(_) | FilePlace::Held(_) | FilePlace::ReadOnly(_) => typed_path(self.path().unwrap_or(new)),
        }
    }

    /// Keeps the file as it is on the disk beside it, in place of what was kept before an earlier merge.
    /// Returns where.
    ///
    /// # Errors
    /// Why it could not be kept.
    pub fn keep_before_merge(&self) -> Result<Option<PathBuf>, StoreError> {
        match &self.place {
            FilePlace::Held(held) => held.keep_before_merge().map(Some),
            FilePlace::New(_) | FilePlace::Named(_) | FilePlace::ReadOnly(_) => Ok(None),
        }
    }

    /// Saves `assessment`. On return, it is on disk; [`Self::notices`] tells what else there is to know.
    ///
    /// # Errors
    /// Why it could not be saved; then what was there before is still there.
    pub fn save(
        &mut self,
        assessment: &Assessment,
        pack: &Pack,
        set_aside: &[QuestionId],
        now: &str,
    ) -> Result<(), StoreError> {
        let file = AnswerFile {
            stamp: Stamp::from_pack(pack),
            created: self.created.clone(),
            updated: now.to_owned(),
            assessment: assessment.clone(),
        };
        let text = write_answers(&file, pack, set_aside);
        // What is written is read by the same rules: nothing on the disk gives way to what could not be opened.
        if strict::parse(&text, "").is_err() {
            return Err(StoreError::TooLarge(self.path().unwrap_or(Path::new("")).to_owned()));
        }
        let (path, is_named) = match &mut self.place {
            FilePlace::Held(held) => {
                let saved = held.save(text, &self.who)?;
                self.notices.clear();
                self.note(saved);
                return Ok(());
            }
            FilePlace::ReadOnly(path) => return Err(StoreError::ReadOnly(path.clone())),
            FilePlace::Named(path) => {
                make_folder(folder_of(path))?;
                (path.clone(), true)
            }
            FilePlace::New(folder) => (folder.path_for(assessment, pack)?, false),
        };
        let (held, saved) = HeldFile::create(&path, text, &self.who)?;
        let theirs = (is_named && held.path != path).then_some(path);
        self.notices.extend((!held.is_locked()).then_some(FileNotice::Unlocked));
        self.place = FilePlace::Held(held);
        self.note(Saved { theirs, ..saved });
        Ok(())
    }

    /// Notes what there is to know of a save.
    fn note(&mut self, saved: Saved) {
        let ours = self.path().map(Path::to_owned).unwrap_or_default();
        self.notices.extend(saved.theirs.map(|theirs| FileNotice::KeptBoth { theirs, ours }));
        self.notices.extend((!saved.is_synced).then_some(FileNotice::Unsynced));
    }
}

/// Whether the file at `path` is marked as read-only.
fn is_read_only(path: &Path) -> bool {
    path.metadata().is_ok_and(|found| found.is_file() && found.permissions().readonly())
}

/// Whether `error` says that nothing can be written there.
fn is_refused(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem)
}
