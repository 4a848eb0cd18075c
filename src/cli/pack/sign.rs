//! `obligato pack sign`: records that a lawyer has checked the rules of a pack.

use std::path::Path;
use std::process::ExitCode;

use clap::{Arg, ArgAction, ArgMatches, Command};
use jiff::civil::Date;

use crate::cli::arguments::take;
use crate::cli::complaint::Complaint;
use crate::cli::globals::GlobalArgs;
use crate::cli::pack_choice::{PackChoice, find_obligation};
use crate::cli::world;
use crate::condition::parse_iso_day;
use crate::pack::{Files, Pack};
use crate::signature::{FILE, MAX_NAME, Signature, read_signatures};
use crate::store::{replace_file, write_new};
use crate::text::{hidden_fault, shown};
use crate::tidy::tidy;
use crate::views::signed_digest;
use crate::words::Words;

/// What it takes.
pub fn define(command: Command, words: &Words) -> Command {
    let of = &words.cli.sign;
    let obligations = Arg::new("obligation").value_name("OBLIGATION").help(words.cli.pack_obligation);
    command
        .about(words.cli.pack_sign)
        .after_help(of.more)
        .arg(obligations.required(true).action(ArgAction::Append).num_args(1..))
        .arg(Arg::new("by").long("by").value_name("NAME").help(of.by).required(true))
        .arg(Arg::new("on").long("on").value_name("DAY").help(of.on))
}

/// `obligato pack sign OBLIGATION... --by NAME [--on DAY]`.
pub fn run(matches: &mut ArgMatches, globals: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let choice = globals.choice(None);
    let PackChoice::Folder(folder) = &choice else {
        return Err(Complaint::new(words.cli.sign.built_in, Some(words.cli.sign.built_in_help.to_owned())));
    };
    let by = name(&take::<String>(matches, "by"))?;
    let on = matches.remove_one::<String>("on").map_or_else(|| Ok(world::today()), |day| day_of(&day))?;
    let ids: Vec<String> = matches.remove_many("obligation").into_iter().flatten().collect();
    let (files, pack) = (choice.files(words)?, choice.pack(words)?);
    let (old, new) = signatures(&pack, &files, &ids, (&by, on), words)?;
    let mut said = String::new();
    for signature in &new {
        let is_new = !old.contains(signature);
        let of = if is_new {
            words.cli.sign.done(&by, on.to_string(), &signature.obligation)
        } else {
            words.cli.sign.before(&by, &signature.obligation)
        };
        said = format!("{said}{}\n", shown(&of));
    }
    let added: Vec<Signature> = new.into_iter().filter(|signature| !old.contains(signature)).collect();
    if !added.is_empty() {
        write(folder, &files, &added)?;
    }
    world::print(said.as_bytes())
}

/// Returns the signatures in the file, and those that are asked for: each as it stands in the file, if
/// the same person has signed the same words.
fn signatures(
    pack: &Pack,
    files: &Files,
    ids: &[String],
    (by, on): (&str, Date),
    words: &Words,
) -> Result<(Vec<Signature>, Vec<Signature>), Complaint> {
    let (old, findings) = read_signatures(pack, files);
    if let Some(finding) = findings.first() {
        let message = format!("{FILE}, line {}: {}", finding.place.line, finding.message);
        return Err(Complaint::new(message, finding.help.clone()));
    }
    let mut new: Vec<Signature> = Vec::new();
    for id in ids {
        let of = find_obligation(pack, id)?;
        let digest = signed_digest(pack, of, words);
        let same = old.iter().find(|old| old.is_on(of) && old.by == by && old.words == digest);
        let fresh = Signature { obligation: of.id.clone(), by: by.to_owned(), on, words: digest };
        let signature = same.cloned().unwrap_or(fresh);
        if !new.contains(&signature) {
            new.push(signature);
        }
    }
    Ok((old, new))
}

/// Adds the signatures to the file, whole or not at all.
fn write(folder: &Path, files: &Files, added: &[Signature]) -> Result<(), Complaint> {
    let path = folder.join(FILE);
    let more: Vec<String> = added.iter().map(Signature::to_toml).collect();
    let text = format!("{}\n{}", files.text(FILE), more.join("\n"));
    let text = tidy(FILE, &text).map_err(|finding| Complaint::new(finding.message, finding.help))?;
    match files.find(FILE) {
        Some(_) => replace_file(&path, &text)?,
        None => write_new(&path, text, false)?,
    }
    Ok(())
}

/// Returns the name of whoever signs, if it can be one.
fn name(typed: &str) -> Result<String, Complaint> {
    let name = typed.trim();
    let fault = match hidden_fault(name) {
        Some(fault) => Some(fault),
        None if name.is_empty() => Some("the name is empty".to_owned()),
        None if name.chars().count() > MAX_NAME => Some(format!("the name is longer than {MAX_NAME} characters")),
        None => None,
    };
    fault
        .map_or_else(|| Ok(name.to_owned()), |fault| Err(Complaint::new(fault, Some("give it with `--by`".to_owned()))))
}

/// Returns the day that was typed, if it is one and not still to come.
fn day_of(typed: &str) -> Result<Date, Complaint> {
    let help = "write it like 2026-11-24";
    let Some(day) = parse_iso_day(typed) else {
        return Err(Complaint::new(format!("`{typed}` is not a day"), Some(help.to_owned())));
    };
    let today = world::today();
    if day > today {
        return Err(Complaint::new(format!("{day} is in the future: today is {today}"), None));
    }
    Ok(day)
}
