//! The command line is run as a user would; what it prints and its exit code are the snapshot.

// System calls that fail.
pub mod failing;
// Files from outside that are no ordinary ones, or far too large.
mod outside;
// Where what commands make goes: every command, and every way in which that cannot be written.
mod outputs;
// Reports, in full of the small pack and in part of the law.
mod reports;
// Damaged answer files.
mod rescue;

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::excerpts::{check_json, check_sections};

/// Runs the program with `args` in `folder`, with `input` on standard input.
pub fn run(folder: &Path, args: &[&str], input: &[u8]) -> (Option<i32>, String, String) {
    run_by(Command::new(env!("CARGO_BIN_EXE_obligato")), folder, args, input)
}

/// Runs `program`, which is the program or starts it, in the same way.
pub fn run_by(mut program: Command, folder: &Path, args: &[&str], input: &[u8]) -> (Option<i32>, String, String) {
    let mut child = program
        .args(args)
        .current_dir(folder)
        .env_clear()
        .env("OBLIGATO_DIR", folder.join("answers"))
        .env("OBLIGATO_NOW", "2026-11-24T12:00:00Z")
        .env("LANG", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // The program may end before it has read everything.
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    let output = child.wait_with_output().expect("the program ends");
    let digest = obligato::shipped::files().digest();
    let text = |bytes: Vec<u8>| {
        let text = String::from_utf8(bytes).expect("UTF-8").replace(&folder.display().to_string(), "FOLDER");
        // A snapshot is not to change with every word of the pack.
        let text = [64, 12, 8].iter().fold(text, |text, &most| text.replace(&digest[..most], "DIGEST"));
        text.lines()
            .map(|it| if it.ends_with(" seconds") { "  time\n".to_owned() } else { format!("{it}\n") })
            .collect()
    };
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// What the program says of `input` as a record on standard input, or in a file.
fn check(input: &[u8]) -> String {
    let folder = TempDir::new().expect("a folder");
    let (code, out, said) = run(folder.path(), &["report", "-"], input);
    assert!(!said.contains('\u{1b}') && !said.contains('\u{202e}'), "nothing hostile reaches the terminal");
    let file = folder.path().join("answers.json");
    fs::write(&file, input).expect("a file");
    let (code_of_file, _, said_of_file) = run(folder.path(), &["start", "answers.json", "--plain"], b"");
    assert_eq!(fs::read(&file).expect("the file"), input, "the file is untouched");
    if code == Some(0) {
        return format!("exit {code:?}\n{}", out.lines().take(3).collect::<Vec<&str>>().join("\n"));
    }
    assert_eq!(code_of_file, Some(2), "{said_of_file}");
    format!("exit {}\n{said}", code.unwrap_or(-1))
}

fn answer_file(change: impl FnOnce(&mut serde_json::Value)) -> Vec<u8> {
    let pack = obligato::shipped::pack();
    let mut file = serde_json::json!({
        "format": "obligato answers",
        "version": 1,
        "pack": { "id": pack.id, "version": pack.version, "digest": pack.digest },
        "created": "2026-11-24T12:00:00Z",
        "updated": "2026-11-24T12:00:00Z",
        "answers": { "glba": { "value": false } },
        "readings": {},
        "set_aside": []
    });
    change(&mut file);
    serde_json::to_vec_pretty(&file).expect("JSON")
}

/// An answer file with this decision on a legal point.
fn decision(value: &serde_json::Value) -> Vec<u8> {
    answer_file(|file| file["readings"]["associate_exempt"] = value.clone())
}

#[test]
fn bad_input_is_told_with_its_place_and_left_alone() {
    let deep = [b"[".repeat(10_000), b"]".repeat(10_000)].concat();
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("empty", Vec::new()),
        ("cut off", br#"{"glba": fal"#.to_vec()),
        ("not json", b"glba: no".to_vec()),
        ("a list", b"[1, 2]".to_vec()),
        ("a key twice", b"{\n  \"glba\": true,\n  \"glba\": false\n}".to_vec()),
        ("a byte-order mark", b"\xEF\xBB\xBF{}".to_vec()),
        ("not utf-8", b"{\"tool_name\": \"\xFF\"}".to_vec()),
        ("too deep", deep),
        ("a huge number", br#"{"breach_count": 1e400}"#.to_vec()),
        ("a fraction", br#"{"breach_count": 1.5}"#.to_vec()),
        ("out of range", br#"{"breach_count": -1}"#.to_vec()),
        ("yes for true", br#"{"full_name": "yes"}"#.to_vec()),
        ("unknown question", br#"{"glbaa": true}"#.to_vec()),
        ("question in capitals", br#"{"GLBA": "no"}"#.to_vec()),
        ("unknown question that is null", br#"{"nonsense_question": null}"#.to_vec()),
        ("unknown option", br#"{"hipaa_role": "covered_entitty"}"#.to_vec()),
        ("unknown tick", br#"{"data_elements": ["ssn", "shoe_size"]}"#.to_vec()),
        ("a tick twice", br#"{"data_elements": ["ssn", "ssn"]}"#.to_vec()),
        ("one option as a list", br#"{"hipaa_role": ["neither"]}"#.to_vec()),
        ("not a date", br#"{"breach_discovered": "yesterday"}"#.to_vec()),
        ("no such day", br#"{"breach_discovered": "2026-02-30"}"#.to_vec()),
        ("a day still to come", br#"{"breach_discovered": "2026-11-25"}"#.to_vec()),
        (
            "a day still to come, in answers",
            answer_file(|it| it["answers"]["breach_discovered"] = serde_json::json!({"value": "2027-01-31"})),
        ),
        ("today", br#"{"breach_discovered": "2026-11-24"}"#.to_vec()),
        ("date out of range", br#"{"breach_discovered": "1999-01-01"}"#.to_vec()),
        ("control character", br#"{"tool_name": "a\u001b[2Jb"}"#.to_vec()),
        ("a long text", format!("{{\"tool_name\": \"{}\"}}", "x".repeat(2_001)).into_bytes()),
        ("bidi override", "{\"tool_name\": \"abc\u{202e}def\"}".as_bytes().to_vec()),
        ("hostile key", "{\"\u{1b}[2J\u{202e}\": true}".as_bytes().to_vec()),
        ("hostile key, escaped", br#"{"\u001b[2J\u202e": true}"#.to_vec()),
        ("a reading as text", br#"{"associate_exempt": "yes"}"#.to_vec()),
        (
            "a decision with its author",
            answer_file(|it| {
                let decision = serde_json::json!({
                    "value": false, "by": "Ann Lee", "at": "2026-11-24T12:00:00Z", "why": "x"
                });
                it["readings"]["associate_exempt"] = decision;
            }),
        ),
        ("a decision in a record", br#"{"associate_exempt": {"value": true, "by": "Ann Lee"}}"#.to_vec()),
        ("a decision without a value", decision(&serde_json::json!({ "by": "Ann Lee" }))),
        ("a decision of the wrong type", decision(&serde_json::json!({ "value": "yes" }))),
        ("a decision as a list", decision(&serde_json::json!([true]))),
        ("a decision with more", decision(&serde_json::json!({ "value": true, "sure": 1 }))),
        ("a decision by a number", decision(&serde_json::json!({ "value": true, "by": 7 }))),
        ("a decision of no day", decision(&serde_json::json!({ "value": true, "at": "last week" }))),
        ("a hostile author", decision(&serde_json::json!({ "value": true, "by": "\u{202e}nnA" }))),
        ("a hostile reason", decision(&serde_json::json!({ "value": true, "why": "\u{1b}[2J" }))),
        ("a long reason", decision(&serde_json::json!({ "value": true, "why": "x".repeat(2_001) }))),
        (
            "a decision on no point",
            answer_file(|it| it["readings"]["associate_exempts"] = serde_json::json!({"value": true})),
        ),
        ("another format", answer_file(|it| it["format"] = "other".into())),
        ("a newer format", answer_file(|it| it["version"] = 2.into())),
        ("another pack", answer_file(|it| it["pack"]["id"] = "texas".into())),
        ("another version of the pack", answer_file(|it| it["pack"]["version"] = "0.9.0".into())),
        ("another digest", answer_file(|it| it["pack"]["digest"] = "00".into())),
        ("an unknown part", answer_file(|it| it["extra"] = 1.into())),
        ("an answer without a value", answer_file(|it| it["answers"]["glba"] = serde_json::json!({}))),
        (
            "an answer with more",
            answer_file(|it| it["answers"]["glba"] = serde_json::json!({"value": true, "sure": 1})),
        ),
        ("a hostile note", answer_file(|it| it["answers"]["glba"]["note"] = "\u{9b}31m".into())),
    ];
    let told = cases.iter().map(|(name, input)| format!("# {name}\n{}\n", check(input)));
    insta::assert_snapshot!(told.collect::<String>());
}

#[test]
fn a_hundred_megabytes_are_refused_at_once() {
    let folder = TempDir::new().expect("a folder");
    let mut big = b"{\"tool_name\": \"".to_vec();
    big.resize(100 << 20, b'a');
    fs::write(folder.path().join("big.json"), &big).expect("a file");
    let (code, _, said) = run(folder.path(), &["report", "big.json"], b"");
    assert_eq!(code, Some(2));
    assert!(said.contains("larger than 4 MiB"), "{said}");
}

#[test]
fn files_that_cannot_be_read_or_written_are_told_in_words() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("there.txt"), "mine").expect("a file");
    fs::write(folder.path().join("good.json"), "{}").expect("a file");
    let mut told = String::new();
    for args in [
        vec!["report", "missing.json"],
        vec!["report", "answers-that-are-a-folder/"],
        vec!["report", "."],
        vec!["report", "good.json", "-o", "there.txt"],
        vec!["report", "good.json", "-o", "no/such/folder/report.txt"],
        vec!["pack", "check", "no-such-pack"],
        vec!["--pack", "no-such-pack", "questions"],
        vec!["report"],
        vec!["reprot", "good.json"],
        vec!["--theme", "pink"],
        vec!["--prompts"],
    ] {
        let (code, _, said) = run(folder.path(), &args, b"");
        told = format!("{told}$ obligato {}\nexit {}\n{said}\n", args.join(" "), code.unwrap_or(-1));
    }
    assert_eq!(fs::read_to_string(folder.path().join("there.txt")).expect("the file"), "mine");
    insta::assert_snapshot!(told);
}

/// A program built without PDF says how to have it.
#[test]
#[cfg(not(feature = "pdf"))]
fn a_form_that_was_left_out_is_told_of() {
    let folder = TempDir::new().expect("a folder");
    let (code, out, said) = run(folder.path(), &["report", "-", "--format", "pdf"], b"{}");
    assert_eq!((code, out.as_str()), (Some(2), ""));
    let named = [&["report", "-"][..], &["draft", "ssn-policy", "-"], &["letter", "a.json"]];
    for args in named.map(|it| [it, &["-o", "a.pdf"]].concat()) {
        assert_eq!(run(folder.path(), &args, b"{}"), (code, out.clone(), said.clone()), "{args:?}");
    }
    insta::assert_snapshot!(said);
}

/// Without `--format`, a document is in the form that the name of its file ends in.
#[test]
fn the_ending_of_a_file_names_the_form() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("shop.json"), "{}").expect("a record");
    let started = run(folder.path(), &["start", "new.json", "--plain"], b"Chatterbox\nd\nq\n");
    assert_eq!(started.0, Some(0), "{}", started.2);
    let written = |args: &[&str], file: &str| {
        let (code, _, said) = run(folder.path(), args, b"");
        assert_eq!(code, Some(0), "{args:?}: {said}");
        fs::read(folder.path().join(file)).expect("a file")
    };
    let starts = |bytes: &[u8], with: &[u8]| assert!(bytes.starts_with(with), "{}", String::from_utf8_lossy(bytes));
    starts(&written(&["report", "shop.json", "-o", "a.html"], "a.html"), b"<!DOCTYPE html>");
    starts(&written(&["report", "shop.json", "-o", "a.DOCX"], "a.DOCX"), b"PK");
    starts(&written(&["report", "shop.json", "-o", "a.json"], "a.json"), b"{");
    starts(&written(&["report", "shop.json", "-o", "a.report"], "a.report"), b"Customer service tools");
    starts(&written(&["report", "shop.json", "--format", "csv", "-o", "b.json"], "b.json"), b"\xEF\xBB\xBF");
    starts(&written(&["draft", "ssn-policy", "shop.json", "-o", "a.md"], "a.md"), b"# ");
    starts(&written(&["letter", "new.json", "--to", "counsel", "-o", "l.docx"], "l.docx"), b"PK");
    starts(&written(&["letter", "new.json", "--to", "counsel", "-o", "l.html"], "l.html"), b"<!DOCTYPE html>");
}

#[test]
fn help_and_lists_are_complete() {
    let folder = TempDir::new().expect("a folder");
    for (name, args) in [("help", vec!["--help"]), ("schema", vec!["schema"]), ("pack-check", vec!["pack", "check"])] {
        let (code, out, said) = run(folder.path(), &args, b"");
        assert_eq!((code, said.as_str()), (Some(0), ""));
        insta::assert_snapshot!(name, out);
    }
    let (_, coverage, _) = run(folder.path(), &["pack", "coverage"], b"");
    check_sections("pack-coverage", &coverage);
    let good = crate::packs::folder().join("good");
    let good = good.to_str().expect("a path in UTF-8");
    let ids = |out: &str| -> Vec<String> {
        let list: serde_json::Value = serde_json::from_str(out).expect("JSON");
        let questions = list["questions"].as_array().expect("a list");
        questions.iter().map(|question| question["id"].as_str().expect("an id").to_owned()).collect()
    };
    insta::assert_snapshot!("questions", run(folder.path(), &["--pack", good, "questions"], b"").1);
    insta::assert_snapshot!(
        "questions-json",
        run(folder.path(), &["--pack", good, "questions", "--format", "json"], b"").1
    );
    let of_the_law = run(folder.path(), &["questions", "--format", "json"], b"").1;
    check_json("questions-json", &of_the_law, "questions");
    let pack = obligato::shipped::default_pack().pack();
    let asked: Vec<String> = pack.questions.iter().map(|question| question.id.clone()).collect();
    assert_eq!(ids(&of_the_law), asked);
    let in_words = run(folder.path(), &["questions"], b"").1;
    check_sections("questions", &in_words);
    assert!(asked.iter().all(|id| in_words.contains(&format!("\n  {id}\n"))), "{in_words}");
    for schema in obligato::schema::ALL {
        assert_eq!(run(folder.path(), &["schema", schema.name], b""), (Some(0), schema.text.to_owned(), String::new()));
    }
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (code, out, _) = run(folder.path(), &["completions", shell], b"");
        assert!(code == Some(0) && out.contains("report"), "{shell}");
    }
    let (code, out, _) = run(folder.path(), &["man"], b"");
    assert!(code == Some(0) && out.contains(".SH"), "{out}");
}

#[test]
fn a_closed_pipe_is_a_quiet_success() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_obligato"))
        .arg("questions")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert!(output.status.success() && output.stderr.is_empty());
}

/// Nobody reads what the interview says any more, and its folder cannot be made.
#[test]
fn answers_that_are_not_saved_are_told_where_it_can_still_be_read() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("blocked"), "").expect("a file in the way");
    let mut child = Command::new(env!("CARGO_BIN_EXE_obligato"))
        .args(["--plain", "--dir", "blocked", "start"])
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("its input");
    input.write_all(b"Chatterbox\n").expect("it reads");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    assert!(lines.any(|line| line.is_ok_and(|line| line.contains("Question 2"))), "the answer is taken");
    drop(lines);
    // It may have ended by then.
    let _ = input.write_all(b"2\n");
    drop(input);
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(output.status.code(), Some(3));
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(said, "error: your last answers could not be saved, and are lost\n");
}

#[test]
fn written_reports_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("good.json"), "{}").expect("a file");
    let (code, ..) = run(folder.path(), &["report", "good.json", "-o", "report.txt"], b"");
    assert_eq!(code, Some(0));
    let mode = fs::metadata(folder.path().join("report.txt")).expect("the report").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

/// Two packs on the disk: the small sound one, and one with another threshold, a part less, an
/// obligation less and an option more.
#[test]
fn two_packs_are_compared() {
    let folder = TempDir::new().expect("a folder");
    let mut texts = crate::packs::texts(&crate::packs::good());
    let write = |name: &str, texts: &[(String, String)]| {
        for (path, text) in texts {
            let path = folder.path().join(name).join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file of the pack");
        }
    };
    write("old", &texts);
    let changes = [
        ("facts.toml", "miles > 12", "miles >= 12"),
        ("obligations/safety.toml", "met = \"gear has radio\"", ""),
        ("obligations/papers.toml", "PAP-2", "PAP-3"),
        ("readings.toml", "treated_as = \"yes\"", ""),
        ("sections/boat.toml", "id = \"anchor\"", "id = \"drogue\""),
        ("obligations/safety.toml", "anchor", "drogue"),
    ];
    for (file, find, by) in changes {
        let text = &mut texts.iter_mut().find(|it| it.0 == file).expect("a file").1;
        assert!(text.contains(find), "{file} holds {find}");
        *text = text.replace(find, by);
    }
    write("new", &texts);
    let (code, out, said) = run(folder.path(), &["pack", "diff", "old", "new"], b"");
    assert_eq!((code, said.as_str()), (Some(1), ""));
    let told = without_digests(&out);
    insta::assert_snapshot!("pack-diff", told);
    let (code, out, _) = run(folder.path(), &["pack", "diff", "old", "old"], b"");
    assert_eq!(code, Some(0));
    assert!(out.contains("No difference.\nObligations whose results do not change: 4"), "{out}");
    let (code, _, said) = run(folder.path(), &["pack", "diff", "old", "nowhere"], b"");
    assert!(code == Some(2) && said.contains("nowhere"), "{said}");
}

/// Deadlines, citations, how sure a source is, kinds and texts differ, and no result does.
#[test]
fn what_two_packs_state_is_compared() {
    let folder = TempDir::new().expect("a folder");
    let changes = [
        (
            "obligations/papers.toml",
            "says = \"Ten days after you leave\", days = 10",
            "says = \"{days} days after you leave\", days = 12",
        ),
        ("obligations/papers.toml", "kind = \"also\"", "kind = \"practice\""),
        ("obligations/safety.toml", "if = \"hull in [steel, iron]\"", "if = \"not hull is wood\""),
        (
            "obligations/safety.toml",
            "asks = \"Flares are seen at night.\"",
            "asks = \"Flares are seen by night and by day.\"",
        ),
        ("obligations/safety.toml", "do = \"Test the radio.\"", "do = \"Test the radio twice.\""),
        ("obligations/safety.toml", "if = \"gear has flares\"", "if = \"gear has flares\"\nunasked = true"),
        ("obligations/safety.toml", "sources = [\"H-2\"]", "sources = [\"H-1\", \"H-2\"]"),
        ("sections/boat.toml", "label = \"Wood\"", "label = \"Wood or cork\""),
        ("sections/boat.toml", "unsure_counts_as = \"wood\"", "unsure_counts_as = \"steel\""),
        ("sources.toml", "confidence = \"secondary\"", "confidence = \"text\""),
    ];
    let old = crate::packs::texts(&crate::packs::good());
    let mut new = old.clone();
    for (file, find, by) in changes {
        let text = &mut new.iter_mut().find(|it| it.0 == file).expect("a file").1;
        assert!(text.contains(find), "{file} holds {find}");
        *text = text.replace(find, by);
    }
    for (name, texts) in [("old", old), ("new", new)] {
        for (path, text) in texts {
            let path = folder.path().join(name).join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file of the pack");
        }
    }
    let (code, out, said) = run(folder.path(), &["pack", "diff", "old", "new"], b"");
    assert_eq!((code, said.as_str()), (Some(1), ""));
    insta::assert_snapshot!("pack-diff-of-texts", without_digests(&out));
}

/// `text` without what stands in brackets in its first line: the digests.
fn without_digests(text: &str) -> String {
    let (first, rest) = text.split_once('\n').expect("several lines");
    let kept: Vec<&str> = first.split(" (").map(|it| it.split_once(')').map_or(it, |it| it.1)).collect();
    format!("{}\n{rest}", kept.concat())
}

#[test]
fn a_section_that_stands_in_parts_is_named_by_them() {
    let folder = TempDir::new().expect("a folder");
    let (code, out, said) = run(folder.path(), &["pack", "explain", "57-12C-9"], b"");
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(said.contains("it has parts; name one of them: `57-12C-9(A)`, `57-12C-9(B)`"), "{said}");
}

/// The packs in the program; each by its id, a folder by its path, and answers by the pack they name.
#[test]
fn packs_are_chosen_by_id_by_path_and_by_the_answers() {
    let folder = TempDir::new().expect("a folder");
    let (code, list, _) = run(folder.path(), &["pack", "list"], b"");
    assert_eq!(code, Some(0));
    insta::assert_snapshot!(list);
    let paper = obligato::shipped::called("authorization-form").expect("a shipped pack").pack();
    let file = serde_json::json!({
        "format": "obligato answers", "version": 1,
        "pack": { "id": paper.id, "version": paper.version, "digest": paper.digest },
        "created": "2026-11-24T12:00:00Z", "updated": "2026-11-24T12:00:00Z",
        "answers": { "insurance_sharing": { "value": true } }, "readings": {}, "set_aside": [],
    });
    fs::write(folder.path().join("form.json"), file.to_string()).expect("a file");
    fs::create_dir(folder.path().join("vendor-contract")).expect("a folder");
    let title = |args: &[&str]| {
        let (code, out, said) = run(folder.path(), args, b"");
        let first = out.lines().chain(said.lines()).find(|it| !it.trim().is_empty()).unwrap_or_default().to_owned();
        (code, first)
    };
    let by_answers = title(&["report", "form.json"]);
    assert_eq!(by_answers.0, Some(0), "{by_answers:?}");
    assert_eq!(title(&["report", "form.json", "--pack", "authorization-form"]), by_answers);
    assert_eq!(title(&["start", "form.json", "--plain"]).0, Some(0));
    let questions = |name| run(folder.path(), &["--pack", name, "questions"], b"");
    assert!(questions("vendor-contract").1.contains("clause_reasonable"), "the id comes before the folder");
    assert_eq!(questions("./vendor-contract").0, Some(2), "a path is a path");
    let other = title(&["report", "form.json", "--pack", "vendor-contract"]);
    assert!(other.0 == Some(2) && other.1.contains("`authorization-form`, not to `vendor-contract`"), "{other:?}");
    let text = file.to_string().replace("authorization-form", "of-somebody-else");
    fs::write(folder.path().join("foreign.json"), text).expect("a file");
    let foreign = run(folder.path(), &["report", "foreign.json"], b"");
    assert_eq!(foreign.0, Some(2));
    assert!(foreign.2.contains("`of-somebody-else`") && foreign.2.contains("obligato pack list"), "{}", foreign.2);
}
