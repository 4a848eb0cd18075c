//! Any text as a template of a draft: its faults are told in plain words, or a draft of it is plain text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use obligato_fuzz::fuzzed::draft::check;

fuzz_target!(|data: &[u8]| check(data));
