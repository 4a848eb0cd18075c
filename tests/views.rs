//! Read-only views of a pack: sheets to sign, explanations and graphs, for good packs and hostile
//! ones.

use std::collections::BTreeSet;
use std::fs;

use obligato::boxes::{Bound, Cells, Knowledge};
use obligato::export::{markdown, plain_text};
use obligato::pack::{Files, Obligation, Pack, read};
use obligato::shipped;
use obligato::views::{
    Leaf, List, SheetPart, SheetSide, all_names, csv, dot, explain, find_subjects, graph, mermaid, sheet,
    sheet_outline, svg,
};
use tempfile::TempDir;

use crate::cli::run;
use crate::excerpts::check_sections;
use crate::oracle::tape::for_all;
use crate::oracle::views::{check_reduced, leaf, sides};
use crate::packs;

// What is written can be read by others: SVG, DOT, Mermaid and comma-separated values.
mod forms;

fn good() -> Pack {
    read(&packs::good()).expect("the sound pack")
}

/// What `obligato` prints for these arguments, with its exit code and what it complains of.
fn told(args: &[&str]) -> String {
    let folder = TempDir::new().expect("a folder");
    let (code, out, said) = run(folder.path(), args, b"");
    format!("$ obligato {}\nexit {}\n{out}{said}\n", obligato::text::shown(&args.join(" ")), code.unwrap_or(-1))
}

/// The same for the sound pack.
fn told_of_good(args: &[&str]) -> String {
    let folder = packs::folder().join("good");
    let whole = [&["--pack", folder.to_str().expect("a path in UTF-8")], args].concat();
    told(&whole).replace(&folder.display().to_string(), "good")
}

fn good_in_each(args: &[&str], of: &[&str]) -> String {
    of.iter().map(|it| told_of_good(&[&["pack"], args, &[it]].concat())).collect()
}

#[test]
fn sheets_of_the_sound_pack() {
    let all = ["SAF-1", "SAF-2", "PAP-1", "PAP-2"];
    insta::assert_snapshot!("table-text", good_in_each(&["table"], &all));
    insta::assert_snapshot!("table-markdown", good_in_each(&["table", "--format", "markdown"], &all[..1]));
    insta::assert_snapshot!("table-csv", good_in_each(&["table", "--format", "csv"], &all));
}

#[test]
fn sheets_of_the_law() {
    for id in ["CON-1", "BRE-4", "AUT-3"] {
        check_sections(&format!("table-{id}"), &told(&["pack", "table", id]));
    }
    // The rule in words and the first ways; that all ways are right is compared at every point below.
    let told = told(&["pack", "table", "CON-1"]);
    insta::assert_snapshot!("table-CON-1", told.lines().take(60).collect::<Vec<&str>>().join("\n"));
}

#[test]
fn explanations() {
    let of = [
        "SAF-1",
        "SAF-2",
        "needs_radio",
        "long_trip",
        "sails_count",
        "motor",
        "hull",
        "hull.steel",
        "gear",
        "anchor",
        "miles",
        "not_planned",
        "departure",
        "flag_color",
        "red",
        "boat_name",
        "H-1",
    ];
    let explained = good_in_each(&["explain"], &of);
    check_sections("explain", &explained);
    // The others look like the first ones.
    insta::assert_snapshot!("explain", explained.lines().take(220).collect::<Vec<&str>>().join("\n"));
    for id in ["CON-1", "BRE-4", "AUT-3"] {
        check_sections(&format!("explain-{id}"), &told(&["pack", "explain", id]));
    }
}

#[test]
fn every_name_of_the_law_is_explained() {
    let (pack, words) = (obligato::shipped::pack(), obligato::shipped::words());
    for name in all_names(&pack) {
        let found = find_subjects(&pack, &name);
        assert_eq!(found.len(), 1, "{name}");
        let text = plain_text(&explain(found[0], &pack, words), 80);
        assert!(text.lines().count() > 3 && text.starts_with(&name), "{text}");
    }
}

#[test]
fn graphs_of_the_sound_pack() {
    for format in ["dot", "mermaid"] {
        insta::assert_snapshot!(format!("graph-{format}"), told_of_good(&["pack", "graph", "--format", format]));
    }
    insta::assert_snapshot!("graph-SAF-1", told_of_good(&["pack", "graph", "SAF-1"]));
    check_sections("graph-svg", &told_of_good(&["pack", "graph", "--format", "svg"]));
    let drawing = told_of_good(&["pack", "graph", "SAF-2", "--format", "svg"]);
    insta::assert_snapshot!("graph-svg", drawing.lines().take(70).collect::<Vec<&str>>().join("\n"));
}

#[test]
fn wrong_names_and_folders_are_told_with_what_to_do() {
    let mut said = String::new();
    for args in [
        vec!["pack", "table"],
        vec!["pack", "table", "CON-99"],
        vec!["pack", "table", "\u{1b}[2J\u{202e}"],
        vec!["pack", "table", "CON-1", "--format", "pdf"],
        vec!["pack", "graph", "CAN-1"],
        vec!["pack", "explain", "act_covers_yuo"],
        vec!["pack", "explain", "ssm"],
        vec!["pack", "explain", "no_such_name_at_all"],
        vec!["pack", "explain", ""],
        vec!["--pack", "no-such-pack", "pack", "table", "CON-1"],
        vec!["--pack", "no-such-pack", "pack", "explain", "CON-1"],
        vec!["--pack", "no-such-pack", "pack", "graph"],
        vec!["pack", "graph", "CON-1", "-o", "no/such/folder/graph.dot"],
    ] {
        said.push_str(&told(&args));
    }
    assert!(!said.contains(['\u{1b}', '\u{202e}']), "nothing hostile is printed");
    insta::assert_snapshot!(said);
}

#[test]
fn an_option_of_several_questions_is_asked_for_in_full() {
    let files = packs::texts(&packs::good()).into_iter().map(|(path, text)| {
        let text = text.replace("id = \"blue\"", "id = \"wood\"");
        (path, text)
    });
    let folder = TempDir::new().expect("a folder");
    for (path, text) in files {
        let path = folder.path().join("pack").join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    let (code, _, said) = run(folder.path(), &["--pack", "pack", "pack", "explain", "wood"], b"");
    assert_eq!(code, Some(2));
    insta::assert_snapshot!(said);
}

#[test]
fn files_are_written_as_reports_are() {
    let folder = TempDir::new().expect("a folder");
    let table = ["pack", "table", "CON-1", "--format", "markdown", "-o", "sheet.md"];
    let (code, out, _) = run(folder.path(), &table, b"");
    assert_eq!((code, out.as_str()), (Some(0), "Wrote sheet.md\n"));
    let first = fs::read_to_string(folder.path().join("sheet.md")).expect("the sheet");
    assert!(first.starts_with("# CON-1 "));
    let (code, _, said) = run(folder.path(), &["pack", "graph", "CON-1", "-o", "sheet.md"], b"");
    assert!(code == Some(2) && said.contains("--force"), "{said}");
    let (code, ..) = run(folder.path(), &["pack", "graph", "CON-1", "-o", "sheet.md", "--force"], b"");
    assert_eq!(code, Some(0));
    assert!(fs::read_to_string(folder.path().join("sheet.md")).expect("the graph").starts_with("digraph"));
}

#[test]
fn every_complete_set_of_answers_falls_on_one_side_of_each_sheet_and_graph() {
    let words = obligato::shipped::words();
    for pack in [good(), obligato::shipped::pack()] {
        let all: Vec<&Obligation> = pack.obligations.iter().collect();
        let graph = graph(&pack, &all, words).expect("a graph that can be drawn");
        check_reduced(&graph);
        let sheets: Vec<_> = all.iter().map(|it| sheet(&pack, it, words)).collect();
        for_all(200, 90, |tape| {
            let mut known = Knowledge::nothing(&pack.space);
            for var in pack.space.vars() {
                known.set(var, Cells::one(tape.pick(pack.space.full(var).count())));
            }
            for (at, of) in all.iter().enumerate() {
                let holds =
                    |rule: &obligato::condition::Rule| rule.formula(&pack.fact_rules, &pack.space).holds_at(&known);
                let met = of.met_rule.as_ref().map(|it| holds(it.rule()) != it.is_one_sided());
                let (found, end) = match (holds(&of.rule), met) {
                    (true, Some(true)) if of.has_one_sided_met() => (vec![SheetSide::Applies], Leaf::Applies),
                    (false, _) => (vec![SheetSide::RuledOut], Leaf::RuledOut),
                    (true, None) => (vec![SheetSide::Applies], Leaf::Applies),
                    (true, Some(true)) => (vec![SheetSide::Applies, SheetSide::InPlace], Leaf::InPlace),
                    (true, Some(false)) => (vec![SheetSide::Applies, SheetSide::Missing], Leaf::Missing),
                };
                assert_eq!(sides(&sheets[at], &known), found, "{}", of.id);
                // No answer gives a day before the first there may be, and no way is drawn for it.
                let can_be = pack.questions.iter().all(|it| {
                    !matches!(it.kind, obligato::pack::Kind::Date { .. }) || !known.cells_of(it.vars[0]).has(0)
                });
                if can_be {
                    assert_eq!(leaf(&graph, at, &known), end, "{}", of.id);
                }
            }
        });
    }
}

/// The boxes in the rows of `list`, one for each choice of alternatives, and how many such choices there
/// are.
fn boxes_in(list: &List) -> (BTreeSet<Vec<Bound>>, usize) {
    let bound = |part: &SheetPart| (part.var, part.cells);
    let shared: Vec<Bound> = list.shared.iter().map(bound).collect();
    let mut found = Vec::new();
    for row in &list.rows {
        let mut boxes = vec![shared.clone()];
        for part in &row.parts {
            let with = |of: &Vec<Bound>| {
                part.iter().map(|alternative| [of.as_slice(), &[bound(alternative)]].concat()).collect::<Vec<_>>()
            };
            boxes = boxes.iter().flat_map(with).collect();
        }
        for bounds in &mut boxes {
            bounds.sort_unstable();
        }
        found.extend(boxes);
    }
    let count = found.len();
    (found.into_iter().collect(), count)
}

/// Rows that are drawn together hold the prime boxes of the condition, each once.
#[test]
fn rows_drawn_together_hold_exactly_the_boxes_of_the_condition() {
    let words = obligato::shipped::words();
    let (mut rows, mut all) = (0, 0);
    for pack in shipped::all_packs().iter().map(shipped::Shipped::pack) {
        for of in &pack.obligations {
            let sheet = sheet(pack, of, words);
            let applies = pack.condition(of.applies);
            for (list, regions) in sheet.lists.iter().zip([applies.yes(), applies.no()]) {
                let expected: BTreeSet<Vec<Bound>> = regions.iter().map(|region| region.bounds().to_vec()).collect();
                let (found, count) = boxes_in(list);
                assert_eq!(
                    (found.len(), count),
                    (expected.len(), expected.len()),
                    "{} of {}",
                    list.side.letter(),
                    of.id
                );
                assert_eq!(found, expected, "{} of {}", list.side.letter(), of.id);
                (rows, all) = (rows + list.rows.len(), all + count);
            }
        }
    }
    assert!(rows * 2 < all, "{rows} rows for {all} boxes");
}

#[test]
fn every_graph_of_the_law_can_be_read_and_its_text_has_room() {
    let (pack, words) = (obligato::shipped::pack(), obligato::shipped::words());
    let all: Vec<&Obligation> = pack.obligations.iter().collect();
    let each = all.iter().map(std::slice::from_ref).chain([all.as_slice()]);
    for of in each {
        let graph = graph(&pack, of, words).expect("a graph that can be drawn");
        forms::check_svg(&svg(&graph, words));
        forms::check_dot(&dot(&graph, words));
        forms::check_mermaid(&mermaid(&graph, words));
    }
}

/// The sound pack with a hostile beginning of every sentence.
fn hostile() -> Pack {
    let bad = r#"=1+1 \"><script>alert('x')</script> \\ | ` # %% {{y}} [a](javascript:b) &lt; ]]> <!-- -- ; end "#;
    let keys =
        ["yes", "no", "ask", "label", "says", "says_not", "title", "heading", "citation", "asks", "do", "say", "why"];
    let files = packs::texts(&packs::good()).into_iter().map(|(path, text)| {
        let lines = text.lines().map(|line| {
            let key = keys.iter().find(|it| line.starts_with(&format!("{it} = \"")));
            key.map_or_else(|| line.to_owned(), |_| line.replacen(" = \"", &format!(" = \"{bad}"), 1))
        });
        (path, lines.collect::<Vec<String>>().join("\n") + "\n")
    });
    read(&Files::new(files.collect())).expect("a pack that can be read")
}

#[test]
fn hostile_text_is_inert_in_each_form() {
    let (pack, words) = (hostile(), obligato::shipped::words());
    let all: Vec<&Obligation> = pack.obligations.iter().collect();
    let graph = graph(&pack, &all, words).expect("a graph");
    forms::check_svg(&svg(&graph, words));
    forms::check_dot(&dot(&graph, words));
    forms::check_mermaid(&mermaid(&graph, words));
    insta::assert_snapshot!("hostile-dot", dot(&graph, words));
    insta::assert_snapshot!("hostile-mermaid", mermaid(&graph, words));
    for of in all {
        let sheet = sheet(&pack, of, words);
        forms::check_csv(&csv(&sheet, words));
        forms::check_markdown(&markdown(&sheet_outline(&sheet, &[], words)));
    }
    for name in all_names(&pack) {
        forms::check_markdown(&markdown(&explain(find_subjects(&pack, &name)[0], &pack, words)));
    }
}
