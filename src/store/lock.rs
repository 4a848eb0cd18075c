//! One program at a time per answer file.

use std::fs::{File, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use crate::store::error::StoreError;
use crate::store::save::{folder_of, open_private};

/// A lock on an answer file, released when it is dropped or the program ends. It locks a small file
/// beside it, because each save replaces the answer file itself.
#[derive(Debug)]
pub struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Locks the answer file at `path`; `who` is reported to a second opener.
    ///
    /// # Errors
    /// Who holds it, or why it could not be held.
    pub fn acquire(path: &Path, who: &str) -> Result<Self, StoreError> {
        let beside = beside(path);
        let fault = |error| StoreError::Io(beside.clone(), error);
        let mut file = open_private(&beside).map_err(fault)?;
        match file.try_lock() {
            // The previous holder may have unlinked the file since it was opened here.
            Ok(()) if !has_its_name(&file, &beside) => return Self::acquire(path, who),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut by = String::new();
                let _ = file.take(200).read_to_string(&mut by);
                let by = if by.trim().is_empty() { "by another program".to_owned() } else { by.trim().to_owned() };
                return Err(StoreError::Held { path: path.to_owned(), by });
            }
            Err(TryLockError::Error(error)) => return Err(fault(error)),
        }
        file.set_len(0).map_err(fault)?;
        file.rewind().map_err(fault)?;
        file.write_all(who.as_bytes()).map_err(fault)?;
        Ok(Self { file, path: beside })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Unlinking the file while holding it keeps the folder tidy. Another program that has just
        // opened it sees that it has lost its name, and opens it again.
        let _ = std::fs::remove_file(&self.path);
        let _ = self.file.unlock();
    }
}

/// Whether `path` still refers to `file`.
#[cfg(unix)]
fn has_its_name(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let same = |other: std::fs::Metadata| {
        file.metadata().is_ok_and(|mine| (mine.dev(), mine.ino()) == (other.dev(), other.ino()))
    };
    path.metadata().is_ok_and(same)
}

#[cfg(not(unix))]
fn has_its_name(_: &File, _: &Path) -> bool {
    true
}

fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    folder_of(path).join(format!(".{name}.lock"))
}
