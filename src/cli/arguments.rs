//! How arguments are made, and taken as values of their types.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;

use clap::{Arg, ArgAction, ArgMatches, ValueHint, value_parser};

use crate::export::DocFormat;

/// Takes the value of an argument that is required or has a default.
pub fn take<T: Clone + Send + Sync + 'static>(matches: &mut ArgMatches, name: &str) -> T {
    matches.remove_one(name).expect("clap refuses a command line without it")
}

/// An option that is there or not.
pub fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).help(help).action(ArgAction::SetTrue)
}

/// An argument that is a file.
pub fn file(name: &'static str, help: &'static str) -> Arg {
    let arg = Arg::new(name).value_name("FILE").help(help);
    arg.value_parser(value_parser!(PathBuf)).value_hint(ValueHint::FilePath)
}

/// An argument that is a folder.
pub fn folder(name: &'static str, help: &'static str) -> Arg {
    let arg = Arg::new(name).value_name("FOLDER").help(help);
    arg.value_parser(value_parser!(PathBuf)).value_hint(ValueHint::DirPath)
}

/// An option that takes a day.
pub fn day(name: &'static str, help: &'static str) -> Arg {
    let read = |text: &str| text.parse::<Date>().map_err(|_| "write a date such as 2026-12-31".to_owned());
    Arg::new(name).long(name).value_name("DAY").help(help).value_parser(read)
}

/// An option that takes one of `values`, each by its name.
pub fn choice<T: Clone + Send + Sync + 'static>(
    name: &'static str,
    values: impl IntoIterator<Item = (impl Into<PossibleValue>, T)>,
    help: &'static str,
) -> Arg {
    Arg::new(name).long(name).help(help).value_name(name.to_uppercase()).value_parser(one_of(values))
}

/// Takes one of `values` by its name.
pub fn one_of<T: Clone + Send + Sync + 'static>(
    values: impl IntoIterator<Item = (impl Into<PossibleValue>, T)>,
) -> impl TypedValueParser<Value = T> {
    let (names, values): (Vec<PossibleValue>, Vec<T>) =
        values.into_iter().map(|(name, value)| (name.into(), value)).unzip();
    let value_of: Vec<(String, T)> = names.iter().map(|each| each.get_name().to_owned()).zip(values).collect();
    PossibleValuesParser::new(names).map(move |name| {
        let found = value_of.iter().find(|(each, _)| *each == name);
        found.map(|(_, value)| value.clone()).expect("only these names are taken")
    })
}

/// The formats of documents, by their names.
pub fn document_formats() -> [(&'static str, DocFormat); DocFormat::ALL.len()] {
    DocFormat::ALL.map(|format| (format.facts().name, format))
}
