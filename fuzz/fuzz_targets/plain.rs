//! Any lines into the plain mode over the shipped pack: plain text comes out, and what is saved is sound.
#![no_main]

use libfuzzer_sys::fuzz_target;
use obligato_fuzz::fuzzed::plain::check;

fuzz_target!(|data: &[u8]| check(data));
