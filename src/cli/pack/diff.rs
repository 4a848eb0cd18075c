//! `obligato pack diff OLD [NEW]`: whose result changes from one pack to another.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::{ArgMatches, Command};
use serde_json::Value;

use crate::cli::arguments::take;
use crate::cli::complaint::Complaint;
use crate::cli::globals::GlobalArgs;
use crate::cli::pack_choice::{PackChoice, pack_argument};
use crate::cli::world;
use crate::difference::{Changed, Difference, How, Result as Outcome, difference};
use crate::pack::Pack;
use crate::text::group_digits;
use crate::words::Words;

/// What it takes.
pub fn define(command: Command, words: &Words) -> Command {
    command
        .about(words.cli.pack_diff)
        .after_help(words.cli.pack_diff_profiles)
        .arg(pack_argument("old", words.cli.pack_diff_old).required(true))
        .arg(pack_argument("new", words.cli.pack_diff_new))
}

/// Exit code 0 if every answer profile is judged the same, else 1.
pub fn run(matches: &mut ArgMatches, globals: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let old = take::<PackChoice>(matches, "old").pack(words)?;
    let new = globals.choice(matches.remove_one("new")).pack(words)?;
    let found = difference(&old, &new).map_err(|_| Complaint::new(words.cli.diff.too_large, None))?;
    world::print(tell_difference(&found, &old, &new, words).as_bytes())?;
    Ok(ExitCode::from(u8::from(!found.obligations.is_empty())))
}

fn tell_difference(found: &Difference, old: &Pack, new: &Pack, words: &Words) -> String {
    let short = |pack: &Pack| pack.digest.get(..12).unwrap_or_default().to_owned();
    let (old_digest, new_digest) = (short(old), short(new));
    let mut text =
        words.cli.diff.head(&new.version, &new_digest, &old.version, &old_digest, new.title.as_str()) + "\n\n";
    let asked = found.asked.iter().map(|change| (change.how, change.id.clone()));
    let warnings = found.warnings.iter().map(|change| (change.how, words.cli.diff.warning(&change.id)));
    let lines: Vec<String> = asked.chain(warnings).map(|(how, id)| differs(how, &id, words) + "\n").collect();
    if !lines.is_empty() {
        text += &(lines.concat() + "\n");
    }
    for changed in &found.obligations {
        text.push_str(&tell_changed(changed, old, new, words));
    }
    let same = found.same.to_string();
    text + &words.cli.diff.same(&same) + "\n"
}

/// How one question, option, legal point or warning differs.
fn differs(how: How, id: &str, words: &Words) -> String {
    let of = &words.cli.diff;
    match how {
        How::Added => of.added(id),
        How::Removed => of.removed(id),
        How::Altered => of.altered(id),
    }
}

fn tell_changed(changed: &Changed, old: &Pack, new: &Pack, words: &Words) -> String {
    let both = new.obligations.iter().chain(&old.obligations);
    let title = both
        .into_iter()
        .find(|obligation| obligation.id == changed.id)
        .map_or("", |obligation| obligation.title.as_str());
    let count = |profiles: Option<u128>| profiles.map_or_else(|| words.cli.diff.countless.to_owned(), group_digits);
    let mut text = format!("{}  {title}\n", changed.id);
    for change in &changed.changes {
        let (profiles, all) = (count(change.profiles), count(changed.profiles));
        let (old, new) = (outcome_name(change.old, words), outcome_name(change.new, words));
        let instance = Value::Object(change.instance.clone()).to_string();
        let _ = writeln!(text, "    {}", words.cli.diff.change(&all, new, old, &profiles));
        let _ = writeln!(text, "    {}", words.cli.diff.instance(&instance));
    }
    text + "\n"
}

fn outcome_name(of: Outcome, words: &Words) -> &'static str {
    match of {
        Outcome::Absent => words.cli.diff.absent,
        Outcome::RuledOut => words.common.outcome.ruled_out,
        Outcome::Open => words.cli.diff.open,
        Outcome::Applies => words.common.outcome.applies,
        Outcome::InPlace => words.common.outcome.in_place,
        Outcome::Missing => words.common.outcome.missing,
    }
}
