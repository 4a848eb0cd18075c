use std::cell::RefCell;
use std::io::{self, BufRead, Read, Write};
use std::path::{Path, PathBuf};

use jiff::civil::{Date, date};
use obligato::answer::{Answer, from_json};
use obligato::assessment::Assessment;
use obligato::pack::Pack;
use obligato::plain::{WIDTH, run};
use obligato::store::{Against, Folder, OpenFile};
use obligato::words::Words;
use obligato::workspace::{Setup, Workspace};

pub fn pack() -> &'static Pack {
    obligato::shipped::default_pack().pack()
}

/// The day on which every test takes place.
pub const TODAY: Date = date(2026, 11, 24);

/// What answers are read against in every test.
pub fn against() -> Against<'static> {
    Against::new(pack(), TODAY)
}

pub fn words() -> &'static Words {
    obligato::shipped::words()
}

/// A folder of its own for one test, by a path that is the same on every machine.
pub fn folder(name: &str) -> PathBuf {
    let path = Path::new("target/plain-tests").join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder for tests");
    path
}

/// What the conversation in `folder` looks like when `input` is typed: each line typed is shown
/// behind `>>`. Holds for every conversation: no control character, nothing wider than the page.
pub fn check(folder: &Path, input: impl AsRef<[u8]>) -> String {
    talk(folder, None, input.as_ref())
}

/// The same with an assessment that is open already.
pub fn check_open(file: &Path, input: impl AsRef<[u8]>) -> String {
    let open = OpenFile::open(file, &against(), "by a test").expect("a sound file");
    talk(file.parent().expect("a folder"), Some(open), input.as_ref())
}

/// An answer file with these answers, and "I don't know" to every other question before `next`.
pub fn answered(folder: &Path, given: &serde_json::Value, next: &str) -> PathBuf {
    let file = folder.join("seed.json");
    let now = || "2026-11-24T12:00:00Z".to_owned();
    let document = OpenFile::new_at(&file, &now(), "by a test");
    let mut workspace = Workspace::new(pack(), document, Assessment::default(), now);
    for id in pack().question_ids().take_while(|it| pack().question(*it).id != next) {
        let question = pack().question(id);
        let value = given.get(&question.id).map_or(Ok(Answer::Unsure), |it| from_json(it, question));
        workspace.answer(id, value.expect("a fitting answer"));
    }
    file
}

fn talk(folder: &Path, open: Option<(OpenFile, Assessment)>, input: &[u8]) -> String {
    let setup = Setup {
        pack: pack(),
        words: words(),
        folder: Folder::new(folder.to_owned()),
        open,
        now: || "2026-11-24T12:00:00Z".to_owned(),
        today: || TODAY,
        who: "by a test".to_owned(),
        ascii: false,
        pack_folder: None,
    };
    let shown = RefCell::new(Vec::new());
    let mut typed = Typed { rest: input, line: 0, shown: &shown };
    run(setup, &mut typed, &mut Shown(&shown)).expect("nothing fails");
    let text = String::from_utf8(shown.into_inner()).expect("text");
    sound(&text);
    // A snapshot is not to change with every word of the pack.
    text.replace(&pack().digest[..8], "00000000")
}

fn sound(text: &str) {
    let unsafe_char = text.chars().find(|it| *it != '\n' && !obligato::text::is_plain(*it));
    assert_eq!(unsafe_char, None, "nothing but plain text and line ends");
    for line in text.lines().filter(|it| !it.starts_with(">>")) {
        let words = line.split_whitespace().count();
        let width: usize = line.chars().filter_map(unicode_width::UnicodeWidthChar::width).sum();
        assert!(width <= WIDTH || words == 1, "too wide: {line}");
        assert!(!line.contains("plain.") && !line.contains("common."), "a word without words: {line}");
    }
}

struct Shown<'a>(&'a RefCell<Vec<u8>>);

impl Write for Shown<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Input that shows up in the transcript, line by line, as it is read.
struct Typed<'a> {
    rest: &'a [u8],
    line: usize,
    shown: &'a RefCell<Vec<u8>>,
}

impl Read for Typed<'_> {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        unreachable!("lines are read through the buffer")
    }
}

impl BufRead for Typed<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let end = self.rest.iter().position(|it| *it == b'\n').map_or(self.rest.len(), |at| at + 1);
        if self.line == 0 && end > 0 {
            let line = obligato::text::shown(String::from_utf8_lossy(&self.rest[..end]).trim_end_matches('\n'));
            let line = obligato::text::shortened(&line, 60);
            writeln!(Shown(self.shown), ">> {line}")?;
        }
        Ok(&self.rest[..end])
    }

    fn consume(&mut self, amount: usize) {
        self.line += amount;
        let whole = self.rest[..amount].ends_with(b"\n") || amount == self.rest.len();
        self.rest = &self.rest[amount..];
        if whole {
            self.line = 0;
        }
    }
}
