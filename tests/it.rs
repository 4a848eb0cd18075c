//! The one integration test: a module for each part that is tried from outside.

/// Lines in, lines out: whole interviews as transcripts.
mod plain;
