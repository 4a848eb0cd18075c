//! Which file a name refers to, and how many names a file has.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Whether what `found` tells of has more than one name.
#[cfg(unix)]
pub fn has_other_names(found: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    found.nlink() > 1
}

/// Whether what `found` tells of has more than one name; nothing is known of it here.
#[cfg(not(unix))]
pub fn has_other_names(_: &fs::Metadata) -> bool {
    false
}

/// Whether `path` still refers to `file`.
///
/// # Errors
/// Why that cannot be told.
#[cfg(unix)]
pub fn has_its_name(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    let mine = file.metadata()?;
    match path.symlink_metadata() {
        Ok(other) => Ok((mine.dev(), mine.ino()) == (other.dev(), other.ino())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Whether `path` still refers to `file`; nothing is known of it here.
#[cfg(not(unix))]
pub fn has_its_name(_: &File, _: &Path) -> io::Result<bool> {
    Ok(true)
}
