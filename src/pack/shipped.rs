//! The pack that is compiled into the program.

use include_dir::{Dir, include_dir};

use crate::pack::files::Files;

static NEW_MEXICO: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/questions/new-mexico");

/// The files of the New Mexico pack.
pub fn shipped() -> Files {
    let mut found = Vec::new();
    collect(&NEW_MEXICO, &mut found);
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
