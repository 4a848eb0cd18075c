//! What is worth knowing of an open answer file, though nothing failed.

use std::path::PathBuf;

/// What is worth knowing of an open answer file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileNotice {
    /// The disk has no locks: nobody is kept off the file.
    Unlocked,
    /// It is written, but it is not sure that it survives a power cut.
    Unsynced,
    /// The file or its folder is read-only: nothing can be saved here.
    ReadOnly,
    /// Something else changed the file, or took its name: that version stays, and the answers are here now.
    KeptBoth {
        /// The version of something else.
        theirs: PathBuf,
        /// The answers.
        ours: PathBuf,
    },
    /// The file has a second name: once it is saved, the two are separate files.
    SecondName,
    /// The file does not fit its sum: it was changed outside of this program.
    Changed,
}
