//! Whether the pack that documents are made with was checked.

use std::path::Path;

use crate::check::check;
use crate::example::{read_examples, run_example};
use crate::export::PackState;
use crate::interview::Interview;
use crate::pack::{Files, Pack, load, read};
use crate::shipped;

/// Returns what is known of `pack`, which was read from `folder` unless it is a shipped one. Checks a
/// pack in a folder, which can take a second.
pub fn pack_state(pack: &Pack, folder: Option<&Path>) -> PackState {
    if shipped::called(&pack.id).is_some_and(|shipped| shipped.decode().digest == pack.digest) {
        return PackState::BuiltIn;
    }
    let Some(Ok(files)) = folder.map(load) else { return PackState::Unchecked };
    match read(&files) {
        Ok(now) if now.digest == pack.digest => {
            PackState::Checked { findings: check(&now, &files).len() + count_failing_examples(&now, &files) }
        }
        Ok(_) | Err(_) => PackState::Unchecked,
    }
}

fn count_failing_examples(pack: &Pack, files: &Files) -> usize {
    let (examples, _) = read_examples(pack, files);
    let mut interview = Interview::new(pack);
    examples.iter().filter(|example| !run_example(&mut interview, example).is_empty()).count()
}
