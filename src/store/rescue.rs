//! Takes the answers that can still be read out of an answer file that is damaged.

use serde_json::{Map, Value, json};

use crate::condition::nearest_name;
use crate::pack::{QuestionId, ReadingId};
use crate::report;
use crate::store::format;
use crate::store::older::{OlderReader, read_laid_aside};
use crate::store::reader::AnswerReader;
use crate::store::stamp::Stamp;
use crate::store::sum::{NO_SUM, with_sum};

/// What stands in place of bytes that are not text.
const NO_TEXT: char = char::REPLACEMENT_CHARACTER;

/// The formats of other files that hold answers.
const OTHERS: [&str; 2] = [format::REPLY, report::wire::FORMAT];

/// The key of the answers that are kept and do not count.
const LAID_ASIDE: &str = "laid_aside";

/// How often a name is looked for. In a whole file it occurs once as a key.
const MOST_PLACES: usize = 2;

/// What could be taken out of a damaged answer file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rescue {
    /// An answer file of what could be read.
    pub text: String,
    /// How many answers and decided legal points could be read.
    pub read: usize,
    /// The questions whose answers begin in the file and cannot be read.
    pub lost: Vec<QuestionId>,
    /// The legal points whose decisions begin in the file and cannot be read. They are open again.
    pub lost_points: Vec<ReadingId>,
    /// Whether it can no longer be read with which version of the pack the answers were made. Then this
    /// version is assumed.
    pub is_version_assumed: bool,
}

/// Returns what can be taken out of the damaged answer file that `reader` reads, or `None` if that is nothing.
/// `now` is an RFC 3339 time.
///
/// An answer is taken if it can be read whole, and is one to its question. Damage that turns one answer into
/// another leaves no trace in it, so whoever takes them out looks at them all. Answers to questions that the pack no
/// longer has are left out: they would not count.
pub fn rescue(reader: &AnswerReader<'_>, now: &str) -> Option<Rescue> {
    if is_another_file(reader) {
        return None;
    }
    let stamp = stamp_within(reader);
    let is_version_assumed = stamp.is_none();
    let stamp = stamp.unwrap_or_else(|| Stamp::from_pack(reader.pack));
    let (answers, lost) = answers_within(reader, &stamp);
    let (points, lost_points) = points_within(reader);
    let read = answers.len() + points.len();
    let created = first_within(reader.text, "created").and_then(|found| found.as_str().map(str::to_owned));
    let created = created.filter(|created| reader.require_plain("created", created).is_ok());
    let mut whole = json!({
        "format": format::ANSWERS,
        "version": format::VERSION,
        "check": NO_SUM,
        "pack": { "id": stamp.id, "version": stamp.version, "digest": stamp.digest },
        "created": created.as_deref().unwrap_or(now),
        "updated": now,
        "answers": answers,
        "readings": points,
        "set_aside": [],
    });
    if let Some(laid_aside) = laid_aside_within(reader) {
        whole["laid_aside"] = laid_aside;
    }
    let text = with_sum(&format!("{whole:#}\n"));
    (read > 0).then_some(Rescue { text, read, lost, lost_points, is_version_assumed })
}

/// Whether what can be read says that this is a file of another kind, a newer form or another pack, and no damage
/// explains the name.
fn is_another_file(reader: &AnswerReader<'_>) -> bool {
    let format = first_within(reader.text, "format");
    let is_other = format.and_then(|found| found.as_str().map(|name| OTHERS.contains(&name))).unwrap_or_default();
    let version = first_within(reader.text, "version").and_then(|found| found.as_u64());
    let is_newer = version.is_some_and(|version| version > format::VERSION);
    let is_near = |id: &String| nearest_name(id, std::iter::once(reader.pack.id.as_str())).is_some();
    let mut named = packs_named_within(reader.text).peekable();
    is_other || is_newer || (named.peek().is_some() && !named.any(|id| is_near(&id)))
}

/// Returns the ids of the packs that the damaged answer file in `text` still names: one, unless damage repeats it.
pub fn packs_named_within(text: &str) -> impl Iterator<Item = String> {
    values_within(text, "pack").flatten().filter_map(|pack| pack.get("id")?.as_str().map(str::to_owned))
}

/// The pack of the reader as the file names it, if all that is said of it can be read.
fn stamp_within(reader: &AnswerReader<'_>) -> Option<Stamp> {
    let mut stamps = values_within(reader.text, "pack").flatten().filter_map(|pack| {
        let stamp = reader.read_stamp(&Map::from_iter([("pack".to_owned(), pack)])).ok()?;
        (![&stamp.version, &stamp.digest].iter().any(|said| said.contains(NO_TEXT))).then_some(stamp)
    });
    stamps.find(|stamp| stamp.id == reader.pack.id)
}

/// The answers that can be read, and the questions whose answers only begin.
fn answers_within(reader: &AnswerReader<'_>, stamp: &Stamp) -> (Map<String, Value>, Vec<QuestionId>) {
    let older = OlderReader { reader, made_with: stamp };
    let (mut answers, mut lost) = (Map::new(), Vec::new());
    for id in reader.pack.question_ids() {
        let name = &reader.pack.question(id).id;
        match sole_within(reader.text, name, |found| older.read(name, found.clone()).is_ok()) {
            ValueFound::Whole(answer) => _ = answers.insert(name.clone(), answer),
            ValueFound::Damaged => lost.push(id),
            ValueFound::Nothing => {}
        }
    }
    (answers, lost)
}

/// The decisions on legal points that can be read, and the points whose decisions only begin.
fn points_within(reader: &AnswerReader<'_>) -> (Map<String, Value>, Vec<ReadingId>) {
    let (mut points, mut lost) = (Map::new(), Vec::new());
    for id in reader.pack.reading_ids() {
        let name = &reader.pack.reading(id).id;
        match sole_within(reader.text, name, |found| reader.decision(name, found).is_ok()) {
            ValueFound::Whole(decision) => _ = points.insert(name.clone(), decision),
            ValueFound::Damaged => lost.push(id),
            ValueFound::Nothing => {}
        }
    }
    (points, lost)
}

/// The answers that were laid aside, if all of them can be read.
fn laid_aside_within(reader: &AnswerReader<'_>) -> Option<Value> {
    let found = first_within(reader.text, LAID_ASIDE)?;
    let is_read = read_laid_aside(&Map::from_iter([(LAID_ASIDE.to_owned(), found.clone())]), reader).is_ok();
    (is_read && !found.to_string().contains(NO_TEXT)).then_some(found)
}

/// What stands at a key.
enum ValueFound {
    /// The key does not occur.
    Nothing,
    /// It occurs, but what stands there cannot be read, or differs from place to place.
    Damaged,
    /// What stands there.
    Whole(Value),
}

/// What stands at the key `name` of `text`, if it `fits` and is the only such.
fn sole_within(text: &str, name: &str, fits: impl Fn(&Value) -> bool) -> ValueFound {
    let mut places = values_within(text, name).take(MOST_PLACES);
    let Some(first) = places.next() else { return ValueFound::Nothing };
    let others = places.any(|other| other != first);
    match first {
        Some(value) if !others && fits(&value) && !value.to_string().contains(NO_TEXT) => ValueFound::Whole(value),
        _ => ValueFound::Damaged,
    }
}

/// What stands at the first place of the key `name` in `text`, if it can be read.
fn first_within(text: &str, name: &str) -> Option<Value> {
    values_within(text, name).next().flatten()
}

/// What stands at each place where `name` is a key, or `None` where that is no whole JSON value.
fn values_within<'a>(text: &'a str, name: &str) -> impl Iterator<Item = Option<Value>> + 'a {
    let quoted = format!("\"{name}\"");
    let places = text.match_indices(&quoted).map(|(at, found)| (at, at + found.len())).collect::<Vec<_>>();
    places.into_iter().filter_map(move |(start, end)| {
        // A quotation mark within a text has a backslash before it.
        let is_within_text = text.get(..start)?.ends_with('\\');
        let value = text.get(end..)?.trim_start().strip_prefix(':').filter(|_| !is_within_text)?;
        Some(serde_json::Deserializer::from_str(value).into_iter().next()?.ok())
    })
}
