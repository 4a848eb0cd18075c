//! Which step or note of an obligation is meant by its first words.

use crate::pack::Obligation;

/// What some first words mean.
pub enum Meant {
    /// This conditional step or note, by its place among all.
    One(usize),
    /// Several conditional ones.
    Several,
    /// Only some that are always shown.
    Unconditional,
    /// Nothing.
    None,
}

/// The conditional step or note of `obligation` whose text begins with `start`.
pub fn steps_starting(obligation: &Obligation, start: &str) -> Meant {
    let fits: Vec<_> = obligation.advice().enumerate().filter(|(_, step)| step.text.starts_with(start)).collect();
    let mut conditional = fits.iter().filter(|(_, step)| step.when.is_some());
    match (conditional.next(), conditional.next()) {
        (Some((at, _)), None) => Meant::One(*at),
        (Some(_), Some(_)) => Meant::Several,
        (None, _) if fits.is_empty() => Meant::None,
        (None, _) => Meant::Unconditional,
    }
}
