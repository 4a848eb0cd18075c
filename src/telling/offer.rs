//! What answers that are offered would change, told before anything is taken over.

use std::fmt::Write as _;

use crate::assessment::Entry;
use crate::judge::Judgement;
use crate::pack::{ObligationKind, QuestionId};
use crate::phrase;
use crate::reply::Offer;
use crate::report::{Standing, standing};
use crate::session::Session;
use crate::words::Words;

/// What taking `offer` over into `session` would change, contrary answers if `replace`.
pub fn offer(offer: &Offer, session: &mut Session<'_>, replace: bool, words: &Words) -> String {
    let taken: Vec<_> = offer.taken(replace).into_iter().map(|it| (it.0, it.1.answer)).collect();
    let effects = session.preview_all(&taken);
    let session = &*session;
    let mut text = String::new();
    let mut part = |name: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            let _ = write!(text, "\n{}\n{}", words.say(name), lines.concat());
        }
    };
    let entries = |all: &[(QuestionId, Entry)]| all.iter().map(|it| entry(it, session, words)).collect();
    let asked = |all: &[QuestionId]| all.iter().map(|it| format!("  {}\n", session.pack().question(*it).ask)).collect();
    part("common.offer.fresh", entries(&offer.fresh));
    part(if replace { "common.offer.replaced" } else { "common.offer.contrary" }, entries(&offer.contrary));
    part("common.offer.same", asked(&offer.same));
    part("common.offer.unknown", asked(&offer.unknown));
    let moves = effects.moved.into_iter().filter_map(|(id, before, after)| {
        let of = session.pack().obligation(id);
        let (before, after) = (stands(of.kind, before, words), stands(of.kind, after, words));
        let values = [("id", of.id.as_str()), ("title", &of.title), ("before", &before), ("after", &after)];
        (before != after).then(|| format!("  {}\n", words.fill("common.offer.moves", &values)))
    });
    part("common.offer.moved", moves.collect());
    if offer.is_empty() {
        let _ = write!(text, "\n{}\n", words.say("common.offer.nothing"));
    }
    text
}

/// A question, what it is answered with now and in the offer, and what the offer says to that.
fn entry(of: &(QuestionId, Entry), session: &Session<'_>, words: &Words) -> String {
    let (id, entry) = of;
    let question = session.pack().question(*id);
    let told = |it| phrase::answer(it, question, words);
    let before = session.assessment().answer(*id).map_or_else(|| words.say("common.offer.unanswered").to_owned(), told);
    let change = words.fill("common.offer.change", &[("before", &before), ("after", &told(&entry.answer))]);
    let mut text = format!("  {}\n    {change}\n", question.ask);
    for (name, more) in [("common.origin.evidence", &entry.origin.evidence), ("common.origin.note", &entry.origin.note)]
    {
        if let Some(more) = more {
            let _ = writeln!(text, "    {}", words.fill(name, &[("text", more)]));
        }
    }
    text
}

/// Where an obligation stands with this judgement, in words.
fn stands(kind: ObligationKind, judgement: Judgement, words: &Words) -> String {
    let name = match standing(kind, judgement) {
        Standing::ToDo if judgement.met == crate::boxes::Status::No => "common.met.no",
        Standing::ToDo => "common.standing.to_do",
        Standing::InPlace => "common.standing.in_place",
        Standing::Open => "common.standing.open",
        Standing::RuledOut => "common.standing.ruled_out",
        Standing::AlsoCheck => "common.standing.also_check",
    };
    words.say(name).to_lowercase()
}
