//! The packs and the words that are compiled into the program. They were read, checked and compiled
//! when the program was built, by `src/bake.rs`, so that starting takes no time over them and faulty
//! ones cannot be built.

use include_dir::{Dir, include_dir};

use crate::pack::{Files, Pack};
use crate::words::Words;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/questions/new-mexico");

static SKELETON: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/skeleton");

static DRAFTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/drafts");

static BAKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/new-mexico.pack"));

static BAKED_WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words"));

/// The New Mexico pack.
///
/// # Panics
/// Never: a test reads what the build wrote.
pub fn pack() -> Pack {
    postcard::from_bytes(BAKED).expect("what the build wrote")
}

/// The words of the interface.
///
/// # Panics
/// Never: a test reads what the build wrote.
pub fn words() -> Words {
    postcard::from_bytes(BAKED_WORDS).expect("what the build wrote")
}

/// The files the pack was made from.
pub fn files() -> Files {
    files_in(&FILES)
}

/// The files of a small pack of an invented law, from which to start one's own.
pub fn skeleton() -> Files {
    files_in(&SKELETON)
}

/// The templates of drafts, a file for each kind.
pub fn drafts() -> Files {
    files_in(&DRAFTS)
}

fn files_in(dir: &Dir<'_>) -> Files {
    let mut found = Vec::new();
    collect(dir, &mut found);
    Files::new(found)
}

fn collect(dir: &Dir<'_>, found: &mut Vec<(String, String)>) {
    for file in dir.files() {
        let is_toml = file.path().extension().is_some_and(|it| it == "toml");
        if let Some(text) = file.contents_utf8().filter(|_| is_toml) {
            found.push((file.path().to_string_lossy().replace('\\', "/"), text.to_owned()));
        }
    }
    dir.dirs().for_each(|it| collect(it, found));
}

#[cfg(test)]
mod tests {
    use crate::pack::read;

    #[test]
    fn the_baked_pack_is_the_one_in_the_files() {
        let read = read(&crate::shipped::files()).expect("a sound pack");
        assert_eq!(format!("{read:?}"), format!("{:?}", crate::shipped::pack()));
    }

    #[test]
    fn the_baked_words_can_be_read() {
        assert_eq!(crate::shipped::words().say("common.answer.yes"), "Yes");
    }
}
