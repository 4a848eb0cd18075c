use insta::assert_snapshot;
use obligato::export::Format;

use crate::excerpts::{between, check_sections, said_to};
use crate::plain::scene::{answered, check, check_open, folder};

/// The answers of a shop with a chat window, as far as the contract.
const RETAILER: &str = "HelpBot\n1\nAcme\nanswering questions about orders\nAnn, owner\ny\ny\n1 3\nn\nn\n1\n";

/// The rest of them.
const RETAILER_REST: &str = "n\n3\n4\n1\nn\ny\ny\n3\nd\n1 2\ny\n1\n4\nn\n1 2\n5\n2\n";

#[test]
fn a_retailer_goes_all_the_way() {
    let folder = folder("retailer");
    let text = check(&folder, format!("{RETAILER}{RETAILER_REST}"));
    check_sections("retailer", &text);
    assert_snapshot!([between(&text, "", ">> 1 3"), between(&text, "Question 25", "")].concat());
    let results = check_open(&folder.join("helpbot.json"), "1\ns1\nCON-2\no\ni\nx\na\nALS-3\n?\nq\n");
    check_sections("retailer-results", &results);
    // A second duty looks like the first.
    assert_snapshot!("retailer_results", [between(&results, "", ">> CON-2"), between(&results, ">> o", "")].concat());
}

#[test]
fn why_we_ask_is_said_for_few_and_for_many() {
    let folder = folder("why");
    let text = check(&folder, format!("?\n{RETAILER}?\nn\n?\n"));
    check_sections("why", &text);
    assert_snapshot!(said_to(&text, &["?"]));
}

#[test]
fn back_keeps_the_answer_and_an_empty_line_keeps_it_again() {
    let folder = folder("back");
    let text = check(&folder, "b\nHelpBot\n2\nb\nb\n\n3\nAcme\nb\nOther\nq\n");
    check_sections("back", &text);
    assert_snapshot!(said_to(&text, &["b"]));
}

#[test]
fn a_change_says_what_it_sets_aside_and_brings_back() {
    let folder = folder("change");
    // Question 7 is about names: no names, no protected information, no contract duties.
    let input = format!("{RETAILER}n\nn\n3\nn\ny\nv\n7\nn\nn\n7\nn\ny\n9\nv\n7\ny\ny\nu\nu\nb\nq\n");
    let text = check(&folder, input);
    let (_, review) = text.split_once(">> v\n").expect("a review");
    check_sections("change", review);
    assert_snapshot!(said_to(review, &["7", "n", "u"]));
}

#[test]
fn leaving_and_going_on() {
    let folder = folder("going-on");
    check(&folder, "HelpBot\n1\nAcme\nq\n");
    check(&folder, "n\nOther tool\n");
    assert_snapshot!(check(&folder, "7\n\nx\n2\n\nq\n"));
}

#[test]
fn the_end_of_input_saves_and_the_next_start_goes_on() {
    let folder = folder("eof");
    assert_snapshot!(check(&folder, "HelpBot\n1"));
    assert_snapshot!("eof_resumed", check(&folder, "1\n"));
}

#[test]
fn reports_are_written_beside_the_answers() {
    let folder = folder("export");
    let json = Format::ALL.len();
    let text = check(&folder, format!("{RETAILER}r\ne\n9\n{json}\ne\njson\nn\ne\n{json}\ny\ne\nb\nq\n"));
    let (_, results) = text.split_once("Your results").expect("results");
    // Built with PDF, there is one form more to choose from.
    if cfg!(not(feature = "pdf")) {
        check_sections("reports", results);
        assert_snapshot!(between(results, ">> e", ""));
    }
    let report = std::fs::read_to_string(folder.join("helpbot-report.json")).expect("a report");
    assert!(report.contains("\"format\": \"obligato report\""));
    // A report is not taken for an assessment.
    assert!(!check(&folder, "q\n").contains("helpbot-report"));
}

#[test]
fn the_words_are_told_at_any_prompt() {
    let folder = folder("words");
    let file = answered(&folder, &serde_json::json!({ "tool_name": "T" }), "full_name");
    let text = check_open(&file, "g\ny\nv\ng\nr\nCON-1\ng\ns1\ng\ne\ng\nb\nq\n");
    let told: Vec<&str> = text.split(">> g\n").skip(1).collect();
    assert_eq!(told.len(), 5, "{text}");
    let used = |at: usize, word: &str| told[at].split("All other words:").next().is_some_and(|it| it.contains(word));
    assert!(used(2, "- Vendor:") && used(3, "- Service provider:"), "{text}");
    assert_snapshot!(told[0]);
    assert!(told[1].contains("Type a number from 1 to"), "what can be typed is said once more: {}", told[1]);
    // Where text is typed, a letter behind = is text.
    assert!(check(&self::folder("words-text"), "g\n=g\nq\n").contains("Answer: g"));
}

#[test]
fn the_map_is_told_at_questions_answers_and_results() {
    let folder = folder("map");
    let text = check(&folder, "HelpBot\n1\nAcme\norders\nAnn\ny\ny\n1 3\nm\nm9\nm7\nm1\nm99\nm10\nq\n");
    let (_, map) = text.split_once(">> m\n").expect("a map");
    check_sections("map-of-a-question", map);
    assert_snapshot!([between(map, "", ">> m9"), &said_to(map, &["m7", "m99"])].concat());
    let rest = "n\nn\n1\nn\nn\n3\nn\ny\ny\nn\nd\ny\n1\nn\nn\n1 2\n4\n2\n";
    let text = check(&folder, format!("1\n{rest}v\nm12\nr\nm\nm24\nb\nq\n"));
    let (_, maps) = text.split_once(">> m12\n").expect("a question of the map");
    check_sections("map", maps);
    let last_part = between(maps, "Special cases", "To read one");
    assert_snapshot!("map_at_results", [&said_to(&text, &["m12", "m24"]), last_part].concat());
}

#[test]
fn counsel_takes_a_side_by_lines() {
    let folder = folder("points");
    let record = std::fs::read_to_string("tests/reports/business-associate.json").expect("a record");
    let given = serde_json::from_str(&record).expect("JSON");
    let file = answered(&folder, &given, "");
    let text = check_open(
        &file,
        "r\np\np9\np1\nx\nb\np1\nw\nb\np1\n3\nAnn Lee\n57-12C-8 says so\np\nCON-1\np1\n3\np1\nw\n\n-\np1\n1\nq\n",
    );
    let (_, results) = text.split_once("Your results").expect("results");
    check_sections("counsel", results);
    assert_snapshot!(said_to(
        &text,
        &["p", "p9", "p1", "x", "b", "w", "3", "Ann Lee", "57-12C-8 says so", "", "-", "1"]
    ));
    // The duty that rests on the point shows it as it was decided.
    assert_snapshot!("a_decided_point", between(&said_to(&text, &["CON-1"]), "Legal points decided", "Keep in mind"));
}

#[test]
fn a_report_never_takes_the_place_of_answers() {
    let folder = folder("export-collision");
    check(&folder, "Bug report\nq\n");
    check(&folder, "n\nBug\nr\ne\njson\nq\n");
    assert!(check(&folder, "q\n").contains("Bug report"));
    assert!(folder.join("bug-report-2.json").is_file());
}

/// The paper is checked from among the results; a duty that was in place moves, and nothing does unasked.
#[test]
fn a_paper_is_checked_and_what_it_says_is_taken_over() {
    let folder = folder("paper");
    let given = serde_json::json!({
        "tool_name": "Chatterbox", "vendor_name": "Acme", "nm_resident": true, "full_name": true,
        "data_elements": ["ssn"], "unreadable": false, "public_only": false, "data_role": "own_or_license",
        "gov_nm": false, "glba": false, "hipaa_role": "neither", "nm_ins_licensee": false, "outside_vendor": true,
        "vendor_access": true, "clause_security": true,
    });
    let file = answered(&folder, &given, "clause_breach");
    let text = check_open(&file, "r\nc9\nCON-1\nc\n?\nq\nc\nd\nd\nd\nd\nd\n3\nq\nn\nc\nq\ny\nv\nq\n");
    let (_, results) = text.split_once(">> c9\n").expect("the results");
    check_sections("paper", results);
    let (_, paper) = text.split_once("c checks the document you have.").expect("a duty");
    assert_snapshot!(said_to(paper, &["c", "?", "3", "n", "y"]));
    let duty = said_to(&text, &["c9", "CON-1"]);
    assert!(duty.contains("\"c9\" is not one of the choices") && duty.contains("\nIn place · duty"), "{duty}");
    // The folder holds an assessment and a check, and tells them apart.
    assert_snapshot!("paper_home", check(&folder, "1\nq\n"));
}

#[test]
fn where_an_answer_comes_from_is_said_by_lines() {
    let folder = folder("origins");
    // At the second question: of the first answer. Then of the second, gone back to; then from the list.
    let text = check(&folder, "w\nHelpBot\nw\n9\n1\nAnn\n\n=b\n1\nb\nw\n3\nb\n\nw\n\n-\n\n-\n\nv\nw\nw1\nq\n");
    let (_, said) = text.split_once(">> w\n").expect("an origin");
    check_sections("origins", said);
    assert_snapshot!(said_to(said, &["w", "9", "Ann", "-", "w1"]));
}

#[test]
fn another_answer_drops_its_origin_and_taking_back_restores_it() {
    let folder = folder("origins-undo");
    let text = check(&folder, "HelpBot\n1\nAcme\nb\nw\n3\nSam\np. 4\ncall\nOther Inc.\nchats\nv\nu\nu\nu\nq\n");
    let text = text.replace(">> v\n", "\u{1}");
    let (_, review) = text.split_once('\u{1}').expect("a review");
    assert_snapshot!(review);
}
