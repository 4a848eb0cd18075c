//! Any text as a reply to a letter: it is refused in plain words, or what it offers can be taken over.
#![no_main]

use libfuzzer_sys::fuzz_target;
use obligato_fuzz::fuzzed::reply::check;

fuzz_target!(|data: &[u8]| check(data));
