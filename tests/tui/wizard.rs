//! The full-screen front end.

pub mod driver;
mod keys;
#[cfg(unix)]
pub mod pty;
mod screens;
pub mod sizes;
#[cfg(unix)]
pub mod terminal;
#[cfg(unix)]
mod typing;
