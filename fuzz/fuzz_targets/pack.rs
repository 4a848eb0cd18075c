//! Any files as a pack: no panic, faults in plain words.
#![no_main]

use libfuzzer_sys::fuzz_target;
use obligato_fuzz::fuzzed::pack::check;

fuzz_target!(|data: &[u8]| check(data));
