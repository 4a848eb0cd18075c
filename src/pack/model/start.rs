//! What is left of the conditions of a pack before the first answer.

use std::borrow::Cow;

use crate::boxes::Residual;

/// The residuals of all conditions at the start of an interview in which no legal point is decided. The
/// build script computes them for shipped packs, so that the first question shows without one condition
/// being looked at; the interview over a pack read from files computes them when it begins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StartResiduals(Cow<'static, [u8]>);

impl StartResiduals {
    /// Keeps `residuals`.
    ///
    /// # Errors
    /// If one of them cannot be written, which is a fault of the program.
    pub fn new(residuals: &[Residual]) -> Result<Self, postcard::Error> {
        postcard::to_allocvec(residuals).map(|bytes| Self(bytes.into()))
    }

    /// Takes the residuals from what [`StartResiduals::bytes`] returned.
    pub fn from_bytes(bytes: &'static [u8]) -> Self {
        Self(bytes.into())
    }

    /// Returns the residuals as bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Returns the residuals, if they were computed ahead.
    ///
    /// # Panics
    /// If the bytes are something else.
    pub fn residuals(&self) -> Option<Vec<Residual>> {
        (!self.0.is_empty()).then(|| postcard::from_bytes(&self.0).expect("what the build wrote"))
    }
}
