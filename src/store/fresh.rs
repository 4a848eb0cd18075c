//! Fills a new or empty folder with files.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use crate::store::error::StoreError;

/// Creates `folder` and writes `files` into it: paths within it, with `/` between parts, and their
/// contents. Never overwrites anything.
///
/// # Errors
/// That something is in the folder already, or why a file could not be written.
pub fn fill_folder(folder: &Path, files: &[(String, String)]) -> Result<(), StoreError> {
    let fault = |path: &Path, error| StoreError::Io(path.to_owned(), error);
    fs::create_dir_all(folder).map_err(|error| fault(folder, error))?;
    if fs::read_dir(folder).map_err(|error| fault(folder, error))?.next().is_some() {
        return Err(StoreError::Bad {
            file: folder.display().to_string(),
            place: String::new(),
            message: "this folder is not empty".to_owned(),
            help: "name a new folder or an empty one".to_owned(),
        });
    }
    for (path, text) in files {
        let path = path.split('/').fold(folder.to_owned(), |folder, part| folder.join(part));
        write(&path, text).map_err(|error| fault(&path, error))?;
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
