//! The full-screen front end.

mod driver;
mod keys;
#[cfg(unix)]
mod pty;
mod screens;
mod sizes;
