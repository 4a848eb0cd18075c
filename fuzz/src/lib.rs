//! The bodies of the fuzzers, where the tests have them, under the names they have there.

#[path = "../../tests/fuzzed/bodies.rs"]
pub mod fuzzed;
#[path = "../../tests/tui"]
pub mod tui {
    pub mod driver;
}
