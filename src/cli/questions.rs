//! `obligato questions`: every question, how it is answered and by whom.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::ArgMatches;
use serde_json::{Value, json};

use crate::cli::complain::Complaint;
use crate::cli::{packs, world};
use crate::pack::{Kind, Pack, Question};
use crate::words::Words;

/// Prints the list.
pub fn list(matches: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let pack = packs::pack(matches, words)?;
    let as_json = matches.get_one::<String>("format").is_some_and(|it| it == "json");
    let text = if as_json { json_list(&pack) } else { text_list(&pack, words) };
    world::print(text.as_bytes())
}

fn json_list(pack: &Pack) -> String {
    let questions: Vec<Value> = pack.questions.iter().map(|it| question(it, pack)).collect();
    let reading =
        |it: &crate::pack::Reading| json!({ "id": it.id, "ask": it.ask, "yes": it.yes, "no": it.no, "safe": it.safe });
    let readings: Vec<Value> = pack.readings.iter().map(reading).collect();
    let whole = json!({
        "pack": { "id": pack.id, "version": pack.version, "digest": pack.digest },
        "questions": questions,
        "readings": readings,
    });
    format!("{whole:#}\n")
}

fn question(of: &Question, pack: &Pack) -> Value {
    let options: Vec<Value> = of.choices.iter().map(|it| json!({ "id": it.id, "label": it.label })).collect();
    let mut value = json!({
        "id": of.id,
        "section": pack.sections.get(of.section).map(|it| it.title.clone()),
        "kind": of.kind.name(),
        "ask": of.ask,
        "help": of.help,
        "who": of.who.iter().map(|it| it.0).collect::<Vec<&str>>(),
        "for_record": of.for_record,
    });
    if !options.is_empty() {
        value["options"] = options.into();
    }
    match &of.kind {
        Kind::Number { min, max, .. } => {
            value["min"] = (*min).into();
            value["max"] = (*max).into();
        }
        Kind::Date { min, max, past, .. } => {
            value["min"] = min.to_string().into();
            value["max"] = max.to_string().into();
            value["past"] = (*past).into();
        }
        Kind::YesNo | Kind::OneOf | Kind::AnyOf | Kind::Text => {}
    }
    value
}

fn text_list(pack: &Pack, words: &Words) -> String {
    let mut text = String::new();
    let mut section = None;
    for it in &pack.questions {
        if section != Some(it.section) {
            section = Some(it.section);
            let title = pack.sections.get(it.section).map_or("", |it| it.title.as_str());
            let _ = writeln!(text, "{title}\n");
        }
        let who: Vec<&str> = it.who.iter().map(|it| it.0).collect();
        let record = if it.for_record { format!("; {}", words.cli.list.for_record) } else { String::new() };
        let _ = writeln!(text, "  {}\n    {}\n    {}", it.id, it.ask, takes(it, words));
        for choice in &it.choices {
            let _ = writeln!(text, "      {}: {}", choice.id, choice.label);
        }
        let _ = writeln!(text, "    {}: {}{record}\n", words.cli.list.who, who.join(", "));
    }
    if !pack.readings.is_empty() {
        let _ = writeln!(text, "{}\n", words.cli.list.readings);
    }
    for it in &pack.readings {
        let _ = writeln!(text, "  {}\n    {}\n", it.id, it.ask);
    }
    text
}

fn takes(of: &Question, words: &Words) -> String {
    match &of.kind {
        Kind::YesNo => words.cli.list.yes_no.to_owned(),
        Kind::OneOf => words.cli.list.options.to_owned(),
        Kind::AnyOf => words.cli.list.any_of.to_owned(),
        Kind::Number { min, max, .. } => {
            let number = words.cli.list.number(max, min);
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
