//! What both front ends say of an answer file that something else touches, or that cannot be saved.

use std::cell::RefCell;
use std::fs;
use std::io::{self, BufReader, Read};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};

use obligato::assessment::Assessment;
use obligato::plain::run;
use obligato::store::{FileNotice, OpenFile, StoreError};
use obligato::workspace::{Setup, notice_text};
use tempfile::TempDir;

use crate::store::locks::names;
use crate::store::{against, pack};
use crate::tui::driver::{Wizard, setup};

const NOW: &str = "2026-11-24T10:00:00Z";

/// What happens to an answer file.
type Change<'a> = &'a dyn Fn(&Path);

const NOTHING: Change<'_> = &|_| {};

/// Input of one line, which comes once something has happened.
struct Late<'a>(Option<&'static str>, Change<'a>, &'a Path);

impl Read for Late<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let Some(line) = self.0.take() else { return Ok(0) };
        (self.1)(self.2);
        line.as_bytes().read(to)
    }
}

/// A folder with the empty answer file `a.json`.
fn with_answers() -> (TempDir, PathBuf) {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("a.json");
    let mut file = OpenFile::new_at(&path, NOW, "Ada");
    file.save(&Assessment::default(), &pack(), &[], NOW).expect("a save");
    (folder, path)
}

fn opened(path: &Path) -> Setup<'static> {
    let open = OpenFile::open(path, &against(&pack()), "Ada").expect("it opens");
    Setup { open: Some(open), ..setup(path.with_file_name("")) }
}

/// Goes by lines: `change` comes before the first answer.
fn by_lines(path: &Path, change: Change<'_>) -> String {
    let (mut input, mut output) = (BufReader::new(Late(Some("Chatterbox\n"), change, path)), Vec::new());
    run(opened(path), &mut input, &mut output).expect("nothing fails");
    String::from_utf8(output).expect("text")
}

/// The same in the full screen: what is shown before and after.
fn by_keys(path: &Path, change: Change<'_>) -> String {
    let mut wizard = Wizard::over(opened(path), path.with_file_name(""), 80, 40);
    let before = wizard.screen();
    change(path);
    before + &wizard.press(&["type:Chatterbox", "enter"]).screen()
}

/// Text as it is before it is broken into lines.
fn joined(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Both front ends, each over an answer file of its own that `prepare` was done to before it was opened, have to
/// say `wanted` of it. Looks at the folder with `look` after each.
fn check(prepare: Change<'_>, change: Change<'_>, wanted: &dyn Fn(&Path) -> Vec<String>, look: Change<'_>) {
    for front_end in [by_lines, by_keys] {
        let (_folder, path) = with_answers();
        prepare(&path);
        let said = front_end(&path, change);
        for wanted in wanted(&path) {
            assert!(joined(&said).contains(&joined(&wanted)), "{wanted}\nis not in\n{said}");
        }
        look(&path);
    }
}

/// What is said of `notice`.
fn told(notice: &FileNotice) -> Vec<String> {
    vec![notice_text(notice, obligato::shipped::words())]
}

/// What is said where the version at `path` of something else stays.
fn both_kept(path: &Path) -> Vec<String> {
    told(&FileNotice::KeptBoth { theirs: path.to_owned(), ours: path.with_file_name("a-2.json") })
}

#[test]
fn an_edit_from_outside_stays_and_is_told() {
    let edit = |path: &Path| fs::write(path, "{\"edited\": true}").expect("a file");
    check(NOTHING, &edit, &both_kept, &|path| {
        assert_eq!(fs::read_to_string(path).expect("a file"), "{\"edited\": true}");
        let ours = fs::read_to_string(path.with_file_name("a-2.json")).expect("a file");
        assert!(ours.contains("Chatterbox"));
    });
}

#[test]
fn who_opens_it_once_its_lock_was_removed_is_left_alone_and_told() {
    let other = RefCell::new(None);
    let take = |path: &Path| {
        fs::remove_file(path.with_file_name(".a.json.lock")).expect("the lock");
        *other.borrow_mut() = Some(OpenFile::open(path, &against(&pack()), "Bob").expect("nobody can tell"));
    };
    check(NOTHING, &take, &both_kept, &|path| {
        let theirs = fs::read_to_string(path).expect("a file");
        assert!(!theirs.contains("Chatterbox"));
        assert!(matches!(OpenFile::open(path, &against(&pack()), "Eve"), Err(StoreError::Held { .. })));
    });
}

#[test]
fn a_second_name_is_told_and_keeps_what_it_had() {
    let name = |path: &Path| fs::hard_link(path, path.with_file_name("b.json")).expect("a second name");
    check(&name, NOTHING, &|_| told(&FileNotice::SecondName), &|path| {
        let other = fs::read_to_string(path.with_file_name("b.json")).expect("a file");
        assert!(!other.contains("Chatterbox"));
    });
}

#[test]
fn what_was_changed_outside_before_it_was_opened_is_told() {
    let edit = |path: &Path| {
        let text = fs::read_to_string(path).expect("a file");
        fs::write(path, text.replace("2026-11-24T10", "2026-11-24T11")).expect("a file");
    };
    check(&edit, NOTHING, &|_| told(&FileNotice::Changed), NOTHING);
}

#[test]
fn what_is_read_only_is_shown_and_an_answer_that_is_not_saved_is_told() {
    let close = |path: &Path| fs::set_permissions(path, fs::Permissions::from_mode(0o444)).expect("rights");
    let wanted = |path: &Path| {
        let told = told(&FileNotice::ReadOnly);
        [told, vec![StoreError::ReadOnly(path.to_owned()).one_line()]].concat()
    };
    check(&close, NOTHING, &wanted, &|path| {
        assert_eq!(names(path.parent().expect("a folder")), ["a.json"]);
        assert!(!fs::read_to_string(path).expect("a file").contains("Chatterbox"));
    });
}

/// A link in the folder of assessments is the file it leads to: who holds that is told.
#[test]
fn a_link_to_a_file_that_is_open_elsewhere_is_told_by_both_lists() {
    let (folder, path) = with_answers();
    symlink("a.json", folder.path().join("link.json")).expect("a link");
    let _held = OpenFile::open(&path, &against(&pack()), "Eve at the till").expect("it opens");
    let (mut input, mut output) = ("1\n2\nq\n".as_bytes(), Vec::new());
    run(setup(folder.path().to_owned()), &mut input, &mut output).expect("nothing fails");
    let by_lines = String::from_utf8(output).expect("text");
    assert_eq!(joined(&by_lines).matches("Eveatthetill").count(), 2, "{by_lines}");
    let mut wizard = Wizard::again(folder.path().to_owned(), 80, 30, false);
    for keys in [["home", "down", "enter"], ["home", "down", "down"]] {
        assert!(!wizard.press(&keys).screen().contains("Question 1"));
    }
    let screen = wizard.press(&["enter"]).screen();
    assert!(joined(&screen).contains("Eveatthetill"), "{screen}");
    assert_eq!(names(folder.path()), [".a.json.lock", "a.json", "link.json"], "no lock beside the link");
}

/// What is pressed from the first question to write the report in every form.
const TO_THE_REPORT: &[&str] = &["type:Chatterbox", "enter", "tab", "right", "right", "right", "enter", "enter"];

/// Both front ends ask before a report takes the place of a file, and it never takes that of anything else.
#[test]
fn a_report_takes_no_place_but_of_a_file_and_only_when_asked() {
    let put = |path: &Path| {
        fs::write(path.with_file_name("victim"), "precious").expect("a file");
        symlink("victim", path.with_file_name("a-report.html")).expect("a link");
        fs::write(path.with_file_name("a-report.json"), "precious").expect("a file");
    };
    let look = |path: &Path, said: &str, is_asked: bool| {
        assert!(path.with_file_name("a-report.html").is_symlink(), "{said}");
        let report = fs::read_to_string(path.with_file_name("a-report.json")).expect("a file");
        assert_eq!(report == "precious", !is_asked, "{said}");
        assert_eq!(joined(said).contains("thisisalink"), is_asked, "{said}");
        let victim = fs::read_to_string(path.with_file_name("victim")).expect("a file");
        assert_eq!(victim, "precious", "the file behind the link stays");
    };
    for (answer, is_asked) in [("n\n", false), ("y\n", true)] {
        let (_folder, path) = with_answers();
        put(&path);
        let typed = format!("Chatterbox\nr\ne\nhtml\n{answer}e\njson\n{answer}q\n");
        let (mut input, mut output) = (typed.as_bytes(), Vec::new());
        run(opened(&path), &mut input, &mut output).expect("nothing fails");
        look(&path, &String::from_utf8(output).expect("text"), is_asked);
    }
    for (keys, is_asked) in [(&["enter"][..], false), (&["down", "enter"], true)] {
        let (_folder, path) = with_answers();
        put(&path);
        let mut wizard = Wizard::over(opened(&path), path.with_file_name(""), 80, 40);
        wizard.press(TO_THE_REPORT).holds("a-report.json");
        let said = wizard.press(keys).screen();
        look(&path, &said, is_asked);
    }
}

/// What appears while it is asked whether other files are to be replaced is asked about as well.
#[test]
fn what_appears_while_it_is_asked_is_asked_about() {
    let (_folder, path) = with_answers();
    let [first, later] = ["a-report.json", "a-report.csv"].map(|name| path.with_file_name(name));
    fs::write(&first, "first").expect("a file");
    let mut wizard = Wizard::over(opened(&path), path.with_file_name(""), 80, 40);
    wizard.press(TO_THE_REPORT).holds("a-report.json");
    fs::write(&later, "later").expect("a file");
    wizard.press(&["down", "enter"]).holds("a-report.csv");
    assert_eq!([&first, &later].map(|path| fs::read_to_string(path).expect("a file")), ["first", "later"]);
    wizard.press(&["down", "enter"]);
    assert!([first, later].iter().all(|path| fs::read_to_string(path).expect("a file").len() > 100));
}
