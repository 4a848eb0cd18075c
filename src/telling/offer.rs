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
    let taken: Vec<_> = offer.entries_to_apply(replace).into_iter().map(|it| (it.0, it.1.answer)).collect();
    let effects = session.preview(&taken);
    let session = &*session;
    let mut text = String::new();
    let mut part = |name: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            let _ = write!(text, "\n{}\n{}", name, lines.concat());
        }
    };
    let entries = |all: &[(QuestionId, Entry)]| all.iter().map(|it| entry(it, session, words)).collect();
    let asked = |all: &[QuestionId]| all.iter().map(|it| format!("  {}\n", session.pack().question(*it).ask)).collect();
    part(words.common.offer.fresh, entries(&offer.fresh));
    part(if replace { words.common.offer.replaced } else { words.common.offer.contrary }, entries(&offer.contrary));
    part(words.common.offer.same, asked(&offer.same));
    part(words.common.offer.unknown, asked(&offer.unknown));
    let moves = effects.moved.into_iter().filter_map(|(id, before, after)| {
        let of = session.pack().obligation(id);
        let (before, after) = (stands(of.kind, before, words), stands(of.kind, after, words));
        (before != after)
            .then(|| format!("  {}\n", words.common.offer.moves(&after, &before, of.id.as_str(), &of.title)))
    });
    part(words.common.offer.moved, moves.collect());
    if offer.is_empty() {
        let _ = write!(text, "\n{}\n", words.common.offer.nothing);
    }
    text
}

/// A question, what it is answered with now and in the offer, and what the offer says to that.
fn entry(of: &(QuestionId, Entry), session: &Session<'_>, words: &Words) -> String {
    let (id, entry) = of;
    let question = session.pack().question(*id);
    let told = |it| phrase::answer_text(it, question, words);
    let before = session.assessment().answer(*id).map_or_else(|| words.common.offer.unanswered.to_owned(), told);
    let change = words.common.offer.change(told(&entry.answer), &before);
    let mut text = format!("  {}\n    {change}\n", question.ask);
    let of = &words.common.origin;
    let more = [
        entry.origin.evidence.as_ref().map(|text| of.evidence(text)),
        entry.origin.note.as_ref().map(|text| of.note(text)),
    ];
    for line in more.into_iter().flatten() {
        let _ = writeln!(text, "    {line}");
    }
    text
}

/// Where an obligation stands with this judgement, in words.
fn stands(kind: ObligationKind, judgement: Judgement, words: &Words) -> String {
    let name = match standing(kind, judgement) {
        Standing::ToDo if judgement.met == crate::boxes::Status::No => words.common.met.no,
        Standing::ToDo => words.common.standing.to_do,
        Standing::InPlace => words.common.standing.in_place,
        Standing::Open => words.common.standing.open,
        Standing::RuledOut => words.common.standing.ruled_out,
        Standing::AlsoCheck => words.common.standing.also_check,
    };
    name.to_lowercase()
}
