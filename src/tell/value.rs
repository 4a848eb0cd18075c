//! Single values in words: standings, kinds, roles, degrees of confidence.

use crate::report::Standing;
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
pub fn kind(name: &str, words: &Words) -> &'static str {
    let of = &words.common.kind;
    match name {
        "duty" => of.duty,
        "check" => of.check,
        "practice" => of.practice,
        _ => of.also,
    }
}

/// How sure we are of a source, as half a sentence.
pub fn confidence(name: &str, words: &Words) -> &'static str {
    let of = &words.common.confidence;
    match name {
        "text" => of.text,
        "secondary" => of.secondary,
        "model" => of.model,
        _ => of.general,
    }
}

/// Who can answer a question: "whoever handles security".
pub fn role(name: &str, words: &Words) -> &'static str {
    let of = &words.common.who;
    match name {
        "owner" => of.owner,
        "compliance" => of.compliance,
        "counsel" => of.counsel,
        "it" => of.it,
        "security" => of.security,
        "vendor" => of.vendor,
        "operations" => of.operations,
        "procurement" => of.procurement,
        "contracts" => of.contracts,
        "marketing" => of.marketing,
        _ => of.records,
    }
}

/// What an answer rests on: "the vendor says so".
pub fn basis(name: &str, words: &Words) -> &'static str {
    let of = &words.common.basis;
    match name {
        "own" => of.own,
        "colleague" => of.colleague,
        "vendor" => of.vendor,
        "paper" => of.paper,
        "test" => of.test,
        _ => of.check,
    }
}
