//! The format of a reply to a letter, as the form of the letter saves it.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::assessment::Entry;
use crate::pack::Who;
use crate::reply::{Reply, ReplyEntry};
use crate::store::error::StoreError;
use crate::store::file::{Against, AnswerFile};
use crate::store::format;
use crate::store::reader::AnswerReader;
use crate::store::stamp::Stamp;
use crate::store::strict;
use crate::store::sum::sum_of;
use crate::text;

/// The version of this format.
pub const VERSION: u64 = 1;

/// Reads the reply in `text` to a letter about `to`; errors call it `name`.
///
/// # Errors
/// The first thing that is wrong, where, and what to do: it was changed on its way, it is for another
/// assessment, its questions are of another version, it holds what is no answer.
pub fn read_reply(text: &str, name: &str, to: &AnswerFile, against: &Against<'_>) -> Result<Reply, StoreError> {
    let reader = AnswerReader { text, name, pack: against.pack, today: against.today };
    let whole = reader.object(strict::parse(text, name)?, "")?;
    reader.check_format(&whole, format::REPLY, VERSION)?;
    for key in whole.keys() {
        let known = ["format", "version", "check", "pack", "assessment", "to", "by", "at", "answers"];
        if !known.contains(&key.as_str()) {
            return Err(reader.error_at(
                key,
                format!("a reply has no `{}`", text::shortened(key, 60)),
                "ask for the reply again",
            ));
        }
    }
    let sum = reader.text_at(&whole, "check")?;
    if sum != sum_of(text, &sum) {
        let message = "this reply was changed after the form saved it";
        return Err(reader.error_at(
            "check",
            message,
            "ask for the file again, exactly as the form saved it; your answers are unchanged",
        ));
    }
    let stamp = reader.read_stamp(&whole)?;
    if reader.text_at(&whole, "assessment")? != to.mark() || stamp.id != to.stamp.id {
        let help = "find the answers whose letter it replies to; your answers are unchanged";
        return Err(reader.error_at("assessment", "this reply is for another assessment", help));
    }
    if stamp != to.stamp {
        let (asked, here) = (named(&stamp), named(&to.stamp));
        let message = format!("the letter asked the questions of version {asked}; your answers are for version {here}");
        return Err(reader.error_at("pack", message, "send a new letter: the questions or the law have changed"));
    }
    let who = reader.text_at(&whole, "to")?;
    let who = Who::from_name(&who).ok_or_else(|| {
        reader.error_at("to", format!("there is no role `{}`", text::shortened(&who, 60)), "ask for the reply again")
    })?;
    let by = reader.text_at(&whole, "by")?;
    require_short(&reader, "by", "by", Some(&by))?;
    let at = reader.text_at(&whole, "at")?;
    if at.parse::<jiff::Timestamp>().is_err() {
        return Err(reader.error_at(
            "at",
            "this should be a time such as `2026-11-24T12:00:00Z`",
            "ask for the reply again",
        ));
    }
    let mut answers = BTreeMap::new();
    for (id, value) in reader.object(whole.get("answers").cloned().unwrap_or_default(), "answers")? {
        let question = reader.question(&id)?;
        if !against.pack.question(question).who.contains(&who) {
            let message = format!("the letter to `{}` did not ask `{id}`", who.name());
            return Err(reader.error_at(&id, message, "ask for a reply to the letter that you sent"));
        }
        answers.insert(question, told(&reader, question, value)?);
    }
    Ok(Reply { to: who, by, at, answers })
}

fn told(reader: &AnswerReader<'_>, question: crate::pack::QuestionId, value: Value) -> Result<ReplyEntry, StoreError> {
    let id = &reader.pack.question(question).id;
    for key in reader.object(value.clone(), id)?.keys() {
        if !["value", "evidence", "note"].contains(&key.as_str()) {
            let message = format!("an answer in a reply cannot have `{}`", text::shortened(key, 60));
            return Err(reader.error_at(id, message, "ask for the reply again"));
        }
    }
    let Entry { answer, origin, .. } = reader.entry(question, value)?;
    for (key, text) in [("evidence", &origin.evidence), ("note", &origin.note)] {
        require_short(reader, id, key, text.as_deref())?;
    }
    Ok(ReplyEntry { answer, evidence: origin.evidence, note: origin.note })
}

/// Checks that `text`, which stands as `key` at `place`, is no longer than the form lets it be.
fn require_short(reader: &AnswerReader<'_>, place: &str, key: &str, text: Option<&str>) -> Result<(), StoreError> {
    match text.and_then(text::length_fault) {
        Some(fault) => Err(reader.error_at(place, format!("`{key}` is {fault}"), "ask for a shorter reply")),
        None => Ok(()),
    }
}

/// Describes a version of a pack, with the start of its digest.
fn named(stamp: &Stamp) -> String {
    format!("{} ({})", stamp.version, stamp.digest.chars().take(8).collect::<String>())
}
