//! What is being typed and is no answer yet, in a small file beside the answers: for when the program ends
//! before it is confirmed. It is never read as an answer.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::pack::Pack;
use crate::store::prepared::PreparedFile;
use crate::store::save::{folder_of, make_folder, read_start};
use crate::store::stamp::Stamp;

/// The most bytes of the file that are read.
const MOST_BYTES: u64 = 1 << 20;

/// What is being typed at each question, by the id of the question.
#[derive(Debug, Default)]
pub struct TypedTexts {
    texts: BTreeMap<String, String>,
    /// The file, once there is one.
    path: Option<PathBuf>,
}

/// The file.
#[derive(Serialize, Deserialize)]
struct TypedFile {
    /// The pack whose questions these are: its id, version and digest.
    pack: [String; 3],
    texts: BTreeMap<String, String>,
}

impl TypedTexts {
    /// Reads the file at `path`; what belongs to another pack or another version of it is passed over.
    pub fn read(path: &Path, pack: &Pack) -> Self {
        let text = read_start(path, MOST_BYTES).unwrap_or_default();
        let file = serde_json::from_str::<TypedFile>(&text).ok().filter(|file| file.pack == parts(pack));
        // A file that says nothing of use is written over or taken away with the next text.
        let path = (!text.is_empty()).then(|| path.to_owned());
        Self { texts: file.map(|file| file.texts).unwrap_or_default(), path }
    }

    /// What was typed at `question`.
    pub fn at(&self, question: &str) -> Option<&str> {
        self.texts.get(question).map(String::as_str)
    }

    /// Keeps what is typed at `question` in the file at `path`; nothing takes away what was kept.
    ///
    /// # Errors
    /// Why it could not be kept.
    pub fn keep(&mut self, path: &Path, pack: &Pack, question: &str, text: Option<&str>) -> io::Result<()> {
        if self.at(question) == text {
            return Ok(());
        }
        match text {
            Some(text) => self.texts.insert(question.to_owned(), text.to_owned()),
            None => self.texts.remove(question),
        };
        // The answers have got a name since, and this file with them.
        if let Some(old) = self.path.take().filter(|old| old != path || self.texts.is_empty()) {
            let _ = fs::remove_file(old);
        }
        if self.texts.is_empty() {
            return Ok(());
        }
        self.path = Some(path.to_owned());
        self.write(path, pack)
    }

    fn write(&self, path: &Path, pack: &Pack) -> io::Result<()> {
        let file = TypedFile { pack: parts(pack), texts: self.texts.clone() };
        let folder = folder_of(path);
        make_folder(folder).map_err(|_| io::Error::from(io::ErrorKind::NotFound))?;
        // Whole at any moment. It is not waited for until it is on the disk: it is written while somebody types.
        PreparedFile::write_unsynced(folder, serde_json::to_string(&file)?.as_bytes())?.replace(path)
    }
}

/// The name of the file for the answers at `answers`; hidden, so that it is never listed with them.
pub fn typed_path(answers: &Path) -> PathBuf {
    let name = answers.file_name().unwrap_or_default().to_string_lossy();
    answers.with_file_name(format!(".{name}.typing"))
}

fn parts(pack: &Pack) -> [String; 3] {
    let Stamp { id, version, digest } = Stamp::from_pack(pack);
    [id, version, digest]
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::store::typing::{TypedTexts, typed_path};

    #[test]
    fn typed_texts_come_back_for_their_question_and_pack_alone() {
        let (pack, mut other) = (crate::shipped::pack(), crate::shipped::pack());
        other.version = "0.0.1".to_owned();
        let path = typed_path(Path::new("target/typing/chat.json"));
        let _ = std::fs::remove_file(&path);
        let mut texts = TypedTexts::read(&path, &pack);
        texts.keep(&path, &pack, "tool_name", Some("Chatter")).expect("kept");
        assert_eq!(TypedTexts::read(&path, &pack).at("tool_name"), Some("Chatter"));
        assert_eq!(TypedTexts::read(&path, &pack).at("vendor_name"), None);
        assert_eq!(TypedTexts::read(&path, &other).at("tool_name"), None);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let rights = path.metadata().expect("a file").permissions().mode();
            assert_eq!(rights & 0o777, 0o600);
        }
        texts.keep(&path, &pack, "tool_name", None).expect("taken away");
        assert!(path.symlink_metadata().is_err());
    }

    #[test]
    fn a_file_of_nonsense_holds_nothing_and_gives_way() {
        let pack = crate::shipped::pack();
        let path = typed_path(Path::new("target/typing/nonsense.json"));
        std::fs::create_dir_all("target/typing").expect("a folder");
        for text in ["", "{", "[]", "{\"pack\":[],\"texts\":{}}", "\u{0}"] {
            std::fs::write(&path, text).expect("a file");
            let mut texts = TypedTexts::read(&path, &pack);
            assert_eq!(texts.at("tool_name"), None);
            texts.keep(&path, &pack, "tool_name", Some("a")).expect("kept");
            assert_eq!(TypedTexts::read(&path, &pack).at("tool_name"), Some("a"));
        }
    }
}
