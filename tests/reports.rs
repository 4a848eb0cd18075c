//! Each `tests/reports/NAME.json` is a flat record of answers; `NAME.txt` beside it says which
//! obligations apply, are ruled out and are open. `UPDATE=1` writes them anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use obligato::answer::Answer;
use obligato::boxes::Status;
use obligato::example::read_examples;
use obligato::judge::{Ground, Reason};
use obligato::pack::{Obligation, Pack, SourceId};
use obligato::report::{Report, Standing};
use obligato::session::Session;
use obligato::store::{Against, read_record};
use obligato::tell::{self, Block};

use crate::excerpts::check_json;

fn pack() -> Pack {
    obligato::shipped::pack()
}

fn report<'p>(record: &str, pack: &'p Pack) -> Report<'p> {
    let assessment =
        read_record(record, "record", &Against::new(pack, jiff::civil::date(2026, 11, 24))).expect("a good record");
    Session::new(pack, assessment).report()
}

fn summary(report: &Report<'_>) -> String {
    let mut lines: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for it in &report.obligations {
        let name = match (it.judgement.applies, it.judgement.met) {
            (Status::No, _) => "ruled out",
            (Status::Open, _) => "open",
            (Status::Yes, Status::Yes) => "applies, in place",
            (Status::Yes, Status::No) => "applies, not in place",
            (Status::Yes, Status::Open) => "applies",
        };
        lines.entry(name).or_default().push(&it.obligation.id);
    }
    let lines: Vec<String> = lines.iter().map(|(name, ids)| format!("{name}: {}", ids.join(" "))).collect();
    lines.join("\n") + "\n"
}

/// What is blank, absent or `null`, was not asked; `"unsure"` was, and its question is closed. The law has
/// both count the same where it says so.
#[test]
fn blank_is_not_asked_and_unsure_is_asked_and_not_known() {
    let pack = pack();
    let record = |text: &str| {
        read_record(text, "record", &Against::new(&pack, jiff::civil::date(2026, 11, 24))).expect("a good record")
    };
    let [absent, blank, unsure] =
        [r#"{"gov_nm": false}"#, r#"{"gov_nm": false, "glba": null}"#, r#"{"gov_nm": false, "glba": "unsure"}"#]
            .map(record);
    let glba = pack.question_by_id("glba").expect("a question of the pack");
    assert_eq!(absent, blank);
    assert!(!blank.answers.contains_key(&glba));
    assert_eq!(unsure.answers.get(&glba).map(|entry| &entry.answer), Some(&Answer::Unsure));
    let breach = fs::read_to_string("tests/reports/retailer.json").expect("a record");
    let with = |risk: &str| {
        let yes = format!("\"breach_status\": \"yes\", \"breach_risk\": {risk}");
        summary(&report(&breach.replace("\"breach_status\": false", &yes), &pack))
    };
    let (blank, unsure) = (with("null"), with("\"unsure\""));
    assert_eq!(blank, unsure);
}

#[test]
fn records_establish_what_is_written_beside_them() {
    let pack = pack();
    let mut seen = 0;
    for entry in fs::read_dir("tests/reports").expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|it| it != "json") {
            continue;
        }
        seen += 1;
        let found = summary(&report(&fs::read_to_string(&path).expect("a record"), &pack));
        let beside = path.with_extension("txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&beside, &found).expect("a writable folder");
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        assert_eq!(found, expected, "{}", path.display());
    }
    assert!(seen >= 3, "the three hand checks are there");
}

/// Financial and health information each call for the authorization: one is told as the reason, the other as
/// a second one, with the legal point that it takes for granted.
#[test]
fn a_second_ground_is_told_with_what_it_assumes() {
    let record = r#"{ "nm_resident": true, "gov_nm": false, "glba": "yes", "hipaa_role": "neither",
        "nm_ins_licensee": true, "outside_vendor": true, "ins_info_kind": ["financial", "health"],
        "ins_personal_use": true, "ins_recipient": "nonaffiliated", "ins_basis": "none_of_these" }"#;
    let pack = pack();
    let report = report(record, &pack);
    let item = report.obligations.iter().find(|item| item.obligation.id == "AUT-1").expect("it is there");
    let blocks = tell::obligation(&report, item, obligato::shipped::words());
    let is_second = |block: &Block| matches!(block, Block::Heading(text) if text.starts_with("Also"));
    let after = blocks.iter().skip_while(|block| !is_second(block)).skip(1);
    let told = after.map_while(|block| match block {
        Block::Point { line, .. } => Some(line.whole()),
        _ => None,
    });
    insta::assert_snapshot!(told.collect::<Vec<String>>().join("\n"));
}

#[test]
fn nothing_known_rules_nothing_out() {
    let pack = pack();
    let report = report("{}", &pack);
    assert!(report.obligations.iter().all(|it| it.judgement.applies != Status::No));
    assert_eq!(report.totals.ruled_out, 0);
}

#[test]
fn every_ruled_out_obligation_says_by_which_answer_and_provision() {
    fn grounded(reasons: &[Reason]) -> bool {
        reasons.iter().any(|it| matches!(it.ground, Ground::Answer(_)) || grounded(&it.because))
    }
    fn cited(reasons: &[Reason]) -> bool {
        reasons.iter().any(|it| !it.sources.is_empty() || cited(&it.because))
    }
    let pack = pack();
    for name in ["licensee", "retailer"] {
        let path = Path::new("tests/reports").join(name).with_extension("json");
        let report = report(&fs::read_to_string(path).expect("a record"), &pack);
        for it in report.obligations.iter().filter(|it| it.judgement.applies == Status::No) {
            assert!(grounded(&it.because), "{} names no answer", it.obligation.id);
            assert!(cited(&it.because), "{} names no provision", it.obligation.id);
        }
    }
}

/// Last days first, then time that runs from an unknown day, what is not in place, what nobody knows, checks,
/// good practice.
#[test]
fn what_presses_most_comes_first() {
    let pack = pack();
    let to_do = |example: &str| {
        let path = format!("examples/{example}.toml");
        let (examples, _) = read_examples(&pack, &obligato::shipped::files());
        let found = examples.into_iter().find(|it| it.path == path).expect("an example");
        let report = Session::new(&pack, found.assessment).report();
        let ids: Vec<&str> = report.items_at(Standing::ToDo).map(|item| item.obligation.id.as_str()).collect();
        ids.join(" ")
    };
    // The notice has its last day; the contract and old records are not in place; CON-2, BRE-6 and BRE-7 are
    // practice, and CON-2 comes last though it is not in place.
    assert_eq!(to_do("breach-1000-residents"), "BRE-1 CON-1 DIS-1 SEC-1 BRE-2 BRE-3 CON-2 BRE-6 BRE-7");
    // Its last day is not known, and yet it comes first.
    assert_eq!(to_do("breach-day-not-known"), "BRE-1 CON-1 DIS-1 SEC-1 BRE-2 BRE-3 CON-2 BRE-6 BRE-7");
    // AUT-2 and AUT-3 are checks of AUT-1, which is the duty.
    assert_eq!(to_do("insurer-without-forms"), "AUT-1 AUT-4 AUT-5 AUT-6 NOT-2 NOT-4 RED-4 AUT-2 AUT-3");
}

/// Provisions that concern only some are cited to them alone, in the reasons and under the obligation.
#[test]
fn the_law_of_other_people_is_not_cited() {
    let pack = pack();
    let (examples, _) = read_examples(&pack, &obligato::shipped::files());
    let ids =
        |sources: &[SourceId]| sources.iter().map(|&id| pack.source(id).id.as_str()).collect::<Vec<&str>>().join(", ");
    let check = |record: &str, obligation: &str, sources: &str, reasons: &str| {
        let example = examples.iter().find(|example| example.path == format!("examples/{record}.toml"));
        let answers = example.map(|example| example.assessment.clone());
        let report = answers.map_or_else(|| report(record, &pack), |answers| Session::new(&pack, answers).report());
        let item = report.obligations.iter().find(|item| item.obligation.id == obligation).expect("an obligation");
        let cited: Vec<String> =
            item.because.iter().flat_map(Reason::with_all_below).map(|reason| ids(&reason.sources)).collect();
        assert_eq!(
            (ids(&item.sources).as_str(), cited.join("; ").as_str()),
            (sources, reasons),
            "{record}: {obligation}"
        );
    };
    let email = "57-12-23, 15 USC 7701";
    check(r#"{"channels": ["marketing_email"]}"#, "ALS-8", email, email);
    let texts = "47 USC 227, FCC on texts, 47 CFR 64.1200(a)(10), DA 26-12";
    check(r#"{"channels": ["text_messages"]}"#, "ALS-8", texts, texts);
    check(r#"{"reach": ["residents_of_other_states"], "contexts": []}"#, "ALS-10", "other states", "other states");
    check(
        r#"{"contexts": ["health_records"], "nm_ins_licensee": false, "hipaa_role": "neither"}"#,
        "ALS-9",
        "24-14B-6, 43-1-19, 14-6-1, 16 CFR 318",
        "24-14B-6, 43-1-19, 14-6-1, 16 CFR 318",
    );
    // An insurer is under neither the FTC, nor a bank's regulator, nor HIPAA.
    let insurance = "GLBA insurance, 15 USC 6805(a)(6)-(7)";
    check("insurer-with-a-breach", "ALS-1", &format!("57-12C-8, {insurance}, NAIC Model 668"), insurance);
    let reported = "57-12C-2(D), 57-12C-6(A), 57-12C-6(B); 57-12C-2(D), 57-12C-6(A)";
    let insurer = format!("{reported}; 57-12C-8; 57-12C-8");
    check("insurer-with-a-breach", "ALS-11", "57-12C-8, 57-12C-6(A), NAIC Model 668", &insurer);
    let licensee = r#"{"glba": "no", "hipaa_role": "neither", "nm_ins_licensee": true, "gov_nm": false, "contexts": [],
        "nm_resident": true, "full_name": true, "data_elements": ["ssn"], "breach_status": "other_data", "reach": []}"#;
    check(licensee, "ALS-11", "57-12C-6(A), NAIC Model 668", reported);
    let associate = format!("{reported}; 57-12C-8, 45 CFR 164.410; 57-12C-8, 45 CFR 164.410");
    check("associate-with-a-breach", "ALS-11", "57-12C-8, 57-12C-6(A), 45 CFR 164.410", &associate);
    // What is not known may concern the business: all are cited.
    let all = "47 USC 227, FCC 24-17, FCC on texts, 47 CFR 64.1200(a)(10), DA 26-12, 57-12-22, 57-12A-4, 57-12-23, 15 USC 7701";
    check("nothing-known", "ALS-8", all, "");
    let calls = "47 USC 227, FCC 24-17, 57-12-22, 57-12A-4, 47 CFR 64.1200(a)(10), DA 26-12";
    check(r#"{"channels": []}"#, "ALS-8", all, &[calls, texts, email].join("; "));
}

/// Only who checks people by voice, face or finger prints is told where the Act defines biometric data.
#[test]
fn a_card_number_is_no_biometric_data() {
    let pack = pack();
    for (elements, is_told) in [("fin_account_with_code", false), ("biometric_login", true), ("ssn", false)] {
        let shop = fs::read_to_string("tests/reports/retailer.json").expect("a record");
        let mut record: serde_json::Value = serde_json::from_str(&shop).expect("JSON");
        record["data_elements"] = serde_json::json!([elements]);
        let report = report(&record.to_string(), &pack);
        let security = report.obligations.iter().find(|item| item.obligation.id == "SEC-1").expect("an obligation");
        assert_eq!(security.judgement.applies, Status::Yes);
        let mut cited = security.because.iter().flat_map(Reason::with_all_below).flat_map(|reason| &reason.sources);
        assert_eq!(cited.any(|&id| pack.source(id).id == "57-12C-2(A)"), is_told, "{elements}");
    }
}

#[test]
fn totals_add_up_to_the_pack() {
    let pack = pack();
    for record in ["{}", r#"{"glba": true}"#, r#"{"nm_resident": false, "contexts": []}"#] {
        let totals = report(record, &pack).totals;
        assert_eq!(totals.to_do + totals.in_place + totals.open + totals.ruled_out + totals.also_check, totals.all);
        assert_eq!(totals.all, pack.obligations.len());
    }
}

#[test]
fn a_thousand_residents_are_not_more_than_a_thousand() {
    let pack = pack();
    let breach = |count: &str| {
        let record = format!(
            r#"{{"nm_resident":true,"gov_nm":false,"glba":false,"hipaa_role":"neither","full_name":true,"data_elements":["ssn"],
            "unreadable":false,"public_only":false,"data_role":"both","breach_status":true,"breach_risk":"unsure","breach_discovered":"2026-11-01","breach_count":{count}}}"#
        );
        let report = report(&record, &pack);
        let of = |id: &str| report.obligations.iter().find(|it| it.obligation.id == id).expect("an obligation").clone();
        (of("BRE-1"), of("BRE-4"))
    };
    for (count, applies) in
        [("999", Status::No), ("1000", Status::No), ("1001", Status::Yes), ("\"unsure\"", Status::Open)]
    {
        let (residents, general) = breach(count);
        assert_eq!(general.judgement.applies, applies, "{count}");
        assert_eq!(residents.judgement.applies, Status::Yes, "not knowing the risk leaves the notice required");
        assert_eq!(residents.last_day, Some(jiff::civil::date(2026, 12, 16)), "day 45, not rolled forward");
    }
}

/// What the law makes of each obligation, apart from its conditions: neither an example nor a check tells
/// a duty from a check, or what is kept all the time from what is done once.
#[test]
fn the_kind_role_and_rhythm_of_each_obligation() {
    let pack = pack();
    let ids = |is: &dyn Fn(&Obligation) -> bool| -> String {
        let mut ids: Vec<&str> = pack.obligations.iter().filter(|of| is(of)).map(|of| of.id.as_str()).collect();
        ids.sort_unstable();
        ids.join(" ")
    };
    let als = "ALS-1 ALS-10 ALS-11 ALS-2 ALS-3 ALS-4 ALS-5 ALS-6 ALS-7 ALS-8 ALS-9";
    for (kind, expected) in [("check", "AUT-2 AUT-3 CON-5 RED-4"), ("practice", "BRE-6 BRE-7 CON-2"), ("also", als)] {
        assert_eq!(ids(&|of| of.kind.name() == kind), expected, "{kind}");
    }
    let paper = obligato::shipped::called("vendor-contract").expect("a shipped pack").pack();
    let checks = paper.obligations.iter().filter(|of| of.kind.name() == "check").map(|of| of.id.as_str());
    assert_eq!(checks.collect::<Vec<&str>>(), ["VC-2", "VC-3", "VC-4", "VC-5", "VC-13", "VC-15"]);
    for (role, expected) in [
        ("stop", "AUT-1 RED-1 RED-2 RED-5"),
        ("before", "AUT-2 AUT-3 AUT-6 CON-1 CON-3 CON-4 CON-5"),
        ("along", "AUT-4 AUT-5 BRE-6 CON-2 DIS-1 NOT-1 NOT-2 NOT-3 NOT-4 RED-3 SEC-1 SEC-2 SEC-3"),
        ("event", "ALS-11 BRE-1 BRE-2 BRE-3 BRE-4 BRE-5 BRE-7"),
        ("look", "ALS-1 ALS-10 ALS-2 ALS-3 ALS-4 ALS-5 ALS-6 ALS-7 ALS-8 ALS-9 RED-4"),
    ] {
        assert_eq!(ids(&|of| of.role.as_ref().is_some_and(|own| own.name() == role)), expected, "{role}");
    }
    for (rhythm, expected) in [
        ("once", "ALS-1 ALS-10 ALS-2 ALS-3 ALS-4 ALS-5 ALS-7 ALS-8 ALS-9 AUT-2 RED-4"),
        ("yearly", "NOT-2"),
        ("standing", "ALS-6 AUT-4 BRE-6 CON-1 CON-2 CON-3 CON-4 DIS-1 RED-1 RED-2 RED-5 SEC-1 SEC-2 SEC-3"),
        ("event", "ALS-11 AUT-1 AUT-3 AUT-5 AUT-6 BRE-1 BRE-2 BRE-3 BRE-4 BRE-5 BRE-7 CON-5 NOT-1 NOT-3 NOT-4 RED-3"),
    ] {
        assert_eq!(ids(&|of| of.kept.as_ref().is_some_and(|kept| kept.rhythm.name() == rhythm)), expected, "{rhythm}");
    }
}

/// The day shown is the safe one; the day to which the law moves it stands beside it.
#[test]
fn a_last_day_on_a_weekend_moves_to_monday() {
    let pack = pack();
    let of = |record: &str, id: &str| {
        let report = report(record, &pack);
        let item = report.obligations.iter().find(|item| item.obligation.id == id).expect("an obligation").clone();
        let told = tell::obligation(&report, &item, obligato::shipped::words());
        let monday =
            told.iter().any(|block| matches!(block, Block::Text(line) if line.text.contains("ends on Monday")));
        assert_eq!(monday, item.rolled_day().is_some());
        (item.last_day.map(|day| day.to_string()), item.rolled_day().map(|day| day.to_string()))
    };
    let breach = |found: &str| format!(r#"{{"breach_status": "yes", "breach_discovered": "{found}"}}"#);
    for (found, last_day, rolled) in [
        ("2026-09-29", "2026-11-13", None),
        ("2026-09-30", "2026-11-14", Some("2026-11-16")),
        ("2026-10-01", "2026-11-15", Some("2026-11-16")),
        ("2026-10-02", "2026-11-16", None),
    ] {
        for id in ["BRE-1", "BRE-4", "BRE-5"] {
            let expected = (Some(last_day.to_owned()), rolled.map(str::to_owned));
            assert_eq!(of(&breach(found), id), expected, "{id} {found}");
        }
    }
    // HIPAA's days are not counted by the law of New Mexico.
    let hospital = r#"{"hipaa_role": "covered_entity", "breach_status": "yes", "breach_discovered": "2026-09-16"}"#;
    assert_eq!(of(hospital, "ALS-11"), (Some("2026-11-15".to_owned()), None));
}

/// Each provision leads to the official page of its own body of law.
#[test]
fn each_source_leads_to_its_own_official_page() {
    for id in ["new-mexico", "vendor-contract"] {
        let pack = obligato::shipped::called(id).expect("a shipped pack").pack();
        for (at, source) in pack.sources.iter().enumerate() {
            let page = pack.official_page(obligato::pack::SourceId(at)).unwrap_or("none");
            let citation = source.citation.as_str();
            let own = match citation {
                _ if citation.starts_with("NMSA 1978") => "nmonesource.com",
                _ if citation.contains("NMAC") => "srca.nm.gov",
                _ if citation.contains(" USC ") => "uscode.house.gov",
                _ if citation.contains(" CFR ") => "ecfr.gov",
                _ if citation.starts_with("PCI DSS") => "pcisecuritystandards.org",
                _ if citation.starts_with("NAIC") => "content.naic.org",
                _ if citation.starts_with("HB ") || citation.starts_with("SB ") => "nmlegis.gov",
                _ => continue,
            };
            assert!(page.contains(own), "{citation}: {page}");
        }
    }
}

#[test]
fn twenty_four_months_are_allowed_and_no_term_is_not() {
    let record = |months: &str| {
        format!(
            r#"{{"nm_ins_licensee":true,"ins_info_kind":["financial"],"ins_personal_use":true,"ins_recipient":"nonaffiliated",
            "ins_basis":"none_of_these","auth_have":true,"auth_months":{months}}}"#
        )
    };
    let pack = pack();
    for (months, met) in [("23", "Yes"), ("24", "Yes"), ("25", "No"), ("\"none_stated\"", "No"), ("\"unsure\"", "Open")]
    {
        let report = report(&record(months), &pack);
        let item = report.obligations.iter().find(|it| it.obligation.id == "AUT-3").expect("AUT-3");
        assert_eq!(format!("{:?}", item.judgement.met), met, "{months}");
    }
}

/// The JSON of reports on the small pack, byte for byte: all that a report can say is in one of them.
#[test]
fn the_json_keeps_its_bytes() {
    let pack = obligato::pack::read(&obligato::shipped::skeleton()).expect("a sound pack");
    for (name, record) in [
        (
            "unsure",
            r#"{"paid": "unsure", "license": true, "place": "park", "dogs": "varies", "gear": ["leashes", "unsure"]}"#,
        ),
        (
            "park",
            r#"{"paid": true, "license": true, "licensed_on": "2026-03-01", "place": "park", "dogs": 5, "gear": ["leashes"]}"#,
        ),
        (
            "counsel",
            r#"{"tool_name": "Ben's dogs", "paid": true, "license": false, "place": "street", "dogs": 3,
            "street_is_public": false}"#,
        ),
    ] {
        let json = obligato::report::wire::to_json_text(&report(record, &pack), obligato::shipped::words());
        check_json(&format!("json-{name}"), &json, "obligations");
    }
}

/// The headline of worked examples, read on a day: each of the four answers, and what stands beside them.
#[test]
fn the_headline_reads_well() {
    let pack = pack();
    let (examples, _) = read_examples(&pack, &obligato::shipped::files());
    let mut told: Vec<String> = Vec::new();
    for name in [
        "received-own-marketing",
        "insurer-without-forms",
        "nothing-known",
        "hipaa-role-not-known",
        "shop-general-promise",
        "insurer-forms-not-known",
        "shop-all-in-order",
        "newsletter-shop",
        "hospital-with-a-breach",
        "breach-1001-residents",
        "breach-day-not-known",
    ] {
        let example = examples.iter().find(|it| it.path == format!("examples/{name}.toml")).expect(name);
        let report = Session::new(&pack, example.assessment.clone()).report();
        let headline = tell::headline(&report, Some(jiff::civil::date(2026, 12, 20)), obligato::shipped::words());
        let headline = headline.expect("a headline");
        told.push(format!("{name}: {}", headline.answer));
        told.extend(headline.more.iter().filter_map(|block| match block {
            Block::Text(line) => Some(format!("  {}", line.whole())),
            Block::Point { line, .. } => Some(format!("  - {}", line.whole())),
            _ => None,
        }));
        told.push(format!("  ({})", headline.rests));
    }
    insta::assert_snapshot!(told.join("\n"));
}
