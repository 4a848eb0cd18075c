//! `obligato pack check`: every fault of a pack, or what a sound one holds.

use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::assessment::Assessment;
use crate::check;
use crate::cli::complain::Complaint;
use crate::cli::{pack, packs, world};
use crate::interview::Interview;
use crate::pack::{Pack, read};
use crate::words::Words;

/// Its command line.
pub fn command(words: &Words) -> Command {
    Command::new("check").about(words.say("cli.pack_check").to_owned()).arg(pack::folder(words))
}

/// `obligato pack check [FOLDER]`: exit code 0 if there is no fault, else 1.
pub fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let files = packs::files(matches.get_one("folder").or(matches.get_one("pack")))?;
    let ascii = matches.get_flag("ascii") || !world::draws_unicode();
    let (findings, pack) = match read(&files) {
        Ok(pack) => (check::check(&pack, &files), Some(pack)),
        Err(findings) => (findings, None),
    };
    if let Some(pack) = pack.filter(|_| findings.is_empty()) {
        return world::print(format!("{}\n", sound(&pack, words)).as_bytes());
    }
    world::print(check::render(&findings, &files, ascii).as_bytes())?;
    Ok(ExitCode::from(1))
}

/// What a sound pack holds, in a line.
fn sound(pack: &Pack, words: &Words) -> String {
    let left = Interview::new(pack).progress(&Assessment::default()).left;
    let boxes: usize = pack.conditions.iter().map(|it| it.yes().len() + it.no().len()).sum();
    let numbers = [
        ("questions", pack.questions.len()),
        ("obligations", pack.obligations.len()),
        ("sources", pack.sources.len()),
        ("boxes", boxes),
        ("least", left.least),
        ("most", left.most),
    ]
    .map(|(name, number)| (name, number.to_string()));
    let texts = [("title", pack.title.as_str()), ("version", pack.version.as_str())];
    let values: Vec<(&str, &str)> = numbers.iter().map(|it| (it.0, it.1.as_str())).chain(texts).collect();
    words.fill("cli.check.sound", &values)
}
