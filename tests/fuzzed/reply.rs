use obligato::assessment::Assessment;
use obligato::plain::{WIDTH, text_of};
use obligato::reply::Offer;
use obligato::session::Session;
use obligato::shipped;
use obligato::store::{Against, AnswerFile, Stamp, read_reply};
use obligato::tell;

use crate::fuzzed::{assert_plain, assert_read_back};
use crate::tui::driver::{PACK, TODAY};

/// A reply to a letter is read, or refused in plain words; what it offers is told in plain words, and once taken
/// over is read back as it is written. In the input `@version`, `@digest` and `@mark` stand for those of the
/// letter, and a sum of zeros for the one that fits: the fuzzer cannot guess them.
pub fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let at = "2026-11-24T10:00:00Z".to_owned();
    let stamp = Stamp::from_pack(&PACK);
    let mut letter = AnswerFile { stamp, created: at.clone(), updated: at, assessment: Assessment::default() };
    let text = summed(&filled(text, &letter));
    let reply = match read_reply(&text, "it", &letter, &Against::new(&PACK, TODAY)) {
        Ok(reply) => reply,
        Err(error) => return assert_plain(&error.to_string()),
    };
    let words = shipped::words();
    let mut session = Session::new(&PACK, Assessment::default());
    let offer = Offer::compare_with(reply.entries(), &session);
    let told = tell::offer(&offer, &mut session, true, words);
    assert_plain(&text_of("offered", &told, WIDTH, words));
    session.answer_all(offer.entries_to_apply(true));
    session.report();
    letter.assessment = session.assessment().clone();
    assert_read_back(&letter, &PACK);
}

fn filled(text: &str, letter: &AnswerFile) -> String {
    let Stamp { version, digest, .. } = &letter.stamp;
    text.replace("@version", version).replace("@digest", digest).replace("@mark", &letter.mark())
}

/// `text` with the sum that fits in place of zeros.
fn summed(text: &str) -> String {
    let read = format!("{}\n", text.replace("\r\n", "\n").trim_end());
    let sum = format!("\"check\": \"{:08x}\"", crc32fast::hash(read.as_bytes()));
    text.replacen("\"check\": \"00000000\"", &sum, 1)
}
