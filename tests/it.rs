//! The one integration binary: everything is tested from outside here. Each module says what it holds.

// Every fault a pack can have, each with the text a user sees.
mod bad_packs;
// The engine against brute force.
mod oracle;
// The packs that tests use: the small sound one, and what differs from it.
mod packs;
