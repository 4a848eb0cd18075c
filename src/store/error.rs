//! Errors of answer files, in words a non-programmer can act on.

use std::io;
use std::path::PathBuf;

use crate::store::format::MAX_BYTES;
use crate::text::{of_error, shortened, shown};

/// The most characters that are shown of what stands in a file.
const MAX_SHOWN: usize = 300;

/// Why a file could not be read or written.
#[derive(Debug)]
pub enum StoreError {
    /// The file or its folder could not be read or written.
    Io(PathBuf, io::Error),
    /// The file is not in the expected form.
    Bad {
        /// The file, or the name of the input.
        file: String,
        /// The place in it, as `line 3, column 5` or a name; empty for the file as a whole.
        place: String,
        /// What is wrong.
        message: String,
        /// What to do.
        help: String,
    },
    /// Somebody else has the file open.
    Held {
        /// The file.
        path: PathBuf,
        /// Who holds it, if known.
        by: String,
    },
    /// The file was made with another version of the pack, and may be judged anew on request.
    OtherVersion {
        /// The file.
        file: String,
        /// The version it was made with.
        made_with: String,
        /// The version this program has.
        here: String,
    },
    /// A file of that name already exists.
    Exists(PathBuf),
    /// The file is written under its name, but its folder could not be synced.
    NotSynced(PathBuf, io::Error),
    /// The file or its folder is read-only: it can be looked at, but not saved.
    ReadOnly(PathBuf),
    /// The answers would be too large to be opened again, so they were not written.
    TooLarge(PathBuf),
}

impl StoreError {
    /// Adds to `help` how to keep what can still be read of a damaged answer file.
    pub fn with_rescue(help: &str) -> String {
        let end = if help.ends_with('?') { "" } else { ";" };
        format!("{help}{end} `obligato rescue FILE` copies the answers that can still be read to a new file")
    }

    /// Returns the file, escaped for display.
    pub fn file(&self) -> String {
        match self {
            Self::Io(path, _)
            | Self::Held { path, .. }
            | Self::Exists(path)
            | Self::NotSynced(path, _)
            | Self::ReadOnly(path)
            | Self::TooLarge(path) => shown(&path.display().to_string()),
            Self::Bad { file, .. } | Self::OtherVersion { file, .. } => shown(file),
        }
    }

    /// Returns the place within the file, or `None` for the file as a whole.
    pub fn place(&self) -> Option<String> {
        match self {
            Self::Bad { place, .. } => Some(shown(&shortened(place, MAX_SHOWN))).filter(|text| !text.is_empty()),
            Self::Io(..)
            | Self::Held { .. }
            | Self::OtherVersion { .. }
            | Self::Exists(_)
            | Self::NotSynced(..)
            | Self::ReadOnly(_)
            | Self::TooLarge(_) => None,
        }
    }

    /// What is wrong.
    pub fn message(&self) -> String {
        match self {
            Self::Io(_, error) => of_error(error),
            Self::Bad { message, .. } => shown(&shortened(message, MAX_SHOWN)),
            Self::Held { by, .. } => format!("is open elsewhere: {}", shown(by)),
            Self::OtherVersion { made_with, here, .. } => {
                let made_with = shown(&shortened(made_with, MAX_SHOWN));
                format!("made with version {made_with} of the pack; this program has {}", shown(here))
            }
            Self::Exists(_) => "already exists".to_owned(),
            Self::NotSynced(_, error) => {
                format!("written, but it is not sure that it survives a power cut: {}", of_error(error))
            }
            Self::ReadOnly(_) => "this file can only be read, so nothing can be saved here".to_owned(),
            Self::TooLarge(_) => {
                format!("the answers would take more than the {} MiB that can be opened again", MAX_BYTES >> 20)
            }
        }
    }

    /// What to do.
    pub fn help(&self) -> Option<String> {
        let help = match self {
            Self::Io(..) | Self::NotSynced(..) => "",
            Self::Bad { help, .. } => help,
            Self::Held { .. } => "close it there first",
            Self::OtherVersion { .. } => {
                "the answers are kept; to work out the results again, use `obligato start FILE --rejudge` or `obligato report FILE --rejudge`"
            }
            Self::Exists(_) => "choose another name, or replace it with `--force`",
            Self::ReadOnly(_) => "copy it to a folder of your own, and open the copy",
            Self::TooLarge(_) => "shorten the longest notes; the file on the disk is as it was",
        };
        Some(shown(help)).filter(|text| !text.is_empty())
    }

    /// Returns the file, the place and the message in one line.
    pub fn one_line(&self) -> String {
        let (file, message) = (self.file(), self.message());
        match (self, self.place()) {
            (Self::Held { .. } | Self::Exists(_), _) => format!("{file} {message}"),
            (_, Some(place)) => format!("{file}, {place}: {message}"),
            (_, None) => format!("{file}: {message}"),
        }
    }
}

impl std::fmt::Display for StoreError {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "{}", self.one_line())?;
        self.help().map_or(Ok(()), |help| write!(to, "\n  help: {help}"))
    }
}

impl std::error::Error for StoreError {}
