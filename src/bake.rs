//! The build script: checks and compiles the shipped packs, works out what is left of their conditions
//! before the first answer and how many questions are left in each state of their interviews, reads the
//! words of the interface, and writes all of it where `shipped` takes it into the program. A pack with a
//! fault fails the build, with the same words as `pack check`.

#![allow(dead_code, unused_imports, reason = "the build needs only what reads and counts a pack, and words")]

mod answer;
mod assessment;
mod boxes;
mod condition;
mod finding;
mod interview;
mod judge;
mod pack;
mod regular_file;
mod text;
#[path = "bake/words.rs"]
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
        // What is kept of earlier versions is read only when answers made with one are judged anew.
        if folder.join("pack.toml").is_file() {
            let name = folder.file_name().unwrap_or_default().to_string_lossy();
            let pack = pack(&folder)?;
            write(&format!("{name}.pack"), &pack)?;
            save(&format!("{name}.ranges"), pack.ranges.bytes())?;
            save(&format!("{name}.start"), pack.start.bytes())?;
            let conditions = pack.conditions.bytes().map_err(|error| error.to_string())?;
            save(&format!("{name}.conditions"), &conditions)?;
        }
    }
    save("words.rs", words::rust(Path::new(WORDS))?.as_bytes())
}

fn pack(folder: &Path) -> Result<pack::Pack, String> {
    let files = pack::load(folder).map_err(|it| it.to_string())?;
    let mut pack = pack::read(&files).map_err(|findings| {
        let told = findings.iter().map(|it| it.render(files.text(&it.place.file), true));
        told.collect::<Vec<String>>().join("\n\n") + "\n"
    })?;
    pack.ranges = interview::count_ranges(&pack);
    pack.start = pack::StartResiduals::new(&interview::start_residuals(&pack)).map_err(|error| error.to_string())?;
    Ok(pack)
}

fn write(name: &str, what: &impl Serialize) -> Result<(), String> {
    let bytes = postcard::to_allocvec(what).map_err(|it| it.to_string())?;
    save(name, &bytes)
}

fn save(name: &str, bytes: &[u8]) -> Result<(), String> {
    let folder = env::var("OUT_DIR").map_err(|it| it.to_string())?;
    fs::write(Path::new(&folder).join(name), bytes).map_err(|it| it.to_string())
}
