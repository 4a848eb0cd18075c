//! The files of a pack, as text.

use sha2::{Digest, Sha256};

use crate::finding::Place;
use crate::pack::model::Spot;

/// How the paths of worked examples begin.
pub const EXAMPLES: &str = "examples/";

/// The files that say nothing of what is asked and judged.
const BESIDE: [&str; 3] = ["relations.toml", "feeds.toml", "names.toml"];

/// The files of a pack: paths within it, with `/` between parts, and what they hold.
#[derive(Debug, Clone, Default)]
pub struct Files(Vec<(String, String)>);

impl Files {
    /// These files, in the order of their paths.
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

    /// What the file at `path` holds; empty if there is none.
    pub fn text(&self, path: &str) -> &str {
        self.find(path).map_or("", |(_, source)| source)
    }

    /// What the file with this number holds.
    pub fn source(&self, file: usize) -> &str {
        self.0.get(file).map_or("", |(_, source)| source.as_str())
    }

    /// These files with `text` in place of what stands at `spot`.
    #[must_use]
    pub fn with(&self, spot: &Spot, text: &str) -> Self {
        let mut changed = self.clone();
        if let Some((_, source)) = changed.0.get_mut(spot.file)
            && source.get(spot.span.clone()).is_some()
        {
            source.replace_range(spot.span.clone(), text);
        }
        changed
    }

    /// What stands at `spot`.
    pub fn text_at(&self, spot: &Spot) -> &str {
        self.source(spot.file).get(spot.span.clone()).unwrap_or_default()
    }

    /// The place of `spot`, in lines and columns.
    pub fn place(&self, spot: &Spot) -> Place {
        match self.0.get(spot.file) {
            Some((path, text)) => Place::new(path, text, &spot.span),
            None => Place::file("pack.toml"),
        }
    }

    /// The SHA-256 of all paths and texts that say what is asked and judged, in hexadecimal: two packs
    /// with the same digest ask and judge the same. Examples and relations only test it, feeds only
    /// hand its result on, and names only say what an assessment is called.
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
