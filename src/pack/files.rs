//! The files of a pack, as text.

use sha2::{Digest, Sha256};

use crate::finding::Place;
use crate::pack::model::Spot;

/// The prefix of the paths of worked examples.
pub const EXAMPLES: &str = "examples/";

/// The files that do not affect what is asked and judged.
const BESIDE: [&str; 7] =
    ["changes.toml", "relations.toml", "feeds.toml", "names.toml", "older.toml", "warnings.toml", "signatures.toml"];

/// The files of a pack: paths within it, with `/` between parts, and their contents.
#[derive(Debug, Clone, Default)]
pub struct Files(Vec<(String, String)>);

impl Files {
    /// Sorts these files by path.
    pub fn new(mut files: Vec<(String, String)>) -> Self {
        files.sort();
        Self(files)
    }

    /// The number and text of the file at `path`.
    pub fn find(&self, path: &str) -> Option<(usize, &str)> {
        let at = self.0.binary_search_by(|(own, _)| own.as_str().cmp(path)).ok()?;
        self.0.get(at).map(|(_, source)| (at, source.as_str()))
    }

    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(path, _)| path.as_str())
    }

    /// Returns the content of the file at `path`; empty if there is none.
    pub fn text(&self, path: &str) -> &str {
        self.find(path).map_or("", |(_, source)| source)
    }

    /// Returns the content of the file with this number.
    pub fn source(&self, file: usize) -> &str {
        self.0.get(file).map_or("", |(_, source)| source.as_str())
    }

    /// Returns a copy with `text` in place of what is at `spot`.
    #[must_use]
    pub fn with_text(&self, spot: &Spot, text: &str) -> Self {
        let mut changed = self.clone();
        if let Some((_, source)) = changed.0.get_mut(spot.file)
            && source.get(spot.span.clone()).is_some()
        {
            source.replace_range(spot.span.clone(), text);
        }
        changed
    }

    /// Returns the text at `spot`.
    pub fn text_at(&self, spot: &Spot) -> &str {
        self.source(spot.file).get(spot.span.clone()).unwrap_or_default()
    }

    /// Converts `spot` to lines and columns.
    pub fn place(&self, spot: &Spot) -> Place {
        match self.0.get(spot.file) {
            Some((path, text)) => Place::new(path, text, &spot.span),
            None => Place::file("pack.toml"),
        }
    }

    /// Returns the SHA-256, in hexadecimal, of all paths and texts that affect what is asked and
    /// judged: two packs with the same digest ask and judge the same. Examples and relations only
    /// test a pack, feeds only pass its result on, names only name an
    /// assessment, older answers are read before anything is judged, and warnings, signatures and what is
    /// told of changes judge nothing.
    pub fn digest(&self) -> String {
        use std::fmt::Write as _;
        let mut hash = Sha256::new();
        let beside = |path: &str| path.starts_with(EXAMPLES) || BESIDE.contains(&path);
        let judging = self.0.iter().filter(|(path, _)| !beside(path));
        for (path, text) in judging {
            for part in [path, text] {
                hash.update(part.len().to_le_bytes());
                hash.update(part.as_bytes());
            }
        }
        hash.finalize().iter().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}
