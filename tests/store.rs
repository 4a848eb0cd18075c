//! Answer files: whatever is in them is read or refused, what is written is read back, a kill at any
//! moment leaves a whole file, and two programs never write one file.

#![expect(clippy::panic, reason = "a test that fails says why")]
#![expect(clippy::print_stderr, reason = "the victim of the kill test says what it has saved")]

// What both front ends say of a file that something else touches.
mod front_ends;
// How large answers may be.
mod limits;
// The lock beside an answer file.
pub mod locks;
// Saving beside others.
mod saving;
// The sum in an answer file.
mod sums;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use obligato::answer::Answer;
use obligato::assessment::{Assessment, Author, Basis, Decision, Entry, Origin};
use obligato::pack::{Kind, Pack, Question, ReadingId};
use obligato::shipped::PackSet;
use obligato::store::{
    Against, AnswerFile, Folder, Lock, OpenFile, Stamp, StoreError, read_answers, read_record, read_text,
    write_answers, write_safely,
};

use crate::oracle::tape::{Tape, for_all};

pub fn pack() -> Pack {
    obligato::shipped::pack()
}

/// Against `pack`, on the day of the tests.
pub fn against(pack: &Pack) -> Against<'_> {
    Against::new(pack, jiff::civil::date(2026, 11, 24))
}

/// An answer by chance.
pub fn answer(tape: &mut Tape, question: &Question) -> Answer {
    if tape.one_in(4) {
        return Answer::Unsure;
    }
    let choices = question.choices.len();
    match &question.kind {
        Kind::YesNo => Answer::YesNo(tape.pick(2) == 1),
        Kind::OneOf => Answer::One(tape.pick(choices)),
        Kind::AnyOf => {
            let ticks = tape.bits(choices);
            let ticked: Vec<usize> = (0..choices).filter(|it| ticks >> it & 1 == 1).collect();
            let rest_unsure = !ticked.is_empty() && tape.one_in(3);
            Answer::Any(ticked, rest_unsure)
        }
        Kind::Number { .. } if choices > 0 && tape.one_in(3) => Answer::Special(tape.pick(choices)),
        Kind::Number { min, max, .. } => Answer::Number((min + i64::try_from(tape.pick(1_000)).unwrap_or(0)).min(*max)),
        Kind::Date { min, max, .. } => {
            let later = (0..tape.pick(50)).try_fold(*min, |day, _| day.tomorrow());
            Answer::Date(later.unwrap_or(*max).min(*max))
        }
        Kind::Text => Answer::Text(line(tape)),
    }
}

/// A line of text with characters that need care in JSON and in a terminal.
fn line(tape: &mut Tape) -> String {
    let pieces = ["a", "\"", "\\", "{", "}", "[", ",", ":", "é", "漢", "🙂", "\u{0301}", "=1+1", "</b>", "null", "x y"];
    let text: String = (0..=tape.pick(8)).map(|_| tape.of(&pieces)).collect();
    text.trim().to_owned()
}

fn decision(tape: &mut Tape) -> Decision {
    let at = tape.one_in(2).then(|| "2026-11-24T12:00:00Z".to_owned());
    let mut more = || tape.one_in(2).then(|| line(tape));
    let author = Author { by: more(), why: more() };
    Decision { side: tape.pick(2) == 1, at, author }
}

/// A file of answers by chance, with all that can be kept with them.
pub fn made(tape: &mut Tape, pack: &Pack) -> AnswerFile {
    let mut assessment = Assessment::default();
    for id in pack.question_ids() {
        if tape.pick(2) == 1 {
            let mut more = || tape.one_in(4).then(|| line(tape));
            let (at, by, evidence, note) = (more(), more(), more(), more());
            let basis = tape.one_in(2).then(|| tape.of(&Basis::ALL));
            let answer = answer(tape, pack.question(id));
            assessment.answers.insert(id, Entry { answer, at, origin: Origin { basis, by, evidence, note } });
        }
    }
    for at in 0..pack.readings.len() {
        if tape.one_in(3) {
            assessment.readings.insert(ReadingId(at), decision(tape));
        }
    }
    AnswerFile { stamp: Stamp::from_pack(pack), created: line(tape), updated: line(tape), assessment }
}

#[test]
fn what_is_written_is_read_back() {
    let pack = pack();
    for_all(1_000, 400, |tape| {
        let file = made(tape, &pack);
        let text = write_answers(&file, &pack, &[]);
        let back = read_answers(&text, "it", &against(&pack)).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(back, file);
        assert_eq!(write_answers(&back, &pack, &[]), text);
        assert_eq!(read_record(&text, "it", &against(&pack)).expect("an answer file is a record"), file.assessment);
    });
}

/// An answer file as version 1.2.0 of the New Mexico pack left it.
fn of_old(answers: &serde_json::Value) -> String {
    let whole = serde_json::json!({
        "format": "obligato answers", "version": 1,
        "pack": { "id": "new-mexico", "version": "1.2.0", "digest": "0".repeat(64) },
        "created": "2026-11-01T00:00:00Z", "updated": "2026-11-01T00:00:00Z",
        "answers": answers, "readings": {}, "set_aside": [],
    });
    whole.to_string()
}

/// Answers of an older version: kept where their meaning is clear, read as what they mean now where the
/// pack says so, and laid aside with the reason where they fit no longer. Nothing is lost.
#[test]
fn answers_of_older_versions_are_read_or_laid_aside() {
    let pack = pack();
    let text = of_old(&serde_json::json!({
        "glba": { "value": false }, "breach_status": { "value": true, "by": "Ada" },
        "clause_security": { "value": true, "evidence": "Terms, 4" }, "clause_breach": { "value": true, "note": "5 days" },
        "ins_recipient": { "value": "affiliate" }, "breach_count": { "value": 0 },
        "breach_discovered": { "value": "2026-12-24" }, "no_such_question": { "value": "x" },
    }));
    let against = Against { rejudge: true, ..against(&pack) };
    let file = read_answers(&text, "it", &against).expect("an old file opens");
    let written: serde_json::Value = serde_json::from_str(&write_answers(&file, &pack, &[])).expect("JSON");
    let value = |id: &str| written["answers"][id]["value"].as_str().unwrap_or("none").to_owned();
    let told =
        ["glba", "breach_status", "clause_security", "clause_breach", "ins_recipient", "breach_count"].map(value);
    assert_eq!(told, ["no", "yes", "general", "none", "affiliate", "none"]);
    assert_eq!(written["answers"]["clause_security"]["evidence"], "Terms, 4");
    let aside: Vec<String> =
        file.assessment.laid_aside.iter().map(|it| format!("{}: {}", it.question, it.why)).collect();
    insta::assert_snapshot!(aside.join("\n"));
    let kept = |id: &str| {
        let all = written["laid_aside"].as_array().expect("a list");
        all.iter().find(|it| it["question"] == id).expect("it is kept")["answer"].clone()
    };
    assert_eq!(kept("breach_discovered")["value"], "2026-12-24");
    assert_eq!(kept("clause_breach")["note"], "5 days");
    let again = read_answers(&write_answers(&file, &pack, &[]), "it", &against).expect("it is read back");
    assert_eq!(again.assessment.laid_aside, file.assessment.laid_aside);
    // A contract that was said to be silent stays silent.
    let silent =
        of_old(&serde_json::json!({ "clause_security": { "value": false }, "clause_breach": { "value": false } }));
    let file = read_answers(&silent, "it", &against).expect("an old file opens");
    assert!(file.assessment.laid_aside.is_empty() && file.assessment.answers.len() == 2);
}

/// A file holds a day that cannot be: it opens, and the day counts as not known. A day of tomorrow is
/// let through, as clocks and zones differ; what is given is refused.
#[test]
fn a_day_that_cannot_be_is_laid_aside() {
    let pack = pack();
    let day = |day: &str| {
        let mut file: serde_json::Value = serde_json::from_str(&of_old(&serde_json::json!({}))).expect("JSON");
        file["pack"]["version"] = pack.version.as_str().into();
        file["pack"]["digest"] = pack.digest.as_str().into();
        file["answers"]["breach_discovered"] = serde_json::json!({ "value": day });
        let file = read_answers(&file.to_string(), "it", &against(&pack)).expect("it opens");
        (file.assessment.answers.len(), file.assessment.laid_aside.len())
    };
    assert_eq!(day("2026-11-24"), (1, 0));
    assert_eq!(day("2026-11-25"), (1, 0));
    assert_eq!(day("2026-11-26"), (0, 1));
    assert_eq!(day("2017-06-15"), (0, 1));
    for given in ["2026-11-25", "2017-06-15"] {
        let record = format!("{{\"breach_discovered\": \"{given}\"}}");
        assert!(read_record(&record, "a record", &against(&pack)).is_err(), "{given}");
    }
}

#[test]
fn a_folder_lists_the_last_changed_first() {
    let (pack, folder) = (pack(), tempfile::TempDir::new().expect("a folder"));
    let text = |updated: &str| {
        let (created, updated) = ("2026-01-01T00:00:00Z".to_owned(), updated.to_owned());
        let file = AnswerFile { stamp: Stamp::from_pack(&pack), created, updated, assessment: Assessment::default() };
        write_answers(&file, &pack, &[])
    };
    let by_hand: serde_json::Value = serde_json::from_str(&text("2026-03-03T00:00:00Z")).expect("JSON");
    let other_version = text("2026-09-09T00:00:00Z").replace(&pack.digest, &"0".repeat(64));
    for (name, text) in [
        ("first.json", text("2026-01-01T00:00:00Z")),
        ("last.json", text("2026-04-04T00:00:00Z")),
        ("broken.json", text("2026-02-02T00:00:00Z").replace("\"answers\": {", "\"answers\": {{")),
        ("by-hand.json", by_hand.to_string()),
        ("no-json.json", "not even JSON".to_owned()),
        ("other-version.json", other_version),
        ("report.json", "{\n  \"format\": \"obligato report\"\n}".to_owned()),
        ("notes.txt", text("2026-05-05T00:00:00Z")),
        (".hidden.json", text("2026-05-05T00:00:00Z")),
    ] {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    let (packs, today) = (PackSet(&pack), against(&pack).today);
    let listed = Folder::new(folder.path().to_owned()).list(packs, today).expect("a list");
    let told: Vec<String> = listed
        .iter()
        .map(|it| {
            let name = it.path.file_name().expect("a name").to_string_lossy().into_owned();
            if it.read_file(packs, today).file.is_ok() { name } else { format!("{name}!") }
        })
        .collect();
    // A fault behind the head of a file is found when the file is read, not when it is listed.
    let wanted = ["last.json", "by-hand.json", "broken.json!", "first.json", "no-json.json!", "other-version.json!"];
    assert_eq!(told, wanted);
}

#[test]
fn a_damaged_file_is_read_or_refused() {
    let pack = pack();
    for_all(2_000, 440, |tape| {
        let mut bytes = write_answers(&made(tape, &pack), &pack, &[]).into_bytes();
        for _ in 0..=tape.pick(3) {
            damage(tape, &mut bytes);
        }
        let text = String::from_utf8_lossy(&bytes);
        let anew = Against { rejudge: true, ..against(&pack) };
        let told = [read_answers(&text, "it", &anew).map(|_| ()), read_record(&text, "it", &anew).map(|_| ())];
        for error in told.into_iter().filter_map(Result::err) {
            let said = error.to_string();
            assert!(!said.is_empty() && said.chars().all(|it| it == '\n' || obligato::text::is_plain(it)), "{said:?}");
        }
    });
}

fn damage(tape: &mut Tape, bytes: &mut Vec<u8>) {
    let pieces: [&[u8]; 9] =
        [b"\"", b"}", b"{\"a\":", b"[[[[", b"1e999", b"null", b"\x00", "\u{202e}".as_bytes(), b"\xff\xfe"];
    let (from, len) = (tape.pick(bytes.len()), tape.pick(12));
    let to = (from + len).min(bytes.len());
    match tape.pick(3) {
        0 => bytes.truncate(from),
        1 => _ = bytes.splice(from..to, tape.of(&pieces).iter().copied()),
        _ => _ = bytes.splice(from..from, tape.of(&pieces).iter().copied()),
    }
}

#[test]
fn any_bytes_are_read_or_refused() {
    let (pack, folder) = (pack(), tempfile::tempdir().expect("a folder"));
    let path = folder.path().join("any.json");
    for_all(500, 40, |tape| {
        let bytes: Vec<u8> = (0..tape.pick(30)).map(|_| u8::try_from(tape.pick(256)).unwrap_or(0)).collect();
        fs::write(&path, &bytes).expect("a file");
        if let Ok(text) = read_text(&path) {
            let _ = (read_answers(&text, "it", &against(&pack)), read_record(&text, "it", &against(&pack)));
        }
    });
}

#[test]
fn deep_nesting_is_refused() {
    let pack = pack();
    for deep in [100, 200_000] {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let text = format!("{}1{}", open.repeat(deep), close.repeat(deep));
            assert!(read_record(&text, "it", &against(&pack)).is_err());
        }
    }
}

/// The version `number` of a file: large enough that it cannot be written at one stroke.
fn version(number: usize) -> String {
    format!("{number}\n").repeat(20_000)
}

const VICTIM: &str = "OBLIGATO_TEST_VICTIM";

/// Not a test by itself: the program that is killed by the next one. It saves ever new versions and
/// says which one is saved.
#[test]
fn saves_until_it_is_killed() {
    if let Some(path) = std::env::var_os(VICTIM) {
        for number in 1.. {
            write_safely(Path::new(&path), version(number)).expect("a save");
            eprintln!("saved {number}");
        }
    }
}

#[test]
fn a_kill_at_any_moment_leaves_a_whole_file_with_all_that_was_acknowledged() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("answers.json");
    for round in 0..30 {
        write_safely(&path, version(0)).expect("a save");
        let mut victim = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "store::saves_until_it_is_killed", "--nocapture"])
            .env(VICTIM, &path)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("a victim");
        let mut told = BufReader::new(victim.stderr.take().expect("its words"));
        let acknowledged = |line: &str| line.strip_prefix("saved ")?.strip_suffix('\n')?.parse::<usize>().ok();
        let mut last = 0;
        let mut line = String::new();
        while last <= round % 5 && told.read_line(&mut line).expect("its words") > 0 {
            last = acknowledged(&line).unwrap_or(last);
            line.clear();
        }
        // A little later each time, so that the kill falls on another step of a save.
        (0..round * 20_000).for_each(|it| _ = std::hint::black_box(it));
        victim.kill().expect("a kill");
        victim.wait().expect("its end");
        while told.read_line(&mut line).expect("its words") > 0 {
            last = acknowledged(&line).unwrap_or(last);
            line.clear();
        }
        let text = fs::read_to_string(&path).expect("the file");
        let number: usize = text.lines().next().and_then(|it| it.parse().ok()).expect("a version");
        assert_eq!(text, version(number), "the file is not whole");
        assert!((last..=last + 1).contains(&number), "{last} was acknowledged, {number} is there");
    }
}

#[test]
fn a_second_opener_is_told_who_holds_the_file() {
    let (pack, folder) = (pack(), tempfile::tempdir().expect("a folder"));
    let path = folder.path().join("answers.json");
    let mut first = OpenFile::new_at(&path, "2026-01-31T10:00:00Z", "Ada at her desk");
    first.save(&Assessment::default(), &pack, &[], "2026-01-31T10:00:00Z").expect("a save");
    for _ in 0..2 {
        match OpenFile::open(&path, &against(&pack), "Bob") {
            Err(StoreError::Held { by, .. }) => assert_eq!(by, "Ada at her desk"),
            other => panic!("Bob should be told: {other:?}"),
        }
    }
    drop(first);
    let second = OpenFile::open(&path, &against(&pack), "Bob").expect("nobody holds it now");
    assert!(matches!(Lock::acquire(&path, "Eve"), Err(StoreError::Held { by, .. }) if by == "Bob"));
    drop(second);
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1, "only the answers are left");
}
