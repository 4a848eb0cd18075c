use obligato::store::{fits_its_sum, read_answers};

use crate::fuzzed::{against, assert_plain, assert_read_back};
use crate::tui::driver::PACK;

/// An answer file opens, or is refused in plain words; what opens is read back as it is written.
pub fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    fits_its_sum(text);
    match read_answers(text, "it", &against(&PACK)) {
        Ok(file) => assert_read_back(&file, &PACK),
        Err(error) => assert_plain(&error.to_string()),
    }
}
