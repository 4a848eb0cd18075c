//! The two ends of the conversation: lines in, pages out.

use std::io::{self, BufRead, ErrorKind, Write};
use std::path::PathBuf;

use crate::pack::Term;
use crate::plain::page::PlainPage;
use crate::tell;
use crate::text::first_unsafe;
use crate::words::Words;
use crate::workspace::Setup;

/// The most bytes of a line that are read.
const MAX_LINE: usize = 64 << 10;

/// The most bytes that are passed over to find the end of a line that is too long; an input with
/// no line ends at all counts as ended.
const MAX_PASSED: usize = 16 << 20;

/// Who talks: where lines come from, where pages go, and how they look.
pub struct Console<'a> {
    /// Where lines come from.
    pub input: &'a mut dyn BufRead,
    /// Where pages go.
    pub output: &'a mut dyn Write,
    /// The words of the interface.
    pub words: &'a Words,
    /// How wide pages are.
    pub width: usize,
    /// Whether only ASCII characters are to be drawn.
    pub ascii: bool,
    /// The words that can be asked about at any time.
    pub terms: &'a [Term],
    /// The folder that the pack was read from, unless it is a shipped one.
    pub pack_folder: Option<PathBuf>,
    /// What is said of what is on the page, as far as words in it may need explaining.
    pub about: String,
    /// What was said last about what to type.
    pub prompt: String,
}

/// What is typed to see the words.
pub const WORDS: &str = "g";

/// A line as it came in.
enum Read {
    Line(Vec<u8>),
    TooLong,
    Ended,
}

impl<'a> Console<'a> {
    /// Talks about `setup`, in lines of this width.
    pub fn new(setup: &Setup<'a>, width: usize, input: &'a mut dyn BufRead, output: &'a mut dyn Write) -> Self {
        let &Setup { pack, words, ascii, .. } = setup;
        let pack_folder = setup.pack_folder.clone();
        let (about, prompt) = (String::new(), String::new());
        Self { input, output, words, width, ascii, terms: &pack.terms, pack_folder, about, prompt }
    }

    /// An empty page.
    pub fn page(&self) -> PlainPage<'a> {
        PlainPage::new(self.words, self.width, self.ascii)
    }

    /// Shows a page.
    pub fn show(&mut self, page: &PlainPage<'_>) -> io::Result<()> {
        let text = page.text();
        let last = text.trim_end().rsplit("\n\n").next().unwrap_or_default();
        last.clone_into(&mut self.prompt);
        self.output.write_all(text.as_bytes())?;
        self.output.flush()
    }

    /// Shows one paragraph.
    pub fn say(&mut self, text: &str) -> io::Result<()> {
        let mut page = self.page();
        page.say(text);
        self.show(&page)
    }

    /// The next line that can be used, without blanks at its ends; nothing when the input has
    /// ended. What is wrong with other lines is said.
    pub fn line(&mut self) -> io::Result<Option<String>> {
        loop {
            let bytes = match self.read()? {
                Read::Line(bytes) => bytes,
                Read::Ended => return Ok(None),
                Read::TooLong => {
                    self.say(self.words.plain.line.too_long)?;
                    continue;
                }
            };
            let Ok(text) = String::from_utf8(bytes) else {
                self.say(self.words.plain.line.not_text)?;
                continue;
            };
            let line = text.replace('\t', " ").trim().to_owned();
            match first_unsafe(&line) {
                None if self.explains(&line)? => self.remind()?,
                None => return Ok(Some(line)),
                Some((_, it)) => self.say(&self.words.plain.line.hidden(it.escape_unicode()))?,
            }
        }
    }

    /// Shows the words used if `line` asks for them; says whether it does.
    pub fn explains(&mut self, line: &str) -> io::Result<bool> {
        if !line.eq_ignore_ascii_case(WORDS) {
            return Ok(false);
        }
        let mut page = self.page();
        page.lead();
        for part in tell::glossary(self.terms, &self.about, self.words) {
            page.gap();
            page.say(&format!("{}:", part.heading));
            for term in part.terms {
                page.item(1, "-", &format!("{}: {}", term.word, term.means));
            }
        }
        if self.terms.is_empty() {
            page.say(page.words.plain.glossary.none);
        }
        let prompt = std::mem::take(&mut self.prompt);
        self.show(&page)?;
        self.prompt = prompt;
        Ok(true)
    }

    /// Says once more what can be typed.
    fn remind(&mut self) -> io::Result<()> {
        let reminder = format!("\n{}\n", self.prompt);
        self.output.write_all(reminder.as_bytes())?;
        self.output.flush()
    }

    /// Whether the next line says yes; nothing when the input has ended. Asks until it is yes or no.
    pub fn yes(&mut self) -> io::Result<Option<bool>> {
        while let Some(line) = self.line()? {
            match line.to_lowercase().as_str() {
                "y" | "yes" => return Ok(Some(true)),
                "n" | "no" => return Ok(Some(false)),
                _ => self.say(self.words.plain.line.yes_or_no)?,
            }
        }
        Ok(None)
    }

    fn read(&mut self) -> io::Result<Read> {
        let (mut line, mut passed) = (Vec::new(), 0);
        loop {
            let buffer = match self.input.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if passed > MAX_PASSED || (buffer.is_empty() && line.is_empty()) {
                return Ok(Read::Ended);
            }
            if buffer.is_empty() {
                return Ok(whole(line, passed));
            }
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let (part, used) = end.map_or((buffer, buffer.len()), |at| (buffer.get(..at).unwrap_or(buffer), at + 1));
            let room = MAX_LINE.saturating_sub(line.len()).min(part.len());
            line.extend(part.iter().take(room));
            passed += part.len();
            self.input.consume(used);
            if end.is_some() {
                return Ok(whole(line, passed));
            }
        }
    }
}

fn whole(line: Vec<u8>, length: usize) -> Read {
    if length > MAX_LINE { Read::TooLong } else { Read::Line(line) }
}
