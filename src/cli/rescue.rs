//! `obligato rescue`: copies what can still be read of a damaged answer file to a new one.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::cli::arguments::{file, flag, take};
use crate::cli::complaint::Complaint;
use crate::cli::globals::GlobalArgs;
use crate::cli::world;
use crate::pack::Pack;
use crate::plain;
use crate::store::{Against, Rescue, StoreError, read_answers, read_damaged_text, rescue_answers, write_new};
use crate::tell::{Block, Target};
use crate::text;
use crate::words::Words;

/// What it takes.
pub fn define(command: Command, words: &Words) -> Command {
    command
        .about(words.cli.rescue)
        .arg(file("file", words.cli.rescue_file).required(true))
        .arg(file("out", words.cli.rescue_out).short('o').long("out"))
        .arg(flag("force", words.cli.force))
}

/// `obligato rescue FILE`.
pub fn run(matches: &mut ArgMatches, globals: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let damaged = globals.find_file(take(matches, "file"), words);
    let new = matches.remove_one("out").unwrap_or_else(|| beside(&damaged));
    let text = read_damaged_text(&damaged)?;
    let pack = globals.pack_for(&text, words)?;
    let against = Against::new(&pack, world::today());
    if matches!(read_answers(&text, "", &against), Ok(_) | Err(StoreError::OtherVersion { .. })) {
        return Err(Complaint::new(words.cli.rescue_whole, Some(words.cli.rescue_whole_help.to_owned())));
    }
    let nothing = || Complaint::new(words.cli.rescue_nothing, Some(words.cli.rescue_nothing_help.to_owned()));
    let rescue = rescue_answers(&text, &against, &world::now()).ok_or_else(nothing)?;
    write_new(&new, &rescue.text, matches.get_flag("force"))?;
    let told = told(&rescue, &pack, &new, words);
    world::print(plain::text_of(&words.cli.rescue_done(rescue.read), &told, world::width(), words).as_bytes())
}

/// The new file, where none is named: beside the damaged one.
fn beside(damaged: &Path) -> PathBuf {
    let stem = damaged.file_stem().unwrap_or_default().to_string_lossy();
    damaged.with_file_name(format!("{stem}-rescued.json"))
}

/// Where the answers are, and what to look at.
fn told(rescue: &Rescue, pack: &Pack, new: &Path, words: &Words) -> Vec<Block> {
    let of = &words.cli;
    let mut told = vec![Block::text(of.rescue_put(text::shown(&new.display().to_string())))];
    if rescue.is_version_assumed {
        told.push(Block::text(of.rescue_version));
    }
    let questions = rescue.lost.iter().map(|&id| (pack.question(id).ask.clone(), Target::Question(id)));
    let points = rescue.lost_points.iter().map(|&id| (pack.reading(id).ask.clone(), Target::Point(id)));
    let lost: Vec<Block> = questions.chain(points).map(|(ask, target)| Block::leading(0, ask, target)).collect();
    if !lost.is_empty() {
        told.push(Block::text(of.rescue_lost));
    }
    told.extend(lost);
    told.push(Block::text(of.rescue_look));
    told
}
