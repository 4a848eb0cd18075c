//! Reads the files of a pack from a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::pack::files::Files;

/// The most bytes one file of a pack may have.
const MAX_FILE: u64 = 4 << 20;

/// The most files a pack may have.
const MAX_FILES: usize = 1_000;

/// The maximum depth of folders in a pack.
const MAX_DEPTH: usize = 2;

/// The reasons why a folder cannot be read as a pack.
#[derive(Debug)]
pub enum LoadError {
    /// A file or folder could not be read.
    Io(PathBuf, io::Error),
    /// A file is not UTF-8 text.
    NotText(PathBuf),
    /// A file, or the number of files, is over the limit.
    TooLarge(PathBuf),
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let shown = |path: &Path| crate::text::shown(&path.display().to_string());
        match self {
            Self::Io(path, error) => write!(to, "cannot read {}: {}", shown(path), crate::text::of_error(error)),
            Self::NotText(path) => write!(to, "{} is not UTF-8 text", shown(path)),
            Self::TooLarge(path) => write!(
                to,
                "{} is too large for a pack: at most {MAX_FILES} files of {} MiB",
                shown(path),
                MAX_FILE >> 20
            ),
        }
    }
}

impl std::error::Error for LoadError {}

/// Reads the `.toml` files under `folder`.
///
/// # Errors
/// What could not be read, and why.
pub fn load(folder: &Path) -> Result<Files, LoadError> {
    let mut found = Vec::new();
    collect(folder, "", 0, &mut found)?;
    Ok(Files::new(found))
}

fn collect(folder: &Path, within: &str, depth: usize, found: &mut Vec<(String, String)>) -> Result<(), LoadError> {
    let fault = |error| LoadError::Io(folder.to_owned(), error);
    for entry in fs::read_dir(folder).map_err(fault)? {
        let entry = entry.map_err(fault)?;
        let path = entry.path();
        let name = format!("{within}{}", entry.file_name().to_string_lossy());
        if path.is_dir() && depth < MAX_DEPTH {
            collect(&path, &format!("{name}/"), depth + 1, found)?;
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            if found.len() >= MAX_FILES {
                return Err(LoadError::TooLarge(folder.to_owned()));
            }
            found.push((name, text(&path)?));
        }
    }
    Ok(())
}

fn text(path: &Path) -> Result<String, LoadError> {
    let fault = |error| LoadError::Io(path.to_owned(), error);
    if fs::metadata(path).map_err(fault)?.len() > MAX_FILE {
        return Err(LoadError::TooLarge(path.to_owned()));
    }
    let bytes = fs::read(path).map_err(fault)?;
    String::from_utf8(bytes).map_err(|_| LoadError::NotText(path.to_owned()))
}
