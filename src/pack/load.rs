//! Reads the files of a pack from a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::pack::files::Files;
use crate::regular_file;

/// The most bytes one file of a pack may have.
const MAX_FILE: u64 = 4 << 20;

/// The most bytes all files of a pack may have.
const MAX_BYTES: u64 = 16 << 20;

/// The most files and folders that are looked at.
const MAX_ENTRIES: usize = 10_000;

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
                "{} is too large for a pack: at most {MAX_FILES} files of {} MiB, {} MiB together",
                shown(path),
                MAX_FILE >> 20,
                MAX_BYTES >> 20
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
    let mut found = FoundFiles::default();
    found.collect(folder, "", 0)?;
    Ok(Files::new(found.files))
}

/// What is found under the folder of a pack.
#[derive(Default)]
struct FoundFiles {
    files: Vec<(String, String)>,
    /// How many entries of folders were looked at.
    looked_at: usize,
    /// How many bytes were read.
    bytes: u64,
}

impl FoundFiles {
    fn collect(&mut self, folder: &Path, within: &str, depth: usize) -> Result<(), LoadError> {
        let fault = |error| LoadError::Io(folder.to_owned(), error);
        for entry in fs::read_dir(folder).map_err(fault)? {
            let entry = entry.map_err(fault)?;
            self.looked_at += 1;
            if self.looked_at > MAX_ENTRIES {
                return Err(LoadError::TooLarge(folder.to_owned()));
            }
            let path = entry.path();
            let name = format!("{within}{}", entry.file_name().to_string_lossy());
            if path.is_dir() && depth < MAX_DEPTH {
                self.collect(&path, &format!("{name}/"), depth + 1)?;
            } else if path.extension().is_some_and(|extension| extension == "toml") {
                if self.files.len() >= MAX_FILES {
                    return Err(LoadError::TooLarge(folder.to_owned()));
                }
                let text = self.read(&path)?;
                self.files.push((name, text));
            }
        }
        Ok(())
    }

    /// Reads the file at `path`, as far as a pack may still grow.
    fn read(&mut self, path: &Path) -> Result<String, LoadError> {
        let most = MAX_FILE.min(MAX_BYTES - self.bytes);
        let bytes = regular_file::read_start(path, most + 1).map_err(|error| LoadError::Io(path.to_owned(), error))?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if length > most {
            return Err(LoadError::TooLarge(path.to_owned()));
        }
        self.bytes += length;
        String::from_utf8(bytes).map_err(|_| LoadError::NotText(path.to_owned()))
    }
}
