//! The packs that check papers already in the drawer hold themselves to what the New Mexico pack does.

use std::fs;

use obligato::check;
use obligato::example;
use obligato::interview::Interview;
use obligato::pack::{Files, load, read};
use obligato::shipped;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::cli::run;
use crate::packs;

/// No check finds a fault in the pack, all its examples hold, and every part of its conditions is tested.
fn sound(name: &str) {
    let files = load(format!("questions/{name}").as_ref()).expect("a pack");
    let pack = read(&files).unwrap_or_else(|faults| unreachable!("{}", check::render(&faults, &files, true)));
    let findings = check::check(&pack, &files);
    assert!(findings.is_empty(), "{}", check::render(&findings, &files, true));
    let (examples, _) = example::read_examples(&pack, &files);
    assert!(examples.len() > 20, "{name} has examples");
    let mut interview = Interview::new(&pack);
    for it in &examples {
        let differences = example::run_example(&mut interview, it);
        assert!(differences.is_empty(), "{name}, {}: {differences:?}", it.path);
    }
    assert!(example::find_atoms(&pack, &files, &examples).iter().all(|it| it.shown), "{name}");
}

#[test]
fn every_pack_in_the_folder_is_sound() {
    for entry in fs::read_dir("questions").expect("a folder") {
        let path = entry.expect("an entry").path();
        // What is kept of earlier versions is held by `rejudged`.
        if path.join("pack.toml").is_file() {
            sound(&path.file_name().expect("a name").to_string_lossy());
        }
    }
}

/// What is fed to a shipped pack fits the questions there.
#[test]
fn feeds_fit_the_pack_they_are_for() {
    let mut fed = 0;
    for it in shipped::all_packs() {
        let Some(feeds) = &it.pack().feeds else { continue };
        let other = shipped::called(&feeds.to).expect("they feed a shipped pack").pack();
        let findings = check::misfitting_feeds(it.pack(), &it.files(), other);
        assert!(findings.is_empty(), "{}", check::render(&findings, &it.files(), true));
        fed += feeds.all.len();
    }
    assert_eq!(fed, 6);
}

/// What does not fit is told, each thing once.
#[test]
fn feeds_that_do_not_fit_are_told() {
    let feeds = "for = \"new-mexico\"\n\
        [[feed]]\nquestion = \"clause_securty\"\nyes = \"in_force\"\n\
        [[feed]]\nquestion = \"breach_count\"\nyes = \"in_force\"\n\
        [[feed]]\nquestion = \"clause_breach\"\ncopy = \"breach_days\"\n\
        [[feed]]\nquestion = \"auth_months\"\ncopy = \"breach_days\"\n";
    let shipped_pack = shipped::called("vendor-contract").expect("a shipped pack");
    let mut texts = packs::texts(&shipped_pack.files());
    texts.iter_mut().filter(|it| it.0 == "feeds.toml").for_each(|it| feeds.clone_into(&mut it.1));
    let files = Files::new(texts);
    let pack = read(&files).unwrap_or_else(|faults| unreachable!("{}", check::render(&faults, &files, true)));
    let main = shipped::pack();
    insta::assert_snapshot!(check::render(&check::misfitting_feeds(&pack, &files, &main), &files, true));
}

/// The obligations in the report that the program prints of an example of the authorization form.
fn judged(example: &str) -> Vec<Value> {
    let text = fs::read_to_string(format!("questions/authorization-form/examples/{example}.toml")).expect("an example");
    let record = packs::as_json(&text).expect("TOML")["answers"].to_string();
    let folder = TempDir::new().expect("a folder");
    let args = ["report", "-", "--format", "json", "--pack", "authorization-form"];
    let (code, out, said) = run(folder.path(), &args, record.as_bytes());
    assert_eq!(code, Some(0), "{said}");
    let report: Value = serde_json::from_str(&out).expect("JSON");
    report["obligations"].as_array().expect("obligations").clone()
}

fn called<'a>(all: &'a [Value], id: &str) -> &'a Value {
    all.iter().find(|it| it["id"] == id).expect("an obligation")
}

/// The form as a whole, and the point at fault with its provision; all other points are in place.
fn invalid(example: &str, fault: &str, provision: &str) {
    let all = judged(example);
    let whole = called(&all, "AF-0");
    assert_eq!((&whole["standing"], &whole["met"]), (&json!("to_do"), &json!("no")), "{example}");
    let point = called(&all, fault);
    assert_eq!((&point["standing"], &point["met"]), (&json!("to_do"), &json!("no")), "{example}");
    let sources = point["sources"].as_array().expect("sources");
    assert!(sources.contains(&json!(provision)), "{example}: {sources:?}");
    let because = point["met_because"].to_string();
    assert!(because.contains(provision), "{example}: {because}");
    let gaps = all.iter().filter(|it| it["met"] == "no").map(|it| it["id"].as_str().unwrap_or_default());
    assert_eq!(gaps.collect::<Vec<&str>>(), ["AF-0", fault], "{example}");
}

#[test]
fn a_form_is_judged_valid_until_its_last_day_or_invalid_with_the_provision() {
    invalid("term-of-36-months", "AF-11", "13.1.3.20(B)");
    invalid("no-revocation-notice", "AF-9", "13.1.3.20(A)(5)");
    let all = judged("valid-at-24-months");
    assert_eq!(called(&all, "AF-0")["standing"], "in_place");
    assert!(all.iter().all(|it| it["met"] != "no"));
    let renew = &called(&all, "AF-15")["deadline"];
    assert_eq!(renew["date"], "2028-01-15");
    assert_eq!((&renew["from"], &renew["months"]), (&json!("signed_on"), &json!("form_months")));
}
