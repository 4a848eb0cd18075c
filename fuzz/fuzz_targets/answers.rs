//! Any text as an answer file: it opens or is refused in plain words; what opens is read back as it is written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use obligato_fuzz::fuzzed::answers::check;

fuzz_target!(|data: &[u8]| check(data));
