//! Answers by chance, saved, read and told by the real program in two environments at once. What it prints
//! must be the same byte for byte whatever the time zone, the language and the seeds of hashes are, and whoever
//! else runs; and answers that are read are written again as they stood.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};

use obligato::shipped;
use obligato::store::{read_answers, write_answers};

use crate::oracle::tape::quarters;
use crate::steady::chance::{Chance, seed};
use crate::steady::tell;
use crate::store::{against, made};

/// How many records there are for each quarter of what is worth looking at.
const RECORDS: u32 = 10;

/// How many records there are at most until one is told of in another way as of a year later.
const RECORDS_OF_PLANT: u32 = 40;

/// How many threads tell of records at once.
const AT_ONCE: u32 = 3;

/// Where and how the program runs: time zone and language.
const PLACES: [(&str, &str); 8] = [
    ("UTC", "C"),
    ("America/Denver", "en_US.UTF-8"),
    ("Asia/Kathmandu", "tr_TR.UTF-8"),
    ("Pacific/Auckland", "ja_JP.UTF-8"),
    ("America/St_Johns", "de_DE.ISO-8859-1"),
    ("Antarctica/Troll", "ar_EG.UTF-8"),
    ("Nowhere/At_All", "no such language"),
    ("", ""),
];

/// What the program prints of a file.
const PRINTED: [&[&str]; 7] = [
    &["report", "--format", "json"],
    &["report", "--format", "text", "--as-of", "2026-12-24"],
    &["report", "--format", "markdown"],
    &["report", "--format", "html"],
    &["report", "--format", "csv"],
    &["letter"],
    &["letter", "--format", "form"],
];

/// What the program says of the file at `path` in this place.
fn said(path: &Path, printed: &[&str], (zone, language): (&str, &str)) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_obligato"));
    command.env_clear().env("OBLIGATO_NOW", "2026-11-24T10:30:00Z").env("TZ", zone).env("LC_ALL", language);
    command.args(printed).arg(path).output().expect("the program runs")
}

/// Tells of one record in two places, and writes it anew.
fn check(part: u32, folder: &Path) {
    let mut chance = Chance::of_part(part);
    let packs = shipped::all_packs();
    let pack = packs[chance.pick(packs.len())].pack();
    let text = write_answers(&made(&mut chance.tape(1_000), pack), pack, &[]);
    let read = read_answers(&text, "it", &against(pack)).expect("answers as they are written");
    assert_eq!(write_answers(&read, pack, &[]), text, "record {part} from seed {} is written anew", seed());
    let path: PathBuf = folder.join(format!("{part}.json"));
    std::fs::write(&path, &text).expect("a file");
    let (printed, first) = (chance.of(&PRINTED), chance.pick(PLACES.len()));
    let second = (first + 1 + chance.pick(PLACES.len() - 1)) % PLACES.len();
    let [here, there] = [first, second].map(|place| said(&path, printed, PLACES[place]));
    let said_of =
        format!("record {part} from seed {}, {printed:?} in {:?} and {:?}", seed(), PLACES[first], PLACES[second]);
    assert_eq!(here, there, "{said_of}\n{text}");
    assert!(here.status.success() || !here.stderr.is_empty(), "{said_of}\n{here:?}");
    std::fs::remove_file(path).expect("the file");
}

#[test]
#[ignore = "for `.ci/steady`, which says for how long and from which seed"]
fn what_is_told_is_the_same_everywhere() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let (records, next) = (quarters() * RECORDS, AtomicU32::new(0));
    let work = || {
        loop {
            let part = next.fetch_add(1, Ordering::Relaxed);
            if part >= records {
                return;
            }
            check(part, folder.path());
        }
    };
    std::thread::scope(|scope| (0..AT_ONCE).for_each(|_| _ = scope.spawn(work)));
    tell(&format!("environments: {records} records, 0 differences"));
}

/// What is told of last days differs from day to day, so that it can be seen that it is compared.
#[test]
fn what_differs_is_noticed() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let path = folder.path().join("record.json");
    let (mut chance, pack) = (Chance::from(1), shipped::default_pack().pack());
    let is_noticed = (0..RECORDS_OF_PLANT).any(|_| {
        let text = write_answers(&made(&mut chance.tape(1_000), pack), pack, &[]);
        std::fs::write(&path, text).expect("a file");
        let [now, later] = ["2026-11-24", "2027-11-24"].map(|day| said(&path, &["report", "--as-of", day], PLACES[0]));
        assert!(now.status.success() && later.status.success(), "{now:?} {later:?}");
        now.stdout != later.stdout
    });
    assert!(is_noticed);
}
