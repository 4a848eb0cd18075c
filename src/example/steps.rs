//! Finds the step or note of an obligation that begins with given words.

use crate::pack::Obligation;

/// The step or note that given words refer to.
pub enum Meant {
    /// This conditional step or note, by its place among all of them.
    One(usize),
    /// Several conditional ones.
    Several,
    /// Only steps or notes that are always shown.
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
