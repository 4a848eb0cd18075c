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
use crate::store::strict;

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
    /// Saved, and held while the lock lives.
    Held(HeldFile),
}

/// An answer file on the disk that this program holds.
#[derive(Debug)]
struct HeldFile {
    path: PathBuf,
    /// What is in it: what was last read or written.
    text: String,
    #[expect(dead_code, reason = "it is held by being kept")]
    lock: Lock,
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
        let earlier = EarlierFile::new(&text, against);
        let held = HeldFile { path: path.to_owned(), text, lock };
        let mut document = Self::at(FilePlace::Held(held), file.created, who);
        document.earlier = earlier;
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
            FilePlace::Named(path) | FilePlace::Held(HeldFile { path, .. }) => Some(path),
        }
    }

    /// Keeps the file as it is on the disk beside it, in place of what was kept before an earlier merge.
    /// Returns where.
    ///
    /// # Errors
    /// Why it could not be kept.
    pub fn keep_before_merge(&self) -> Result<Option<PathBuf>, StoreError> {
        let FilePlace::Held(HeldFile { path, text, .. }) = &self.place else { return Ok(None) };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // A name that begins with a dot is never listed.
        let kept = path.with_file_name(format!(".{name}.before-merge"));
        write_safely(&kept, text)?;
        Ok(Some(kept))
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
        // What is written is read by the same rules: nothing on the disk gives way to what could not be opened.
        if strict::parse(&text, "").is_err() {
            return Err(StoreError::TooLarge(self.path().unwrap_or(Path::new("")).to_owned()));
        }
        let new = match &mut self.place {
            FilePlace::Held(held) => {
                write_safely(&held.path, &text)?;
                held.text = text;
                return Ok(());
            }
            FilePlace::Named(path) => {
                make_folder(folder_of(path))?;
                path.clone()
            }
            FilePlace::New(folder) => folder.new_path(assessment, pack)?,
        };
        let lock = Lock::acquire(&new, &self.who)?;
        write_safely(&new, &text)?;
        self.place = FilePlace::Held(HeldFile { path: new, text, lock });
        Ok(())
    }
}
