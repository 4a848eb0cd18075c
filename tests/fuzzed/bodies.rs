//! What must hold for any input at all: a body for each fuzzer in `fuzz/fuzz_targets`. No input makes a body
//! panic, and each says what it asserts besides. `.ci/fuzz` looks for inputs that break one; `kept` holds every
//! body over those in `fuzz/corpus`.

/// Answer files.
pub mod answers;
/// Conditions.
pub mod condition;
/// Templates of drafts.
pub mod draft;
/// The bodies over the inputs that are kept.
#[cfg(test)]
mod kept;
/// Keys, pastes and sizes.
pub mod keys;
/// Packs.
pub mod pack;
/// Lines of the plain mode.
pub mod plain;
/// Flat records.
pub mod record;
/// Replies to letters.
pub mod reply;

use std::fs;
use std::path::Path;

use obligato::pack::Pack;
use obligato::shipped;
use obligato::store::{Against, AnswerFile, pack_named_in, read_answers, write_answers};
use obligato::text::is_plain;

use crate::tui::driver::TODAY;

/// What answers to `pack` are read against, whichever version of it they were made with.
fn against(pack: &Pack) -> Against<'_> {
    Against { pack, today: TODAY, rejudge: true }
}

/// Asserts that `text`, which a terminal shows, holds no control character but line ends.
fn assert_plain(text: &str) {
    let found = text.chars().find(|&character| character != '\n' && !is_plain(character));
    assert_eq!(found, None, "a control character in {text:?}");
}

/// Asserts that `file` is read back as it was written.
fn assert_read_back(file: &AnswerFile, pack: &Pack) {
    let written = write_answers(file, pack, &[]);
    let read = read_answers(&written, "written", &against(pack));
    let read = read.unwrap_or_else(|error| unreachable!("what was written is refused: {error}\n{written}"));
    assert_eq!(read, *file, "{written}");
}

/// Asserts that every answer file in `folder` is sound.
pub fn assert_sound(folder: &Path) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        // Other files lie beside the answers: reports, letters.
        let Ok(text) = fs::read_to_string(entry.path()) else { continue };
        let Some(pack) = pack_named_in(&text).and_then(|id| shipped::called(&id)) else { continue };
        let read = read_answers(&text, "saved", &Against::new(pack.pack(), TODAY));
        assert!(read.is_ok(), "{}: {read:?}\n{text}", entry.path().display());
    }
}
