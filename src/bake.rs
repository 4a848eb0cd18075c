//! The build script: checks and compiles the New Mexico pack, and writes it where `shipped` takes it
//! into the program. A pack with a fault fails the build, with the same words as `pack check`.

#![allow(dead_code, unused_imports, reason = "the build needs only what reads a pack")]

mod boxes;
mod condition;
mod finding;
mod pack;
mod text;

use std::io::{Write as _, stderr, stdout};
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

const FOLDER: &str = "questions/new-mexico";

fn main() -> ExitCode {
    let _ = stdout().write_all(format!("cargo::rerun-if-changed={FOLDER}\ncargo::rerun-if-changed=src\n").as_bytes());
    match bake() {
        Ok(()) => ExitCode::SUCCESS,
        Err(told) => {
            let _ = stderr().write_all(told.as_bytes());
            ExitCode::FAILURE
        }
    }
}

fn bake() -> Result<(), String> {
    let files = pack::load(Path::new(FOLDER)).map_err(|it| it.to_string())?;
    let pack = pack::read(&files).map_err(|findings| {
        let told = findings.iter().map(|it| it.render(files.text(&it.place.file), true));
        told.collect::<Vec<String>>().join("\n\n") + "\n"
    })?;
    let bytes = postcard::to_allocvec(&pack).map_err(|it| it.to_string())?;
    let out = env::var("OUT_DIR").map_err(|it| it.to_string())?;
    fs::write(Path::new(&out).join("new-mexico.pack"), bytes).map_err(|it| it.to_string())
}
