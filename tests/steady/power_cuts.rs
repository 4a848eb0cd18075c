//! Power cuts. The real program saves to a small disk that is a file; at some instant that file is copied as it is,
//! with what the system has written to it so far, and mounted as after a cut. What was acknowledged must be there.
//!
//! The disk (ext4) lies on another (XFS), which copies a file at once. Both are files too. That needs root and
//! `mkfs.xfs`, and is left out without them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cli::failing::has_strace;
use crate::oracle::tape::quarters;
use crate::steady::chance::{Chance, seed};
use crate::steady::tell;
use crate::steady::ways::{Way, by_changes};

/// One cut for so many quarters of what is worth looking at.
const QUARTERS: u32 = 4;

/// How many cuts there are where the program only seems to sync, until one loses something.
const MOST_WITHOUT_SYNC: u32 = 40;

/// How many times as long as elsewhere a way may take on a disk within a disk.
const SLOWER: u32 = 4;

/// What starts a program whose syncs do nothing.
const WITHOUT_SYNC: [&str; 8] =
    ["/usr/bin/env", "strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=fsync,fdatasync:retval=0"];

/// Runs a command to its end. Says why it could not.
fn run(command: &str) -> Result<(), String> {
    let mut words = command.split(' ');
    let ended = Command::new(words.next().unwrap_or_default()).args(words).output();
    let ended = ended.map_err(|error| format!("{command}: {error}"))?;
    if ended.status.success() { Ok(()) } else { Err(format!("{command}: {}", String::from_utf8_lossy(&ended.stderr))) }
}

/// A disk within a disk, both mounted. They are gone when it is dropped.
struct Disk {
    root: PathBuf,
}

impl Disk {
    /// Makes both; says why they cannot be had.
    fn new(name: &str) -> Result<Self, String> {
        let disk = Self { root: Path::new(env!("CARGO_TARGET_TMPDIR")).join("steady").join(name) };
        disk.remove();
        for folder in ["outer", "inner", "after"] {
            fs::create_dir_all(disk.root.join(folder)).map_err(|error| error.to_string())?;
        }
        let root = disk.root.display();
        run(&format!("truncate -s 1500M {root}/outer.img"))?;
        run(&format!("mkfs.xfs -q -f -m reflink=1 {root}/outer.img"))?;
        run(&format!("mount -o loop {root}/outer.img {root}/outer"))?;
        run(&format!("truncate -s 96M {root}/outer/inner.img"))?;
        run(&format!("mkfs.ext4 -q -F {root}/outer/inner.img"))?;
        run(&format!("mount -o loop,commit=1 {root}/outer/inner.img {root}/inner"))?;
        Ok(disk)
    }

    /// An empty folder on it, and nothing left to be written.
    fn empty_folder(&self) -> PathBuf {
        let folder = self.root.join("inner/home");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir(&folder).expect("a folder");
        run(&format!("sync -f {}", folder.display())).expect("a sync");
        folder
    }

    /// Copies the disk as it is now.
    fn cut(&self) {
        let root = self.root.display();
        run(&format!("cp --reflink=always {root}/outer/inner.img {root}/outer/after.img")).expect("a copy");
    }

    /// Mounts the copy while `look` looks at the folder as it is after the cut.
    fn after<T>(&self, look: impl FnOnce(&Path) -> T) -> T {
        let root = self.root.display();
        run(&format!("mount -o loop {root}/outer/after.img {root}/after")).expect("a disk that can be mounted");
        let seen = look(&self.root.join("after/home"));
        run(&format!("umount {root}/after")).expect("an end");
        seen
    }

    /// Unmounts what is mounted, and removes all.
    fn remove(&self) {
        for folder in ["after", "inner", "outer"] {
            let _ = run(&format!("umount {}", self.root.join(folder).display()));
        }
        let _ = fs::remove_dir_all(&self.root);
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        self.remove();
    }
}

/// Goes the way until some instant, and cuts the power. Says how many inputs were acknowledged, or what was lost.
fn cut(disk: &Disk, way: &Way, starter: &[&str], chance: &mut Chance) -> Result<usize, String> {
    let (terminal, acknowledged) = way.go_some_time(&disk.empty_folder(), starter, SLOWER, chance);
    disk.cut();
    drop(terminal);
    disk.after(|home| acknowledged.check_answers(&home.join("a")))?;
    Ok(acknowledged.inputs)
}

#[test]
#[ignore = "for `.ci/steady`, which says for how long and from which seed"]
fn a_power_cut_loses_nothing_that_was_acknowledged() {
    let disk = match Disk::new("power-cuts") {
        Ok(disk) => disk,
        Err(why) => return tell(&format!("power cuts: SKIPPED, it needs root, mkfs.xfs and loop devices: {why}")),
    };
    let way = Way::learn("power-cuts-way", &["start"], by_changes());
    let (cuts, mut acknowledged) = (quarters().div_ceil(QUARTERS), 0);
    for part in 0..cuts {
        let found = cut(&disk, &way, &[], &mut Chance::of_part(part));
        acknowledged += found.unwrap_or_else(|lost| unreachable!("at cut {part} from seed {}: {lost}", seed()));
    }
    tell(&format!("power cuts: {cuts}, {acknowledged} inputs acknowledged, 0 lost"));
    if !has_strace() {
        return;
    }
    let noticed =
        (1..=MOST_WITHOUT_SYNC).find(|&part| cut(&disk, &way, &WITHOUT_SYNC, &mut Chance::of_part(part)).is_err());
    let noticed = noticed.expect("without syncs, a cut loses something");
    tell(&format!("power cuts: without syncs, number {noticed} loses something, and that is noticed"));
}
