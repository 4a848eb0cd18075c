//! Single values in words: standings, kinds, roles, outcomes, where an answer comes from.

use crate::assessment::{Basis, Origin, Stance};
use crate::boxes::Status;
use crate::judge::Judgement;
use crate::pack::{Confidence, ObligationKind, Who};
use crate::phrase::day_text;
use crate::report::{Given, Standing};
use crate::words::Words;

/// Where an obligation stands: "To do".
pub fn standing(standing: Standing, words: &Words) -> &'static str {
    let of = &words.common.standing;
    match standing {
        Standing::ToDo => of.to_do,
        Standing::InPlace => of.in_place,
        Standing::Open => of.open,
        Standing::RuledOut => of.ruled_out,
        Standing::AlsoCheck => of.also_check,
    }
}

/// What a standing means, as a sentence.
pub fn standing_means(standing: Standing, words: &Words) -> &'static str {
    let of = &words.common.standing_means;
    match standing {
        Standing::ToDo => of.to_do,
        Standing::InPlace => of.in_place,
        Standing::Open => of.open,
        Standing::RuledOut => of.ruled_out,
        Standing::AlsoCheck => of.also_check,
    }
}

/// The kind of an obligation: "duty".
pub fn kind(kind: ObligationKind, words: &Words) -> &'static str {
    let of = &words.common.kind;
    match kind {
        ObligationKind::Duty => of.duty,
        ObligationKind::Check => of.check,
        ObligationKind::Practice => of.practice,
        ObligationKind::Also => of.also,
    }
}

/// How sure we are of a source, as half a sentence.
pub fn confidence(confidence: Confidence, words: &Words) -> &'static str {
    let of = &words.common.confidence;
    match confidence {
        Confidence::Text => of.text,
        Confidence::Secondary => of.secondary,
        Confidence::Referred => of.referred,
        Confidence::Model => of.model,
        Confidence::General => of.general,
    }
}

/// Who can answer a question: "whoever handles security".
pub fn role(who: Who, words: &Words) -> &'static str {
    let of = &words.common.who;
    match who {
        Who::Owner => of.owner,
        Who::Compliance => of.compliance,
        Who::Counsel => of.counsel,
        Who::It => of.it,
        Who::Security => of.security,
        Who::Vendor => of.vendor,
        Who::Operations => of.operations,
        Who::Procurement => of.procurement,
        Who::Contracts => of.contracts,
        Who::Marketing => of.marketing,
        Who::Records => of.records,
    }
}

/// The people who can answer, as "the owner, counsel or the vendor".
pub fn people(who: &[Who], words: &Words) -> String {
    let each: Vec<String> = who.iter().map(|&who| role(who, words).to_owned()).collect();
    any_of(&each, words)
}

/// These, as "a, b or c".
pub fn any_of(each: &[String], words: &Words) -> String {
    match each.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => words.tell.list.or(last, others.join(", ")),
    }
}

/// What an answer rests on: "the vendor says so".
pub fn basis(basis: Basis, words: &Words) -> &'static str {
    let of = &words.common.basis;
    match basis {
        Basis::Own => of.own,
        Basis::Colleague => of.colleague,
        Basis::Vendor => of.vendor,
        Basis::Paper => of.paper,
        Basis::Test => of.test,
        Basis::Check => of.check,
    }
}

/// Where an answer comes from: what it rests on, who says so and when, evidence and note. Empty where
/// nothing is said of it.
pub fn origin(given: &Given, words: &Words) -> String {
    let of = &words.common.origin;
    let Origin { basis: on, by, evidence, note } = &given.origin;
    let said = match (on.map(|on| basis(on, words)), by) {
        (Some(basis), Some(by)) => of.basis_by(basis, by),
        (Some(basis), None) => basis.to_owned(),
        (None, Some(by)) => of.by(by),
        (None, None) => String::new(),
    };
    let said = match given.on.map(|on| day_text(on, words)) {
        Some(day) if said.is_empty() => day,
        Some(day) => of.on(day, said),
        None => said,
    };
    let more = [evidence.as_ref().map(|text| of.evidence(text)), note.as_ref().map(|text| of.note(text))];
    let parts = [said].into_iter().filter(|part| !part.is_empty()).chain(more.into_iter().flatten());
    parts.collect::<Vec<String>>().join("; ")
}

/// What an obligation would be: "applies, in place".
pub fn outcome(judgement: Judgement, words: &Words) -> &'static str {
    let of = &words.common.outcome;
    match (judgement.applies, judgement.met) {
        (Status::No, _) => of.ruled_out,
        (Status::Open, _) => of.open,
        (Status::Yes, Status::Yes) => of.in_place,
        (Status::Yes, Status::No) => of.missing,
        (Status::Yes, Status::Open) => of.applies,
    }
}

/// How a legal point is taken, as a sentence.
pub fn stance(stance: Stance, words: &Words) -> String {
    words.tell.point.here(taken(stance, words))
}

/// How a legal point is taken, as half a sentence: "left open".
pub fn taken(stance: Stance, words: &Words) -> &'static str {
    let of = &words.tell.taken;
    match stance {
        Stance::Open => of.open,
        Stance::Treated(true) => of.treated_yes,
        Stance::Treated(false) => of.treated_no,
        Stance::Decided(true) => of.decided_yes,
        Stance::Decided(false) => of.decided_no,
    }
}

/// `text` with a capital at its start.
pub fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}
