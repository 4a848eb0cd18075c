//! `obligato pack explain`: what a name of a pack stands for.

use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command};

use crate::cli::arguments::take;
use crate::cli::complaint::Complaint;
use crate::cli::globals::GlobalArgs;
use crate::cli::world;
use crate::export::plain_text;
use crate::pack::Pack;
use crate::views::{Subject, explain, find_subjects, names_starting_with, nearest_subject};
use crate::words::Words;

/// What it takes.
pub fn define(command: Command, words: &Words) -> Command {
    let id = Arg::new("id").value_name("ID").help(words.cli.pack_id).required(true);
    command.about(words.cli.pack_explain).arg(id)
}

/// `obligato pack explain ID`.
pub fn run(matches: &mut ArgMatches, globals: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let pack = globals.pack(words)?;
    let name: String = take(matches, "id");
    let text = plain_text(&explain(subject(&pack, &name)?, &pack, words), world::width());
    world::print(text.as_bytes())
}

fn subject(pack: &Pack, name: &str) -> Result<Subject, Complaint> {
    match find_subjects(pack, name).as_slice() {
        [only] => Ok(*only),
        [] => {
            let parts: Vec<String> = names_starting_with(pack, name).iter().map(|part| format!("`{part}`")).collect();
            if !parts.is_empty() {
                let help = format!("it has parts; name one of them: {}", parts.join(", "));
                return Err(Complaint::new(format!("nothing in this pack is called `{name}`"), Some(help)));
            }
            let help = nearest_subject(pack, name).map_or_else(
                || "name an obligation, a fact, an open legal point, a question, an option or a source; `obligato questions` lists questions and options".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            Err(Complaint::new(format!("nothing in this pack is called `{name}`"), Some(help)))
        }
        several => {
            let whole = several.iter().map(|subject| format!("`{}`", whole_name(pack, *subject)));
            let help = format!("write {}", whole.collect::<Vec<String>>().join(" or "));
            Err(Complaint::new(format!("several questions have an option called `{name}`"), Some(help)))
        }
    }
}

fn whole_name(pack: &Pack, of: Subject) -> String {
    match of {
        Subject::Option(id, at) => {
            let question = pack.question(id);
            let option = question.choices.get(at).map_or("", |choice| choice.id.as_str());
            format!("{}.{option}", question.id)
        }
        _ => String::new(),
    }
}
