//! Saving beside others: what something else wrote stays, and nothing half written is left behind.

use std::fs::{self, File};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};

use obligato::answer::Answer;
use obligato::assessment::{Assessment, Entry};
use obligato::shipped::PackSet;
use obligato::store::{FileNotice, Folder, OpenFile, StoreError, write_new};
use tempfile::TempDir;

use crate::store::locks::names;
use crate::store::{against, pack};

const NOW: &str = "2026-01-31T10:00:00Z";

fn save(file: &mut OpenFile, assessment: &Assessment) -> Result<(), StoreError> {
    file.save(assessment, &pack(), &[], NOW)
}

/// A folder with `a.json`, and that file open.
fn opened() -> (TempDir, PathBuf, OpenFile) {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("a.json");
    let mut file = OpenFile::new_at(&path, NOW, "Ada");
    save(&mut file, &Assessment::default()).expect("a save");
    (folder, path, file)
}

/// One answer.
fn one_answer() -> Assessment {
    let question = pack().question_ids().next().expect("a question");
    Assessment { answers: [(question, Entry::new(Answer::Unsure))].into(), ..Assessment::default() }
}

/// What is in the answer file at `path`.
fn stored(path: &Path) -> Assessment {
    OpenFile::open(path, &against(&pack()), "Bob").expect("it opens").1
}

#[test]
fn what_something_else_wrote_stays_and_ours_gets_a_new_name() {
    let edited_in_place = |path: &Path| fs::write(path, "{}").expect("a file");
    let of_same_size = |path: &Path| {
        let text = fs::read_to_string(path).expect("a file");
        fs::write(path, text.replace("2026-01-31T10", "2026-01-31T11")).expect("a file");
    };
    let replaced = |path: &Path| {
        fs::write(path.with_extension("new"), "{}").expect("a file");
        fs::rename(path.with_extension("new"), path).expect("a rename");
    };
    let by_a_folder = |path: &Path| {
        fs::remove_file(path).expect("a file");
        fs::create_dir(path).expect("a folder");
    };
    let ways: [&dyn Fn(&Path); 4] = [&edited_in_place, &of_same_size, &replaced, &by_a_folder];
    for change in ways {
        let (folder, path, mut file) = opened();
        change(&path);
        let theirs = fs::read(&path).ok();
        save(&mut file, &one_answer()).expect("a save");
        let ours = folder.path().join("a-2.json");
        assert_eq!(fs::read(&path).ok(), theirs, "their version stays");
        assert_eq!(file.path(), Some(ours.as_path()));
        assert_eq!(file.notices(), [FileNotice::KeptBoth { theirs: path.clone(), ours: ours.clone() }]);
        // From then on it is a file like any other.
        save(&mut file, &one_answer()).expect("a save");
        assert!(file.notices().is_empty());
        drop(file);
        assert_eq!(stored(&ours), one_answer());
        assert_eq!(names(folder.path()), ["a-2.json", "a.json"]);
    }
}

/// A file that was touched, or copied to and fro, is the same.
#[test]
fn a_file_with_the_same_content_is_saved_in_place() {
    let (folder, path, mut file) = opened();
    let text = fs::read(&path).expect("a file");
    fs::remove_file(&path).expect("a file");
    fs::write(&path, text).expect("a file");
    save(&mut file, &one_answer()).expect("a save");
    fs::remove_file(&path).expect("a file that is gone has nothing to lose");
    save(&mut file, &one_answer()).expect("a save");
    drop(file);
    assert_eq!(stored(&path), one_answer());
    assert_eq!(names(folder.path()), ["a.json"]);
}

#[test]
fn a_lock_that_was_removed_is_made_again_or_its_new_holder_respected() {
    let (folder, path, mut first) = opened();
    let lock = folder.path().join(".a.json.lock");
    fs::remove_file(&lock).expect("the lock");
    save(&mut first, &Assessment::default()).expect("a save");
    assert!(matches!(OpenFile::open(&path, &against(&pack()), "Bob"), Err(StoreError::Held { .. })));
    fs::remove_file(&lock).expect("the lock");
    let (mut second, _) = OpenFile::open(&path, &against(&pack()), "Bob").expect("nobody can tell");
    save(&mut first, &one_answer()).expect("a save");
    assert_eq!(first.path(), Some(folder.path().join("a-2.json").as_path()));
    save(&mut second, &Assessment::default()).expect("a save");
    assert_eq!(second.path(), Some(path.as_path()));
    drop(first);
    assert!(lock.exists(), "the lock of the second stays");
}

#[test]
fn one_file_by_two_names_has_one_lock() {
    let (folder, path, file) = opened();
    let (link, round) = (folder.path().join("link.json"), folder.path().join("b"));
    symlink("a.json", &link).expect("a link");
    fs::create_dir(&round).expect("a folder");
    for name in [&link, &round.join("../a.json")] {
        let told = OpenFile::open(name, &against(&pack()), "Bob");
        assert!(matches!(told, Err(StoreError::Held { .. })), "{}", name.display());
    }
    drop(file);
    let (mut file, _) = OpenFile::open(&link, &against(&pack()), "Bob").expect("it opens");
    save(&mut file, &one_answer()).expect("a save");
    drop(file);
    assert!(link.is_symlink() && stored(&path) == one_answer(), "the file is saved, and the link stays");
    // Two names of one file become two files, which is said.
    let second = folder.path().join("second.json");
    fs::hard_link(&path, &second).expect("a second name");
    let (mut file, _) = OpenFile::open(&second, &against(&pack()), "Bob").expect("it opens");
    assert_eq!(file.notices(), [FileNotice::SecondName]);
    save(&mut file, &Assessment::default()).expect("a save");
    assert_eq!(stored(&path), one_answer());
}

#[test]
fn a_name_that_something_else_took_meanwhile_is_left_to_it() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("a.json");
    let mut file = OpenFile::new_at(&path, NOW, "Ada");
    fs::write(&path, "mine").expect("a file");
    save(&mut file, &one_answer()).expect("a save");
    assert_eq!(fs::read(&path).expect("a file"), b"mine");
    assert!(matches!(file.notices(), [FileNotice::KeptBoth { .. }]));
    assert_eq!(names(folder.path()), [".a-2.json.lock", "a-2.json", "a.json"]);
}

#[test]
fn what_cannot_be_written_is_opened_to_be_looked_at() {
    let (_folder, path, mut file) = opened();
    save(&mut file, &one_answer()).expect("a save");
    drop(file);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("rights");
    let (mut file, assessment) = OpenFile::open(&path, &against(&pack()), "Ada").expect("it opens");
    assert_eq!((assessment, file.notices()), (one_answer(), &[FileNotice::ReadOnly][..]));
    let told = save(&mut file, &Assessment::default()).expect_err("it is not saved");
    insta::assert_snapshot!(told.to_string().replace(&path.display().to_string(), "FILE"));
    assert_eq!(stored(&path), one_answer());
}

#[test]
fn what_a_kill_left_half_written_is_removed_unless_somebody_writes_it() {
    let (folder, path, file) = opened();
    drop(file);
    let (left, busy) = (folder.path().join(".obligato-abc123"), folder.path().join(".obligato-def456"));
    let open = || drop(OpenFile::open(&path, &against(&pack()), "Ada").expect("it opens"));
    let list = || {
        let list = Folder::new(folder.path().to_owned()).list(PackSet(&pack()), against(&pack()).today);
        assert_eq!(list.expect("a list").len(), 1);
    };
    let begin = || {
        let mut file = OpenFile::new_at(&folder.path().join("b.json"), NOW, "Ada");
        save(&mut file, &one_answer()).expect("a save");
    };
    let ways: [&dyn Fn(); 3] = [&open, &list, &begin];
    for start in ways {
        fs::write(&left, "half an ans").expect("a file");
        let writer = File::create(&busy).expect("a file");
        writer.lock().expect("a lock");
        start();
        assert!(!left.exists() && busy.exists());
    }
}

#[test]
fn only_ordinary_files_are_replaced() {
    let folder = TempDir::new().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    fs::write(at("file"), "old").expect("a file");
    symlink("file", at("link")).expect("a link");
    fs::create_dir(at("folder")).expect("a folder");
    assert!(std::process::Command::new("mkfifo").arg(at("pipe")).status().expect("mkfifo").success());
    for name in ["link", "folder", "pipe"] {
        assert!(matches!(write_new(&at(name), "new", false), Err(StoreError::Exists(_))), "{name}");
        assert!(matches!(write_new(&at(name), "new", true), Err(StoreError::Io(..))), "{name}");
    }
    assert_eq!(names(folder.path()), ["file", "folder", "link", "pipe"]);
    assert_eq!(fs::read(at("file")).expect("a file"), b"old");
    assert!(matches!(write_new(&at("file"), "new", false), Err(StoreError::Exists(_))));
    write_new(&at("file"), "new", true).expect("a save");
    assert_eq!(fs::read(at("file")).expect("a file"), b"new");
}

/// Many write the same new file at once: one of them succeeds, and its content stays.
#[test]
fn of_many_who_write_a_new_file_one_succeeds() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("report.txt");
    let who: Vec<usize> = std::thread::scope(|scope| {
        let writers: Vec<_> = (0..16).map(|at| (at, path.clone())).collect();
        let each = writers
            .into_iter()
            .map(|(at, path)| scope.spawn(move || write_new(&path, at.to_string(), false).is_ok().then_some(at)));
        let running: Vec<_> = each.collect();
        running.into_iter().filter_map(|writer| writer.join().expect("a writer")).collect()
    });
    assert_eq!(who.len(), 1, "{who:?}");
    assert_eq!(fs::read_to_string(&path).expect("a file"), who[0].to_string());
}
