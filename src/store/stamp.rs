//! The identity of a pack in the files made with it.

use serde::Deserialize;

use crate::pack::Pack;

/// The pack a file was made with.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Stamp {
    /// The pack's permanent name.
    pub id: String,
    /// Its version.
    pub version: String,
    /// The SHA-256 of its files.
    pub digest: String,
}

impl Stamp {
    /// The stamp of `pack`.
    pub fn from_pack(pack: &Pack) -> Self {
        Self { id: pack.id.clone(), version: pack.version.clone(), digest: pack.digest.clone() }
    }
}
