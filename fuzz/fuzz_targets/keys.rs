//! Any keys, pastes and sizes into the wizard: the screen is plain text, and what is saved is sound.
#![no_main]

use libfuzzer_sys::fuzz_target;
use obligato_fuzz::fuzzed::keys::check;

fuzz_target!(|data: &[u8]| check(data));
