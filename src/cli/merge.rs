//! `obligato merge`: takes a reply over into the answers, once what it changes has been looked at.

use std::io::{self, BufRead as _, IsTerminal as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::cli::arguments::path;
use crate::cli::complain::Complaint;
use crate::cli::{packs, world};
use crate::lines;
use crate::reply::Offer;
use crate::session::Session;
use crate::store::{Against, OpenFile, read_answers, read_reply, read_text};
use crate::telling;
use crate::words::Words;

/// Its command line.
pub fn command(words: &Words) -> Command {
    let flag = |name: &'static str, help| Arg::new(name).long(name).help(help).action(ArgAction::SetTrue);
    Command::new("merge")
        .about(words.cli.merge)
        .arg(path("file", words.cli.start_file).required(true))
        .arg(path("reply", words.cli.merge_reply).required(true))
        .arg(flag("yes", words.cli.merge_yes))
        .arg(flag("replace", words.cli.merge_replace))
}

/// `obligato merge FILE REPLY`.
pub fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let file = world::file(matches, words).ok_or_else(|| Complaint::new("", None))?;
    let other = matches.get_one::<PathBuf>("reply").ok_or_else(|| Complaint::new("", None))?;
    let text = read_text(&file)?;
    let pack = packs::pack_for(&text, matches, words)?;
    let against = Against::new(&pack, world::today());
    let answers = read_answers(&text, &file.display().to_string(), &against)?;
    let reply = read_reply(&read_text(other)?, &other.display().to_string(), &answers, &against)?;
    // From here on nobody else may change the answers.
    let (mut document, assessment) = OpenFile::open(&file, &against, &world::who(words))?;
    let mut session = Session::new(&pack, assessment);
    let offer = Offer::compare_with(reply.entries(), &session);
    let replace = matches.get_flag("replace");
    let from = words.cli.merge_from(&reply.at, &reply.by);
    let told = telling::offer(&offer, &mut session, replace, words);
    world::print(wrapped(&format!("{from}\n{told}")).as_bytes())?;
    let taken = offer.entries_to_apply(replace);
    if taken.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    if !matches.get_flag("yes") && !agreed(words)? {
        return world::print(format!("{}\n", words.cli.merge_left).as_bytes());
    }
    for (id, entry) in taken {
        session.answer(id, entry);
    }
    document.save(session.assessment(), &pack, &session.progress().replay.set_aside, &world::now())?;
    let shown = crate::text::shown(&file.display().to_string());
    world::print(format!("{}\n", words.cli.merge_done(&shown)).as_bytes())
}

/// `text` in lines no wider than the terminal; what is indented stays so.
fn wrapped(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let indent = line.get(..line.len() - line.trim_start().len()).unwrap_or_default();
        let options = lines::wrap_options(world::width()).initial_indent(indent).subsequent_indent(indent);
        textwrap::fill(line.trim_start(), options) + "\n"
    });
    lines.collect::<String>() + "\n"
}

/// Asks whether to take it over; where nobody can be asked, says how to say so.
fn agreed(words: &Words) -> Result<bool, Complaint> {
    if !io::stdin().is_terminal() {
        let help = words.cli.merge_unasked_help.to_owned();
        return Err(Complaint::new(words.cli.merge_unasked, Some(help)));
    }
    world::print(format!("{} ", words.cli.merge_ask).as_bytes())?;
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line).map_err(|it| Complaint::output(&it))?;
    Ok(["y", "yes"].contains(&line.trim().to_ascii_lowercase().as_str()))
}
