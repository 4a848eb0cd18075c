//! `obligato merge`: takes a reply over into the answers, once what it changes has been looked at.

use std::io::{self, BufRead as _, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::cli::arguments::{file, flag, take};
use crate::cli::complaint::Complaint;
use crate::cli::globals::GlobalArgs;
use crate::cli::report::read_answer_file;
use crate::cli::world;
use crate::letter::{Frame, compose_letter};
use crate::pack::QuestionId;
use crate::plain;
use crate::reply::Offer;
use crate::session::Session;
use crate::store::{Against, FileNotice, OpenFile, read_answers, read_reply, read_text};
use crate::tell;
use crate::text;
use crate::words::Words;
use crate::workspace::notice_text;

struct MergeArgs {
    file: PathBuf,
    reply: PathBuf,
    unasked: bool,
    replace: bool,
}

/// What it takes.
pub fn define(command: Command, words: &Words) -> Command {
    command
        .about(words.cli.merge)
        .arg(file("file", words.cli.answer_file).required(true))
        .arg(file("reply", words.cli.merge_reply).required(true))
        .arg(flag("yes", words.cli.merge_yes))
        .arg(flag("replace", words.cli.merge_replace))
}

/// `obligato merge FILE REPLY`.
pub fn run(matches: &mut ArgMatches, globals: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let args = MergeArgs {
        file: globals.find_file(take(matches, "file"), words),
        reply: take(matches, "reply"),
        unasked: matches.get_flag("yes"),
        replace: matches.get_flag("replace"),
    };
    let text = read_answer_file(&args.file, words)?;
    let pack = globals.pack_for(&text, words)?;
    let against = Against::new(&pack, world::today());
    let answers = read_answers(&text, &args.file.display().to_string(), &against)?;
    let reply = read_reply(&read_text(&args.reply)?, &args.reply.display().to_string(), &answers, &against)?;
    // From here on nobody else may change the answers.
    let (mut document, assessment) = OpenFile::open(&args.file, &against, &world::who(words))?;
    // That it was changed outside was told as it was read.
    let mut notices: Vec<FileNotice> = document.notices().to_vec();
    notices.retain(|notice| *notice != FileNotice::Changed);
    let mut session = Session::new(&pack, assessment);
    let letter = compose_letter(&session, reply.to, Frame::new(document.mark(&pack.id), world::today()));
    let is_asked = |id: QuestionId| letter.asked.iter().any(|asked| asked.question.id == pack.question(id).id);
    let offer = Offer::compare_with(reply.entries(), &session).limited_to(is_asked);
    let from = words.cli.merge_from(&reply.at, &reply.by);
    let told = tell::offer(&offer, &mut session, args.replace, words);
    world::print(plain::text_of(&from, &told, world::width(), words).as_bytes())?;
    let taken = offer.entries_to_apply(args.replace);
    if taken.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    if !args.unasked && !agreed(words)? {
        return world::print(format!("{}\n", words.common.nothing_changed).as_bytes());
    }
    let kept = document.keep_before_merge()?;
    for (id, entry) in taken {
        session.answer(id, entry);
    }
    document.save(session.assessment(), &pack, &session.progress().replay.set_aside, &world::now())?;
    let now = document.path().unwrap_or(&args.file);
    notices.extend_from_slice(document.notices());
    let notices = notices.iter().map(|notice| notice_text(notice, words));
    let shown = |path: &Path| text::shown(&path.display().to_string());
    let kept = kept.map(|kept| words.cli.merge_kept(shown(&kept)));
    let done = [Some(words.cli.merge_done(shown(now))), kept];
    world::print(
        done.into_iter().flatten().chain(notices).fold(String::new(), |said, line| said + &line + "\n").as_bytes(),
    )
}

/// Asks whether to take it over; where nobody can be asked, says how to say so.
fn agreed(words: &Words) -> Result<bool, Complaint> {
    if !io::stdin().is_terminal() {
        let help = words.cli.merge_unasked_help.to_owned();
        return Err(Complaint::new(words.cli.merge_unasked, Some(help)));
    }
    world::print(format!("{} ", words.common.offer.ask).as_bytes())?;
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line).map_err(|error| Complaint::from_io(&error))?;
    Ok(["y", "yes"].contains(&line.trim().to_ascii_lowercase().as_str()))
}
