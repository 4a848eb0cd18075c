//! A plan written as the files of a pack.

use std::fmt::Write as _;

use crate::oracle::made_packs::Asked;
use crate::oracle::made_packs::conditions::Condition;
use crate::oracle::made_packs::plan::{Plan, Planned, day};

impl Plan {
    /// The files of the pack.
    pub fn files(&self, facts: &[Condition], planned: &[Planned]) -> Vec<(String, String)> {
        let file = |path: &str, text: String| (path.to_owned(), text);
        vec![
            file("pack.toml", PACK.to_owned()),
            file("sources.toml", SOURCES.to_owned()),
            file("sections/all.toml", self.questions()),
            file("readings.toml", self.readings_text()),
            file("facts.toml", facts_text(facts)),
            file("obligations/all.toml", obligations_text(planned)),
        ]
    }

    fn questions(&self) -> String {
        let mut text = "title = \"All\"\n".to_owned();
        for (at, asked) in self.asked.iter().enumerate() {
            let _ = write!(
                text,
                "[[question]]\nid = \"q{at}\"\nask = \"Q{at}?\"\nhelp = \"h\"\nwho = [\"owner\"]\nunsure = \"u\"\n"
            );
            text.push_str(&keys(*asked, at));
        }
        text
    }

    fn readings_text(&self) -> String {
        let mut text = String::new();
        for (at, (_, treated)) in self.readings.iter().enumerate() {
            let side = if treated.unwrap_or_default() { "yes" } else { "no" };
            let treated = treated.map_or(String::new(), |_| format!("treated_as = \"{side}\"\n"));
            let _ = write!(
                text,
                "[[reading]]\nid = \"r{at}\"\ntitle = \"R\"\nask = \"R?\"\nyes = \"r{at} yes\"\nno = \"r{at} no\"\n\
                 safe = \"{side}\"\n{treated}why = \"w\"\nsources = [\"S\"]\n"
            );
        }
        text
    }
}

fn keys(asked: Asked, at: usize) -> String {
    // Each sentence is another one: reasons that read alike are told once.
    let options = |table: &str, prefix: &str, count: usize, ticked: bool| {
        let each = (0..count).map(|it| {
            let not = if ticked { format!("says_not = \"q{at} not {prefix}{it}\"\n") } else { String::new() };
            format!("[[question.{table}]]\nid = \"{prefix}{it}\"\nlabel = \"L\"\nsays = \"q{at} {prefix}{it}\"\n{not}")
        });
        each.collect::<String>()
    };
    match asked {
        Asked::YesNo => format!("kind = \"yes-no\"\nyes = \"q{at} yes\"\nno = \"q{at} no\"\n"),
        Asked::OneOf { options: count, unsure } => {
            let unsure = unsure.map_or(String::new(), |it| format!("unsure_counts_as = \"o{it}\"\n"));
            format!("kind = \"one-of\"\n{unsure}{}", options("option", "o", count, false))
        }
        Asked::AnyOf { options: count } => {
            format!("kind = \"any-of\"\n{}", options("option", "o", count, true))
        }
        Asked::Number { min, count, specials, .. } => {
            let max = min + i64::try_from(count).expect("a small number") - 1;
            let special = options("special", "s", specials, false);
            format!("kind = \"number\"\nmin = {min}\nmax = {max}\nsays = \"q{at} {{value}}\"\n{special}")
        }
        Asked::Day { count, .. } => {
            let (min, max) = (day(0), day(count - 1));
            format!("kind = \"date\"\nmin = \"{min}\"\nmax = \"{max}\"\nsays = \"q{at} {{value}}\"\n")
        }
        Asked::ForRecord => format!("kind = \"text\"\nsays = \"q{at} {{value}}\"\n"),
    }
}

fn facts_text(facts: &[Condition]) -> String {
    let each = facts.iter().enumerate().map(|(at, it)| {
        format!("[[fact]]\nid = \"f{at}\"\nif = \"{}\"\nyes = \"f{at} yes\"\nno = \"f{at} no\"\n", written(it))
    });
    each.collect()
}

fn obligations_text(planned: &[Planned]) -> String {
    let mut text = "title = \"All\"\n".to_owned();
    for (at, it) in planned.iter().enumerate() {
        let _ = write!(
            text,
            "[[obligation]]\nid = \"O-{at}\"\nkind = \"duty\"\ntitle = \"T\"\nasks = \"A.\"\nsources = [\"S\"]\nif = \"{}\"\n",
            written(&it.applies)
        );
        if let Some(met) = &it.met {
            let (key, not) = if it.one_sided { ("not_met_if", "not ") } else { ("met", "") };
            let _ = writeln!(text, "{key} = \"{not}{}\"", written(met));
        }
        if let Some((day, months)) = it.deadline {
            let length = months.map_or_else(|| "days = 3".to_owned(), |it| format!("months = \"q{it}\""));
            let _ = writeln!(text, "deadline = {{ says = \"D\", {length}, from = \"q{day}\" }}");
        }
        if let Some(step) = &it.step {
            let _ = writeln!(text, "[[obligation.step]]\ndo = \"Do.\"\nif = \"{}\"", written(step));
        }
    }
    text
}

/// A condition as its author would write it.
fn written(it: &Condition) -> String {
    let joined = |parts: &[Condition], by: &str| {
        let each: Vec<String> = parts.iter().map(written).collect();
        format!("({})", each.join(by))
    };
    match it {
        Condition::All(parts) if parts.is_empty() => "always".to_owned(),
        Condition::All(parts) => joined(parts, " and "),
        Condition::Any(parts) => joined(parts, " or "),
        Condition::Not(part) => format!("not {}", written(part)),
        Condition::Fact(fact) => format!("f{fact}"),
        Condition::Atom(text, ..) | Condition::Ticks(text, ..) => text.clone(),
    }
}

/// `pack.toml` of a pack with one section and one group, both called `all`.
pub const PACK: &str = r#"format = 1
id = "made"
version = "1"
title = "Made"
jurisdiction = "Nowhere"
law_checked_on = "2026-01-31"
sections = ["all"]
groups = ["all"]
about = "A."
disclaimer = "D."
official = "https://example.org"
"#;

/// `sources.toml` with the one source `S`.
pub const SOURCES: &str = r#"[[source]]
id = "S"
citation = "C"
heading = "H"
says = "S."
binds = "B."
link = "https://example.org"
confidence = "text"
"#;
