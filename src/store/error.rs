//! What can go wrong with a file of answers, in words a non-programmer can act on.

use std::io;
use std::path::{Path, PathBuf};

use crate::text::{of_error, shown};

/// Why a file could not be read or written.
#[derive(Debug)]
pub enum StoreError {
    /// The file or its folder could not be read or written.
    Io(PathBuf, io::Error),
    /// The file is not what it should be: where in it, what is wrong, and what to do.
    Bad {
        /// The file, or how the input is called.
        file: String,
        /// Where in it, as `line 3, column 5` or a name within it; empty for the file as a whole.
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
        /// Who holds it, as far as is known.
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
    /// A file of that name exists already.
    Exists(PathBuf),
}

impl std::fmt::Display for StoreError {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let path = |it: &Path| shown(&it.display().to_string());
        match self {
            Self::Io(file, error) => write!(to, "{}: {}", path(file), of_error(error)),
            Self::Bad { file, place, message, help } => {
                write!(to, "{}", shown(file))?;
                if !place.is_empty() {
                    write!(to, ", {}", shown(place))?;
                }
                write!(to, ": {}", shown(message))?;
                if !help.is_empty() {
                    write!(to, "\n  help: {}", shown(help))?;
                }
                Ok(())
            }
            Self::Held { path: file, by } => {
                write!(to, "{} is open elsewhere: {}\n  help: close it there first", path(file), shown(by))
            }
            Self::OtherVersion { file, made_with, here } => write!(
                to,
                "{}: made with version {} of the pack; this program has {}\n  help: the answers are kept; open it with `obligato start FILE --rejudge`, or report it with `--rejudge`, to judge them anew",
                shown(file),
                shown(made_with),
                shown(here)
            ),
            Self::Exists(file) => {
                write!(to, "{} exists already\n  help: choose another name, or replace it with `--force`", path(file))
            }
        }
    }
}

impl std::error::Error for StoreError {}
