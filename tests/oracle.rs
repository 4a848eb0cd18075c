//! The engine against brute force. The oracles here share no code with it. On packs made up of chance
//! one walks every point of small spaces, evaluates conditions it has made up itself, and looks at
//! each possible answer. On the shipped pack the other reads the text of the files.
//!
//! `OBLIGATO_CASES=120 cargo test --release --test it oracle -- --nocapture` runs 120 times as many
//! cases, and says how much was compared on the shipped pack: some fifteen million things.

#![expect(clippy::panic, reason = "a test that fails says why")]

// Boxes: where a condition stands, its prime boxes, reasons, what is nearest.
mod boxes;
// The language of conditions: any text is read or refused, and what is printed is read back.
mod conditions;
// Decision diagrams: the same sets in another form, and how many points they have.
mod diagrams;
// What changes between two packs, counted by going through every answer profile.
mod differences;
// What a check of a paper answers in the main assessment.
mod feeds;
// Interviews: what is next, what is set aside, how far it is.
mod interviews;
// Judgements, reasons and what is missing.
mod judging;
// What is proven of a model of judging, against the engine on the same cases.
mod model;
// Mutants, and which of them nobody could tell from the pack.
mod mutants;
// Packs made up of chance, as text for the engine and as truth tables for the oracle.
mod made_packs;
// Open legal points: whatever one moves, a report names it.
pub mod readings;
// Residuals: what can still matter once some is known and some never will be.
mod residuals;
// Numbers and dates at the values where rules tell them apart.
mod scales;
// The engine on the shipped pack, against the text of its files.
mod shipped;
// How chance is drawn, and how many cases there are.
pub mod tape;
// The rows of scenario sheets and the ways of graphs, at every point.
pub mod views;
// The way through an interview: where each question stands, and what answers settle.
mod ways;
// Small spaces as truth tables.
mod world;
