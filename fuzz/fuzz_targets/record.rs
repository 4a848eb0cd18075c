//! Any text as a flat record: it is refused in plain words, or gives a report in plain text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use obligato_fuzz::fuzzed::record::check;

fuzz_target!(|data: &[u8]| check(data));
