//! Arguments that several commands take.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ValueHint, value_parser};

use crate::words::Words;

/// The options by which what would be printed goes to a file.
pub fn out(words: &Words) -> [Arg; 2] {
    [
        path("out", words.cli.out).short('o').long("out"),
        Arg::new("force").long("force").help(words.cli.force).action(ArgAction::SetTrue),
    ]
}

/// An argument that is a file, or a folder where its name says so.
pub fn path(name: &'static str, help: &'static str) -> Arg {
    let is_folder = matches!(name, "folder" | "old" | "new");
    let (value, hint) = if is_folder { ("FOLDER", ValueHint::DirPath) } else { ("FILE", ValueHint::FilePath) };
    Arg::new(name).value_name(value).help(help).value_parser(value_parser!(PathBuf)).value_hint(hint)
}

/// An option that takes one of `values`; the first is taken when it is not given.
pub fn choice(name: &'static str, values: &[&'static str], help: &'static str) -> Arg {
    let arg = Arg::new(name)
        .long(name)
        .help(help)
        .value_name(name.to_uppercase())
        .value_parser(PossibleValuesParser::new(values.to_vec()));
    match values.first() {
        Some(first) => arg.default_value(*first),
        None => arg,
    }
}

/// The folder of the pack to work on; without it, the pack in use.
pub fn pack_folder(words: &Words) -> Arg {
    path("folder", words.cli.pack_folder)
}
