//! An open answer file: its path, and saving after every answer.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::assessment::Assessment;
use crate::pack::{Pack, QuestionId};
use crate::store::earlier::EarlierFile;
use crate::store::error::StoreError;
use crate::store::file::{Against, AnswerFile, mark, read_answers, write_answers};
use crate::store::folder::{Folder, check_path};
use crate::store::lock::Lock;
use crate::store::save::{folder_of, make_folder, read_text, write_safely};
use crate::store::stamp::Stamp;
use crate::store::typing::typed_path;

/// An open answer file. A new one gets its name and its place on disk with its first answer.
#[derive(Debug)]
pub struct OpenFile {
    place: FilePlace,
    created: String,
    who: String,
    /// The file as it was opened, if it was made with another version of the pack.
    earlier: Option<EarlierFile>,
}

#[derive(Debug)]
enum FilePlace {
    /// Not saved yet; a new file in this folder.
    New(Folder),
    /// Not saved yet; a new file of this name.
    Named(PathBuf),
    /// Saved at this path, and held while the lock lives.
    Held(PathBuf, #[expect(dead_code, reason = "it is held by being kept")] Lock),
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
        Self { place, created, who: who.to_owned(), earlier: None }
    }

    /// Opens the answer file at `path` and locks it. Writes nothing until it is saved.
    ///
    /// # Errors
    /// Who holds it, or what is wrong with it.
    pub fn open(path: &Path, against: &Against<'_>, who: &str) -> Result<(Self, Assessment), StoreError> {
        // Reads it once before locking, to report a file that does not exist, and again afterwards,
        // because another program may have saved it in between.
        read_text(path)?;
        let lock = Lock::acquire(path, who)?;
        let text = read_text(path)?;
        let file = read_answers(&text, &path.display().to_string(), against)?;
        let mut document = Self::at(FilePlace::Held(path.to_owned(), lock), file.created, who);
        document.earlier = EarlierFile::new(&text, against);
        Ok((document, file.assessment))
    }

    /// Opens the answer file of the check `paper` beside this one, or creates it, named after this
    /// one.
    ///
    /// # Errors
    /// Who holds it, or what is wrong with it; or that this one is not saved yet.
    pub fn open_check(&self, paper: &Pack, today: Date, now: &str) -> Result<(Self, Assessment), StoreError> {
        let FilePlace::Held(path, _) = &self.place else {
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
            FilePlace::Named(path) | FilePlace::Held(path, _) => Some(path),
        }
    }

    /// Returns the path of the file for what is typed and no answer yet.
    pub fn typed_path(&self) -> PathBuf {
        let new = Path::new("new.json");
        match &self.place {
            FilePlace::New(folder) => typed_path(&folder.path().join(new)),
            FilePlace::Named(_) | FilePlace::Held(..) => typed_path(self.path().unwrap_or(new)),
        }
    }

    /// Saves `assessment`. On return, it is on disk.
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
        let new = match &self.place {
            FilePlace::Held(path, _) => return write_safely(path, &text),
            FilePlace::Named(path) => {
                make_folder(folder_of(path))?;
                path.clone()
            }
            FilePlace::New(folder) => folder.new_path(assessment, pack)?,
        };
        let lock = Lock::acquire(&new, &self.who)?;
        write_safely(&new, &text)?;
        self.place = FilePlace::Held(new, lock);
        Ok(())
    }
}
