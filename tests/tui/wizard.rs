//! The full-screen front end.

#[cfg(unix)]
mod doors;
pub mod driver;
mod keys;
#[cfg(unix)]
mod pty;
mod screens;
mod sizes;
#[cfg(unix)]
mod typing;
