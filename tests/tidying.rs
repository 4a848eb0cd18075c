//! Pack files in their one form: they state what they stated, every comment is still there, and
//! doing it twice is doing it once.

#![expect(clippy::panic, reason = "a test that fails says why")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use obligato::condition::parse;
use obligato::finding::Finding;
use obligato::pack::{Files, read};
use obligato::schema::ALL;
use obligato::shipped;
use obligato::tidy::tidy;
use serde_json::Value;
use tempfile::TempDir;

use crate::bad_packs::{bad_packs, findings};
use crate::oracle::tape::{Tape, for_all, share};
use crate::packs;

/// `text` in its one form, which states the same and holds the same comments; nothing if it is not TOML.
fn check(path: &str, text: &str) -> Option<String> {
    let Ok(tidied) = tidy(path, text) else {
        assert_eq!(packs::as_json(text), None, "{text}");
        return None;
    };
    let twice = tidy(path, &tidied).unwrap_or_else(|_| panic!("no TOML:\n{text}\n--- tidied\n{tidied}"));
    assert_eq!(twice, tidied, "twice is once:\n{text}\n--- once\n{tidied}");
    assert_eq!(comments(&tidied), comments(text), "the comments of:\n{text}\n--- tidied\n{tidied}");
    let plain = |text: &str| packs::as_json(text).map(without_conditions);
    assert_eq!(plain(&tidied), plain(text), "what is stated:\n{text}\n--- tidied\n{tidied}");
    Some(tidied)
}

/// `value` with its conditions in one form.
fn without_conditions(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let each = map.into_iter().map(|(key, value)| match (key.as_str(), &value) {
                ("if" | "met" | "then" | "unless", Value::String(text)) => {
                    (key, parse(text).map_or(value, |it| it.to_string().into()))
                }
                _ => (key, without_conditions(value)),
            });
            Value::Object(each.collect())
        }
        Value::Array(items) => items.into_iter().map(without_conditions).collect(),
        other => other,
    }
}

/// How often each comment is there.
fn comments(text: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    let mut rest = text;
    while let Some(at) = rest.find(['"', '\'', '#']) {
        rest = &rest[at..];
        let quotes: [(&str, &str); 4] = [("\"\"\"", "\"\"\""), ("'''", "'''"), ("\"", "\""), ("'", "'")];
        if rest.starts_with('#') {
            let end = rest.find('\n').unwrap_or(rest.len());
            *found.entry(rest[..end].trim().to_owned()).or_insert(0) += 1;
            rest = &rest[end..];
        } else if let Some((open, close)) = quotes.iter().find(|it| rest.starts_with(it.0)) {
            rest = behind(&rest[open.len()..], close);
        }
    }
    found
}

/// What stands behind the string that `text` is in the middle of.
fn behind<'a>(text: &'a str, close: &str) -> &'a str {
    let escapes = close.starts_with('"');
    let mut at = 0;
    while !text[at..].starts_with(close) {
        let step = if escapes && text[at..].starts_with('\\') { 2 } else { 1 };
        at += text[at..].chars().take(step).map(char::len_utf8).sum::<usize>();
    }
    // A quote more may stand before the three that close.
    let more =
        if close.len() == 3 { text[at + 3..].chars().take_while(|it| close.starts_with(*it)).count() } else { 0 };
    &text[at + close.len() + more..]
}

/// A pack without the places in it, and so without the digest of its files.
fn law(files: &Files) -> Option<Value> {
    let pack = read(files).ok()?;
    let mut value = serde_json::to_value(pack).expect("a pack is plain data");
    without_places(&mut value);
    Some(value)
}

fn without_places(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.retain(|key, _| key != "spot" && key != "digest");
            map.values_mut().for_each(without_places);
        }
        Value::Array(items) => items.iter_mut().for_each(without_places),
        _ => {}
    }
}

fn tidied(files: &Files) -> Files {
    let each = packs::texts(files).into_iter().map(|(path, text)| {
        let tidied = check(&path, &text).unwrap_or(text);
        (path, tidied)
    });
    Files::new(each.collect())
}

#[test]
fn a_sound_pack_states_the_same_law() {
    for files in [packs::good(), shipped::files(), shipped::skeleton()] {
        let law = law(&files).expect("a sound pack");
        assert_eq!(self::law(&tidied(&files)).expect("a sound pack"), law);
    }
}

#[test]
fn the_packs_of_the_program_are_in_their_one_form() {
    for files in [shipped::skeleton(), shipped::files()] {
        assert_eq!(packs::texts(&tidied(&files)), packs::texts(&files), "run `obligato pack fmt`");
    }
}

/// The page that says how a pack is written names keys in the order of the one form.
#[test]
fn keys_stand_in_the_order_of_the_page() {
    let page = fs::read_to_string("questions/README.md").expect("the page");
    let mut seen = 0;
    for part in page.split("\n## ").filter(|it| it.contains("```toml\n")) {
        let path = part.lines().next().unwrap_or_default().replace("NAME", "it");
        let text = part.split("```").find_map(|it| it.strip_prefix("toml\n")).expect("an example");
        let tidied = check(&path, text).unwrap_or_else(|| panic!("{path} is TOML"));
        assert_eq!(keys(&tidied), keys(text), "{path}");
        seen += 1;
    }
    assert_eq!(seen, ALL.iter().filter(|it| it.files.is_some()).count());
}

/// The keys and headings of a file, in order.
fn keys(text: &str) -> Vec<&str> {
    let lines = text.lines().filter(|it| it.starts_with('[') || it.starts_with(|it: char| it.is_ascii_alphanumeric()));
    lines.filter_map(|it| it.split([' ', '#']).next()).collect()
}

#[test]
fn a_bad_pack_has_the_same_faults() {
    let said = |findings: &[Finding]| {
        let mut said: Vec<String> = findings.iter().map(|it| format!("{}: {}", it.code, it.message)).collect();
        said.sort();
        said
    };
    for it in bad_packs() {
        let tidied = tidied(&it.files);
        // A condition on several lines is put on one, which is no fault any more.
        if it.findings.iter().all(|it| it.code != "bad-string") {
            assert_eq!(said(&findings(&tidied)), said(&it.findings), "{}", it.name());
            assert_eq!(law(&tidied), law(&it.files));
        }
    }
}

#[test]
fn any_toml_states_the_same() {
    let paths = ["sections/a.toml", "obligations/a.toml", "facts.toml", "examples/a.toml", "other.toml"];
    let mut seen = std::cell::Cell::new(0);
    for_all(6_000, 250, |tape| {
        let text = document(tape);
        seen.set(seen.get() + u32::from(check(tape.of(&paths), &text).is_some()));
    });
    assert!(*seen.get_mut() > share(2_000), "{seen:?}");
}

/// TOML made up of chance, with comments wherever they may stand. Some of it has a key twice.
fn document(tape: &mut Tape) -> String {
    let mut text = tape.of(&["", "", "#:schema x.json\n", "# head\n\n"]).to_owned();
    for _ in 0..tape.pick(12) {
        let line = match tape.pick(8) {
            0 => comment(tape),
            1 => "\n".to_owned(),
            2 | 3 => {
                let (key, end) = (path(tape), end(tape));
                if tape.pick(2) == 0 { format!("[[{key}]]{end}") } else { format!("[{key}]{end}") }
            }
            _ => format!("{} = {}{}", path(tape), value(tape, 2), end(tape)),
        };
        text = format!("{text}{}{line}", tape.of(&["", "  ", "\t"]));
    }
    text
}

fn comment(tape: &mut Tape) -> String {
    format!("#{}\n", tape.of(&[" one", " two # more", "", "three = \"3\" ", " \"é\" '"]))
}

fn end(tape: &mut Tape) -> String {
    if tape.one_in(3) { format!(" {}", comment(tape)) } else { "\n".to_owned() }
}

fn path(tape: &mut Tape) -> String {
    let keys = ["title", "question", "obligation", "option", "id", "if", "deadline", "fact", "\"a b\"", "''", "1-x"];
    let parts: Vec<&str> = (0..=tape.pick(5) / 4).map(|_| tape.of(&keys)).collect();
    parts.join(tape.of(&[".", " . "]))
}

/// What may stand between the parts of a list.
fn between(tape: &mut Tape) -> String {
    let each = (0..tape.pick(3)).map(|_| match tape.pick(4) {
        0 => comment(tape),
        1 => "\n".to_owned(),
        _ => " ".to_owned(),
    });
    each.collect()
}

fn value(tape: &mut Tape, depth: usize) -> String {
    let texts = [
        "\"a\"",
        "''",
        "'a \"quoted\" \\ word'",
        "\"\\\"\\\\ # \\u00e9\\t\"",
        "\"\"\"\na\n  \"\" b\"\"\"",
        "'''a # b'''",
        "\"not  ( a ) and (b or (c)or d  has [x])\"",
        "\"(a is x)\"",
        "\"((a)) and (b and not(c or d))\"",
        "\"a long text that alone takes up so much of a line that two of them do not fit into it\"",
    ];
    match tape.pick(if depth == 0 { 5 } else { 8 }) {
        0..=2 => tape.of(&texts).to_owned(),
        3 => tape.of(&["1", "-1_000", "0x1F", "1.5", "true", "2025-07-01", "inf"]).to_owned(),
        4 => tape.of(&["[]", "{}", "[ ]"]).to_owned(),
        5 | 6 => {
            let mut text = "[".to_owned();
            for _ in 0..=tape.pick(3) {
                text = format!("{text}{}{}{},", between(tape), value(tape, depth - 1), between(tape));
            }
            let cut = text.len() - usize::from(tape.pick(2) == 0);
            format!("{}{}]", &text[..cut], between(tape))
        }
        _ => {
            let mut text = "{".to_owned();
            for _ in 0..=tape.pick(3) {
                let (before, behind) = (between(tape), between(tape));
                text = format!("{text}{before}{} = {}{behind},", path(tape), value(tape, depth - 1));
            }
            let cut = text.len() - usize::from(tape.pick(2) == 0);
            format!("{}{}}}", &text[..cut], between(tape))
        }
    }
}

#[test]
fn a_messy_file_becomes_a_tidy_one() {
    let shown =
        [("sections/it.toml", MESSY_SECTION), ("obligations/it.toml", MESSY_GROUP), ("examples/it.toml", EXAMPLE)]
            .map(|(path, text)| check(path, text).expect("TOML"));
    insta::assert_snapshot!(shown.join("\n=====\n\n"));
}

const MESSY_SECTION: &str = r#"#:schema ../.schema/section.json
# What the tool is.
[[question]] # the first
  help = 'One "line"'
  id="a"   # permanent
  # how
  kind = "yes-no"

  # Nobody else would know.

  who = [ "owner",
    # and
    "it" # sometimes
    , ]
  unsure.says = 1
# ask = "Older words?"

# The second question.
[[question]]
id = "b"
option = [{ says = "it is c", id = "c", label = "C" }, { id = "d", label = "D" }] # inline


[[question.special]]
id = "e"
# The end.
"#;

const MESSY_GROUP: &str = r#"
title = """Contract"""
# A head that is none.
[[obligation]]
sources = ["57-12C-2(C)(1)", "57-12C-8", "57-12C-12", "57-12C-2(A)", "57-12C-6(A)", "57-12C-6(B)", "57-12C-9(A)", "X"]
notes = ["A note that is so long that it does not fit into a line, whatever is done about it, as one cannot break a string."]
if = "(a)   and(not (b or c is  d) ) and e in[f,g] and (h has any [i])"
met = "((a and b)) or not c has all [d]"
deadline.says = "Soon"
deadline.days = 5
id = "CON-1"
[[obligation.note]]
if = "this cannot be ( read"
say = "A note."
[[obligation.step]]
do = "Write."
[[obligation]]
id = "CON-2"
[obligation.deadline]
from = "day" # the day of discovery
says = "Later"
"#;

const EXAMPLE: &str = r#"title = "T"
[expect]
[expect.deadlines]
BRE-1 = "2026-12-16"
[answers]
b = 1
a = true
"two words" = "x"
"#;

/// Runs the program in `folder`: its exit code, and what it prints.
fn run(folder: &Path, args: &[&str]) -> (i32, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_obligato"));
    let output = program.args(args).arg("--ascii").current_dir(folder).output().expect("it runs");
    let said = String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8");
    (output.status.code().unwrap_or(-1), said)
}

#[test]
fn the_program_tidies_a_folder_and_checks_one() {
    assert_eq!(run(TempDir::new().expect("a folder").path(), &["pack", "fmt"]).0, 2);
    let disk = packs::on_disk(&tidied(&packs::good()));
    let file = |name: &str| disk.path().join(name);
    let facts = "[[fact]]\nif = \"(motor)\"\nid = \"it\"\n";
    fs::write(file("facts.toml"), facts).expect("a file");
    fs::write(file("glossary.toml"), "[[term]\n").expect("a file");
    fs::write(file("notes.toml"), "b   = 1").expect("a file that is none of a pack");

    let (code, said) = run(disk.path(), &["pack", "fmt", "--check"]);
    assert_eq!(fs::read_to_string(file("facts.toml")).expect("a file"), facts);
    let (again, said_again) = run(disk.path(), &["pack", "fmt", "."]);
    assert_eq!(fs::read_to_string(file("facts.toml")).expect("a file"), "[[fact]]\nid = \"it\"\nif = \"motor\"\n");
    assert_eq!((code, again, &said), (1, 1, &said_again));
    assert!(said.starts_with("facts.toml\nerror[toml]: ") && said.contains("--> glossary.toml:1:8"), "{said}");

    fs::write(file("glossary.toml"), "").expect("a file");
    assert_eq!(run(Path::new("."), &["--pack", &disk.path().display().to_string(), "pack", "fmt", "--check"]).0, 0);
    assert_eq!(run(disk.path(), &["pack", "fmt"]), (0, "All files are in the standard layout.\n".to_owned()));
    assert_eq!(fs::read_to_string(file("notes.toml")).expect("a file"), "b   = 1");
}

#[cfg(unix)]
#[test]
fn a_tidied_file_keeps_its_readers_and_its_links() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let disk = packs::on_disk(&tidied(&packs::good()));
    let elsewhere = TempDir::new().expect("a folder");
    let (real, link) = (elsewhere.path().join("facts.toml"), disk.path().join("facts.toml"));
    fs::remove_file(&link).expect("a file");
    fs::write(&real, "[[fact]]\nif='motor'\n").expect("a file");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("rights");
    symlink(&real, &link).expect("a link");
    assert_eq!(run(disk.path(), &["pack", "fmt"]), (0, "facts.toml\n".to_owned()));
    assert_eq!(fs::read_to_string(&real).expect("a file"), "[[fact]]\nif = \"motor\"\n");
    assert!(link.symlink_metadata().expect("a link").is_symlink());
    assert_eq!(fs::metadata(&real).expect("a file").permissions().mode() & 0o777, 0o640);
}
