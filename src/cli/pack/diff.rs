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
use crate::difference::{
    Cause, Changed, Difference, How, Part, Result as Outcome, WrittenChange, difference, written_changes,
};
use crate::pack::{Files, Pack};
use crate::signature::{Signature, read_signatures};
use crate::text::{group_digits, shown};
use crate::views::signature_states;
use crate::words::Words;

/// What it takes.
pub fn define(command: Command, words: &Words) -> Command {
    command
        .about(words.cli.pack_diff)
        .after_help(words.cli.pack_diff_profiles)
        .arg(pack_argument("old", words.cli.pack_diff_old).required(true))
        .arg(pack_argument("new", words.cli.pack_diff_new))
}

/// Exit code 0 if nothing differs, else 1.
pub fn run(matches: &mut ArgMatches, globals: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let choices = (take::<PackChoice>(matches, "old"), globals.choice(matches.remove_one("new")));
    let (old, new) = (choices.0.pack(words)?, choices.1.pack(words)?);
    let found = difference(&old, &new).map_err(|_| Complaint::new(words.cli.diff.too_large, None))?;
    let old_files = choices.0.files(words)?;
    let written = written_changes((&old, &old_files), (&new, &choices.1.files(words)?));
    let text = tell_difference(&found, &written, &old, &new, words);
    let signatures = reopened(&old, &old_files, &new, words);
    world::print(format!("{text}{signatures}").as_bytes())?;
    let same = found.is_none() && written.is_empty();
    Ok(ExitCode::from(u8::from(!same)))
}

/// Tells which signatures that stand beside `old`, and on its words, no longer do under `new`.
fn reopened(old: &Pack, files: &Files, new: &Pack, words: &Words) -> String {
    let signatures = read_signatures(old, files).0;
    let of = |pack: &Pack| signature_states(pack, &signatures, words);
    let both = of(old).into_iter().zip(of(new));
    let lines = both.filter(|(before, after)| before.is_current && !after.is_current).map(|(before, _)| {
        let Signature { obligation, by, on, .. } = &before.signature;
        words.cli.diff.signature(by, on.to_string(), obligation) + "\n"
    });
    let lines: String = lines.collect();
    if lines.is_empty() { lines } else { format!("\n{}\n\n{}", words.cli.diff.signatures, lines) }
}

fn tell_difference(found: &Difference, written: &[WrittenChange], old: &Pack, new: &Pack, words: &Words) -> String {
    let short = |pack: &Pack| pack.digest.get(..12).unwrap_or_default().to_owned();
    let (old_digest, new_digest) = (short(old), short(new));
    let mut text =
        words.cli.diff.head(&new.version, &new_digest, &old.version, &old_digest, new.title.as_str()) + "\n\n";
    let of = |cause: Cause| written.iter().filter(move |change| change.part.cause() == cause);
    let heading = |text: &mut String, name: &str, any: bool| {
        if any {
            let _ = writeln!(text, "{name}\n");
        }
    };
    let asked = found.asked.iter().map(|change| (change.how, change.id.clone()));
    let warnings = found.warnings.iter().map(|change| (change.how, words.cli.diff.warning(&change.id)));
    let lines: Vec<String> = asked.chain(warnings).map(|(how, id)| differs(how, &id, words) + "\n").collect();
    heading(&mut text, words.cli.diff.rules, !lines.is_empty() || of(Cause::Rule).next().is_some());
    if !lines.is_empty() {
        text += &(lines.concat() + "\n");
    }
    of(Cause::Rule).for_each(|change| text.push_str(&tell_written(change, words)));
    heading(&mut text, words.cli.diff.results, !found.obligations.is_empty());
    for changed in &found.obligations {
        text.push_str(&tell_changed(changed, old, new, words));
    }
    for (cause, name) in [(Cause::Law, words.cli.diff.law), (Cause::Words, words.cli.diff.words)] {
        heading(&mut text, name, of(cause).next().is_some());
        of(cause).for_each(|change| text.push_str(&tell_written(change, words)));
    }
    if found.is_none() && written.is_empty() {
        let _ = writeln!(text, "{}", words.cli.diff.none);
    }
    let same = found.same.to_string();
    text + &words.cli.diff.same(&same) + "\n"
}

/// What is stated differently: the old above the new, each short.
fn tell_written(change: &WrittenChange, words: &Words) -> String {
    let mut text = words.cli.diff.written(shown(&change.id), part_name(change.part, words)) + "\n";
    let (old, new) = (change.sides.0.as_deref(), change.sides.1.as_deref());
    let from = differs_from(old.unwrap_or_default(), new.unwrap_or_default());
    for (sign, side) in [("-", old), ("+", new)] {
        if let Some(side) = side {
            let _ = writeln!(text, "    {sign} {}", excerpt(side, from));
        }
    }
    text + "\n"
}

/// How many characters of a text are shown, and how many of them stand before the first difference.
const EXCERPT: (usize, usize) = (80, 30);

fn differs_from(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count()
}

/// The part of `text` around its character number `from`.
fn excerpt(text: &str, from: usize) -> String {
    let length = text.chars().count();
    let start = if length <= EXCERPT.0 { 0 } else { from.saturating_sub(EXCERPT.1).min(length - EXCERPT.0) };
    let part: String = text.chars().skip(start).take(EXCERPT.0).collect();
    let (before, after) = (start > 0, start + EXCERPT.0 < length);
    format!("{}{}{}", if before { "..." } else { "" }, shown(&part), if after { "..." } else { "" })
}

fn part_name(part: Part, words: &Words) -> &'static str {
    let of = &words.cli.diff.part;
    match part {
        Part::Condition => of.condition,
        Part::Met => of.met,
        Part::Deadline => of.deadline,
        Part::Counted => of.counted,
        Part::ShownIf => of.shown_if,
        Part::Kind => of.kind,
        Part::Role => of.role,
        Part::Unsure => of.unsure,
        Part::Side => of.side,
        Part::Itself => of.itself,
        Part::Cites => of.cites,
        Part::Official => of.official,
        Part::Confidence => of.confidence,
        Part::Title => of.title,
        Part::Asks => of.asks,
        Part::Sentence => of.sentence,
        Part::Help => of.help,
        Part::Label => of.label,
        Part::Short => of.short,
        Part::By => of.by,
        Part::Step => of.step,
        Part::Note => of.note,
        Part::Confirm => of.confirm,
        Part::Kept => of.kept,
        Part::Why => of.why,
    }
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
