//! The words of the interface. They stand in `assets/words/LANGUAGE`, and the build script makes
//! them fields and methods of [`Words`]: `words.export.why`, `words.export.named(id, title)`. A text
//! or a blank that is missing does not compile, and the compiler names those that nobody uses.

use std::fmt::{Display, Write as _};

pub use written::{ENGLISH, Words};

/// Picks one text out of the words.
pub type Label = fn(&Words) -> &'static str;

/// What the build script wrote.
#[allow(
    clippy::pedantic,
    clippy::wrong_self_convention,
    missing_docs,
    reason = "names and texts are those of the files"
)]
mod written {
    use std::fmt::Display;

    use crate::words::fill;

    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

/// `template` with each `{key}` replaced by its value.
fn fill(template: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut text = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let found = after.split_once('}').and_then(|(key, tail)| {
            let (_, value) = values.iter().find(|(name, _)| *name == key)?;
            Some((value, tail))
        });
        rest = if let Some((value, tail)) = found {
            let _ = write!(text, "{value}");
            tail
        } else {
            text.push('{');
            after
        };
    }
    text + rest
}
