use std::fs;
use std::io::{self, Read as _, Write};

use insta::assert_snapshot;
use obligato::plain::{run, run_at};
use obligato::store::{Folder, OpenFile};
use obligato::text::MAX_TEXT;
use obligato::workspace::Setup;
use serde_json::json;

use crate::excerpts::{between, check_sections};
use crate::plain::scene::{TODAY, against, answered, check, check_open, folder, pack, words};

/// As far as the first question with several choices.
const TO_LIST: &str = "HelpBot\n1\nAcme\norders\nAnn\ny\ny\n";

#[test]
fn every_mistake_is_answered_with_what_to_type() {
    let folder = folder("mistakes");
    let input =
        format!("\n=\nHelpBot\n\n9\nx\n1 2\n1\n=b\n=q\nAnn\nmaybe\n\ny\ny\n{}", "1-3\n1 7\n9 2\n12\n1, 3 & 8\n");
    assert_snapshot!(check(&folder, input));
}

#[test]
fn a_number_is_never_taken_for_a_choice() {
    let folder = folder("number");
    let given = json!({ "tool_name": "T", "auth_have": true });
    let file = answered(&folder, &given, "auth_months");
    let text = check_open(&file, "x\n0\n-3\n1,00\n1,200,000\n12.5\n2 months\nb\na\nb\nd\nb\n\nq\n");
    assert_snapshot!(text);
}

#[test]
fn a_day_is_echoed_in_words() {
    let folder = folder("day");
    let given = json!({ "tool_name": "T", "breach_status": true });
    let file = answered(&folder, &given, "breach_discovered");
    let text = check_open(
        &file,
        "yesterday\n13/01/2025\n2/30/2025\n1/2/25\n2001-01-01\n11/25/2026\n2200-01-01\n7/4/2025\nb\n2025-07-05\nr\nBRE-1\nq\n",
    );
    check_sections("days", &text);
    assert_snapshot!(between(&text, "", ">> r"));
    assert_snapshot!("a_last_day_in_words", between(&text, "By when", "Why it is open"));
}

#[test]
fn hostile_text_is_refused_and_nothing_of_it_is_shown() {
    let folder = folder("hostile");
    let mut input = Vec::new();
    input.extend_from_slice("evil\u{202e}txt\n\u{1b}[31mred\n\u{200b}\na\u{7}b\n".as_bytes());
    input.extend_from_slice(b"\xff\xfe not text\n");
    input.extend_from_slice(&vec![b'x'; 70_000]);
    input.extend_from_slice(b"\nHelp\tBot\r\n");
    input.extend_from_slice(&[b'y'; 3_000]);
    input.extend_from_slice("\n2\n=cmd|' /C calc'!A0\n".as_bytes());
    assert_snapshot!(check(&folder, input));
}

/// An answer, and all that is said of where it comes from.
#[test]
fn texts_that_are_too_long_are_told_and_not_taken() {
    let folder = folder("long");
    let (long, most) = ("x".repeat(MAX_TEXT + 1), "y".repeat(MAX_TEXT));
    let text = check(&folder, format!("{long}\n{most}\nw\n1\n{long}\nAnn\n{long}\np. 4\n{long}\n{most}\nq\n"));
    assert_eq!(text.matches("longer than 2000 characters").count(), 4, "{text}");
    let saved = fs::read_dir(&folder).expect("a folder").next().expect("a file").expect("an entry").path();
    let saved = fs::read_to_string(saved).expect("answers");
    assert!(saved.matches(&most).count() == 2 && !saved.contains(&long), "{saved}");
}

#[test]
fn a_line_without_an_end_counts_as_the_end() {
    let folder = folder("endless");
    let mut input = b"HelpBot\n".to_vec();
    input.resize(20 << 20, 0);
    assert!(check(&folder, input).contains("The input has ended."));
    let mut endless = io::BufReader::new(io::repeat(b'x').take(1 << 30));
    run(setup(&folder, None), &mut endless, &mut Vec::new()).expect("nothing fails");
    assert!(endless.get_ref().limit() > 900 << 20, "the rest is left: {}", endless.get_ref().limit());
}

#[test]
fn a_held_file_says_by_whom() {
    let folder = folder("held");
    check(&folder, "HelpBot\nq\n");
    let held = OpenFile::open(&folder.join("helpbot.json"), &against(), "by Ann at the till");
    assert!(held.is_ok());
    assert_snapshot!(check(&folder, "1\n1\nq\n"));
}

#[test]
fn unreadable_files_are_listed_with_the_reason() {
    let folder = folder("unreadable");
    check(&folder, "HelpBot\nq\n");
    fs::write(folder.join("broken.json"), "{\"format\": \"obligato answers\",").expect("written");
    fs::write(folder.join("bytes.json"), b"\xff\xff").expect("written");
    fs::write(folder.join("other.json"), "[1, 2]").expect("written");
    let text = fs::read_to_string(folder.join("helpbot.json")).expect("answers");
    let older = text.replace(&format!("\"version\": \"{}\"", pack().version), "\"version\": \"0.9.0\"");
    fs::write(folder.join("older.json"), older).expect("written");
    assert_snapshot!(check(&folder, "2\n5\nn\n4\ny\nq\n"));
}

#[test]
fn a_folder_that_cannot_be_made_is_said_and_answers_are_kept_in_memory() {
    let folder = folder("no-folder");
    fs::write(&folder, "a file where the folder should be").expect("written");
    assert_snapshot!(check(&folder, "HelpBot\n1\nq\nn\nq\ny\n"));
    assert_snapshot!("no_folder_ended", check(&folder, "HelpBot\n"));
    fs::remove_file(&folder).expect("removed");
}

#[test]
fn saving_is_tried_again_and_said() {
    let folder = folder("again");
    fs::create_dir_all(folder.join("inner")).expect("made");
    let file = folder.join("inner/x.json");
    check(&folder.join("inner"), "X\nq\n");
    let open = OpenFile::open(&file, &against(), "by a test").expect("a sound file");
    let (inner, away) = (folder.join("inner"), folder.join("away"));
    let before = |line: &str| match line {
        "1\n" => fs::rename(&inner, &away).expect("moved"),
        "Acme\n" => fs::rename(&away, &inner).expect("moved back"),
        _ => {}
    };
    let mut input = io::BufReader::new(Steps { lines: vec!["1\n", "Acme\n", "orders\n"], before });
    let mut output = Vec::new();
    run(setup(&folder, Some(open)), &mut input, &mut output).expect("nothing fails");
    let text = String::from_utf8(output).expect("text");
    assert!(text.contains("could not be saved just now"), "{text}");
    assert!(text.contains("Saved again"), "{text}");
    assert!(fs::read_to_string(file).expect("saved").contains("orders"));
}

#[test]
fn a_closed_pipe_is_a_quiet_success() {
    struct Closed(usize);
    impl Write for Closed {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let left = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::BrokenPipe)?;
            self.0 = left;
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    for room in [0, 1_000, 3_000] {
        let folder = folder("pipe");
        let mut input = "HelpBot\n1\nAcme\n".as_bytes();
        run(setup(&folder, None), &mut input, &mut Closed(room)).expect("a quiet success");
    }
}

#[test]
fn lines_fit_the_width_that_is_given() {
    let folder = folder("narrow");
    let (mut input, mut output) = (TO_LIST.as_bytes(), Vec::new());
    run_at(40, setup(&folder, None), &mut input, &mut output).expect("nothing fails");
    let text = String::from_utf8(output).expect("text");
    let wide: Vec<&str> = text.lines().filter(|it| it.chars().count() > 40 && it.contains(' ')).collect();
    assert_eq!(wide, Vec::<&str>::new());
}

#[test]
fn an_open_file_goes_on_at_once() {
    let folder = folder("open");
    check(&folder, "HelpBot\nq\n");
    let text = check_open(&folder.join("helpbot.json"), "q\n");
    assert!(text.contains("1 question in this assessment"), "{text}");
}

fn setup(folder: &std::path::Path, open: Option<(OpenFile, obligato::assessment::Assessment)>) -> Setup<'static> {
    Setup {
        pack: pack(),
        words: words(),
        folder: Folder::new(folder.to_owned()),
        open,
        now: || "2026-11-24T12:00:00Z".to_owned(),
        today: || TODAY,
        who: "by a test".to_owned(),
        ascii: true,
        pack_folder: None,
    }
}

/// Input that does something before each line is read.
struct Steps<F> {
    lines: Vec<&'static str>,
    before: F,
}

impl<F: FnMut(&str)> io::Read for Steps<F> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.lines.is_empty() {
            return Ok(0);
        }
        let line = self.lines.remove(0);
        (self.before)(line);
        to[..line.len()].copy_from_slice(line.as_bytes());
        Ok(line.len())
    }
}
