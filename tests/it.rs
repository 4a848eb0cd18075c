//! The integration tests, in one binary.

/// The full-screen front end: its screens at several sizes, its keys, and the real program in a
/// pseudo-terminal.
#[path = "tui/wizard.rs"]
mod tui;
