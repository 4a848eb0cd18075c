//! `obligato pack diff OLD [NEW]`: whose result changes from one pack to another.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::{ArgMatches, Command};
use serde_json::Value;

use crate::cli::arguments::path;
use crate::cli::complain::Complaint;
use crate::cli::{packs, world};
use crate::difference::{Changed, Difference, How, Result as Outcome, difference};
use crate::pack::Pack;
use crate::text::grouped;
use crate::words::Words;

/// Its command line.
pub fn command(words: &Words) -> Command {
    let folder = |name, help: &str| path(name, words.say(help).to_owned());
    Command::new("diff")
        .about(words.say("cli.pack_diff").to_owned())
        .after_help(words.say("cli.pack_diff_profiles").to_owned())
        .arg(folder("old", "cli.pack_diff_old").required(true))
        .arg(folder("new", "cli.pack_diff_new"))
}

/// Exit code 0 if every answer profile is judged the same, else 1.
pub fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let old = packs::by_folder(matches, "old").pack(words)?;
    let new = packs::by_folder(matches, "new").pack(words)?;
    let found = difference(&old, &new).map_err(|_| Complaint::new(words.say("cli.diff.too_large").to_owned(), None))?;
    world::print(told(&found, &old, &new, words).as_bytes())?;
    Ok(ExitCode::from(u8::from(!found.obligations.is_empty())))
}

fn told(found: &Difference, old: &Pack, new: &Pack, words: &Words) -> String {
    let short = |pack: &Pack| pack.digest.get(..12).unwrap_or_default().to_owned();
    let (old_digest, new_digest) = (short(old), short(new));
    let head = [
        ("title", new.title.as_str()),
        ("old", &old.version),
        ("new", &new.version),
        ("old_digest", &old_digest),
        ("new_digest", &new_digest),
    ];
    let mut text = words.fill("cli.diff.head", &head) + "\n\n";
    for it in &found.asked {
        let name = match it.how {
            How::Added => "cli.diff.added",
            How::Removed => "cli.diff.removed",
            How::Altered => "cli.diff.altered",
        };
        let _ = writeln!(text, "{}", words.fill(name, &[("id", &it.id)]));
    }
    if !found.asked.is_empty() {
        text.push('\n');
    }
    for it in &found.obligations {
        text.push_str(&of_obligation(it, old, new, words));
    }
    let same = found.same.to_string();
    text + &words.fill("cli.diff.same", &[("count", &same)]) + "\n"
}

fn of_obligation(changed: &Changed, old: &Pack, new: &Pack, words: &Words) -> String {
    let both = new.obligations.iter().chain(&old.obligations);
    let title = both.into_iter().find(|it| it.id == changed.id).map_or("", |it| it.title.as_str());
    let count = |it: Option<u128>| it.map_or_else(|| words.say("cli.diff.countless").to_owned(), grouped);
    let mut text = format!("{}  {title}\n", changed.id);
    for it in &changed.changes {
        let (profiles, all) = (count(it.profiles), count(changed.profiles));
        let (old, new) = (words.say(name(it.old)), words.say(name(it.new)));
        let values = [("old", old), ("new", new), ("profiles", &profiles), ("all", &all)];
        let instance = Value::Object(it.instance.clone()).to_string();
        let _ = writeln!(text, "    {}", words.fill("cli.diff.change", &values));
        let _ = writeln!(text, "    {}", words.fill("cli.diff.instance", &[("record", &instance)]));
    }
    text + "\n"
}

fn name(of: Outcome) -> &'static str {
    match of {
        Outcome::Absent => "cli.diff.absent",
        Outcome::RuledOut => "cli.diff.ruled_out",
        Outcome::Open => "cli.diff.open",
        Outcome::Applies => "cli.diff.applies",
        Outcome::InPlace => "cli.diff.in_place",
        Outcome::Missing => "cli.diff.missing",
    }
}
