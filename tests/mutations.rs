//! Slips that would be wrong law, each made in the text of the shipped pack, and what notices it:
//! reading, a check, or a worked example.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use obligato::check;
use obligato::example;
use obligato::interview::{Certificate, Interview};
use obligato::pack::{Files, read};
use obligato::shipped;

use crate::packs;

/// A slip: what it is, the file, the text there, and what stands there instead.
type Slip = (&'static str, &'static str, &'static str, &'static str);

const SLIPS: [Slip; 26] = [
    ("1,000 residents already count", "obligations/breach.toml", "breach_count > 1000", "breach_count >= 1000"),
    ("24 months are too long", "obligations/authorization.toml", "auth_months <= 24", "auth_months < 24"),
    ("a day more for the notice", "obligations/breach.toml", "days = 45", "days = 46"),
    ("no exemption for GLBA", "facts.toml", "and not exempt_under_glba", ""),
    (
        "a business associate is exempt, settled",
        "facts.toml",
        "(hipaa_role is business_associate and associate_exempt)",
        "hipaa_role is business_associate",
    ),
    (
        "not knowing the role under HIPAA counts as none",
        "sections/organisation.toml",
        "id = \"hipaa_role\"",
        "id = \"hipaa_role\"\nunsure_counts_as = \"neither\"",
    ),
    (
        "not having investigated counts as cleared",
        "facts.toml",
        "breach_risk is not_significant",
        "breach_risk in [not_significant, not_investigated]",
    ),
    (
        "not knowing the risk leaves the notice open",
        "sections/breach.toml",
        "unsure_counts_as = \"not_investigated\"",
        "",
    ),
    ("no name is needed", "facts.toml", "full_name and listed_element", "listed_element"),
    ("a driver's license is forgotten", "facts.toml", "driver_licence, ", ""),
    (
        "the tracks are swapped: insurance notices follow the Breach Act",
        "facts.toml",
        "if = \"financial_information_in_scope and not ",
        "if = \"act_applies and not ",
    ),
    (
        "the owner of the data is told by the owner",
        "obligations/breach.toml",
        "act_applies_to_taking and holder_of_data",
        "act_applies_to_taking and owner_of_data",
    ),
    (
        "joint marketing covers health information",
        "facts.toml",
        "health_part_binds or (financial_information_in_scope and (not shared_for_outside_services or affiliates_count))",
        "(health_part_binds or financial_information_in_scope) and (not shared_for_outside_services or affiliates_count)",
    ),
    (
        "the clause is met by having none",
        "obligations/contract.toml",
        "met = \"clause_security is yes or",
        "met = \"clause_security is no or",
    ),
    (
        "what came outside an exception is under it",
        "facts.toml",
        "ins_received in [outside_exception, both]",
        "ins_received in [under_exception, both]",
    ),
    ("a point is taken as its unsafe side", "readings.toml", "treated_as = \"yes\"", "treated_as = \"no\""),
    ("the State itself is not bound", "facts.toml", "state_agency or ", ""),
    ("a key taken along changes nothing", "facts.toml", "(not unreadable or breach_key)", "not unreadable"),
    (
        "a suspicion is a belief, settled",
        "facts.toml",
        "(breach_status is suspected and suspicion_is_belief)",
        "breach_status is suspected",
    ),
    (
        "a breach at a hospital vanishes",
        "obligations/also.toml",
        "glba_clock_possible or hipaa_clock_possible or breach_status is other_data or not act_applies_to_taking",
        "breach_status is other_data",
    ),
    ("nobody is to say whether the risk was looked into", "sections/breach.toml", "blank_counts_too = true\n", ""),
    ("a charity counts as a seller", "facts.toml", "[sells, acts_for_seller]", "[sells, acts_for_seller, neither]"),
    (
        "no initial notice, and yet excused",
        "facts.toml",
        "ins_initial_notice and not ins_practice_changed",
        "not ins_practice_changed",
    ),
    (
        "a tribal business is let off",
        "facts.toml",
        "(not reach has tribal_enterprise or tribal_reach)",
        "not reach has tribal_enterprise",
    ),
    ("an orphan provision", "obligations/breach.toml", "\"57-12C-9(A)\", ", ""),
    ("whoever is not under GLBA is warned", "warnings.toml", "glba is no and nm_ins_licensee\"", "glba is no\""),
];

/// What notices that `files` are wrong.
fn noticed(files: &Files) -> String {
    let pack = match read(files) {
        Ok(pack) => pack,
        Err(findings) => return format!("reading ({})", findings[0].code),
    };
    // The proof is not asked: it is about the interview, and has to notice nothing of these.
    let unasked = Certificate { states: 0, flaws: BTreeSet::new(), complete: true };
    let codes: BTreeSet<&str> = check::check_proved(&pack, files, &unasked).iter().map(|it| it.code).collect();
    let (examples, _) = example::read_examples(&pack, files);
    let mut interview = Interview::new(&pack);
    let broken = examples.iter().filter(|it| !example::run_example(&mut interview, it).is_empty()).count();
    let mut by = Vec::new();
    if !codes.is_empty() {
        by.push(format!("check ({})", codes.into_iter().collect::<Vec<&str>>().join(", ")));
    }
    if broken > 0 {
        by.push(format!("{broken} of {} examples", examples.len()));
    }
    if by.is_empty() { "NOTHING".to_owned() } else { by.join(" and ") }
}

#[test]
fn every_slip_in_the_law_is_noticed() {
    let sound = packs::texts(&shipped::files());
    let mut told = String::new();
    for (name, file, find, by) in SLIPS {
        let mut texts = sound.clone();
        let text = &mut texts.iter_mut().find(|it| it.0 == file).expect("a file").1;
        assert!(text.contains(find), "{file} holds {find}");
        *text = text.replace(find, by);
        let _ = writeln!(told, "{name}: {}", noticed(&Files::new(texts)));
    }
    assert!(!told.contains("NOTHING"), "{told}");
    insta::assert_snapshot!(told);
}
