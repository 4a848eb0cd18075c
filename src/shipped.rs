//! The pack that is compiled into the program. It was checked and compiled when the program was
//! built, by `src/bake.rs`, so that starting takes no time over it and a faulty one cannot be built.

use include_dir::{Dir, include_dir};

use crate::pack::{Files, Pack};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/questions/new-mexico");

static BAKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/new-mexico.pack"));

/// The New Mexico pack.
///
/// # Panics
/// Never: a test reads what the build wrote.
pub fn pack() -> Pack {
    postcard::from_bytes(BAKED).expect("what the build wrote")
}

/// The files it was made from.
pub fn files() -> Files {
    let mut found = Vec::new();
    collect(&FILES, &mut found);
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
}
