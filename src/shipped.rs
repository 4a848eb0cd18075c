//! The packs and the words compiled into the program. The build script, `src/bake.rs`, reads,
//! checks and compiles them, so they cost no time at start and faulty ones cannot be built.

use std::sync::OnceLock;

use include_dir::{Dir, include_dir};

use crate::pack::{CompiledConditions, CountedRanges, Files, Pack, StartResiduals, read};
use crate::words::{ENGLISH, Words};

/// The pack with this id in this folder, with what the build made of it.
macro_rules! shipped {
    ($id:literal, $folder:tt) => {
        Shipped {
            id: $id,
            dir: &include_dir!($folder),
            baked: include_bytes!(concat!(env!("OUT_DIR"), "/", $id, ".pack")),
            conditions: include_bytes!(concat!(env!("OUT_DIR"), "/", $id, ".conditions")),
            ranges: include_bytes!(concat!(env!("OUT_DIR"), "/", $id, ".ranges")),
            start: include_bytes!(concat!(env!("OUT_DIR"), "/", $id, ".start")),
            decoded: OnceLock::new(),
        }
    };
}

/// Every shipped pack; the first is the default.
static ALL: [Shipped; 3] = [
    shipped!("new-mexico", "$CARGO_MANIFEST_DIR/questions/new-mexico"),
    shipped!("authorization-form", "$CARGO_MANIFEST_DIR/questions/authorization-form"),
    shipped!("vendor-contract", "$CARGO_MANIFEST_DIR/questions/vendor-contract"),
];

/// What judging needs of earlier versions of the packs, a folder each, called by id and version.
static EARLIER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/questions/earlier");

static SKELETON: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/skeleton");

static DRAFTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/drafts");

/// A pack compiled into the program. It is decoded on first use.
pub struct Shipped {
    /// Its permanent name.
    pub id: &'static str,
    dir: &'static Dir<'static>,
    baked: &'static [u8],
    conditions: &'static [u8],
    ranges: &'static [u8],
    start: &'static [u8],
    decoded: OnceLock<Pack>,
}

impl Shipped {
    /// The pack.
    pub fn pack(&'static self) -> &'static Pack {
        self.decoded.get_or_init(|| self.decode())
    }

    /// Returns the files it was made from.
    pub fn files(&self) -> Files {
        files_in(self.dir)
    }

    /// Decodes a separate copy of the pack.
    ///
    /// # Panics
    /// Never: a test reads what the build wrote.
    pub fn decode(&self) -> Pack {
        let mut pack: Pack = postcard::from_bytes(self.baked).expect("what the build wrote");
        pack.conditions = CompiledConditions::from_bytes(self.conditions).expect("what the build wrote");
        pack.ranges = CountedRanges::from_bytes(self.ranges);
        pack.start = StartResiduals::from_bytes(self.start);
        pack
    }
}

/// Every shipped pack, the one for New Mexico first.
pub fn all_packs() -> &'static [Shipped] {
    &ALL
}

/// Returns the New Mexico pack, which is the default.
pub fn default_pack() -> &'static Shipped {
    let [first, ..] = &ALL;
    first
}

/// Returns the shipped pack called `id`.
pub fn called(id: &str) -> Option<&'static Shipped> {
    ALL.iter().find(|pack| pack.id == id)
}

/// The rules of an earlier version of a pack: the pack without the texts of its law.
#[derive(Debug, Clone)]
pub struct EarlierPack {
    /// The pack.
    pub pack: Pack,
    /// The digest of the whole pack, as files made with it state it.
    pub digest: String,
}

/// Returns the rules of `version` of the pack called `id`, if they are kept. They are read and compiled
/// now, so that only those who judge an old file anew pay for it.
pub fn earlier_pack(id: &str, version: &str) -> Option<EarlierPack> {
    kept(EARLIER.get_dir(format!("{id}-{version}"))?)
}

/// Returns the rules of every version that is kept.
pub fn earlier_packs() -> Vec<EarlierPack> {
    EARLIER.dirs().filter_map(kept).collect()
}

fn kept(folder: &Dir<'_>) -> Option<EarlierPack> {
    let digest = folder.get_file(folder.path().join("digest.txt"))?.contents_utf8()?.trim().to_owned();
    // A test reads every one of them, so none has a fault.
    Some(EarlierPack { pack: read(&files_in(folder)).ok()?, digest })
}

/// The available packs: the one in use, and the shipped ones.
#[derive(Clone, Copy)]
pub struct PackSet<'p>(pub &'p Pack);

impl<'p> PackSet<'p> {
    /// Returns the pack called `id`. The one in use takes precedence over a shipped one of the same
    /// name.
    pub fn called(self, id: &str) -> Option<&'p Pack> {
        if self.0.id == id { Some(self.0) } else { called(id).map(Shipped::pack) }
    }

    /// Yields the shipped packs whose results answer questions of the one in use.
    pub fn feeding_packs(self) -> impl Iterator<Item = &'static Pack> {
        let others = ALL.iter().filter(move |pack| pack.id != self.0.id).map(Shipped::pack);
        others.filter(move |pack| pack.feeds.as_ref().is_some_and(|feeds| feeds.to == self.0.id))
    }
}

/// The New Mexico pack.
///
/// # Panics
/// Never: a test reads what the build wrote.
pub fn pack() -> Pack {
    default_pack().decode()
}

/// The words of the interface.
pub fn words() -> &'static Words {
    &ENGLISH
}

/// Returns the files of the New Mexico pack.
pub fn files() -> Files {
    default_pack().files()
}

/// Returns the files of a small pack of an invented law, from which to start a new pack.
pub fn skeleton() -> Files {
    files_in(&SKELETON)
}

/// Returns the templates of drafts, one file for each kind.
pub fn drafts() -> Files {
    files_in(&DRAFTS)
}

fn files_in(dir: &Dir<'_>) -> Files {
    let mut found = Vec::new();
    collect(dir, dir, &mut found);
    Files::new(found)
}

/// Adds the files in `dir` to `found`, by their paths within `root`.
fn collect(root: &Dir<'_>, dir: &Dir<'_>, found: &mut Vec<(String, String)>) {
    for file in dir.files() {
        let is_toml = file.path().extension().is_some_and(|extension| extension == "toml");
        if let Some(text) = file.contents_utf8().filter(|_| is_toml) {
            let path = file.path().strip_prefix(root.path()).unwrap_or(file.path());
            found.push((path.to_string_lossy().replace('\\', "/"), text.to_owned()));
        }
    }
    dir.dirs().for_each(|within| collect(root, within, found));
}

#[cfg(test)]
mod tests {
    use crate::assessment::Assessment;
    use crate::example;
    use crate::interview::{Interview, count_ranges, start_residuals};
    use crate::pack::{CountedRanges, QuestionId, StartResiduals, read};

    #[test]
    fn the_baked_packs_are_those_in_the_files() {
        for pack in crate::shipped::all_packs() {
            let mut read = read(&pack.files()).expect("a sound pack");
            read.ranges = count_ranges(&read);
            read.start = StartResiduals::new(&start_residuals(&read)).expect("residuals can be written");
            assert_eq!(format!("{read:?}"), format!("{:?}", pack.pack()));
            assert_eq!(pack.id, pack.pack().id);
        }
        assert_eq!(crate::shipped::pack().id, "new-mexico");
    }

    #[test]
    fn ranges_counted_ahead_are_those_that_an_interview_counts() {
        for pack in crate::shipped::all_packs() {
            let mut uncounted = pack.decode();
            uncounted.ranges = CountedRanges::default();
            uncounted.start = StartResiduals::default();
            let (mut ahead, mut anew) = (Interview::new(pack.pack()), Interview::new(&uncounted));
            assert_eq!(ahead.progress(&Assessment::default()), anew.progress(&Assessment::default()));
            assert_eq!(ahead.state_count(), 0, "nothing is counted again");
            for example in example::read_examples(pack.pack(), &pack.files()).0 {
                let asked: Vec<QuestionId> = example.assessment.answers.keys().copied().collect();
                for count in 0..=asked.len() {
                    let so_far = example.assessment.limited_to(asked.get(..count).unwrap_or_default());
                    assert_eq!(ahead.progress(&so_far), anew.progress(&so_far), "{}", example.path);
                }
            }
        }
    }
}
