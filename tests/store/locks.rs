//! The lock beside an answer file: it follows no link, changes nothing that it did not make, and waits for
//! nothing.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use obligato::assessment::Assessment;
use obligato::store::{Lock, OpenFile, StoreError};
use tempfile::TempDir;

use crate::store::{against, pack};

const NOW: &str = "2026-01-31T10:00:00Z";

/// A folder in which `a.json` is an answer file.
fn with_answers() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let mut file = OpenFile::new_at(&folder.path().join("a.json"), NOW, "Ada");
    file.save(&Assessment::default(), &pack(), &[], NOW).expect("a save");
    folder
}

pub fn names(folder: &Path) -> Vec<String> {
    let name =
        |entry: std::io::Result<fs::DirEntry>| entry.expect("an entry").file_name().to_string_lossy().into_owned();
    let mut names: Vec<String> = fs::read_dir(folder).expect("the folder").map(name).collect();
    names.sort();
    names
}

/// The target of the link is neither emptied nor made.
#[test]
fn a_link_in_place_of_the_lock_is_not_followed() {
    let folder = with_answers();
    let (lock, victim) = (folder.path().join(".a.json.lock"), folder.path().join("victim"));
    for is_there in [true, false] {
        if is_there {
            fs::write(&victim, "precious").expect("a file");
        }
        symlink(&victim, &lock).expect("a link");
        let told = OpenFile::open(&folder.path().join("a.json"), &against(&pack()), "Ada").expect_err("it is refused");
        assert!(told.to_string().contains("something else has the name of this lock"), "{told}");
        assert_eq!(fs::read(&victim).ok(), is_there.then(|| b"precious".to_vec()));
        fs::remove_file(&lock).expect("the link");
        let _ = fs::remove_file(&victim);
    }
}

#[test]
fn what_was_not_made_here_is_locked_but_left_as_it_is() {
    let folder = with_answers();
    let (lock, path) = (folder.path().join(".a.json.lock"), folder.path().join("a.json"));
    fs::write(&lock, "precious").expect("a file");
    drop(Lock::acquire(&path, "Ada").expect("a lock"));
    assert_eq!(fs::read(&lock).expect("it is there"), b"precious");
    // A second name of a file that looks like a lock, and is something else.
    fs::remove_file(&lock).expect("a file");
    let victim = folder.path().join("victim");
    fs::write(&victim, "").expect("a file");
    fs::hard_link(&victim, &lock).expect("a second name");
    let held = Lock::acquire(&path, "Ada").expect("a lock");
    assert_eq!(fs::read(&victim).expect("it is there"), b"");
    assert!(matches!(Lock::acquire(&path, "Bob"), Err(StoreError::Held { .. })), "it is locked all the same");
    drop(held);
    assert!(lock.exists(), "it is not removed");
}

#[test]
fn what_an_earlier_run_left_is_taken_over() {
    for left in ["", "obligato lock: process 7", "process 7 on this computer, since 2026-01-01T00:00:00Z"] {
        let folder = with_answers();
        fs::write(folder.path().join(".a.json.lock"), left).expect("a file");
        let path = folder.path().join("a.json");
        let held = Lock::acquire(&path, "Ada at her desk").expect("a lock");
        assert!(matches!(Lock::acquire(&path, "Bob"), Err(StoreError::Held { by, .. }) if by == "Ada at her desk"));
        drop(held);
        assert_eq!(names(folder.path()), ["a.json"]);
    }
}

#[test]
fn a_pipe_or_a_folder_in_place_of_the_lock_is_told_at_once() {
    let folder = with_answers();
    let (lock, path) = (folder.path().join(".a.json.lock"), folder.path().join("a.json"));
    fs::create_dir(&lock).expect("a folder");
    assert!(Lock::acquire(&path, "Ada").is_err());
    fs::remove_dir(&lock).expect("the folder");
    assert!(Command::new("mkfifo").arg(&lock).status().expect("mkfifo").success());
    assert!(Lock::acquire(&path, "Ada").is_err());
}
