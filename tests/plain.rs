//! The line by line front end, as transcripts: what is typed is data, what comes out is a snapshot.

/// What happens when the input or the disk misbehaves.
mod edges;
/// Whole interviews, and moving about in them.
mod interview;
/// Random input.
mod random;
/// How a transcript is made.
pub mod scene;
/// The menus, in a terminal.
mod terminal;
