//! An answer file in the list of assessments.

use jiff::civil::Date;

use crate::interview::Interviews;
use crate::shipped::PackSet;
use crate::store::{Listed, ListedFile, StoreError};
use crate::tell;
use crate::text::shown;
use crate::words::Words;

/// What the list says of an answer file.
#[derive(Debug, Clone)]
pub struct ListedText {
    /// What the assessment is called; the name of the file if it could not be read.
    pub name: String,
    /// How far it is, or what is wrong with the file.
    pub state: String,
    /// Whether the file could be read.
    pub is_sound: bool,
    /// Whether another version of the pack made it.
    pub is_of_other_version: bool,
}

/// Reads an answer file and says what is in it.
pub fn listed_text<'p>(
    listed: &Listed,
    packs: PackSet<'p>,
    today: Date,
    interviews: &mut Interviews<'p>,
    words: &Words,
) -> ListedText {
    let ListedFile { pack, file } = listed.read_file(packs, today);
    match file {
        Ok(file) => {
            let progress = interviews.interview_over(pack).progress(&file.assessment);
            ListedText {
                name: tell::listed_name(pack, &file.assessment, words),
                state: tell::assessment_state(pack, &progress, &file.updated, words),
                is_sound: true,
                is_of_other_version: false,
            }
        }
        Err(error) => ListedText {
            name: shown(&listed.path.file_name().unwrap_or_default().to_string_lossy()),
            state: trouble(&error, words),
            is_sound: false,
            is_of_other_version: matches!(error, StoreError::OtherVersion { .. }),
        },
    }
}

/// What is wrong with a file, without its path, which stands above.
fn trouble(error: &StoreError, words: &Words) -> String {
    if let StoreError::OtherVersion { made_with, .. } = error {
        return tell::other_version(&shown(made_with), words);
    }
    let place = error.place().map_or_else(String::new, |place| format!("{place}: "));
    let help = error.help().map_or_else(String::new, |help| format!("; {help}"));
    format!("{place}{}{help}", error.message())
}
