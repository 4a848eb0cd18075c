//! The engine against brute force. The oracle here shares no code with it: it walks every point of
//! small spaces, evaluates conditions it has made up itself, and looks at each possible answer.
//!
//! `OBLIGATO_CASES=30 cargo test --release oracle` runs thirty times as many cases.

#![expect(clippy::panic, reason = "a test that fails says why")]

// Boxes: where a condition stands, its prime boxes, reasons, what is nearest.
mod boxes;
// The language of conditions: any text is read or refused, and what is printed is read back.
mod conditions;
// Interviews: what is next, what is set aside, how far it is.
mod interviews;
// Judgements, reasons and what is missing.
mod judging;
// Packs made up of chance, as text for the engine and as truth tables for the oracle.
mod made_packs;
// Residuals: what can still matter once some is known and some never will be.
mod residuals;
// Numbers and dates at the values where rules tell them apart.
mod scales;
// How chance is drawn, and how many cases there are.
pub mod tape;
// The way through an interview: where each question stands, and what answers settle.
mod ways;
// Small spaces as truth tables.
mod world;
