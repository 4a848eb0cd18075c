//! `obligato pack explain`: what a name of a pack stands for.

use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command};

use crate::cli::complain::Complaint;
use crate::cli::{packs, world};
use crate::export::plain_text;
use crate::pack::Pack;
use crate::views::{Subject, explain, find_subjects, names_starting_with, nearest_subject};
use crate::words::Words;

/// Its command line.
pub fn command(words: &Words) -> Command {
    let id = Arg::new("id").value_name("ID").help(words.cli.pack_id).required(true);
    Command::new("explain").about(words.cli.pack_explain).arg(id)
}

/// `obligato pack explain ID`.
pub fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let pack = packs::pack(matches, words)?;
    let name = matches.get_one::<String>("id").map_or("", String::as_str);
    let text = plain_text(&explain(subject(&pack, name)?, &pack, words), world::width());
    world::print(text.as_bytes())
}

fn subject(pack: &Pack, name: &str) -> Result<Subject, Complaint> {
    match find_subjects(pack, name).as_slice() {
        [only] => Ok(*only),
        [] => {
            let parts: Vec<String> = names_starting_with(pack, name).iter().map(|it| format!("`{it}`")).collect();
            if !parts.is_empty() {
                let help = format!("it stands in parts: {}", parts.join(", "));
                return Err(Complaint::new(format!("nothing in this pack is called `{name}`"), Some(help)));
            }
            let help = nearest_subject(pack, name).map_or_else(
                || "name an obligation, a fact, an open legal point, a question, an option or a source; `obligato questions` lists questions and options".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            Err(Complaint::new(format!("nothing in this pack is called `{name}`"), Some(help)))
        }
        several => {
            let whole = several.iter().map(|it| format!("`{}`", whole_name(pack, *it)));
            let help = format!("write {}", whole.collect::<Vec<String>>().join(" or "));
            Err(Complaint::new(format!("several questions have an option called `{name}`"), Some(help)))
        }
    }
}

fn whole_name(pack: &Pack, of: Subject) -> String {
    match of {
        Subject::Option(id, at) => {
            let question = pack.question(id);
            let option = question.choices.get(at).map_or("", |it| it.id.as_str());
            format!("{}.{option}", question.id)
        }
        _ => String::new(),
    }
}
