use obligato::export::{DocFormat, ReportOptions, draw, report_document};
use obligato::report::Report;
use obligato::session::Session;
use obligato::shipped;
use obligato::store::{AnswerFile, Stamp, read_record};

use crate::fuzzed::{against, assert_plain, assert_read_back};
use crate::tui::driver::PACK;

/// A flat record is read, or refused in plain words; what is read gives a report in plain text, and is read back
/// as it is written.
pub fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let assessment = match read_record(text, "it", &against(&PACK)) {
        Ok(assessment) => assessment,
        Err(error) => return assert_plain(&error.to_string()),
    };
    let at = "2026-11-24T10:00:00Z".to_owned();
    let file = AnswerFile { stamp: Stamp::from_pack(&PACK), created: at.clone(), updated: at, assessment };
    assert_read_back(&file, &PACK);
    let report = Session::new(&PACK, file.assessment).report();
    assert_plain(&in_text(&report));
}

fn in_text(report: &Report<'_>) -> String {
    let words = shipped::words();
    let drawn = draw(&report_document(report, &ReportOptions::default(), words), DocFormat::Text, words);
    String::from_utf8(drawn).expect("text")
}
