//! All tests that look at the program from outside, as one binary.

// What `obligato` prints and how it ends, for good input and for bad.
mod cli;
// Lines in, lines out: whole interviews as transcripts.
mod plain;
// What records of answers establish under the New Mexico pack.
mod reports;
