use std::sync::LazyLock;

use obligato::assessment::Assessment;
use obligato::check::render;
use obligato::draft::{draft_document, read_templates};
use obligato::export::{DocFormat, draw};
use obligato::pack::Files;
use obligato::session::Session;
use obligato::shipped;
use obligato::store::read_record;

use crate::fuzzed::{against, assert_plain};
use crate::tui::driver::PACK;

/// Answers that fill every blank of the shipped drafts.
static FILLED: LazyLock<Assessment> = LazyLock::new(|| {
    read_record(include_str!("../drafts/filled.json"), "filled.json", &against(&PACK)).expect("a sound record")
});

/// A template of a draft is read, or its faults are told in plain words; a draft of it is plain text.
pub fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let files = Files::new(vec![("draft.toml".to_owned(), text.to_owned())]);
    let templates = match read_templates(&PACK, &files) {
        Ok(templates) => templates,
        Err(findings) => return assert_plain(&render(&findings, &files, true)),
    };
    let words = shipped::words();
    for assessment in [Assessment::default(), FILLED.clone()] {
        let session = Session::new(&PACK, assessment);
        for template in &templates {
            let drawn = draw(&draft_document(template, &session, words), DocFormat::Text, words);
            assert_plain(&String::from_utf8(drawn).expect("text"));
        }
    }
}
