//! The options that every command takes.

use std::path::{Path, PathBuf};

use clap::builder::{PathBufValueParser, TypedValueParser as _};
use clap::{Arg, ArgMatches};

use crate::cli::arguments::{choice, flag, folder, take};
use crate::cli::complaint::Complaint;
use crate::cli::pack_choice::PackChoice;
use crate::cli::world;
use crate::pack::Pack;
use crate::shipped;
use crate::store::{Folder, pack_named_in};
use crate::tui::Theme;
use crate::words::Words;

/// How an assessment is gone through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrontEnd {
    /// On the full screen, where the terminal has one.
    FullScreen,
    /// Line by line.
    Plain,
    /// Line by line, with menus moved through with arrow keys.
    Prompts,
}

/// What every command is given.
pub struct GlobalArgs {
    dir: Option<PathBuf>,
    pack: Option<PackChoice>,
    /// The front end.
    pub front_end: FrontEnd,
    /// The colors of the full screen.
    pub theme: Theme,
    /// Whether only ASCII is drawn.
    pub ascii: bool,
    /// Whether the mouse clicks and scrolls.
    pub mouse: bool,
}

/// The options.
pub fn global_arguments(words: &Words) -> [Arg; 7] {
    let pack = PathBufValueParser::new().map(PackChoice::by_name);
    let arguments = [
        folder("dir", words.cli.dir).long("dir").env("OBLIGATO_DIR").hide_env_values(true),
        folder("pack", words.cli.pack).long("pack").value_name("PACK").value_parser(pack),
        flag("plain", words.cli.plain),
        flag("prompts", words.cli.prompts).conflicts_with("plain"),
        choice("theme", Theme::ALL.map(|theme| (theme.name(), theme)), words.cli.theme)
            .default_value(Theme::Auto.name()),
        flag("ascii", words.cli.ascii),
        flag("mouse", words.cli.mouse),
    ];
    arguments.map(|argument| argument.global(true))
}

impl GlobalArgs {
    /// Takes them from the command line.
    pub fn take(matches: &mut ArgMatches) -> Self {
        let front_end = match (matches.get_flag("plain"), matches.get_flag("prompts")) {
            (true, _) => FrontEnd::Plain,
            (false, true) => FrontEnd::Prompts,
            (false, false) => FrontEnd::FullScreen,
        };
        Self {
            dir: matches.remove_one("dir"),
            pack: matches.remove_one("pack"),
            front_end,
            theme: take(matches, "theme"),
            ascii: matches.get_flag("ascii") || !world::draws_unicode(),
            mouse: matches.get_flag("mouse"),
        }
    }

    /// The folder of assessments: as asked for, or the platform's.
    pub fn folder(&self, words: &Words) -> Result<Folder, Complaint> {
        let folder = self.dir.clone().or_else(world::data_folder).map(Folder::new);
        folder.ok_or_else(|| Complaint::new(words.cli.no_home, Some(words.cli.no_home_help.to_owned())))
    }

    /// The file that is `named`: as it is given, or, if no such file is there and only a name is given,
    /// the one of that name in the folder of assessments.
    pub fn find_file(&self, named: PathBuf, words: &Words) -> PathBuf {
        let only_a_name = named.components().count() == 1 && named.symlink_metadata().is_err();
        let folder = if only_a_name { self.folder(words).ok() } else { None };
        folder.map(|folder| folder.path().join(&named)).filter(|path| path.is_file()).unwrap_or(named)
    }

    /// The pack to work on: the one `given` to the command, or the one in use.
    pub fn choice(&self, given: Option<PackChoice>) -> PackChoice {
        given.or_else(|| self.pack.clone()).unwrap_or_default()
    }

    /// The pack in use.
    pub fn pack(&self, words: &Words) -> Result<Pack, Complaint> {
        self.choice(None).pack(words)
    }

    /// The pack for the answers in `text`: the one that `--pack` asks for, or the shipped one that they
    /// name. What they name besides is told when they are read.
    pub fn pack_for(&self, text: &str, words: &Words) -> Result<Pack, Complaint> {
        let named = || pack_named_in(text).and_then(|id| shipped::called(&id)).map(PackChoice::Shipped);
        self.pack.clone().or_else(named).unwrap_or_default().pack(words)
    }

    /// The folder that `--pack` asks for, unless it is a shipped pack.
    pub fn own_pack_folder(&self) -> Option<PathBuf> {
        match &self.pack {
            Some(PackChoice::Folder(folder)) => Some(folder.clone()),
            Some(PackChoice::Shipped(_)) | None => None,
        }
    }

    /// What `--pack` asks for, taken as a folder.
    pub fn pack_folder(&self) -> Option<&Path> {
        self.pack.as_ref().map(PackChoice::as_folder)
    }
}
