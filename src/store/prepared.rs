//! A file that is written whole and synced beside its place, and then put there at once.

use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

use crate::store::identity::has_its_name;

/// What the names of files that are being written begin with.
pub const PREFIX: &str = ".obligato-";

/// A file that is written, but not in its place yet. It is locked, so that nobody takes it for one that a
/// kill left behind; dropped, it is removed.
pub struct PreparedFile(NamedTempFile);

impl PreparedFile {
    /// Writes `bytes` to a file in `folder` and syncs it; only the owner may read it, unless `rights` say
    /// otherwise.
    pub fn write(folder: &Path, bytes: &[u8], rights: Option<Permissions>) -> io::Result<Self> {
        let Self(file) = Self::write_unsynced(folder, bytes)?;
        if let Some(rights) = rights {
            file.as_file().set_permissions(rights)?;
        }
        file.as_file().sync_all()?;
        Ok(Self(file))
    }

    /// The same without syncing: for what is to outlive the program, not the power.
    pub fn write_unsynced(folder: &Path, bytes: &[u8]) -> io::Result<Self> {
        let mut file = locked(folder)?;
        file.write_all(bytes)?;
        Ok(Self(file))
    }

    /// Puts it at `path`, in place of what is there.
    pub fn replace(self, path: &Path) -> io::Result<()> {
        self.0.persist(path).map(drop).map_err(|failed| failed.error)
    }

    /// Puts it at `path`, where nothing is; gives it back where something is.
    pub fn put_new(self, path: &Path) -> io::Result<Option<Self>> {
        match self.0.persist_noclobber(path) {
            Ok(_) => Ok(None),
            Err(failed) if failed.error.kind() == ErrorKind::AlreadyExists => Ok(Some(Self(failed.file))),
            // Some disks can neither rename without replacing nor give a file a second name.
            Err(failed) if is_unable(&failed.error) && fs::symlink_metadata(path).is_err() => {
                Self(failed.file).replace(path).map(|()| None)
            }
            Err(failed) => Err(failed.error),
        }
    }
}

/// Whether `error` may say that the disk lacks what was asked of it.
fn is_unable(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput | ErrorKind::PermissionDenied)
}

/// A new file in `folder`, locked.
fn locked(folder: &Path) -> io::Result<NamedTempFile> {
    loop {
        // The builder of temporary files makes them readable only by their owner.
        let file = tempfile::Builder::new().prefix(PREFIX).tempfile_in(folder)?;
        // Where the disk has no locks, nobody removes what is not locked either.
        let _ = file.as_file().lock();
        if has_its_name(file.as_file(), file.path())? {
            return Ok(file);
        }
    }
}

/// Removes from `folder` the files that a kill left half written: nobody holds them.
pub fn remove_leftovers(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        remove_leftover(&entry);
    }
}

/// Removes `entry` of a folder, if a kill left it half written.
pub fn remove_leftover(entry: &fs::DirEntry) {
    let is_ours = entry.file_name().to_string_lossy().starts_with(PREFIX);
    if !is_ours || !entry.file_type().is_ok_and(|kind| kind.is_file()) {
        return;
    }
    let path = entry.path();
    let Ok(file) = File::open(&path) else { return };
    if file.try_lock().is_ok() && has_its_name(&file, &path).is_ok_and(|has| has) {
        let _ = fs::remove_file(&path);
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use crate::store::prepared::{PREFIX, PreparedFile, remove_leftovers};

    /// How many files are in `folder`.
    fn count(folder: &TempDir) -> usize {
        folder.path().read_dir().expect("a folder").count()
    }

    #[test]
    fn what_is_being_written_is_kept_and_what_nobody_holds_is_removed() {
        let folder = TempDir::new().expect("a folder");
        let synced = PreparedFile::write(folder.path(), b"half an answer", None).expect("a file");
        let unsynced = PreparedFile::write_unsynced(folder.path(), b"half a word").expect("a file");
        std::fs::write(folder.path().join(format!("{PREFIX}left")), "half").expect("a file");
        std::fs::create_dir(folder.path().join(format!("{PREFIX}folder"))).expect("a folder");
        remove_leftovers(folder.path());
        assert_eq!(count(&folder), 3, "both files and the folder");
        drop((synced, unsynced));
        assert_eq!(count(&folder), 1);
    }
}
