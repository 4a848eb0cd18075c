//! The build script: checks and compiles the shipped packs, reads the words of the interface, and
//! writes all of it where `shipped` takes it into the program. A pack with a fault fails the build,
//! with the same words as `pack check`.

#![allow(dead_code, unused_imports, reason = "the build needs only what reads a pack and words")]

mod answer;
mod assessment;
mod boxes;
mod condition;
mod finding;
mod interview;
mod judge;
mod pack;
mod text;
mod words;

use std::io::{Write as _, stderr, stdout};
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use serde::Serialize;

const PACKS: &str = "questions";
const WORDS: &str = "assets/words";

fn main() -> ExitCode {
    // The sources of this script need no line: it runs again whenever it was built again.
    let inputs = [PACKS, WORDS].map(|it| format!("cargo::rerun-if-changed={it}\n"));
    let _ = stdout().write_all(inputs.concat().as_bytes());
    match bake() {
        Ok(()) => ExitCode::SUCCESS,
        Err(told) => {
            let _ = stderr().write_all(told.as_bytes());
            ExitCode::FAILURE
        }
    }
}

fn bake() -> Result<(), String> {
    for entry in fs::read_dir(PACKS).map_err(|it| it.to_string())? {
        let folder = entry.map_err(|it| it.to_string())?.path();
        if folder.is_dir() {
            let name = folder.file_name().unwrap_or_default().to_string_lossy();
            write(&format!("{name}.pack"), &pack(&folder)?)?;
        }
    }
    write("words", &words()?)
}

fn pack(folder: &Path) -> Result<pack::Pack, String> {
    let files = pack::load(folder).map_err(|it| it.to_string())?;
    let mut pack = pack::read(&files).map_err(|findings| {
        let told = findings.iter().map(|it| it.render(files.text(&it.place.file), true));
        told.collect::<Vec<String>>().join("\n\n") + "\n"
    })?;
    pack.ranges = interview::count_ranges(&pack);
    Ok(pack)
}

fn words() -> Result<words::Words, String> {
    let mut words = words::Words::default();
    for entry in fs::read_dir(WORDS).map_err(|it| it.to_string())? {
        let path = entry.map_err(|it| it.to_string())?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let text = fs::read_to_string(&path).map_err(|it| it.to_string())?;
        words.add(&name, &text).map_err(|it| format!("{}: {it}\n", path.display()))?;
    }
    Ok(words)
}

fn write(name: &str, what: &impl Serialize) -> Result<(), String> {
    let bytes = postcard::to_allocvec(what).map_err(|it| it.to_string())?;
    let folder = env::var("OUT_DIR").map_err(|it| it.to_string())?;
    fs::write(Path::new(&folder).join(name), bytes).map_err(|it| it.to_string())
}
