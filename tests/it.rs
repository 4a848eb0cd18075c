//! All tests that look at the program from outside, as one binary. Each module says what it holds.
//!
//! Tests that draw cases by chance or walk a grid look at a quarter of what is worth looking at;
//! `OBLIGATO_CASES=4 cargo test` looks at all of it, as `.ci/run` does.

// What the code must keep to: who may use whom, where the world outside may be named, lengths.
mod architecture;
// Every fault a pack can have, each with the text a user sees.
mod bad_packs;
// What a pack says of a business once, and what it offers without asking.
mod business;
// The proof that every question asked can matter, and packs whose compilation breaks it.
mod certificate;
// What `obligato` prints and how it ends, for good input and for bad.
mod cli;
// Decided legal points: who decided, when and why, and what that moves.
mod decisions;
// Drafts of papers: what they say, what the law wants in them, and templates that leave it out.
mod drafts;
// Worked examples, what they do not test, and the mutants that show it.
mod examples;
// Parts of long texts, for snapshots.
mod excerpts;
// The report in its forms: each read back by a parser of the form, with harmless text and hostile.
mod exports;
// The engine against brute force.
mod oracle;
// What must hold for any input at all, over the inputs kept for the fuzzers.
#[path = "fuzzed/bodies.rs"]
mod fuzzed;
// Answers that fit no question of today: who tells of them, and what ends it.
mod laid_aside;
// The words that carry a point of law.
mod law;
// Letters, the form for the reply in a real browser, and what taking a reply over does.
mod letters;
// Slips that would be wrong law, and what notices each.
mod mutations;
// Where answers come from: what is kept, what is dropped, what is taken back.
mod origins;
// The packs that check papers hold themselves to what the New Mexico pack does.
mod papers;
// The packs that tests use: the small sound one, and what differs from it.
mod packs;
// The pictures of the README are what the program draws.
mod pictures;
// A new pack: what is written, and what is never written over.
mod new_pack;
// Lines in, lines out: whole interviews as transcripts.
mod plain;
// Ranges of numbers and days, told as ranges.
mod ranges;
// Answers of another version of a pack: what is kept of it, and who tells what moved.
mod rejudged;
// What records of answers establish under the New Mexico pack.
mod reports;
// What is told of an obligation is the same in both front ends and in documents.
mod same_words;
// The same job in the wizard and by lines gives the same report.
mod same_report;
// The JSON Schemas, the readers they describe and the files they are about say the same.
mod schemas;
// Signatures on rules: what signing writes, who tells it, what opens it again.
mod signatures;
// The program over a long time: keys at random, compared with what they should do; kills, and calls that fail.
mod steady;
// Answer files: damage, kills and locks.
mod store;
// Warnings on answers that do not fit together: what brings them up, and who tells them.
mod warnings;
// Read-only views of a pack: sheets to sign, explanations and graphs, for good packs and hostile ones.
mod views;
// Pack files in their one form state what they stated, with every comment.
mod tidying;
// The full-screen front end: its screens at several sizes, its keys, and the real program in a
// pseudo-terminal.
#[path = "tui/wizard.rs"]
mod tui;
