//! What an answer of an older version of the pack means today.

use serde::{Deserialize, Serialize};

use crate::pack::model::ids::QuestionId;

/// The number of a version, part by part.
pub type VersionNumber = [u64; 3];

/// An answer that older versions took, and what becomes of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OlderAnswer {
    /// The question, by its name of today.
    pub question: QuestionId,
    /// The first version that no longer takes the answer so.
    pub before: VersionNumber,
    /// The answer as it was: an option id, `yes` or `no`.
    pub was: String,
    /// The answer of today that it is read as, in the same way. Without one it is set aside.
    pub now: Option<String>,
    /// Why.
    pub why: String,
}

/// Parses a version such as `1.2.0`.
pub fn version_number(text: &str) -> Option<VersionNumber> {
    let mut parts = text.split('.').map(|part| part.parse().ok());
    let number = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(number)
}
