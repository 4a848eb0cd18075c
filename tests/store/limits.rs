//! How large answers may be: what is written can be opened again, or is not written.

use std::fs;

use obligato::answer::Answer;
use obligato::assessment::{Assessment, Entry, Origin};
use obligato::pack::Pack;
use obligato::store::{OpenFile, StoreError};
use tempfile::TempDir;

use crate::store::{against, pack};

const NOW: &str = "2026-01-31T10:00:00Z";

/// The first question answered, with a note of this length.
fn noted(pack: &Pack, length: usize) -> Assessment {
    let question = pack.question_ids().next().expect("a question");
    let origin = Origin { note: Some("x".repeat(length)), ..Origin::default() };
    let entry = Entry { origin, ..Entry::new(Answer::Unsure) };
    Assessment { answers: [(question, entry)].into(), ..Assessment::default() }
}

#[test]
fn answers_that_could_not_be_opened_again_are_not_written() {
    let (pack, folder) = (pack(), TempDir::new().expect("a folder"));
    let path = folder.path().join("a.json");
    let mut file = OpenFile::new_at(&path, NOW, "Ada");
    // Longer than a note may be typed today, as files of old may hold.
    file.save(&noted(&pack, 100_000), &pack, &[], NOW).expect("a save");
    let before = fs::read(&path).expect("answers");
    let told = file.save(&noted(&pack, 4 << 20), &pack, &[], NOW).expect_err("it is too large");
    assert!(matches!(told, StoreError::TooLarge(_)), "{told}");
    insta::assert_snapshot!(told.to_string().replace(&folder.path().display().to_string(), "FOLDER"));
    assert_eq!(fs::read(&path).expect("answers"), before, "what was there is still there");
    drop(file);
    let (mut file, assessment) = OpenFile::open(&path, &against(&pack), "Bob").expect("it opens");
    assert_eq!(assessment, noted(&pack, 100_000));
    // Nor is a new file begun with them, nor is it begun empty.
    let new = folder.path().join("b.json");
    let told = OpenFile::new_at(&new, NOW, "Ada").save(&noted(&pack, 4 << 20), &pack, &[], NOW);
    assert!(told.is_err() && !new.exists());
    file.save(&noted(&pack, 10), &pack, &[], NOW).expect("what is small enough is saved");
}
