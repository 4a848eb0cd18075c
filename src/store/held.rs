//! An answer file on the disk that this program holds: saved in place, unless something else changed it.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::store::error::StoreError;
use crate::store::folder::numbered_paths;
use crate::store::lock::Lock;
use crate::store::prepared::{PreparedFile, remove_leftovers};
use crate::store::save::{folder_of, read_text, sync_folder_of, write_safely};

/// An answer file on the disk that this program holds.
#[derive(Debug)]
pub struct HeldFile {
    /// What it is called, as the user named it.
    pub path: PathBuf,
    /// The file itself, where `path` is a link.
    real: PathBuf,
    /// What is in it: what was last read or written.
    text: String,
    lock: Lock,
}

/// What came of a save.
#[derive(Debug)]
pub struct Saved {
    /// The version of something else, which stays; the answers have a new name.
    pub theirs: Option<PathBuf>,
    /// Whether the folder was synced.
    pub is_synced: bool,
}

impl HeldFile {
    /// Locks the file at `path` and reads it.
    ///
    /// # Errors
    /// Who holds it, or why it could not be read.
    pub fn open(path: &Path, who: &str) -> Result<Self, StoreError> {
        // Reads it once before locking, to report a file that does not exist, and again afterwards,
        // because another program may have saved it in between.
        read_text(path)?;
        let real = real_path(path)?;
        let lock = Lock::acquire(&real, who)?;
        remove_leftovers(folder_of(&real));
        let text = read_text(&real)?;
        Ok(Self { path: path.to_owned(), real, text, lock })
    }

    /// Writes `text` to a new file: the first of `path` and the same with numbers that nothing has.
    ///
    /// # Errors
    /// Why it could not be written.
    pub fn create(path: &Path, text: String, who: &str) -> Result<(Self, Saved), StoreError> {
        let file = prepare(path, &text)?;
        let (held, is_synced) = put_first_free(file, numbered_paths(path), text, who)?;
        remove_leftovers(folder_of(&held.real));
        Ok((held, Saved { theirs: None, is_synced }))
    }

    /// What is in it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether its lock keeps others off.
    pub fn is_locked(&self) -> bool {
        self.lock.holds()
    }

    /// Saves `text` in it. If something else has changed it, that version stays, and `text` goes to a file
    /// with a new name.
    ///
    /// # Errors
    /// Why it could not be saved; then what was there before is still there.
    pub fn save(&mut self, text: String, who: &str) -> Result<Saved, StoreError> {
        let file = prepare(&self.real, &text)?;
        // As late as can be: what comes in between is a matter of microseconds.
        if !self.is_locked_again(who)? || self.is_changed()? {
            let theirs = self.path.clone();
            let is_synced;
            (*self, is_synced) = put_first_free(file, numbered_paths(&self.path).skip(1), text, who)?;
            return Ok(Saved { theirs: Some(theirs), is_synced });
        }
        file.replace(&self.real).map_err(|error| StoreError::Io(self.path.clone(), error))?;
        self.text = text;
        Ok(Saved { theirs: None, is_synced: sync_folder_of(&self.real).is_ok() })
    }

    /// Keeps what is in it in a file beside it that is never listed, in place of what was kept before.
    /// Returns where.
    ///
    /// # Errors
    /// Why it could not be kept.
    pub fn keep_before_merge(&self) -> Result<PathBuf, StoreError> {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let kept = self.path.with_file_name(format!(".{name}.before-merge"));
        write_safely(&kept, &self.text)?;
        Ok(kept)
    }

    /// Locks it anew if the file of its lock is gone. Returns whether it is locked: `false` if another
    /// program has locked it meanwhile.
    fn is_locked_again(&mut self, who: &str) -> Result<bool, StoreError> {
        if self.lock.is_in_place()? {
            return Ok(true);
        }
        match Lock::acquire(&self.real, who) {
            Ok(lock) => self.lock = lock,
            Err(StoreError::Held { .. }) => return Ok(false),
            Err(error) => return Err(error),
        }
        Ok(true)
    }

    /// Whether something else is in it than what was last read or written. A file that is gone has
    /// nothing to lose.
    fn is_changed(&self) -> Result<bool, StoreError> {
        match read_text(&self.real) {
            Ok(text) => Ok(text != self.text),
            Err(StoreError::Io(_, error)) if error.kind() == ErrorKind::NotFound => Ok(false),
            // Something that is no answer file has its name.
            Err(StoreError::Io(_, error))
                if !matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::IsADirectory) =>
            {
                Err(StoreError::Io(self.path.clone(), error))
            }
            Err(_) => Ok(true),
        }
    }
}

fn prepare(path: &Path, text: &str) -> Result<PreparedFile, StoreError> {
    let file = PreparedFile::write(folder_of(path), text.as_bytes(), None);
    file.map_err(|error| StoreError::Io(path.to_owned(), error))
}

/// Puts `file`, which holds `text`, at the first of `paths` that nothing has, and locks it. Returns whether
/// the folder was synced.
fn put_first_free(
    mut file: PreparedFile,
    mut paths: impl Iterator<Item = PathBuf>,
    text: String,
    who: &str,
) -> Result<(HeldFile, bool), StoreError> {
    let mut last = PathBuf::new();
    for path in &mut paths {
        // Without a look first, a lock would be left beside each name that is taken.
        if path.symlink_metadata().is_ok() {
            continue;
        }
        let lock = match Lock::acquire(&path, who) {
            Ok(lock) => lock,
            Err(StoreError::Held { .. }) => continue,
            Err(error) => return Err(error),
        };
        match file.put_new(&path).map_err(|error| StoreError::Io(path.clone(), error))? {
            None => {
                let is_synced = sync_folder_of(&path).is_ok();
                return Ok((HeldFile { real: path.clone(), path, text, lock }, is_synced));
            }
            Some(back) => file = back,
        }
        last = path;
    }
    Err(StoreError::Exists(last))
}

/// Returns the file at `path` itself, if that is a link.
fn real_path(path: &Path) -> Result<PathBuf, StoreError> {
    let fault = |error| StoreError::Io(path.to_owned(), error);
    if path.symlink_metadata().map_err(fault)?.is_symlink() {
        return path.canonicalize().map_err(fault);
    }
    Ok(path.to_owned())
}
