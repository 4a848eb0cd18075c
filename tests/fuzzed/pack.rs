use std::collections::BTreeMap;

use obligato::assessment::Assessment;
use obligato::check::{check as check_pack, render};
use obligato::pack::{Files, read};
use obligato::session::Session;
use obligato::shipped;

use crate::fuzzed::assert_plain;

/// A pack is read and checked, or its faults are told in plain words; what is read can be judged by. The input
/// is files of a pack, each below a line `=== PATH`; the rest of the pack is the skeleton.
pub fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let files = files_of(text);
    let findings = match read(&files) {
        Ok(pack) => {
            Session::new(&pack, Assessment::default()).report();
            check_pack(&pack, &files)
        }
        Err(findings) => findings,
    };
    assert_plain(&render(&findings, &files, true));
}

/// The files of the skeleton, with those in `text` in their place and beside them.
fn files_of(text: &str) -> Files {
    let skeleton = shipped::skeleton();
    let own = skeleton.paths().map(|path| (path.to_owned(), skeleton.text(path).to_owned()));
    let mut files: BTreeMap<String, String> = own.collect();
    for part in format!("\n{text}").split("\n=== ").skip(1) {
        let (path, content) = part.split_once('\n').unwrap_or((part, ""));
        files.insert(path.to_owned(), content.to_owned());
    }
    Files::new(files.into_iter().collect())
}
