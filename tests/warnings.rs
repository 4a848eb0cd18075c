//! Warnings on answers that do not fit together: what is known brings them up and nothing else does, they
//! move no result, and every place tells them.

use std::fs;
use std::path::Path;

use obligato::answer::{Answer, Way, ways_from};
use obligato::assessment::{Assessment, Decision, Entry};
use obligato::check;
use obligato::difference::difference;
use obligato::example::{Example, read_examples};
use obligato::export::{DocFormat, Format, ReportExtent, render};
use obligato::pack::{Files, Pack, Warning, read};
use obligato::plain::{self, WIDTH};
use obligato::reply::Offer;
use obligato::session::Session;
use obligato::store::{Folder, OpenFile};
use obligato::workspace::Setup;
use obligato::{shipped, tell};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::oracle::tape::{Tape, for_all};
use crate::packs;
use crate::plain::scene;
use crate::tui::driver::{TODAY, Wizard};

/// The file that holds the warnings of a pack.
const FILE: &str = "warnings.toml";

fn examples() -> Vec<Example> {
    read_examples(shipped::default_pack().pack(), &shipped::files()).0
}

/// The ids of the warnings that `assessment` brings up.
fn given(pack: &Pack, assessment: Assessment) -> Vec<String> {
    let report = Session::new(pack, assessment).report();
    report.warnings.iter().map(|it| pack.warning(it.id).id.clone()).collect()
}

/// `files` with `text` as its warnings; without any, if it is empty.
fn with_warnings(files: &Files, text: &str) -> Files {
    let mut texts = packs::texts(files);
    texts.retain(|it| it.0 != FILE);
    if !text.is_empty() {
        texts.push((FILE.to_owned(), text.to_owned()));
    }
    Files::new(texts)
}

/// Every warning of the law as the first example that brings it up tells it.
#[test]
fn each_warning_of_the_law_names_its_answers() {
    let (pack, examples) = (shipped::default_pack().pack(), examples());
    let mut told = String::new();
    for warning in &pack.warnings {
        let draws = |it: &&Example| given(pack, it.assessment.clone()) == [warning.id.as_str()];
        let first = examples
            .iter()
            .find(draws)
            .or_else(|| examples.iter().find(|it| given(pack, it.assessment.clone()).contains(&warning.id)));
        let first = first.expect("an example that brings it up");
        let report = Session::new(pack, first.assessment.clone()).report();
        let blocks = tell::warnings(&report, shipped::words());
        told += plain::text_of(&first.path, &blocks, WIDTH, shipped::words()).trim_end();
        told += "\n\n";
    }
    insta::assert_snapshot!(told);
}

/// With an answer that its condition speaks of taken back, or with "I don't know" in its place, a warning is
/// not given.
#[test]
fn what_is_not_known_never_warns() {
    let (pack, mut seen) = (shipped::default_pack().pack(), 0);
    for example in examples() {
        let report = Session::new(pack, example.assessment.clone()).report();
        for of in &report.warnings {
            let warning = pack.warning(of.id);
            let condition = pack.condition(warning.when);
            let spoken_of = |id| pack.question(id).vars.iter().any(|&var| condition.constrains(var));
            for &question in of.questions.iter().filter(|id| spoken_of(**id)) {
                let mut unsure = example.assessment.clone();
                unsure.answers.insert(question, Entry::new(Answer::Unsure));
                let mut blank = example.assessment.clone();
                blank.answers.remove(&question);
                for less in [unsure, blank] {
                    assert!(!given(pack, less).contains(&warning.id), "{}: {}", example.path, warning.id);
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 30, "{seen}");
    assert_eq!(given(pack, Assessment::default()), [""; 0]);
}

/// Answers to some questions, in no sensible order, and decisions of counsel.
fn by_chance(pack: &Pack, tape: &mut Tape) -> Assessment {
    let (mut assessment, gaps) = (Assessment::default(), tape.of(&[0, 1, 3, 6]));
    for id in pack.question_ids() {
        let ways = ways_from(pack.question(id));
        let way = ways.get(tape.pick(ways.len() + 1)).map(Way::first);
        if tape.pick(8) >= gaps {
            assessment.answers.insert(id, Entry::new(way.unwrap_or(Answer::Unsure)));
        }
    }
    for id in pack.reading_ids().filter(|_| tape.one_in(3)).collect::<Vec<_>>() {
        assessment.readings.insert(id, Decision::new(tape.pick(2) == 1));
    }
    assessment
}

/// The pack without its warnings asks, judges and reports the same.
#[test]
fn warnings_move_nothing() {
    let (pack, words) = (shipped::default_pack().pack(), shipped::words());
    let without = read(&with_warnings(&shipped::files(), "")).expect("a sound pack");
    assert_eq!((pack.digest.as_str(), without.warnings.len()), (without.digest.as_str(), 0));
    let json = |pack: &Pack, assessment: &Assessment| -> Value {
        let report = Session::new(pack, assessment.clone()).report();
        serde_json::from_slice(&render(&report, Format::Json, &ReportExtent::Usual.into(), words)).expect("JSON")
    };
    for_all(400, 160, |tape| {
        let assessment = by_chance(pack, tape);
        let (mut with, without) = (json(pack, &assessment), json(&without, &assessment));
        let warned = with.as_object_mut().expect("a report").remove("warnings");
        assert_eq!(warned.is_some(), !given(pack, assessment.clone()).is_empty());
        tape.same(&with, &without, || format!("{assessment:?}"));
    });
}

fn setup(file: &Path) -> Setup<'static> {
    Setup {
        pack: shipped::default_pack().pack(),
        words: shipped::words(),
        folder: Folder::new(file.parent().expect("a folder").to_owned()),
        open: Some(OpenFile::open(file, &scene::against(), "a test").expect("it opens")),
        now: || "2026-11-24T10:00:00Z".to_owned(),
        today: || TODAY,
        who: "a test".to_owned(),
        ascii: false,
        pack_folder: None,
    }
}

/// How often `text` holds the sentences of `warning`, whatever the width of its lines.
fn times(text: &str, warning: &Warning) -> usize {
    let squeezed = |text: &str| text.chars().filter(|it| !it.is_whitespace()).collect::<String>();
    squeezed(text).matches(&squeezed(&format!("{} {}", warning.says, warning.ask))).count()
}

/// It stands where the answer brings it up, at the questions that it speaks of, on the list of answers and
/// with the results; nowhere else.
#[test]
fn the_full_screen_tells_a_warning_where_it_belongs() {
    let folder = TempDir::new().expect("a folder");
    let file = scene::answered(folder.path(), &json!({ "nm_resident": true, "glba": "no" }), "nm_ins_licensee");
    let warning = &shipped::default_pack().pack().warnings[0];
    let mut wizard = Wizard::over(setup(&file), folder.path().to_owned(), 80, 40);
    let mut check = |keys: &[&str], wanted: usize| {
        let screen = wizard.press(keys).screen();
        assert_eq!(times(&screen, warning), wanted, "{keys:?}\n{screen}");
        screen
    };
    check(&[], 0);
    let at_once = check(&["y"], 1);
    check(&["3"], 0);
    check(&["esc", "esc"], 1);
    check(&["esc", "esc"], 0);
    check(&["esc"], 1);
    let answers = check(&["tab", "right", "enter"], 1);
    let results = check(&["tab", "right", "enter"], 0);
    assert!(results.contains("Some of your answers do not seem to fit together: see Answers."), "{results}");
    insta::assert_snapshot!(format!("{at_once}\n{answers}\n{results}"));
}

#[test]
fn the_plain_front_end_tells_a_warning_where_it_belongs() {
    let folder = scene::folder("warnings");
    fs::create_dir_all(&folder).expect("a folder");
    let file = scene::answered(&folder, &json!({ "nm_resident": true, "glba": "no" }), "nm_ins_licensee");
    let warning = &shipped::default_pack().pack().warnings[0];
    let check = |typed: &str, wanted: usize| {
        let mut said = Vec::new();
        plain::run(setup(&file), &mut typed.as_bytes(), &mut said).expect("nothing fails");
        let said = String::from_utf8(said).expect("text");
        assert_eq!(times(&said, warning), wanted, "{typed:?}\n{said}");
    };
    check("q\n", 0);
    check("y\n3\nq\n", 1);
    check("b\nb\nq\n", 1);
    check("v\nq\n", 1);
    check("r\nq\n", 1);
}

#[test]
fn every_document_tells_a_warning_once() {
    let pack = shipped::default_pack().pack();
    let example = examples().into_iter().find(|it| it.path.contains("licensee-without-glba")).expect("an example");
    let report = Session::new(pack, example.assessment).report();
    let format =
        |it| String::from_utf8(render(&report, it, &ReportExtent::Usual.into(), shipped::words())).expect("text");
    for it in [DocFormat::Text, DocFormat::Markdown, DocFormat::Html].map(Format::Document) {
        assert_eq!(times(&format(it), &pack.warnings[0]), 1, "{}", it.name());
    }
    let csv = format(Format::Csv);
    assert_eq!(csv.matches(&pack.warnings[0].says).count(), pack.obligations.len());
}

/// Who takes a reply over is told before it is done.
#[test]
fn an_offer_tells_the_warnings_that_it_would_bring_up() {
    let pack = shipped::default_pack().pack();
    let example = examples().into_iter().find(|it| it.path.contains("licensee-without-glba")).expect("an example");
    let glba = pack.question_by_id("glba").expect("a question");
    let mut assessment = example.assessment.clone();
    let entry = assessment.answers.remove(&glba).expect("an answer");
    let mut session = Session::new(pack, assessment);
    let offer = Offer::compare_with(vec![(glba, entry)], &session);
    let blocks = tell::offer(&offer, &mut session, false, shipped::words());
    let told = plain::text_of("", &blocks, WIDTH, shipped::words());
    assert_eq!(times(&told, &pack.warnings[0]), 1, "{told}");
}

#[test]
fn a_fact_that_only_a_warning_names_is_used() {
    let files = packs::laid_over(&packs::folder().join("bad/unused_fact"));
    let codes = |files: &Files| -> Vec<&str> {
        check::check_rules(&read(files).expect("a sound form"), files).into_iter().map(|it| it.code).collect()
    };
    assert_eq!(codes(&files), ["unused-fact"]);
    let warning =
        "[[warning]]\nid = \"W1\"\nif = \"needs_radio and not gear has radio\"\nsays = \"S.\"\nask = \"A.\"\n";
    assert_eq!(codes(&with_warnings(&files, warning)), [""; 0]);
}

/// How the warnings of two packs differ, a letter for each.
#[test]
fn packs_are_compared_by_their_warnings_too() {
    let warning = |id: &str, condition: &str, says: &str| {
        format!("[[warning]]\nid = \"{id}\"\n{condition}\nsays = \"{says}\"\nask = \"A.\"\n\n")
    };
    let pack = |text: &str| read(&with_warnings(&packs::good(), text)).expect("a sound pack");
    let (one, other) = ("if = \"motor and hull is steel\"", "if = \"hull is steel and motor\"");
    let unless = "if = \"motor and hull is steel\"\nunless = \"miles > 12\"";
    let old = [("W1", one, "S."), ("W2", one, "S."), ("W3", one, "S."), ("W4", unless, "S."), ("W5", one, "S.")];
    let new = [("W2", other, "S."), ("W3", one, "T."), ("W4", one, "S."), ("W5", unless, "S."), ("W6", one, "S.")];
    let [old, new] =
        [old, new].map(|all| pack(&all.map(|(id, condition, says)| warning(id, condition, says)).concat()));
    let found = difference(&old, &new).expect("a comparison");
    let told: Vec<String> = found.warnings.iter().map(|it| format!("{} {:?}", it.id, it.how)).collect();
    assert_eq!(told, ["W3 Altered", "W4 Altered", "W5 Altered", "W6 Added", "W1 Removed"]);
    assert!(found.obligations.is_empty() && found.asked.is_empty());
}
