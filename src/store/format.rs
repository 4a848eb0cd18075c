//! The names of the formats of answer files and replies.

/// The name of the format of answers, in every answer file.
pub const ANSWERS: &str = "obligato answers";

/// The name of the format of replies, in every reply.
pub const REPLY: &str = "obligato reply";
