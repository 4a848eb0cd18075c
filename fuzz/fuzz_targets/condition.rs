//! Any text as a condition: no panic, faults in plain words, what prints reads back the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use obligato_fuzz::fuzzed::condition::check;

fuzz_target!(|data: &[u8]| check(data));
