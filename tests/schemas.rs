//! The JSON Schemas: each is sound, takes every good file, refuses what it can know to be wrong, and
//! knows the very keys that the reader of packs knows.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use boon::{Compiler, Schemas};
use jiff::civil::Date;
use obligato::assessment::Assessment;
use obligato::export::{Format, ReportExtent, render};
use obligato::finding::Finding;
use obligato::pack::{Files, read};
use obligato::schema::{ALL, Schema};
use obligato::session::Session;
use obligato::shipped;
use obligato::store::{Against, AnswerFile, Stamp, read_record, write_answers};
use serde_json::{Value, json};

use crate::bad_packs::{bad_packs, findings};
use crate::packs;

/// What is wrong with `value` under `schema`; empty if nothing.
pub fn wrong(schema: &Schema, value: &Value) -> String {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("it.json", schema.value()).expect("a schema is JSON");
    let at = compiler.compile("it.json", &mut schemas).expect("a schema is sound");
    schemas.validate(value, at).err().map(|it| format!("{it:#}")).unwrap_or_default()
}

pub fn called(name: &str) -> Schema {
    Schema::from_name(name).expect("a schema of this name")
}

/// What is wrong with the files of a pack, as far as schemas know. What is not TOML is not theirs.
fn wrong_in(files: &Files) -> String {
    let each = files.paths().filter_map(|path| {
        let value = packs::as_json(files.text(path))?;
        let said = wrong(&Schema::of_file(path)?, &value);
        (!said.is_empty()).then(|| format!("{path}: {said}\n"))
    });
    each.collect()
}

#[test]
fn every_file_of_schemas_is_in_the_list() {
    let mut there = BTreeSet::new();
    for folder in ["assets/schema", "assets/schema/pack"] {
        for entry in fs::read_dir(folder).expect("a folder of schemas") {
            let path = entry.expect("an entry of it").path();
            if path.is_file() {
                there.insert(fs::read_to_string(path).expect("a schema"));
            }
        }
    }
    let listed: BTreeSet<String> = ALL.iter().map(|it| it.text.to_owned()).collect();
    assert_eq!(there.len(), ALL.len());
    assert!(there == listed, "a schema in the folder is not in the list, or the other way round");
    assert_eq!(ALL.iter().map(|it| it.name).collect::<BTreeSet<&str>>().len(), ALL.len());
}

/// Calls `see` with every part of a schema that describes something, and where it is.
fn parts(schema: &Value, place: &str, see: &mut impl FnMut(&str, &Value)) {
    see(place, schema);
    for key in ["properties", "$defs"] {
        for (name, part) in schema.get(key).and_then(Value::as_object).into_iter().flatten() {
            parts(part, &format!("{place}.{name}"), see);
        }
    }
    for key in ["items", "additionalProperties"] {
        if let Some(part) = schema.get(key).filter(|it| it.get("properties").is_some()) {
            parts(part, &format!("{place}[]"), see);
        }
    }
}

#[test]
fn every_key_is_explained_and_no_other_key_is_let_in() {
    for schema in ALL {
        assert_eq!(schema.value()["$schema"], "https://json-schema.org/draft/2020-12/schema");
        parts(&schema.value(), schema.name, &mut |place, part| {
            for key in ["title", "description"] {
                let said = part.get(key).and_then(Value::as_str).unwrap_or_default();
                assert!(part.get("$ref").is_some() || !said.is_empty(), "{place} has no {key}");
                assert!(said.trim() == said && !said.contains("  "), "{place}: {said}");
            }
            let is_open = part.get("properties").is_some() && part.get("additionalProperties") != Some(&json!(false));
            assert!(!is_open, "{place} lets any key in");
        });
    }
}

/// What Taplo is told about this repository is what the list says.
#[test]
fn editors_are_told_of_every_schema_of_packs() {
    let text = fs::read_to_string(".taplo.toml").expect("what editors are told");
    let told = packs::as_json(&text).expect("TOML");
    let rules = told["rule"].as_array().expect("rules");
    let of_packs: Vec<&Schema> = ALL.iter().filter(|it| it.files.is_some()).collect();
    assert_eq!(rules.len(), of_packs.len());
    for (rule, schema) in rules.iter().zip(of_packs) {
        assert_eq!(rule["include"], json!([format!("questions/*/{}", schema.files.unwrap_or_default())]));
        let path = rule["schema"]["path"].as_str().expect("a path");
        assert_eq!(fs::read_to_string(path).expect("a schema"), schema.text);
    }
}

#[test]
fn every_file_of_a_sound_pack_fits() {
    for files in [packs::good(), shipped::files(), shipped::skeleton()] {
        assert!(files.paths().all(|it| Schema::of_file(it).is_some()));
        assert_eq!(wrong_in(&files), "");
    }
}

/// Codes of findings that a schema sees too, for it takes no other file and no meaning to see them.
const SEEN: [&str; 9] = [
    "bad-id",
    "bad-options",
    "bad-value",
    "empty",
    "format",
    "missing-key",
    "unknown-key",
    "unsafe-reading",
    "wrong-type",
];

/// Bad packs whose findings have such a code, though their fault takes more than a schema to see.
const BEYOND: [&str; 3] = [
    // In a condition.
    "bad_tokens",
    // 0x10 is a number like any other once TOML is read.
    "numbers_in_base_sixteen",
    // What has no `met` cannot be in place.
    "example_that_puts_obligations_badly",
];

/// Bad packs whose findings have no such code, though a schema sees their fault: an empty condition,
/// an empty beginning of a step, an obligation that no obligation can be called.
const SOONER: [&str; 3] = ["syntax", "example_with_unclear_steps", "example_with_unknown_names"];

#[test]
fn a_bad_pack_is_refused_where_a_schema_can_know() {
    let mut breaches = String::new();
    for pack in bad_packs() {
        let name = pack.name();
        let seen: Vec<&Finding> = pack.findings.iter().filter(|it| SEEN.contains(&it.code)).collect();
        let said = wrong_in(&pack.files);
        let missed = !seen.is_empty() && said.is_empty() && !BEYOND.contains(&name.as_str());
        let mistaken = seen.is_empty() && !said.is_empty() && !SOONER.contains(&name.as_str());
        if missed || mistaken {
            let codes: Vec<&str> = seen.iter().map(|it| it.code).collect();
            breaches = format!("{breaches}{name}: findings {codes:?}, schema says {said:?}\n");
        }
    }
    assert!(breaches.is_empty(), "{breaches}");
}

/// The sound pack with `text` as its file of this schema, and where that lies.
fn with(schema: &Schema, text: &str) -> (Files, String) {
    let path = match schema.name {
        "section" => "sections/boat.toml",
        "obligations" => "obligations/papers.toml",
        "example" => "examples/it.toml",
        _ => schema.files.expect("a schema of packs"),
    };
    let mut files = packs::texts(&packs::good());
    files.retain(|it| it.0 != path);
    files.push((path.to_owned(), text.to_owned()));
    (Files::new(files), path.to_owned())
}

/// What stands between backticks in the findings of this code about `text`, which is all of a file.
fn named(schema: &Schema, text: &str, code: &str, part: impl Fn(&Finding) -> String) -> BTreeSet<String> {
    let (files, path) = with(schema, text);
    let findings = findings(&files);
    let found = findings.iter().filter(|it| it.code == code && it.place.file == path);
    let texts: Vec<String> = found.map(part).collect();
    texts.iter().flat_map(|it| it.split('`').skip(1).step_by(2).map(str::to_owned)).collect()
}

/// A table within a file: the headings that open it, the keys it may have, and those that it and the
/// tables around it need.
struct Table {
    headings: String,
    known: BTreeSet<String>,
    needed: BTreeSet<String>,
}

/// Every table of a file with this schema, the file itself first. `around` are the keys that the
/// tables around it need.
fn tables(schema: &Value, path: &str, around: &BTreeSet<String>, headings: &str) -> Vec<Table> {
    let needed: BTreeSet<String> = around.union(&keys(&schema["required"])).cloned().collect();
    let own = Table { headings: headings.to_owned(), known: keys(&schema["properties"]), needed: needed.clone() };
    let mut found = vec![own];
    for (key, part) in schema["properties"].as_object().into_iter().flatten() {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        // A heading states the key it is called by.
        let around: BTreeSet<String> = needed.iter().filter(|it| *it != key).cloned().collect();
        if part["items"].get("properties").is_some() {
            found.extend(tables(&part["items"], &path, &around, &format!("{headings}[[{path}]]\n")));
        } else if part.get("properties").is_some() {
            found.extend(tables(part, &path, &around, &format!("{headings}[{path}]\n")));
        }
    }
    found
}

fn keys(of: &Value) -> BTreeSet<String> {
    match of {
        Value::Object(map) => map.keys().cloned().collect(),
        Value::Array(items) => items.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => BTreeSet::new(),
    }
}

/// An unknown key makes the reader list the keys it knows, and an empty table those it needs.
#[test]
fn a_schema_and_the_reader_know_the_same_keys() {
    let mut seen = 0;
    for schema in ALL.iter().filter(|it| it.files.is_some() && is_read(it)) {
        for table in tables(&schema.value(), "", &BTreeSet::new(), "") {
            let text = format!("{}no_key_of_any_table = 1\n", table.headings);
            let known = named(schema, &text, "unknown-key", |it| it.help.clone().unwrap_or_default());
            assert_eq!(known, table.known, "{}: {text}", schema.name);
            let needed = named(schema, &table.headings, "missing-key", |it| it.message.clone());
            assert_eq!(needed, table.needed, "{}: {text}", schema.name);
            seen += 1;
        }
    }
    assert!(seen > 15);
}

/// Whether there is a reader of such files yet.
fn is_read(schema: &Schema) -> bool {
    !named(schema, "no_key_of_any_table = 1\n", "unknown-key", |it| it.message.clone()).is_empty()
}

/// Which keys belong to which kind of question.
#[test]
fn a_schema_and_the_reader_know_the_same_keys_of_each_kind() {
    let schema = called("section");
    let question = &schema.value()["properties"]["question"]["items"];
    let kinds = keys(&question["properties"]["kind"]["enum"]);
    assert_eq!(kinds.len(), 6);
    for kind in kinds {
        let options =
            "[[question.option]]\nid = \"a\"\nlabel = \"A\"\nsays = \"it is a\"\nsays_not = \"no\"\n".repeat(2);
        let special = options.replace("option", "special");
        for (key, line) in [
            ("yes", "yes = \"it is\"\n"),
            ("no", "no = \"it is not\"\n"),
            ("says", "says = \"it is {value}\"\n"),
            ("past", "past = true\n"),
            ("unit", "unit = \"miles\"\n"),
            ("unsure_counts_as", "unsure_counts_as = \"a\"\n"),
            ("min", if kind == "date" { "min = \"2020-01-01\"\n" } else { "min = 1\n" }),
            ("max", if kind == "date" { "max = \"2020-01-01\"\n" } else { "max = 1\n" }),
            ("option", options.as_str()),
            ("special", special.as_str()),
        ] {
            let text = format!("title = \"T\"\n[[question]]\nkind = \"{kind}\"\n{line}");
            let strays = named(&schema, &text, "unknown-key", |it| it.message.clone());
            let value = packs::as_json(&text).expect("TOML");
            let said = wrong(&schema, &value);
            assert_eq!(strays.contains(key), said.contains(&format!("/question/0/{key}'")), "{text}{said}");
        }
        let needed =
            named(&schema, &format!("[[question]]\nkind = \"{kind}\"\n"), "missing-key", |it| it.message.clone());
        let rules = question["allOf"].as_array().expect("what holds for each kind");
        let of_kind =
            rules.iter().find(|it| it["if"]["properties"]["kind"]["const"] == kind.as_str()).expect("its rule");
        let mut wanted = keys(&question["required"]);
        wanted.extend(keys(&of_kind["then"]["required"]));
        wanted.insert("title".to_owned());
        wanted.remove("kind");
        // That options are missing is told by their number.
        wanted.remove("option");
        assert_eq!(needed, wanted, "{kind}");
    }
}

/// The lists of words that both sides hold.
#[test]
fn a_schema_and_the_reader_know_the_same_words() {
    let cases = [
        ("section", "[[question]]\nkind = \"zz\"\n", "/properties/question/items/properties/kind/enum"),
        ("section", "[[question]]\nwho = [\"zz\"]\n", "/properties/question/items/properties/who/items/enum"),
        ("obligations", "[[obligation]]\nkind = \"zz\"\n", "/properties/obligation/items/properties/kind/enum"),
        ("obligations", "[[obligation]]\nrole = \"zz\"\n", "/properties/obligation/items/properties/role/enum"),
        ("sources", "[[source]]\nconfidence = \"zz\"\n", "/properties/source/items/properties/confidence/enum"),
    ];
    for (name, text, pointer) in cases {
        let (files, path) = with(&called(name), text);
        let found = read(&files).err().unwrap_or_default();
        let help =
            found.iter().find(|it| it.code == "bad-value" && it.place.file == path).and_then(|it| it.help.clone());
        let help = help.unwrap_or_default();
        let listed = help.strip_prefix("use one of: ").expect("a list of words").split(", ").map(str::to_owned);
        assert_eq!(listed.collect::<BTreeSet<String>>(), keys(called(name).value().pointer(pointer).expect("a list")));
    }
}

fn records() -> Vec<Assessment> {
    let pack = shipped::pack();
    let mut found = vec![Assessment::default()];
    for entry in fs::read_dir("tests/reports").expect("records") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|it| it == "json") {
            found.push(record(&path, &pack));
        }
    }
    assert!(found.len() > 5);
    found
}

fn record(path: &Path, pack: &obligato::pack::Pack) -> Assessment {
    let text = fs::read_to_string(path).expect("a record");
    read_record(&text, &path.display().to_string(), &Against { pack, today: Date::MAX, rejudge: true })
        .expect("a sound record")
}

#[test]
fn every_report_and_every_file_of_answers_fits() {
    let (pack, words) = (shipped::pack(), shipped::words());
    for mut assessment in records() {
        if let Some(entry) = assessment.answers.values_mut().next() {
            entry.origin.by = Some("Ana".to_owned());
            entry.at = Some("2026-11-24T12:00:00Z".to_owned());
            entry.origin.note = Some("She looked.".to_owned());
        }
        let now = "2026-11-24T12:00:00Z".to_owned();
        let file = AnswerFile { stamp: Stamp::from_pack(&pack), created: now.clone(), updated: now, assessment };
        let text = write_answers(&file, &pack, &[]);
        assert_eq!(wrong(&called("answers"), &serde_json::from_str(&text).expect("JSON")), "");
        let report =
            render(&Session::new(&pack, file.assessment).report(), Format::Json, &ReportExtent::Usual.into(), words);
        assert_eq!(wrong(&called("report"), &serde_json::from_slice(&report).expect("JSON")), "");
    }
}
