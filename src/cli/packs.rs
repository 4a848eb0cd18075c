//! Choosing a pack: a shipped one by its id, or the one in a folder.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::check;
use crate::cli::complain::Complaint;
use crate::condition::nearest_name;
use crate::pack::{Files, Obligation, Pack, load, read};
use crate::shipped::{self, Shipped};
use crate::store::pack_named_in;
use crate::words::Words;

/// The pack that is asked for.
pub enum PackChoice<'m> {
    /// One that is in the program.
    Shipped(&'static Shipped),
    /// The one in this folder.
    Folder(&'m PathBuf),
}

/// The pack that `--pack` asks for: a shipped one where it is just the id of one, so that a folder
/// of that name is written as a path, such as `./new-mexico`. Without it, the one for New Mexico.
pub fn by_option(matches: &ArgMatches) -> Option<PackChoice<'_>> {
    let name: &PathBuf = matches.get_one("pack")?;
    let shipped = name.to_str().and_then(shipped::called);
    Some(shipped.map_or(PackChoice::Folder(name), PackChoice::Shipped))
}

/// The pack in the folder that the argument `name` gives, or the shipped one of that id where there
/// is no such folder; without it, the pack that `--pack` asks for.
pub fn by_folder<'m>(matches: &'m ArgMatches, name: &str) -> PackChoice<'m> {
    let folder: Option<&PathBuf> = matches.get_one(name);
    let of = |folder: &'m PathBuf| {
        let shipped = folder.to_str().and_then(shipped::called).filter(|_| !folder.is_dir());
        shipped.map_or(PackChoice::Folder(folder), PackChoice::Shipped)
    };
    folder.map(of).or_else(|| by_option(matches)).unwrap_or_default()
}

impl Default for PackChoice<'_> {
    fn default() -> Self {
        Self::Shipped(shipped::default_pack())
    }
}

impl PackChoice<'_> {
    /// Its files.
    pub fn files(&self, words: &Words) -> Result<Files, Complaint> {
        match self {
            Self::Shipped(it) => Ok(it.files()),
            Self::Folder(folder) => load(folder).map_err(|error| {
                let ids: Vec<&str> = shipped::all_packs().iter().map(|it| it.id).collect();
                let help = words.cli.pack_not_found_help(ids.join(", "));
                Complaint::new(error.to_string(), Some(help).filter(|_| !folder.is_dir()))
            }),
        }
    }

    /// The pack itself.
    pub fn pack(&self, words: &Words) -> Result<Pack, Complaint> {
        if let Self::Shipped(it) = self {
            return Ok(it.decode());
        }
        let files = self.files(words)?;
        read(&files).map_err(|findings| {
            let faults = check::render(&findings, &files, true);
            Complaint::new(format!("{}\n{faults}", words.cli.pack_faulty), None)
        })
    }
}

/// The pack in use.
pub fn pack(matches: &ArgMatches, words: &Words) -> Result<Pack, Complaint> {
    by_option(matches).unwrap_or_default().pack(words)
}

/// The pack for the answers in `text`: the one that `--pack` asks for, or the shipped one that they
/// name. What they name besides is told when they are read.
pub fn pack_for(text: &str, matches: &ArgMatches, words: &Words) -> Result<Pack, Complaint> {
    let named = || pack_named_in(text).and_then(|it| shipped::called(&it)).map(PackChoice::Shipped);
    by_option(matches).or_else(named).unwrap_or_default().pack(words)
}

/// The obligation that the argument `obligation` names, in large or small letters.
pub fn obligation<'a>(pack: &'a Pack, id: &str) -> Result<&'a Obligation, Complaint> {
    let all = || pack.obligations.iter();
    let found = all().find(|it| it.id.eq_ignore_ascii_case(id));
    found.ok_or_else(|| {
        let help = match nearest_name(&id.to_ascii_uppercase(), all().map(|it| it.id.as_str())) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("there are: {}", all().map(|it| it.id.as_str()).collect::<Vec<&str>>().join(", ")),
        };
        Complaint::new(format!("no obligation is called `{id}`"), Some(help))
    })
}
