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
use crate::text::group_digits;
use crate::words::Words;

/// Its command line.
pub fn command(words: &Words) -> Command {
    let folder = path;
    Command::new("diff")
        .about(words.cli.pack_diff)
        .after_help(words.cli.pack_diff_profiles)
        .arg(folder("old", words.cli.pack_diff_old).required(true))
        .arg(folder("new", words.cli.pack_diff_new))
}

/// Exit code 0 if every answer profile is judged the same, else 1.
pub fn run(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let old = packs::by_folder(matches, "old").pack(words)?;
    let new = packs::by_folder(matches, "new").pack(words)?;
    let found = difference(&old, &new).map_err(|_| Complaint::new(words.cli.diff.too_large.to_owned(), None))?;
    world::print(told(&found, &old, &new, words).as_bytes())?;
    Ok(ExitCode::from(u8::from(!found.obligations.is_empty())))
}

fn told(found: &Difference, old: &Pack, new: &Pack, words: &Words) -> String {
    let short = |pack: &Pack| pack.digest.get(..12).unwrap_or_default().to_owned();
    let (old_digest, new_digest) = (short(old), short(new));
    let mut text =
        words.cli.diff.head(&new.version, &new_digest, &old.version, &old_digest, new.title.as_str()) + "\n\n";
    for it in &found.asked {
        let line = match it.how {
            How::Added => words.cli.diff.added(&it.id),
            How::Removed => words.cli.diff.removed(&it.id),
            How::Altered => words.cli.diff.altered(&it.id),
        };
        let _ = writeln!(text, "{line}");
    }
    if !found.asked.is_empty() {
        text.push('\n');
    }
    for it in &found.obligations {
        text.push_str(&of_obligation(it, old, new, words));
    }
    let same = found.same.to_string();
    text + &words.cli.diff.same(&same) + "\n"
}

fn of_obligation(changed: &Changed, old: &Pack, new: &Pack, words: &Words) -> String {
    let both = new.obligations.iter().chain(&old.obligations);
    let title = both.into_iter().find(|it| it.id == changed.id).map_or("", |it| it.title.as_str());
    let count = |it: Option<u128>| it.map_or_else(|| words.cli.diff.countless.to_owned(), group_digits);
    let mut text = format!("{}  {title}\n", changed.id);
    for it in &changed.changes {
        let (profiles, all) = (count(it.profiles), count(changed.profiles));
        let (old, new) = (name(it.old, words), name(it.new, words));
        let instance = Value::Object(it.instance.clone()).to_string();
        let _ = writeln!(text, "    {}", words.cli.diff.change(&all, new, old, &profiles));
        let _ = writeln!(text, "    {}", words.cli.diff.instance(&instance));
    }
    text + "\n"
}

fn name(of: Outcome, words: &Words) -> &'static str {
    match of {
        Outcome::Absent => words.cli.diff.absent,
        Outcome::RuledOut => words.cli.diff.ruled_out,
        Outcome::Open => words.cli.diff.open,
        Outcome::Applies => words.cli.diff.applies,
        Outcome::InPlace => words.cli.diff.in_place,
        Outcome::Missing => words.cli.diff.missing,
    }
}
