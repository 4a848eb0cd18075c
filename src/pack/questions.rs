//! Builds the questions of a pack from what its files state.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::boxes::MAX_CELLS;
use crate::condition::{NameMeaning, Scale, Vocabulary};
use crate::pack::build::builder::PackBuilder;
use crate::pack::fields::SpannedString;
use crate::pack::model::{Choice, Kind, Question, QuestionSubject, Shape, Unit, Who};
use crate::pack::question_answers::answers;
use crate::pack::raw::{Limits, RawChoice, RawQuestion};

/// A kind of question as a pack states it.
struct StatedKind {
    /// Its name, that of [`Kind::name`].
    name: &'static str,
    /// The keys that not every kind takes, and this one does.
    keys: &'static [&'static str],
    /// Its limits.
    limits: Limits,
    /// Builds it from what a question states.
    build: fn(&RawQuestion, &mut PackBuilder<'_>) -> Kind,
}

/// Every kind of question.
const KINDS: [StatedKind; 6] = [
    StatedKind { name: "yes-no", keys: &["yes", "no"], limits: Limits::None, build: |_, _| Kind::YesNo },
    StatedKind {
        name: "one-of",
        keys: &["option", "unsure_counts_as", "blank_counts_too"],
        limits: Limits::None,
        build: |_, _| Kind::OneOf,
    },
    StatedKind { name: "any-of", keys: &["option"], limits: Limits::None, build: |_, _| Kind::AnyOf },
    StatedKind {
        name: "number",
        keys: &["special", "unit", "min", "max", "says"],
        limits: Limits::Numbers,
        build: number,
    },
    StatedKind { name: "date", keys: &["min", "max", "past", "says"], limits: Limits::Days, build: date },
    StatedKind { name: "text", keys: &["says"], limits: Limits::None, build: |_, _| Kind::Text },
];

/// The values that conditions tell apart, by name.
pub struct ToldApart<'a> {
    /// The values at which they tell numbers or days apart, ascending.
    pub cuts: BTreeMap<String, Vec<i64>>,
    /// The values that they compare with, ascending.
    pub compared_with: BTreeMap<&'a str, BTreeSet<i64>>,
}

/// Builds the question that `raw` states, adding its variables and its name to `vocabulary`.
pub fn question(
    raw: &RawQuestion,
    section: usize,
    told_apart: &ToldApart<'_>,
    build: &mut PackBuilder<'_>,
    vocabulary: &mut Vocabulary,
) -> Question {
    let for_record = raw.record || raw.kind.text == "text";
    let kind = kind(raw, build);
    let choices = kind.as_ref().map_or_else(Vec::new, |it| choices(raw, it, build));
    let unsure_counts_as = raw.unsure_counts_as.as_ref().filter(|_| matches!(kind, Some(Kind::OneOf)));
    let mut question = Question {
        id: raw.id.text.clone(),
        section,
        choices,
        unsure_counts_as: unsure_counts_as.and_then(|it| build.option_called(it, &raw.options)),
        blank_counts_too: raw.blank_counts_too.is_some(),
        scale: None,
        answers: Vec::new(),
        ask: raw.ask.text.clone(),
        help: raw.help.text.clone(),
        hard_to_read: raw.hard_to_read.as_ref().map(|it| it.text.clone()).filter(|why| !why.is_empty()),
        look: raw.look.as_ref().map(|it| it.text.clone()),
        evidence: raw.evidence.as_ref().map(|it| it.text.clone()),
        who: raw.who.iter().filter_map(|it| who(it, build)).collect(),
        unsure: raw.unsure.text.clone(),
        sources: build.sources_of(&raw.sources),
        changeable: raw.changeable,
        changeable_after: raw.changeable_after,
        for_record,
        unasked: raw.unasked.is_some(),
        about: about(raw, build),
        vars: Vec::new(),
        spot: raw.spot.clone(),
        kind: kind.clone().unwrap_or(Kind::Text),
    };
    if let (Some(spot), false) = (&raw.unasked, for_record) {
        let help = "add `record = true`, or remove `unasked`".to_owned();
        build.fault("bad-value", spot, format!("results may depend on `{}`, so it is asked", raw.id.text), Some(help));
    }
    stray_keys(raw, build);
    blank_without_option(raw, build);
    let meaning = match kind {
        None => NameMeaning::Broken,
        Some(_) if for_record => NameMeaning::ForRecord,
        Some(_) => variables(&mut question, told_apart, build, vocabulary),
    };
    if kind.is_some() {
        question.answers = answers(raw, &question, build);
    }
    vocabulary.names.insert(raw.id.text.clone(), meaning);
    question
}

fn about(raw: &RawQuestion, build: &mut PackBuilder<'_>) -> QuestionSubject {
    let Some(name) = &raw.about else { return QuestionSubject::Tool };
    let found = QuestionSubject::ALL.into_iter().find(|subject| subject.name() == name.text);
    if found.is_none() {
        let help = format!("use one of: {}", QuestionSubject::ALL.map(QuestionSubject::name).join(", "));
        build.fault("bad-value", &name.spot, format!("no question is about `{}`", name.text), Some(help));
    }
    found.unwrap_or(QuestionSubject::Tool)
}

fn who(name: &SpannedString, build: &mut PackBuilder<'_>) -> Option<Who> {
    let found = Who::from_name(&name.text);
    if found.is_none() {
        let help = format!("use one of: {}", Who::ALL.map(Who::name).join(", "));
        build.fault("bad-value", &name.spot, format!("there is no role `{}`", name.text), Some(help));
    }
    found
}

/// Returns the limits of a kind of question, by its name.
pub fn limits_of(kind: &str) -> Limits {
    stated_kind(kind).map_or(Limits::None, |stated| stated.limits)
}

fn stated_kind(name: &str) -> Option<&'static StatedKind> {
    KINDS.iter().find(|kind| kind.name == name)
}

fn kind(raw: &RawQuestion, build: &mut PackBuilder<'_>) -> Option<Kind> {
    let SpannedString { text: name, spot } = &raw.kind;
    let stated = stated_kind(name);
    // A kind that is missing is already reported.
    if stated.is_none() && !name.is_empty() {
        let help = format!("use one of: {}", KINDS.map(|kind| kind.name).join(", "));
        build.fault("bad-value", spot, format!("there is no kind of question called `{name}`"), Some(help));
    }
    stated.map(|stated| (stated.build)(raw, build))
}

fn at_least_two(raw: &RawQuestion, options: &[Choice], build: &mut PackBuilder<'_>) {
    if options.len() < 2 || options.len() > MAX_CELLS {
        let message = format!("`{}` needs 2 to {MAX_CELLS} options, and has {}", raw.id.text, options.len());
        build.fault("bad-options", &raw.spot, message, Some("write each under `[[question.option]]`".to_owned()));
    }
}

/// Returns the options or special values of a question of this kind.
fn choices(raw: &RawQuestion, kind: &Kind, build: &mut PackBuilder<'_>) -> Vec<Choice> {
    let written = match kind.shape() {
        Shape::One | Shape::Many => &raw.options,
        Shape::Scale => &raw.specials,
        Shape::YesNo | Shape::Line => return Vec::new(),
    };
    let found = each_choice(written, build);
    if kind.shape() != Shape::Scale {
        at_least_two(raw, &found, build);
    }
    found
}

fn each_choice(raw: &[RawChoice], build: &mut PackBuilder<'_>) -> Vec<Choice> {
    let mut found: Vec<Choice> = Vec::new();
    for option in raw {
        if !option.id.text.is_empty() {
            build.check_name(&option.id);
        }
        if found.iter().any(|other| other.id == option.id.text) {
            build.fault(
                "duplicate-id",
                &option.id.spot,
                format!("there are two options called `{}`", option.id.text),
                None,
            );
        }
        found.push(Choice {
            id: option.id.text.clone(),
            label: option.label.text.clone(),
            help: option.help.as_ref().map(|help| help.text.clone()),
            same_as: option.same_as.as_ref().and_then(|name| build.option_called(name, raw)),
            spot: option.spot.clone(),
        });
    }
    found
}

fn number(raw: &RawQuestion, build: &mut PackBuilder<'_>) -> Kind {
    // A limit that is missing or wrong is already reported, and limits nothing here.
    let (min, max) = (raw.min.unwrap_or(i64::MIN), raw.max.unwrap_or(i64::MAX));
    if min > max {
        build.fault("bad-range", &raw.spot, format!("`min` is {min}, above `max` {max}"), None);
    }
    Kind::Number { min, max, unit: Unit::new(raw.unit.as_ref().map(|unit| unit.text.as_str())) }
}

fn date(raw: &RawQuestion, build: &mut PackBuilder<'_>) -> Kind {
    let mut day = |written: Option<&SpannedString>| {
        written.filter(|text| !text.text.is_empty()).and_then(|it| build.parse_date(it))
    };
    let (min, max) = (day(raw.min_day.as_ref()), day(raw.max_day.as_ref()));
    let (min, max) = (min.unwrap_or(Date::MIN), max.unwrap_or(Date::MAX));
    if min > max {
        build.fault("bad-range", &raw.spot, format!("`min` is {min}, after `max` {max}"), None);
    }
    Kind::Date { min, max, past: raw.past }
}

/// Reports keys that have no meaning for this kind of question.
fn stray_keys(raw: &RawQuestion, build: &mut PackBuilder<'_>) {
    let Some(kind) = stated_kind(&raw.kind.text) else { return };
    let there = [
        ("yes", raw.yes.is_some()),
        ("no", raw.no.is_some()),
        ("option", !raw.options.is_empty()),
        ("special", !raw.specials.is_empty()),
        ("unsure_counts_as", raw.unsure_counts_as.is_some()),
        ("blank_counts_too", raw.blank_counts_too.is_some()),
        ("unit", raw.unit.is_some()),
        ("min", raw.min.is_some() || raw.min_day.is_some()),
        ("max", raw.max.is_some() || raw.max_day.is_some()),
        ("past", raw.past),
        ("says", raw.says.is_some()),
    ];
    for (key, _) in there.into_iter().filter(|(key, is_there)| *is_there && !kind.keys.contains(key)) {
        let takers = KINDS.iter().filter(|other| other.keys.contains(&key)).map(|other| other.name);
        let help = format!("it belongs to: {}", takers.collect::<Vec<&str>>().join(" "));
        let message = format!("questions of kind `{}` cannot have `{key}`", kind.name);
        build.fault("unknown-key", &raw.spot, message, Some(help));
    }
}

/// Reports a blank that counts as an option which is not named.
fn blank_without_option(raw: &RawQuestion, build: &mut PackBuilder<'_>) {
    if let (Some(spot), None) = (&raw.blank_counts_too, &raw.unsure_counts_as) {
        let help = "name the option under `unsure_counts_as`: leaving the question blank counts as the same".to_owned();
        build.fault("missing-key", spot, "`blank_counts_too` needs `unsure_counts_as`", Some(help));
    }
}

/// Adds the variables of the question, and the meaning of its name in conditions.
fn variables(
    question: &mut Question,
    told_apart: &ToldApart<'_>,
    build: &mut PackBuilder<'_>,
    vocabulary: &mut Vocabulary,
) -> NameMeaning {
    if !build.has_room(question.choices.len().max(1), &vocabulary.space, &question.spot) {
        return NameMeaning::Broken;
    }
    let space = &mut vocabulary.space;
    match question.kind.shape() {
        Shape::YesNo => question.vars = vec![space.add(2)],
        Shape::One => question.vars = vec![space.add(question.choices.len().clamp(1, MAX_CELLS))],
        Shape::Many => question.vars = question.choices.iter().map(|_| space.add(2)).collect(),
        Shape::Scale => return on_scale(question, told_apart, build, vocabulary),
        Shape::Line => {}
    }
    question.meaning()
}

fn on_scale(
    question: &mut Question,
    told_apart: &ToldApart<'_>,
    build: &mut PackBuilder<'_>,
    vocabulary: &mut Vocabulary,
) -> NameMeaning {
    let Some((least, most)) = question.kind.limits() else { return NameMeaning::Broken };
    let specials: Vec<String> = question.choices.iter().map(|it| it.id.clone()).collect();
    if least > most {
        return NameMeaning::Broken;
    }
    // A cut outside of the range tells no two possible values apart. The exception is the cut at
    // the least value, by which a deadline asks whether the value is known at all; special values,
    // if there are any, already tell that.
    let at_least = (build.is_counted_by(&question.id) && specials.is_empty()).then_some(least);
    let cuts = told_apart.cuts.get(&question.id).into_iter().flatten().copied();
    let cuts: Vec<i64> = at_least.into_iter().chain(cuts.filter(|&cut| least < cut && cut <= most)).collect();
    let count = Scale::cell_count(&cuts, &specials);
    if count > MAX_CELLS {
        let message = format!("the rules tell apart {count} ranges of `{}`, more than {MAX_CELLS}", question.id);
        build.fault("too-large", &question.spot.clone(), message, None);
        return NameMeaning::Broken;
    }
    let var = vocabulary.space.add(count);
    let is_date = question.kind.is_date();
    let compared_with = told_apart.compared_with.get(question.id.as_str()).into_iter().flatten().copied().collect();
    question.vars = vec![var];
    question.scale = Some(Scale { var, is_date, least, most, cuts, compared_with, specials });
    question.meaning()
}
