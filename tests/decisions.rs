//! Decided legal points: who decided, when and why; what the file holds, what is taken back, and what a
//! decision moves.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use obligato::assessment::{Assessment, Author, Decision};
use obligato::interview::Interview;
use obligato::pack::{Pack, ReadingId};
use obligato::report::report;
use obligato::session::Change;
use obligato::shipped;
use obligato::store::{Against, OpenFile, read_answers, read_record, write_answers};
use obligato::tell::{self, Block};
use obligato::workspace::Workspace;

use crate::oracle::readings::some_answers;
use crate::oracle::tape::for_all;

static PACK: LazyLock<Pack> = LazyLock::new(shipped::pack);

const NOW: &str = "2026-11-24T12:00:00Z";

fn against() -> Against<'static> {
    Against::new(&PACK, jiff::civil::date(2026, 11, 24))
}

fn point(id: &str) -> ReadingId {
    PACK.reading_by_id(id).expect("a legal point")
}

fn author(by: &str, why: &str) -> Author {
    Author { by: Some(by.to_owned()), why: Some(why.to_owned()) }
}

/// A workspace in which a business associate's answers stand, and its file.
fn workspace(name: &str) -> (Workspace<'static>, PathBuf) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("decisions").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("a.json");
    let record = fs::read_to_string("tests/reports/business-associate.json").expect("a record");
    let assessment = read_record(&record, "record", &against()).expect("a good record");
    let document = OpenFile::new_at(&file, NOW, "by a test");
    (Workspace::new(&PACK, document, assessment, || NOW.to_owned()), file)
}

/// The decision on `id` in memory, which is what the file holds.
fn decided(workspace: &Workspace<'_>, id: ReadingId, file: &Path) -> Option<Decision> {
    assert!(workspace.save_error().is_none());
    let text = fs::read_to_string(file).expect("the file");
    let saved = read_answers(&text, "a.json", &against()).expect("a sound file").assessment;
    assert_eq!(&saved, workspace.session().assessment());
    saved.readings.get(&id).cloned()
}

#[test]
fn a_decision_and_its_author_are_one_change() {
    let (mut workspace, file) = workspace("undone");
    let id = point("associate_exempt");
    assert!(!workspace.set_author(id, &author("Ann", "x")), "an open point has no author");
    assert!(workspace.decide(id, Some(false)));
    for typed in ["A", "An", " Ann "] {
        assert!(workspace.set_author(id, &author(typed, "")));
    }
    let ann =
        Decision { side: false, at: Some(NOW.to_owned()), author: Author { by: Some("Ann".to_owned()), why: None } };
    assert_eq!(decided(&workspace, id, &file), Some(ann.clone()));
    assert_eq!((workspace.session().undo_count(), workspace.session().last_change()), (1, Some(Change::Point(id))));
    // The same side again is no change: it keeps its author and its day.
    assert!(!workspace.decide(id, Some(false)));
    assert_eq!(decided(&workspace, id, &file), Some(ann.clone()));
    // Another side is another decision.
    assert!(workspace.decide(id, Some(true)));
    assert_eq!(decided(&workspace, id, &file), Some(Decision::taken_at(true, NOW.to_owned())));
    assert!(workspace.undo());
    assert_eq!(decided(&workspace, id, &file), Some(ann));
    assert!(workspace.undo());
    assert_eq!(decided(&workspace, id, &file), None);
}

/// What is written in a file for a decision, and what is read and written again.
#[test]
fn an_old_decision_is_true_or_false_and_gets_its_day_with_its_author() {
    let stamp = obligato::store::Stamp::from_pack(&PACK);
    let file = serde_json::json!({
        "format": "obligato answers", "version": 1,
        "pack": { "id": stamp.id, "version": stamp.version, "digest": stamp.digest },
        "created": NOW, "updated": NOW, "answers": {}, "readings": { "associate_exempt": false }, "set_aside": [],
    });
    let read = read_answers(&file.to_string(), "old", &against()).expect("an old file");
    let decision = read.assessment.readings.get(&point("associate_exempt")).expect("a decision");
    assert_eq!(decision, &Decision::new(false));
    let mut written: serde_json::Value = serde_json::from_str(&write_answers(&read, &PACK, &[])).expect("JSON");
    // Old files have no sum.
    written.as_object_mut().expect("an object").shift_remove("check");
    assert_eq!(written, file);
    assert_eq!(decision.with_author(&Author::default(), NOW), Decision::new(false));
    let signed = decision.with_author(&author("Ann", "a case"), NOW);
    assert_eq!(signed, Decision { at: Some(NOW.to_owned()), author: author("Ann", "a case"), side: false });
}

/// What the cover says of the decisions in `record`, a flat record of answers.
fn check(record: &serde_json::Value) -> String {
    let assessment = read_record(&record.to_string(), "record", &against()).expect("a good record");
    let progress = Interview::new(&PACK).progress(&assessment);
    let told = tell::decisions(&report(&PACK, &assessment, &progress), shipped::words());
    let line = |block: &Block| match block {
        Block::Point { depth, line, .. } => format!("{}{}\n", "  ".repeat(*depth), line.whole()),
        other => unreachable!("only points: {other:?}"),
    };
    told.iter().map(line).collect()
}

#[test]
fn the_cover_tells_decisions_against_the_safe_side_first() {
    let text = fs::read_to_string("tests/reports/business-associate.json").expect("a record");
    let mut record: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    record["number_alone_counts"] = true.into();
    record["associate_exempt"] = serde_json::json!({
        "value": true, "by": "Ann Lee", "at": "2026-11-20T08:00:00Z", "why": "Opinion of November 20, on file"
    });
    record["tribal_reach"] = serde_json::json!({ "value": true, "by": "Bo Ray" });
    insta::assert_snapshot!(check(&record));
}

/// What a decision is said to move is what opening the point moves.
#[test]
fn what_a_decision_moves_is_what_opening_the_point_moves() {
    for pack in shipped::all_packs().iter().map(shipped::Shipped::pack) {
        for_all(40, 200, |tape| {
            let assessment = some_answers(tape, pack);
            let mut interview = Interview::new(pack);
            let judged = |interview: &mut Interview<'_>, of: &Assessment| {
                let progress = interview.progress(of);
                let judged = report(pack, of, &progress).obligations.into_iter().map(|item| item.judgement);
                judged.collect::<Vec<_>>()
            };
            let now = judged(&mut interview, &assessment);
            let progress = interview.progress(&assessment);
            let found = report(pack, &assessment, &progress);
            assert_eq!(found.decided.len(), assessment.readings.len());
            assert!(found.decided.is_sorted_by_key(|point| point.is_safe));
            for point in &found.decided {
                let open = judged(&mut interview, &assessment.with_point_left_open(point.reading));
                let moved = pack.obligation_ids().filter(|id| now[id.0] != open[id.0]);
                let expected: Vec<_> = moved.map(|id| (id, open[id.0], now[id.0])).collect();
                let said: Vec<_> = point.moves.iter().map(|it| (it.obligation, it.if_open, it.now)).collect();
                assert_eq!(said, expected);
            }
        });
    }
}
