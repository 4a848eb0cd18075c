//! Turns questions as written into questions of a pack.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::boxes::MAX_CELLS;
use crate::condition::{NameMeaning, Scale, Vocabulary, days};
use crate::pack::build::builder::PackBuilder;
use crate::pack::fields::SpannedString;
use crate::pack::model::{Choice, Kind, Question, Who};
use crate::pack::raw::{RawChoice, RawQuestion};

const KINDS: [&str; 6] = ["yes-no", "one-of", "any-of", "number", "date", "text"];

/// The question that `raw` states, with its variables and its name added to `vocabulary`.
pub fn question(
    raw: &RawQuestion,
    section: usize,
    cuts: &BTreeMap<String, Vec<i64>>,
    build: &mut PackBuilder<'_>,
    vocabulary: &mut Vocabulary,
) -> Question {
    let for_record = raw.record || raw.kind.text == "text";
    let kind = kind(raw, build);
    let mut question = Question {
        id: raw.id.text.clone(),
        section,
        ask: raw.ask.text.clone(),
        help: raw.help.text.clone(),
        look: raw.look.as_ref().map(|it| it.text.clone()),
        evidence: raw.evidence.as_ref().map(|it| it.text.clone()),
        who: raw.who.iter().filter_map(|it| who(it, build)).collect(),
        unsure: raw.unsure.text.clone(),
        sources: build.sources_of(&raw.sources),
        changeable: raw.changeable,
        for_record,
        vars: Vec::new(),
        spot: raw.spot.clone(),
        kind: kind.clone().unwrap_or(Kind::Text { says: String::new() }),
    };
    stray_keys(raw, build);
    let meaning = match kind {
        None => NameMeaning::Broken,
        Some(_) if for_record => NameMeaning::ForRecord,
        Some(_) => variables(&mut question, cuts.get(&raw.id.text).map_or(&[], Vec::as_slice), build, vocabulary),
    };
    vocabulary.names.insert(raw.id.text.clone(), meaning);
    question
}

fn who(name: &SpannedString, build: &mut PackBuilder<'_>) -> Option<Who> {
    let found = Who::called(&name.text);
    if found.is_none() {
        let help = format!("use one of: {}", Who::ALL.map(|it| it.0).join(", "));
        build.fault("bad-value", &name.spot, format!("nobody is called `{}`", name.text), Some(help));
    }
    found
}

fn kind(raw: &RawQuestion, build: &mut PackBuilder<'_>) -> Option<Kind> {
    match raw.kind.text.as_str() {
        "yes-no" => Some(Kind::YesNo {
            yes: build.need(raw.yes.as_ref(), "yes", &raw.spot),
            no: build.need(raw.no.as_ref(), "no", &raw.spot),
        }),
        "one-of" => {
            let options = choices(&raw.options, false, build);
            at_least_two(raw, &options, build);
            let unsure_counts_as = raw.unsure_counts_as.as_ref().and_then(|it| build.option_called(it, &raw.options));
            Some(Kind::OneOf { options, unsure_counts_as })
        }
        "any-of" => {
            let options = choices(&raw.options, true, build);
            at_least_two(raw, &options, build);
            Some(Kind::AnyOf { options })
        }
        "number" => Some(number(raw, build)),
        "date" => Some(date(raw, build)),
        "text" => Some(Kind::Text { says: build.sentence(raw) }),
        other => {
            if !other.is_empty() {
                let help = format!("use one of: {}", KINDS.join(", "));
                build.fault(
                    "bad-value",
                    &raw.kind.spot,
                    format!("there is no kind of question called `{other}`"),
                    Some(help),
                );
            }
            None
        }
    }
}

fn at_least_two(raw: &RawQuestion, options: &[Choice], build: &mut PackBuilder<'_>) {
    if options.len() < 2 || options.len() > MAX_CELLS {
        let message = format!("`{}` needs 2 to {MAX_CELLS} options, and has {}", raw.id.text, options.len());
        build.fault("bad-options", &raw.spot, message, Some("write each under `[[question.option]]`".to_owned()));
    }
}

fn choices(raw: &[RawChoice], ticked: bool, build: &mut PackBuilder<'_>) -> Vec<Choice> {
    let mut found: Vec<Choice> = Vec::new();
    for it in raw {
        if !it.id.text.is_empty() {
            build.check_name(&it.id);
        }
        if found.iter().any(|other| other.id == it.id.text) {
            build.fault("duplicate-id", &it.id.spot, format!("there are two options called `{}`", it.id.text), None);
        }
        let says_not = if ticked { build.need(it.says_not.as_ref(), "says_not", &it.spot) } else { String::new() };
        found.push(Choice {
            id: it.id.text.clone(),
            label: it.label.text.clone(),
            help: it.help.as_ref().map(|help| help.text.clone()),
            says: it.says.text.clone(),
            says_not,
            same_as: it.same_as.as_ref().and_then(|name| build.option_called(name, raw)),
            spot: it.spot.clone(),
        });
    }
    found
}

fn number(raw: &RawQuestion, build: &mut PackBuilder<'_>) -> Kind {
    // A limit that is missing or wrong is a fault already, and sets no limit to what is read on.
    let (min, max) = (raw.min.unwrap_or(i64::MIN), raw.max.unwrap_or(i64::MAX));
    if min > max {
        build.fault("bad-range", &raw.spot, format!("`min` is {min}, above `max` {max}"), None);
    }
    Kind::Number {
        min,
        max,
        unit: raw.unit.as_ref().map(|it| it.text.clone()).unwrap_or_default(),
        says: build.sentence(raw),
        specials: choices(&raw.specials, false, build),
        scale: None,
    }
}

fn date(raw: &RawQuestion, build: &mut PackBuilder<'_>) -> Kind {
    let mut day =
        |written: Option<&SpannedString>| written.filter(|it| !it.text.is_empty()).and_then(|it| build.date(it));
    let (min, max) = (day(raw.min_day.as_ref()), day(raw.max_day.as_ref()));
    let (min, max) = (min.unwrap_or(Date::MIN), max.unwrap_or(Date::MAX));
    if min > max {
        build.fault("bad-range", &raw.spot, format!("`min` is {min}, after `max` {max}"), None);
    }
    Kind::Date { min, max, past: raw.past, says: build.sentence(raw), scale: None }
}

/// Keys that mean nothing for this kind of question.
fn stray_keys(raw: &RawQuestion, build: &mut PackBuilder<'_>) {
    let kind = raw.kind.text.as_str();
    let has = [
        ("yes", raw.yes.is_some(), "yes-no"),
        ("no", raw.no.is_some(), "yes-no"),
        ("option", !raw.options.is_empty(), "one-of any-of"),
        ("special", !raw.specials.is_empty(), "number"),
        ("unsure_counts_as", raw.unsure_counts_as.is_some(), "one-of"),
        ("unit", raw.unit.is_some(), "number"),
        ("min", raw.min.is_some() || raw.min_day.is_some(), "number date"),
        ("max", raw.max.is_some() || raw.max_day.is_some(), "number date"),
        ("past", raw.past, "date"),
        ("says", raw.says.is_some(), "number date text"),
    ];
    for (key, there, kinds) in has {
        if there && KINDS.contains(&kind) && !kinds.split(' ').any(|it| it == kind) {
            let message = format!("`{key}` means nothing on a {kind} question");
            build.fault("unknown-key", &raw.spot, message, Some(format!("it belongs to: {kinds}")));
        }
    }
}

/// Gives the question its variables and says what its name means in conditions.
fn variables(
    question: &mut Question,
    cuts: &[i64],
    build: &mut PackBuilder<'_>,
    vocabulary: &mut Vocabulary,
) -> NameMeaning {
    if !build.has_room(question.kind.choices().len().max(1), &vocabulary.space, &question.spot) {
        return NameMeaning::Broken;
    }
    let space = &mut vocabulary.space;
    match &mut question.kind {
        Kind::YesNo { .. } => {
            let var = space.add(2);
            question.vars = vec![var];
            NameMeaning::YesNo(var)
        }
        Kind::OneOf { options, .. } => {
            let var = space.add(options.len().clamp(1, MAX_CELLS));
            question.vars = vec![var];
            NameMeaning::OneOf(var, options.iter().map(|it| it.id.clone()).collect())
        }
        Kind::AnyOf { options } => {
            question.vars = options.iter().map(|_| space.add(2)).collect();
            let ids = options.iter().map(|it| it.id.clone());
            NameMeaning::AnyOf(ids.zip(question.vars.iter().copied()).collect())
        }
        Kind::Number { .. } | Kind::Date { .. } => on_scale(question, cuts, build, vocabulary),
        Kind::Text { .. } => NameMeaning::ForRecord,
    }
}

fn on_scale(
    question: &mut Question,
    cuts: &[i64],
    build: &mut PackBuilder<'_>,
    vocabulary: &mut Vocabulary,
) -> NameMeaning {
    let (range, is_date) = match &question.kind {
        Kind::Date { min, max, .. } => ((days(*min), days(*max)), true),
        Kind::Number { min, max, .. } => ((*min, *max), false),
        _ => return NameMeaning::Broken,
    };
    let specials: Vec<String> = question.kind.choices().iter().map(|it| it.id.clone()).collect();
    if range.0 > range.1 {
        return NameMeaning::Broken;
    }
    // A cut outside the range tells no two possible values apart, except the one at the least
    // value, by which a deadline asks whether the value is known at all: where there are special
    // values, these tell that already.
    let at_least = (build.is_counted_by(&question.id) && specials.is_empty()).then_some(range.0);
    let within = cuts.iter().copied().filter(|&it| range.0 < it && it <= range.1);
    let cuts: Vec<i64> = at_least.into_iter().chain(within).collect();
    let count = Scale::cell_count(&cuts, &specials);
    if count > MAX_CELLS {
        let message = format!("the rules tell {count} ranges of `{}` apart, more than {MAX_CELLS}", question.id);
        build.fault("too-large", &question.spot.clone(), message, None);
        return NameMeaning::Broken;
    }
    let var = vocabulary.space.add(count);
    let scale = Scale { var, is_date, least: range.0, most: range.1, cuts, compared_with: Vec::new(), specials };
    question.vars = vec![scale.var];
    if let Kind::Number { scale: slot, .. } | Kind::Date { scale: slot, .. } = &mut question.kind {
        *slot = Some(scale.clone());
    }
    NameMeaning::Scale(scale)
}
