//! The compiled conditions of a pack.

use std::fmt;
use std::sync::OnceLock;

use crate::boxes::Primes;
use crate::pack::model::ids::ConditionId;

/// The conditions of a pack, by [`ConditionId`]. Those of a shipped pack stay as the bytes that the
/// build wrote until one is asked for: a list of assessments needs few of them, and a title none.
#[derive(Clone, Default)]
pub struct CompiledConditions {
    all: Vec<OnceLock<Primes>>,
    /// The bytes of each, for those that are not decoded yet.
    baked: Vec<&'static [u8]>,
}

impl CompiledConditions {
    /// Takes conditions that are compiled.
    pub fn compiled(all: Vec<Primes>) -> Self {
        Self { all: all.into_iter().map(OnceLock::from).collect(), baked: Vec::new() }
    }

    /// Takes the conditions from what [`CompiledConditions::bytes`] returned.
    ///
    /// # Errors
    /// If these bytes are something else.
    pub fn from_bytes(bytes: &'static [u8]) -> Result<Self, postcard::Error> {
        let baked: Vec<&[u8]> = postcard::from_bytes(bytes)?;
        Ok(Self { all: vec![OnceLock::new(); baked.len()], baked })
    }

    /// Returns the conditions as bytes.
    ///
    /// # Errors
    /// If one of them cannot be written, which is a fault of the program.
    pub fn bytes(&self) -> Result<Vec<u8>, postcard::Error> {
        let each: Vec<Vec<u8>> = self.iter().map(postcard::to_allocvec).collect::<Result<_, _>>()?;
        let bytes: Vec<ConditionBytes<'_>> = each.iter().map(|one| ConditionBytes(one)).collect();
        postcard::to_allocvec(&bytes)
    }

    /// Returns the condition `id`.
    ///
    /// # Panics
    /// If `id` is of another pack.
    pub fn condition(&self, id: ConditionId) -> &Primes {
        self.all.get(id.0).expect("a condition of this pack").get_or_init(|| self.decode(id.0))
    }

    /// The conditions in order.
    pub fn iter(&self) -> impl Iterator<Item = &Primes> {
        (0..self.all.len()).map(|at| self.condition(ConditionId(at)))
    }

    fn decode(&self, at: usize) -> Primes {
        let bytes = self.baked.get(at).copied().unwrap_or_default();
        postcard::from_bytes(bytes).expect("what the build wrote")
    }
}

impl fmt::Debug for CompiledConditions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// Bytes that are written as such.
struct ConditionBytes<'a>(&'a [u8]);

impl serde::Serialize for ConditionBytes<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}
