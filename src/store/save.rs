//! Reads and writes files so that an interruption at any moment leaves either the old content or
//! the new, whole.

use std::fs::{self, File, Permissions};
use std::io::{self, Write as _};
use std::path::Path;

use crate::regular_file;
use crate::store::error::StoreError;
use crate::store::format::MAX_BYTES;

/// Reads the file at `path` as text, if it is no larger than an answer file may be.
///
/// # Errors
/// Why it could not be read, or that it is too large or not text.
pub fn read_text(path: &Path) -> Result<String, StoreError> {
    let most = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let bytes = regular_file::read_start(path, most).map_err(|error| StoreError::Io(path.to_owned(), error))?;
    String::from_utf8(bytes).map_err(|error| StoreError::Bad {
        file: path.display().to_string(),
        place: format!("byte {}", error.utf8_error().valid_up_to()),
        message: "this is not UTF-8 text".to_owned(),
        help: "is this the right file?".to_owned(),
    })
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
/// Why it could not be written; then the old file is as it was.
pub fn write_safely(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), StoreError> {
    put(path, bytes.as_ref(), None).map_err(|error| StoreError::Io(path.to_owned(), error))
}

fn put(path: &Path, bytes: &[u8], rights: Option<Permissions>) -> io::Result<()> {
    let folder = folder_of(path);
    // The builder of temporary files makes them readable only by their owner.
    let mut file = tempfile::Builder::new().prefix(".obligato-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    if let Some(rights) = rights {
        file.as_file().set_permissions(rights)?;
    }
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// Replaces the content of the file at `path` by `text`, like [`write_safely`], but keeps its
/// permissions. A link to a file stays a link.
///
/// # Errors
/// Why it could not be written; then the old file is as it was.
pub fn replace_file(path: &Path, text: &str) -> Result<(), StoreError> {
    let fault = |error| StoreError::Io(path.to_owned(), error);
    let path = path.canonicalize().map_err(fault)?;
    let rights = fs::metadata(&path).map_err(fault)?.permissions();
    put(&path, text.as_bytes(), Some(rights)).map_err(fault)
}

/// Writes `bytes` to a new file at `path`, or over an old one if `replace` is set.
///
/// # Errors
/// Why it could not be written, or that there is such a file.
pub fn write_new(path: &Path, bytes: impl AsRef<[u8]>, replace: bool) -> Result<(), StoreError> {
    if !replace && path.symlink_metadata().is_ok() {
        return Err(StoreError::Exists(path.to_owned()));
    }
    write_safely(path, bytes)
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

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
