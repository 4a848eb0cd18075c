//! Choosing a pack: a shipped one by its id, or the one in a folder.

use std::fmt;
use std::path::{Path, PathBuf};

use clap::Arg;
use clap::builder::{PathBufValueParser, TypedValueParser as _};

use crate::check;
use crate::cli::arguments::folder;
use crate::cli::complaint::Complaint;
use crate::condition::nearest_name;
use crate::pack::{Files, Obligation, Pack, load, read};
use crate::shipped::{self, Shipped};
use crate::words::Words;

/// The pack that is asked for.
#[derive(Clone)]
pub enum PackChoice {
    /// One that is in the program.
    Shipped(&'static Shipped),
    /// The one in this folder.
    Folder(PathBuf),
}

/// An argument that is the folder of a pack, or the id of a shipped one.
pub fn pack_argument(name: &'static str, help: &'static str) -> Arg {
    folder(name, help).value_parser(PathBufValueParser::new().map(PackChoice::by_folder))
}

/// The pack to work on; without it, the pack in use.
pub fn pack_folder(words: &Words) -> Arg {
    pack_argument("folder", words.cli.pack_folder)
}

impl Default for PackChoice {
    fn default() -> Self {
        Self::Shipped(shipped::default_pack())
    }
}

impl fmt::Debug for PackChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_folder().fmt(f)
    }
}

impl PackChoice {
    /// The shipped pack with the id `name`, else the one in that folder: a folder that is called like a
    /// shipped pack is written as a path, such as `./new-mexico`.
    pub fn by_name(name: PathBuf) -> Self {
        name.to_str().and_then(shipped::called).map_or(Self::Folder(name), Self::Shipped)
    }

    /// The pack in `folder`, or the shipped one of that id where there is no such folder.
    pub fn by_folder(folder: PathBuf) -> Self {
        if folder.is_dir() { Self::Folder(folder) } else { Self::by_name(folder) }
    }

    /// What was asked for, taken as a folder.
    pub fn as_folder(&self) -> &Path {
        match self {
            Self::Shipped(shipped) => Path::new(shipped.id),
            Self::Folder(folder) => folder,
        }
    }

    /// Its files.
    pub fn files(&self, words: &Words) -> Result<Files, Complaint> {
        match self {
            Self::Shipped(shipped) => Ok(shipped.files()),
            Self::Folder(folder) => load(folder).map_err(|error| {
                let ids: Vec<&str> = shipped::all_packs().iter().map(|shipped| shipped.id).collect();
                let help = words.cli.pack_not_found_help(ids.join(", "));
                Complaint::new(error.to_string(), Some(help).filter(|_| !folder.is_dir()))
            }),
        }
    }

    /// The pack itself.
    pub fn pack(&self, words: &Words) -> Result<Pack, Complaint> {
        if let Self::Shipped(shipped) = self {
            return Ok(shipped.decode());
        }
        let files = self.files(words)?;
        read(&files).map_err(|findings| {
            let faults = check::render(&findings, &files, true);
            Complaint::new(format!("{}\n{faults}", words.cli.pack_faulty), None)
        })
    }
}

/// The obligation called `id`, in large or small letters.
pub fn find_obligation<'a>(pack: &'a Pack, id: &str) -> Result<&'a Obligation, Complaint> {
    let all = || pack.obligations.iter();
    all().find(|obligation| obligation.id.eq_ignore_ascii_case(id)).ok_or_else(|| {
        let ids: Vec<&str> = all().map(|obligation| obligation.id.as_str()).collect();
        let help = match nearest_name(id, ids.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the obligations are: {}", ids.join(", ")),
        };
        Complaint::new(format!("no obligation is called `{id}`"), Some(help))
    })
}
