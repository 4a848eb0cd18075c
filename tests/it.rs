//! The one integration binary: everything is tested from outside here. Each module says what it holds.

// What the code must keep to: who may use whom, where the world outside may be named, lengths.
mod architecture;
// Every fault a pack can have, each with the text its author sees.
mod bad_packs;
// The engine against brute force.
mod oracle;
// The packs that tests use: the small sound one, and what differs from it.
mod packs;
// Answer files: damage, kills, locks.
mod store;
