//! The folder of assessments.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::answer::Answer;
use crate::assessment::Assessment;
use crate::pack::Pack;
use crate::report::wire;
use crate::shipped::PackSet;
use crate::store::error::StoreError;
use crate::store::file::{Against, AnswerFile, FileHead, pack_named_in, read_answers};
use crate::store::format;
use crate::store::prepared::remove_leftover;
use crate::store::save::{make_folder, read_start, read_text};
use crate::store::stamp::Stamp;

/// The number of bytes read to list a file: more than the part before the answers.
const MAX_HEAD: u64 = 1 << 10;

/// The maximum number of characters that the tool's name adds to a file name.
const MAX_NAME: usize = 40;

/// The greatest number put behind a name.
const MAX_NUMBER: usize = 10_000;

/// A folder of assessments.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

/// An answer file in the folder.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Where it lies.
    pub path: PathBuf,
    /// The time of the last change, as an RFC 3339 time; empty if it is unknown or the file
    /// certainly fits no available pack.
    updated: String,
}

/// An answer file in the folder, fully read.
#[derive(Debug)]
pub struct ListedFile<'p> {
    /// The pack it belongs to, if available; otherwise the one in use.
    pub pack: &'p Pack,
    /// Its content, or why it cannot be read.
    pub file: Result<AnswerFile, StoreError>,
}

impl Folder {
    /// Names the folder at `path`, which need not exist yet.
    pub fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Lists its answer files, most recently changed first. Reads only their heads, so that a long
    /// list is cheap; [`Listed::read_file`] reads one. Empty if the folder does not exist.
    ///
    /// # Errors
    /// Why the folder could not be read.
    pub fn list(&self, packs: PackSet<'_>, today: Date) -> Result<Vec<Listed>, StoreError> {
        let fault = |error| StoreError::Io(self.0.clone(), error);
        let entries = match fs::read_dir(&self.0) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(fault(error)),
        };
        let mut found = Vec::new();
        for entry in entries {
            let entry = entry.map_err(fault)?;
            remove_leftover(&entry);
            if let Some(path) = answer_path(&entry) {
                found.extend(listed(path, packs, today));
            }
        }
        found.sort_by(|a, b| b.updated.cmp(&a.updated).then_with(|| a.path.cmp(&b.path)));
        Ok(found)
    }

    /// Returns the path named after the tool, creating the folder if necessary. It may be in use.
    ///
    /// # Errors
    /// Why the folder could not be made.
    pub fn path_for(&self, assessment: &Assessment, pack: &Pack) -> Result<PathBuf, StoreError> {
        make_folder(&self.0)?;
        let tool = pack.names.tool.and_then(|it| assessment.answer(it));
        let name = match tool {
            Some(Answer::Text(line)) => safe_name(line),
            _ => String::new(),
        };
        let name = if name.is_empty() { "assessment".to_owned() } else { name };
        Ok(self.0.join(format!("{name}.json")))
    }
}

impl Listed {
    /// Reads the file against its pack.
    pub fn read_file<'p>(&self, packs: PackSet<'p>, today: Date) -> ListedFile<'p> {
        let text = read_text(&self.path);
        let named = text.as_ref().ok().and_then(|it| pack_named_in(it));
        let pack = named.and_then(|it| packs.called(&it)).unwrap_or(packs.0);
        let name = self.path.display().to_string();
        ListedFile { pack, file: text.and_then(|text| read_answers(&text, &name, &Against::new(pack, today))) }
    }
}

/// Returns the path of `entry`, if it may be an answer file.
fn answer_path(entry: &fs::DirEntry) -> Option<PathBuf> {
    let name = entry.file_name();
    let is_hidden = name.to_string_lossy().starts_with('.');
    let path = entry.path();
    let is_json = path.extension().is_some_and(|extension| extension == "json");
    // The kind of an entry is known without opening it, unless it is a link.
    let is_file = || entry.file_type().is_ok_and(|kind| kind.is_file() || (kind.is_symlink() && path.is_file()));
    (!is_hidden && is_json && is_file()).then_some(path)
}

/// Returns the file at `path` for the list, or `None` if it holds something other than answers.
fn listed(path: PathBuf, packs: PackSet<'_>, today: Date) -> Option<Listed> {
    let start = read_start(&path, MAX_HEAD).unwrap_or_default();
    if is_of_another_format(&start) {
        return None;
    }
    if let Some(FileHead { stamp, updated }) = FileHead::parse(&start) {
        let fits = packs.called(&stamp.id).is_some_and(|pack| Stamp::from_pack(pack) == stamp);
        return Some(Listed { path, updated: if fits { updated } else { String::new() } });
    }
    // This program did not write it, so only the whole file tells when it was changed.
    let mut listed = Listed { path, updated: String::new() };
    listed.updated = listed.read_file(packs, today).file.map_or_else(|_| String::new(), |it| it.updated);
    Some(listed)
}

/// Returns the path of the answer file for the check `id` of the assessment at `path`.
pub fn check_path(path: &Path, id: &str) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}-{id}.json"))
}

/// Yields `path`, and then the same with a number behind its name.
pub fn numbered_paths(path: &Path) -> impl Iterator<Item = PathBuf> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map_or_else(String::new, |ending| format!(".{}", ending.to_string_lossy()));
    let numbered = (2..MAX_NUMBER).map(move |number| format!("{stem}-{number}{ending}"));
    std::iter::once(path.to_owned()).chain(numbered.map(|name| path.with_file_name(name)))
}

/// Whether `text` is a report saved beside its answers, or a reply to them.
fn is_of_another_format(text: &str) -> bool {
    let start = text.trim_start_matches(|character: char| character == '{' || character.is_whitespace());
    let named = start.strip_prefix("\"format\": \"");
    named.is_some_and(|name| name.starts_with(wire::FORMAT) || name.starts_with(format::REPLY))
}

/// Converts `line` to a file name that is safe everywhere: lower case letters, digits and single
/// dashes.
fn safe_name(line: &str) -> String {
    let mut name = String::new();
    for character in line.chars().flat_map(char::to_lowercase) {
        if character.is_alphanumeric() {
            name.push(character);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
        if name.chars().count() >= MAX_NAME {
            break;
        }
    }
    let name = name.trim_end_matches('-').to_owned();
    // Names that some system reserves for devices.
    let reserved = ["con", "prn", "aux", "nul"].contains(&name.as_str())
        || (name.len() == 4 && (name.starts_with("com") || name.starts_with("lpt")));
    if reserved { format!("{name}-tool") } else { name }
}
