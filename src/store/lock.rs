//! One program at a time per answer file.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use crate::regular_file::require_regular;
use crate::store::error::StoreError;
use crate::store::identity::{has_its_name, has_other_names};
use crate::store::save::folder_of;

/// What a lock file begins with, before who holds it.
const MARK: &str = "obligato lock: ";

/// What lock files of version 0.1.0 begin with.
const EARLIER_MARK: &str = "process ";

/// The most bytes of a lock file.
const MAX_BYTES: u64 = 400;

/// A lock on an answer file, released when it is dropped or the program ends. It locks a small file
/// beside it, because each save replaces the answer file itself.
#[derive(Debug)]
pub struct Lock {
    file: File,
    path: PathBuf,
    /// Whether this program made the file, or an earlier run of it: only then it is written and removed.
    is_own: bool,
    /// Whether the disk has locks.
    holds: bool,
}

impl Lock {
    /// Locks the answer file at `path`; `who` is reported to a second opener. Where the disk has no
    /// locks, the lock holds nobody off ([`Lock::holds`]).
    ///
    /// # Errors
    /// Who holds it, or why it could not be held.
    pub fn acquire(path: &Path, who: &str) -> Result<Self, StoreError> {
        let beside = beside(path);
        let fault = |error| StoreError::Io(beside.clone(), error);
        loop {
            let mut file = open_or_create(&beside).map_err(fault)?;
            let holds = match try_lock(&file) {
                Ok(()) => true,
                Err(TryLockError::WouldBlock) => {
                    return Err(StoreError::Held { path: path.to_owned(), by: holder(&mut file) });
                }
                Err(TryLockError::Error(error)) if is_without_locks(&error) => false,
                Err(TryLockError::Error(error)) => return Err(fault(error)),
            };
            // The previous holder may have unlinked the file since it was opened here.
            if !has_its_name(&file, &beside).map_err(fault)? {
                continue;
            }
            // What something else put there is locked, but neither changed nor removed.
            let is_own = is_own(&mut file).map_err(fault)?;
            if is_own {
                write_holder(&mut file, who).map_err(fault)?;
            }
            return Ok(Self { file, path: beside, is_own, holds });
        }
    }

    /// Whether it keeps others off; not where the disk has no locks.
    pub fn holds(&self) -> bool {
        self.holds
    }

    /// Whether its file is still there. If not, others may have locked a new one.
    ///
    /// # Errors
    /// Why that cannot be told.
    pub fn is_in_place(&self) -> Result<bool, StoreError> {
        has_its_name(&self.file, &self.path).map_err(|error| StoreError::Io(self.path.clone(), error))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Unlinking the file while holding it keeps the folder tidy. Another program that has just
        // opened it sees that it has lost its name, and opens it again.
        if self.is_own && self.is_in_place().is_ok_and(|is_in_place| is_in_place) {
            let _ = fs::remove_file(&self.path);
        }
        let _ = self.file.unlock();
    }
}

/// Opens the lock file at `path` for its owner only, or creates it. A link is not followed, and a pipe is
/// not waited for.
fn open_or_create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600).custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed());
    }
    let taken = || io::Error::new(ErrorKind::InvalidInput, "something else has the name of this lock: remove it");
    if fs::symlink_metadata(path).is_ok_and(|found| !found.is_file()) {
        return Err(taken());
    }
    let file = options.open(path)?;
    require_regular(&file.metadata()?).map_err(|_| taken())?;
    Ok(file)
}

/// Tries to lock `file`, again where a signal came in between.
fn try_lock(file: &File) -> Result<(), TryLockError> {
    loop {
        match file.try_lock() {
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

/// Whether `error` says that the disk has no locks.
fn is_without_locks(error: &io::Error) -> bool {
    #[cfg(unix)]
    if error.raw_os_error() == Some(rustix::io::Errno::NOLCK.raw_os_error()) {
        return true;
    }
    error.kind() == ErrorKind::Unsupported
}

/// Who holds `file`.
fn holder(file: &mut File) -> String {
    let text = start_of(file).unwrap_or_default();
    let by = text.strip_prefix(MARK).unwrap_or(&text).trim();
    if by.is_empty() { "by another program".to_owned() } else { by.to_owned() }
}

/// Whether `file` is empty, or a lock that this program left, under one name only.
fn is_own(file: &mut File) -> io::Result<bool> {
    let text = start_of(file)?;
    let has_mark = text.starts_with(MARK) || text.starts_with(EARLIER_MARK);
    Ok((text.is_empty() || has_mark) && !has_other_names(&file.metadata()?))
}

/// The text of `file`; a mark of replacement for what is more than a lock holds.
fn start_of(file: &mut File) -> io::Result<String> {
    let mut bytes = Vec::new();
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    let is_short = u64::try_from(bytes.len()).is_ok_and(|length| length <= MAX_BYTES);
    let text = String::from_utf8(bytes).ok().filter(|_| is_short);
    Ok(text.unwrap_or_else(|| char::REPLACEMENT_CHARACTER.to_string()))
}

fn write_holder(file: &mut File, who: &str) -> io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    file.write_all(format!("{MARK}{who}").as_bytes())
}

fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    folder_of(path).join(format!(".{name}.lock"))
}
