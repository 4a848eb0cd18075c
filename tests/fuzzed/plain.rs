use obligato::plain::run;
use tempfile::TempDir;

use crate::fuzzed::{assert_plain, assert_sound};
use crate::tui::driver::setup;

/// Lines typed into the plain mode lead to plain text, and what is saved is sound.
pub fn check(mut data: &[u8]) {
    let folder = TempDir::new().expect("a folder");
    let mut said = Vec::new();
    run(setup(folder.path().to_owned()), &mut data, &mut said).expect("input and output in memory");
    assert_plain(&String::from_utf8(said).expect("text"));
    assert_sound(folder.path());
}
