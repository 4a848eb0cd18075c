//! The full-screen front end.

#[cfg(unix)]
pub mod doors;
pub mod driver;
mod keys;
#[cfg(unix)]
pub mod pty;
mod screens;
pub mod sizes;
#[cfg(unix)]
mod typing;
