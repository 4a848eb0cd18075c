//! Where answers come from: what is kept when an answer changes, what is taken back, what the file holds.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use obligato::answer::Answer;
use obligato::assessment::{Assessment, Basis, Entry, Origin};
use obligato::pack::{Pack, QuestionId};
use obligato::session::{Change, Session};
use obligato::store::{Against, OpenFile, read_answers};
use obligato::workspace::Workspace;

static PACK: LazyLock<Pack> = LazyLock::new(obligato::shipped::pack);

const NOW: &str = "2026-11-24T12:00:00Z";

/// A workspace with one answer, "yes" to whether there is a contract, and the file it is saved in.
fn workspace(name: &str) -> (Workspace<'static>, QuestionId, PathBuf) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("origins").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("a.json");
    let now = || NOW.to_owned();
    let document = OpenFile::new_at(&file, NOW, "by a test");
    let mut workspace = Workspace::new(&PACK, document, Assessment::default(), now);
    let question = PACK.question_by_id("nm_resident").expect("a question");
    workspace.answer(question, Answer::YesNo(true));
    (workspace, question, file)
}

fn whole() -> Origin {
    Origin {
        basis: Some(Basis::Vendor),
        by: Some("Sam".to_owned()),
        evidence: Some("page 4".to_owned()),
        note: Some("call again".to_owned()),
    }
}

/// What is said in memory, which is what the file holds.
fn said(workspace: &Workspace<'_>, question: QuestionId, file: &Path) -> Origin {
    assert!(workspace.save_error().is_none());
    let text = fs::read_to_string(file).expect("the file");
    let against = Against::new(&PACK, jiff::civil::date(2026, 11, 24));
    let saved = read_answers(&text, "a.json", &against).expect("a sound file").assessment;
    assert_eq!(&saved, workspace.session().assessment());
    saved.answers.get(&question).expect("an answer").origin.clone()
}

#[test]
fn it_is_saved_at_once_and_text_without_blanks_at_its_ends() {
    let (mut workspace, question, file) = workspace("saved");
    workspace.set_origin(question, &whole());
    assert_eq!(said(&workspace, question, &file), whole());
    workspace.set_origin(
        question,
        &Origin { by: Some(" Ann ".to_owned()), evidence: Some(String::new()), note: Some("  ".to_owned()), ..whole() },
    );
    assert_eq!(
        said(&workspace, question, &file),
        Origin { by: Some("Ann".to_owned()), evidence: None, note: None, ..whole() }
    );
}

#[test]
fn another_answer_keeps_only_the_note_and_the_same_answer_keeps_all() {
    let (mut workspace, question, file) = workspace("changed");
    workspace.set_origin(question, &whole());
    workspace.answer(question, Answer::YesNo(true));
    assert_eq!(said(&workspace, question, &file), whole());
    workspace.answer(question, Answer::YesNo(false));
    assert_eq!(said(&workspace, question, &file), Origin { note: Some("call again".to_owned()), ..Origin::default() });
    assert!(workspace.undo());
    assert_eq!(said(&workspace, question, &file), whole());
}

#[test]
fn what_is_typed_in_one_go_is_taken_back_as_a_whole() {
    let (mut workspace, question, file) = workspace("undone");
    for typed in ["S", "Sa", "Sam"] {
        workspace.set_origin(question, &Origin { by: Some(typed.to_owned()), ..Origin::default() });
    }
    assert_eq!(workspace.session().last_change(), Some(Change::Origin(question)));
    assert_eq!(workspace.session().undo_count(), 2);
    assert!(workspace.undo());
    assert_eq!(said(&workspace, question, &file), Origin::default());
    assert_eq!(workspace.session().last_change(), Some(Change::Answer(question)));
    assert_eq!(workspace.session().assessment().answer(question), Some(&Answer::YesNo(true)));
}

#[test]
fn what_ends_up_as_it_was_is_no_change() {
    let (mut workspace, question, file) = workspace("unchanged");
    workspace.set_origin(question, &Origin { note: Some("x".to_owned()), ..Origin::default() });
    workspace.set_origin(question, &Origin::default());
    workspace.set_origin(question, &Origin { note: Some(" ".to_owned()), ..Origin::default() });
    assert_eq!(said(&workspace, question, &file), Origin::default());
    assert_eq!(workspace.session().undo_count(), 1);
}

#[test]
fn of_a_question_without_an_answer_nothing_can_be_said() {
    let (mut workspace, question, _) = workspace("unanswered");
    let other = PACK.question_ids().find(|it| *it != question).expect("another question");
    workspace.set_origin(other, &whole());
    assert_eq!(workspace.session().undo_count(), 1);
    assert_eq!(workspace.session().assessment().answers.len(), 1);
}

#[test]
fn that_a_paper_was_checked_is_kept_but_never_offered() {
    assert!(!Basis::offered_choices(None).contains(&Some(Basis::Check)));
    assert!(!Basis::offered_choices(Some(Basis::Own)).contains(&Some(Basis::Check)));
    assert!(Basis::offered_choices(Some(Basis::Check)).contains(&Some(Basis::Check)));
    assert_eq!(Basis::offered_choices(None).last(), Some(&None));
}

#[test]
fn what_comes_at_once_is_taken_back_at_once_and_told_so() {
    let pack = obligato::shipped::pack();
    let mut session = Session::new(&pack, Assessment::default());
    let named = |id: &str| pack.question_by_id(id).expect("a question");
    let (a, b) = (named("clause_security"), named("clause_breach"));
    let yes = |id| (id, Entry::new(Answer::YesNo(true)));
    session.answer_all(vec![yes(a), yes(b)]);
    assert_eq!(session.last_change(), Some(Change::Answers(2)));
    assert!(session.undo());
    assert!(session.assessment().answers.is_empty() && session.last_change().is_none());
}
