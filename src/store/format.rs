//! The names of the formats of answer files and replies, and how large their files may be.

/// The name of the format of answers, in every answer file.
pub const ANSWERS: &str = "obligato answers";

/// The name of the format of replies, in every reply.
pub const REPLY: &str = "obligato reply";

/// The most bytes of an answer file, a record or a reply: read and written.
pub const MAX_BYTES: usize = 4 << 20;

/// The version of the format of answers.
pub const VERSION: u64 = 1;
