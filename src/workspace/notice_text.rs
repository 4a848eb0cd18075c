//! What is worth knowing of an answer file, in words.

use std::path::Path;

use crate::store::FileNotice;
use crate::text::shown;
use crate::words::Words;

/// What `notice` says of an answer file.
pub fn notice_text(notice: &FileNotice, words: &Words) -> String {
    let of = &words.common.file_notice;
    let name = |path: &Path| shown(&path.display().to_string());
    match notice {
        FileNotice::Unlocked => of.unlocked.to_owned(),
        FileNotice::Unsynced => of.unsynced.to_owned(),
        FileNotice::ReadOnly => of.read_only.to_owned(),
        FileNotice::KeptBoth { theirs, ours } => of.kept_both(name(ours), name(theirs)),
        FileNotice::SecondName => of.second_name.to_owned(),
        FileNotice::Changed => of.changed.to_owned(),
    }
}
