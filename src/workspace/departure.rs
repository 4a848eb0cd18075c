//! How a front end was left.

/// How a front end was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Departure {
    /// Why.
    pub cause: LeaveCause,
    /// Whether every answer is saved.
    pub is_saved: bool,
}

/// Why a front end was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeaveCause {
    /// Somebody wanted to, or the input has ended.
    Wish,
    /// The system asked for the end, by this signal.
    Signal(i32),
    /// The terminal is gone.
    NoTerminal,
}
