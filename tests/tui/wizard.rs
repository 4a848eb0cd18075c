//! The full-screen front end.

pub mod driver;
mod keys;
#[cfg(unix)]
mod pty;
mod screens;
mod sizes;
