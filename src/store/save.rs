//! Reads and writes files so that an interruption at any moment leaves either the old content or
//! the new, whole.

use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::regular_file::{self, require_regular};
use crate::store::error::StoreError;
use crate::store::format::MAX_BYTES;
use crate::store::prepared::PreparedFile;

/// Reads the file at `path` as text, if it is no larger than an answer file may be.
///
/// # Errors
/// Why it could not be read, or that it is too large or not text.
pub fn read_text(path: &Path) -> Result<String, StoreError> {
    String::from_utf8(read_bytes(path)?).map_err(|error| {
        let help = "is this the right file?";
        let holds_answers = String::from_utf8_lossy(error.as_bytes()).contains("\"value\"");
        StoreError::Bad {
            file: path.display().to_string(),
            place: format!("byte {}", error.utf8_error().valid_up_to()),
            message: "this is not UTF-8 text".to_owned(),
            help: if holds_answers { StoreError::with_rescue(help) } else { help.to_owned() },
        }
    })
}

/// Reads the file at `path` as [`read_text`] does, with a placeholder for what is not text.
///
/// # Errors
/// Why it could not be read.
pub fn read_damaged_text(path: &Path) -> Result<String, StoreError> {
    Ok(String::from_utf8_lossy(&read_bytes(path)?).into_owned())
}

/// The bytes at `path`: of a file that is too large, one more than it may have.
fn read_bytes(path: &Path) -> Result<Vec<u8>, StoreError> {
    let most = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    regular_file::read_start(path, most).map_err(|error| StoreError::Io(path.to_owned(), error))
}

/// Reads the text within the first `most` bytes of the file at `path`.
///
/// # Errors
/// Why it could not be read.
pub fn read_start(path: &Path, most: u64) -> io::Result<String> {
    let bytes = regular_file::read_start(path, most)?;
    let whole = bytes.utf8_chunks().next().map_or("", |it| it.valid());
    Ok(whole.to_owned())
}

/// Replaces the content of `path` by `bytes`: writes a new file beside it, syncs it to disk,
/// renames it, then syncs the folder. Only the owner may read it.
///
/// # Errors
/// Why it could not be written; then the old file is as it was. Or that it is written, but its folder
/// could not be synced.
pub fn write_safely(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), StoreError> {
    put(path, bytes.as_ref(), None)
}

fn put(path: &Path, bytes: &[u8], rights: Option<Permissions>) -> Result<(), StoreError> {
    let fault = |error| StoreError::Io(path.to_owned(), error);
    PreparedFile::write(folder_of(path), bytes, rights).and_then(|file| file.replace(path)).map_err(fault)?;
    sync_folder_of(path)
}

/// Replaces the content of the file at `path` by `text`, like [`write_safely`], but keeps its
/// permissions. A link to a file stays a link.
///
/// # Errors
/// Why it could not be written; then the old file is as it was.
pub fn replace_file(path: &Path, text: &str) -> Result<(), StoreError> {
    let fault = |error| StoreError::Io(path.to_owned(), error);
    let path = path.canonicalize().map_err(fault)?;
    let found = fs::metadata(&path).map_err(fault)?;
    require_regular(&found).map_err(fault)?;
    put(&path, text.as_bytes(), Some(found.permissions()))
}

/// Writes `bytes` to a new file at `path`, or over an ordinary file if `replace` is set. A link, a device
/// or a folder is never replaced.
///
/// # Errors
/// Why it could not be written, or that there is something of this name.
pub fn write_new(path: &Path, bytes: impl AsRef<[u8]>, replace: bool) -> Result<(), StoreError> {
    let fault = |error| StoreError::Io(path.to_owned(), error);
    match path.symlink_metadata() {
        Ok(_) if !replace => return Err(StoreError::Exists(path.to_owned())),
        Ok(found) if found.is_symlink() => {
            let message = "this is a link, which is not replaced: name the file itself";
            return Err(fault(io::Error::new(ErrorKind::InvalidInput, message)));
        }
        Ok(found) => require_regular(&found).map_err(fault)?,
        Err(_) => {}
    }
    let file = PreparedFile::write(folder_of(path), bytes.as_ref(), None).map_err(fault)?;
    if replace {
        file.replace(path).map_err(fault)?;
    } else if file.put_new(path).map_err(fault)?.is_some() {
        return Err(StoreError::Exists(path.to_owned()));
    }
    sync_folder_of(path)
}

/// Creates `folder`, which only its owner may enter.
pub fn make_folder(folder: &Path) -> Result<(), StoreError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder).map_err(|error| StoreError::Io(folder.to_owned(), error))
}

/// Returns the folder that holds `path`.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Syncs the folder that holds `path`, so that its name there survives a power cut.
///
/// # Errors
/// That it is written, but may not survive one.
#[cfg(unix)]
pub fn sync_folder_of(path: &Path) -> Result<(), StoreError> {
    match File::open(folder_of(path)).and_then(|folder| folder.sync_all()) {
        // Some disks do not sync folders; there is no more to be done.
        Err(error) if !matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => {
            Err(StoreError::NotSynced(path.to_owned(), error))
        }
        _ => Ok(()),
    }
}

/// Folders are not synced here.
#[cfg(not(unix))]
pub fn sync_folder_of(_: &Path) -> Result<(), StoreError> {
    Ok(())
}
