//! Choosing a pack: the one for New Mexico, or the one in a folder.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::check;
use crate::cli::complain::Complaint;
use crate::pack::{Files, Pack, load, read};
use crate::shipped;
use crate::words::Words;

/// The files of the pack in `folder`, or of the one for New Mexico.
pub fn files(folder: Option<&PathBuf>) -> Result<Files, Complaint> {
    match folder {
        Some(folder) => load(folder).map_err(|error| Complaint::new(error.to_string(), None)),
        None => Ok(shipped::files()),
    }
}

/// The pack in use.
pub fn pack(matches: &ArgMatches, words: &Words) -> Result<Pack, Complaint> {
    pack_in(matches.get_one("pack"), words)
}

/// The pack in `folder`, or the one for New Mexico.
pub fn pack_in(folder: Option<&PathBuf>, words: &Words) -> Result<Pack, Complaint> {
    let Some(folder) = folder else { return Ok(shipped::pack()) };
    let files = files(Some(folder))?;
    read(&files).map_err(|findings| {
        let faults = check::render(&findings, &files, true);
        Complaint::new(format!("{}\n{faults}", words.say("cli.pack_faulty")), None)
    })
}
