//! What can be wrong with a condition, and where in it.

use std::ops::Range;

/// A fault in one condition, in the author's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// A short permanent name of this kind of fault.
    pub code: &'static str,
    /// The bytes of the condition that are at fault.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl Fault {
    /// A fault with no help line.
    pub fn new(code: &'static str, span: Range<usize>, message: impl Into<String>) -> Self {
        Self { code, span, message: message.into(), help: None }
    }

    /// The same fault with a help line.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// The most characters of a name for which a similar one is looked for: longer ones are no typing error.
const MAX_NAME: usize = 100;

/// Returns the name most like `wanted`, if one is close enough to be a typing error. Capitals do not
/// count.
pub fn nearest_name<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let length = wanted.chars().take(MAX_NAME + 1).count();
    if length > MAX_NAME {
        return None;
    }
    let small = wanted.to_lowercase();
    let limit = (length / 3).max(1);
    // Names whose lengths differ by more are not compared letter by letter.
    let similar = names.filter(|name| name.chars().count().abs_diff(length) <= limit);
    let near = similar.map(|name| (strsim::damerau_levenshtein(&small, &name.to_lowercase()), name));
    near.filter(|&(distance, _)| distance <= limit).min().map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use crate::condition::fault::{MAX_NAME, nearest_name};

    /// How many names are looked at for one of `length` letters, all of them but one like it.
    fn looked_at(length: usize) -> usize {
        let (wanted, looked) = ("x".repeat(length), Cell::new(0));
        let names = [wanted.clone() + "y", "y".repeat(length / 3)];
        let _ = nearest_name(&wanted, names.iter().map(String::as_str).inspect(|_| looked.set(looked.get() + 1)));
        looked.get()
    }

    #[test]
    fn nothing_is_compared_with_a_name_that_is_too_long() {
        assert_eq!(looked_at(MAX_NAME), 2);
        assert_eq!(looked_at(MAX_NAME + 1), 0);
        assert_eq!(nearest_name(&"x".repeat(MAX_NAME), ["x", "xy"].into_iter()), None);
        assert_eq!(nearest_name("glbaa", ["glba", "hipaa"].into_iter()), Some("glba"));
    }
}
