//! `obligato questions`: every question, how it is answered and by whom.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use crate::answer::{limits, to_json};
use crate::cli::arguments::{choice, take};
use crate::cli::complaint::Complaint;
use crate::cli::globals::GlobalArgs;
use crate::cli::world;
use crate::pack::{Kind, Pack, Question, QuestionSubject, Reading, Unit, Who};
use crate::words::Words;

/// What the list is written as.
#[derive(Debug, Clone, Copy)]
enum ListFormat {
    Text,
    Json,
}

/// What it takes.
pub fn define(command: Command, words: &Words) -> Command {
    let formats = [("text", ListFormat::Text), ("json", ListFormat::Json)];
    command.about(words.cli.questions).arg(choice("format", formats, words.cli.questions_format).default_value("text"))
}

/// Prints the list.
pub fn run(matches: &mut ArgMatches, globals: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let format = take(matches, "format");
    let pack = globals.pack(words)?;
    let text = match format {
        ListFormat::Text => text_list(&pack, words),
        ListFormat::Json => json_list(&pack),
    };
    world::print(text.as_bytes())
}

fn json_list(pack: &Pack) -> String {
    let questions: Vec<Value> = pack.questions.iter().map(|question| question_json(question, pack)).collect();
    let readings: Vec<Value> = pack.readings.iter().map(reading_json).collect();
    let whole = json!({
        "pack": { "id": pack.id, "version": pack.version, "digest": pack.digest },
        "questions": questions,
        "readings": readings,
    });
    format!("{whole:#}\n")
}

fn reading_json(of: &Reading) -> Value {
    json!({ "id": of.id, "ask": of.ask, "yes": of.yes, "no": of.no, "safe": of.safe })
}

fn question_json(of: &Question, pack: &Pack) -> Value {
    let options: Vec<Value> =
        of.choices.iter().map(|choice| json!({ "id": choice.id, "label": choice.label })).collect();
    let mut value = json!({
        "id": of.id,
        "section": pack.sections.get(of.section).map(|section| section.title.clone()),
        "kind": of.kind.name(),
        "ask": of.ask,
        "help": of.help,
        "who": names(&of.who),
        "for_record": of.for_record,
        "asked": !of.unasked,
        "about": of.about.name(),
    });
    if !options.is_empty() {
        value["options"] = options.into();
    }
    if let Some([least, most]) = limits(of) {
        value["min"] = to_json(&least, of);
        value["max"] = to_json(&most, of);
    }
    match of.kind.unit() {
        Unit::None => {}
        Unit::Named(unit) => value["unit"] = unit.as_str().into(),
    }
    if of.kind.is_date() {
        value["past"] = of.kind.is_past().into();
    }
    value
}

fn names(who: &[Who]) -> Vec<&'static str> {
    who.iter().map(|who| who.name()).collect()
}

fn text_list(pack: &Pack, words: &Words) -> String {
    let mut text = String::new();
    let mut section = None;
    for question in &pack.questions {
        if section != Some(question.section) {
            section = Some(question.section);
            let title = pack.sections.get(question.section).map_or("", |section| section.title.as_str());
            let _ = writeln!(text, "{title}\n");
        }
        let marks = marks(question, words);
        let _ = writeln!(text, "  {}\n    {}\n    {}", question.id, question.ask, takes(question, words));
        for choice in &question.choices {
            let _ = writeln!(text, "      {}: {}", choice.id, choice.label);
        }
        let _ = writeln!(text, "    {}: {}{marks}\n", words.cli.list.who, names(&question.who).join(", "));
    }
    if !pack.readings.is_empty() {
        let _ = writeln!(text, "{}\n", words.cli.list.readings);
    }
    for reading in &pack.readings {
        let _ = writeln!(text, "  {}\n    {}\n", reading.id, reading.ask);
    }
    text
}

/// Returns what is said of a question after who would know.
fn marks(of: &Question, words: &Words) -> String {
    let each = [
        (of.for_record, words.cli.list.for_record),
        (of.unasked, words.cli.list.unasked),
        (of.about == QuestionSubject::Business, words.common.question.of_business),
    ];
    each.into_iter().filter(|(is_so, _)| *is_so).flat_map(|(_, mark)| ["; ", mark]).collect()
}

fn takes(of: &Question, words: &Words) -> String {
    match &of.kind {
        Kind::YesNo => words.cli.list.yes_no.to_owned(),
        Kind::OneOf => words.cli.list.options.to_owned(),
        Kind::AnyOf => words.cli.list.any_of.to_owned(),
        Kind::Number { min, max, unit } => {
            let number = unit.after(&words.cli.list.number(max, min));
            if of.choices.is_empty() { number } else { format!("{number}, {}", words.cli.list.special) }
        }
        Kind::Date { min, max, past, .. } => {
            if *past {
                words.cli.list.past_date(min)
            } else {
                words.cli.list.date(max, min)
            }
        }
        Kind::Text => words.cli.list.text.to_owned(),
    }
}
