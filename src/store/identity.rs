//! Which file a name refers to, and how many names a file has.

use std::fs::{self, File};
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
#[cfg(unix)]
pub fn has_its_name(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let same =
        |other: fs::Metadata| file.metadata().is_ok_and(|mine| (mine.dev(), mine.ino()) == (other.dev(), other.ino()));
    path.symlink_metadata().is_ok_and(same)
}

/// Whether `path` still refers to `file`; nothing is known of it here.
#[cfg(not(unix))]
pub fn has_its_name(_: &File, _: &Path) -> bool {
    true
}
