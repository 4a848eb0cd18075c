//! What a check of a paper answers in the main assessment, against every way of filling in what is
//! not known of the paper. What each answer stands for is written here anew, from the law.

use std::collections::BTreeMap;

use obligato::answer::{Answer, answer_of_side, from_json, settled_vars};
use obligato::assessment::{Assessment, Decision, Entry};
use obligato::feed;
use obligato::pack::{Pack, QuestionId, ReadingId};
use obligato::session::Session;
use obligato::shipped;
use serde_json::{Value, json};

use crate::oracle::tape::{Tape, for_all, share};

/// Everything about a paper: the answer to each question, the side of each legal point.
type Whole = BTreeMap<String, Value>;

/// A feed: the pack it comes from, the question it answers, when that is yes and when no, and what
/// this looks at, each with the values that there are.
struct Case {
    pack: &'static str,
    question: &'static str,
    yes: fn(&Whole) -> bool,
    no: fn(&Whole) -> bool,
    looks_at: &'static [(&'static str, &'static str)],
}

const FORM: &[(&str, &str)] = &[
    ("insurance_sharing", "[true, false]"),
    ("form_state", r#"["signed", "unsigned", "blank"]"#),
    ("form_medium", r#"["paper", "electronic", "neither"]"#),
    ("separate_form", r#"["own_form", "page_in_packet", "part_of_other"]"#),
    ("packet_page_is_separate", "[true, false]"),
    ("names_person", r#"["present", "unclear", "missing"]"#),
    ("info_kinds", r#"["present", "vague", "missing"]"#),
    ("recipients", r#"["present", "vague", "missing"]"#),
    ("purpose", r#"["present", "vague", "missing"]"#),
    ("how_used", r#"["present", "vague", "missing"]"#),
    ("form_months", r#"[1, 24, 25, 1200, "none_stated"]"#),
    ("revoke_right", r#"["any_time", "limited", "missing"]"#),
    ("revoke_how", r#"["present", "unclear", "missing"]"#),
    ("signer", r#"["subject", "empowered", "someone_else"]"#),
    ("dated", "[true, false]"),
    ("term_over", "[false, true]"),
    ("revoked", "[false, true]"),
    ("use_as_described", "[true, false]"),
    ("everyone_signed", "[true, false]"),
];

const CONTRACT: &[(&str, &str)] = &[
    ("contract_state", r#"["signed", "online", "draft"]"#),
    ("right_version", "[true, false]"),
    ("amendments_read", "[true, false]"),
    ("clause_reasonable", r#"["binding", "weak", "missing"]"#),
    ("clause_suited", "[true, false]"),
    ("clause_protects", r#"[["access", "destruction", "use", "modification", "disclosure"], ["access", "use"], []]"#),
];

const BREACH: &[(&str, &str)] = &[
    ("contract_state", r#"["signed", "online", "draft"]"#),
    ("right_version", "[true, false]"),
    ("amendments_read", "[true, false]"),
    ("breach_days", r#"[1, 44, 45, 60, "promptly", "none_stated"]"#),
];

const ABUSE: &[(&str, &str)] = &[
    ("you_are", r#"[["insurer"]]"#),
    ("data", r#"[["abuse"]]"#),
    ("contract_state", r#"["signed", "online", "draft"]"#),
    ("right_version", "[true, false]"),
    ("amendments_read", "[true, false]"),
    ("abuse_clause", "[true, false]"),
    ("abuse_courts", "[true, false]"),
];

const USE: &[(&str, &str)] = &[
    ("you_are", r#"[["insurer"]]"#),
    ("data", r#"[["ins_financial"]]"#),
    ("vendor_outside", "[true]"),
    ("ins_basis", r#"["service"]"#),
    ("contract_state", r#"["signed", "online", "draft"]"#),
    ("right_version", "[true, false]"),
    ("amendments_read", "[true, false]"),
    ("use_limited", "[true, false]"),
];

fn is(of: &Whole, key: &str, value: &str) -> bool {
    of[key] == json!(value)
}

fn holds(of: &Whole, key: &str) -> bool {
    of[key] == json!(true)
}

/// All of 13.1.3.20 NMAC but the length, and that it is used as it says.
fn form_but_for_length(of: &Whole) -> bool {
    let elements = ["names_person", "info_kinds", "recipients", "purpose", "how_used", "revoke_how"];
    let alone = is(of, "separate_form", "own_form")
        || is(of, "separate_form", "page_in_packet") && holds(of, "packet_page_is_separate");
    !is(of, "form_medium", "neither")
        && alone
        && elements.iter().all(|it| is(of, it, "present"))
        && is(of, "revoke_right", "any_time")
        && is(of, "form_state", "signed")
        && !is(of, "signer", "someone_else")
        && holds(of, "dated")
        && !holds(of, "term_over")
        && !holds(of, "revoked")
        && holds(of, "use_as_described")
        && holds(of, "everyone_signed")
}

fn form_has(of: &Whole) -> bool {
    let long = of["form_months"].as_i64().is_none_or(|it| it > 24);
    holds(of, "insurance_sharing") && form_but_for_length(of) && !long
}

fn form_has_not(of: &Whole) -> bool {
    holds(of, "insurance_sharing") && !form_but_for_length(of)
}

/// What was read is the whole text that holds.
fn read(of: &Whole) -> bool {
    !is(of, "contract_state", "draft") && holds(of, "right_version") && holds(of, "amendments_read")
}

fn clause_complete(of: &Whole) -> bool {
    let parts = of["clause_protects"].as_array().is_some_and(|it| it.len() == 5) && holds(of, "clause_suited");
    read(of) && is(of, "clause_reasonable", "binding") && parts
}

fn clause_lacking(of: &Whole) -> bool {
    is(of, "contract_state", "draft") || read(of) && !is(of, "clause_reasonable", "binding")
}

fn told_in_time(of: &Whole) -> bool {
    read(of) && (is(of, "breach_days", "promptly") || of["breach_days"].as_i64().is_some_and(|it| it < 45))
}

fn no_time_told(of: &Whole) -> bool {
    let late = is(of, "breach_days", "none_stated") || of["breach_days"].as_i64().is_some_and(|it| it >= 45);
    is(of, "contract_state", "draft") || read(of) && late
}

/// Both limbs of 13.7.5.13(B) NMAC.
fn abuse_bound(of: &Whole) -> bool {
    read(of) && holds(of, "abuse_clause") && holds(of, "abuse_courts")
}

fn abuse_not_bound(of: &Whole) -> bool {
    is(of, "contract_state", "draft") || read(of) && !(holds(of, "abuse_clause") && holds(of, "abuse_courts"))
}

fn use_barred(of: &Whole) -> bool {
    read(of) && holds(of, "use_limited")
}

fn use_open(of: &Whole) -> bool {
    is(of, "contract_state", "draft") || read(of) && !holds(of, "use_limited")
}

const CASES: [Case; 5] = [
    Case { pack: "authorization-form", question: "auth_have", yes: form_has, no: form_has_not, looks_at: FORM },
    Case {
        pack: "vendor-contract",
        question: "clause_security",
        yes: clause_complete,
        no: clause_lacking,
        looks_at: CONTRACT,
    },
    Case { pack: "vendor-contract", question: "clause_breach", yes: told_in_time, no: no_time_told, looks_at: BREACH },
    Case { pack: "vendor-contract", question: "clause_abuse", yes: abuse_bound, no: abuse_not_bound, looks_at: ABUSE },
    Case { pack: "vendor-contract", question: "clause_use_limits", yes: use_barred, no: use_open, looks_at: USE },
];

/// An assessment of the paper with most of what the case looks at answered; mostly with the first
/// value, so that both answers come up however much it looks at.
fn some(tape: &mut Tape, case: &Case, pack: &Pack) -> Assessment {
    let mut assessment = Assessment::default();
    let seldom = 2 * case.looks_at.len();
    for id in pack.question_ids() {
        let question = pack.question(id);
        let values = case.looks_at.iter().find(|it| it.0 == question.id).map(|it| values(it.1));
        let Some(values) = values else {
            assessment.answers.insert(id, Entry::new(Answer::Unsure));
            continue;
        };
        let value = if tape.one_in(seldom) { tape.pick(values.len()) } else { 0 };
        let answer = if tape.one_in(seldom) {
            Answer::Unsure
        } else {
            from_json(&values[value], question).expect("a fitting answer")
        };
        if !tape.one_in(seldom) {
            assessment.answers.insert(id, Entry::new(answer));
        }
    }
    for (at, reading) in pack.readings.iter().enumerate() {
        if case.looks_at.iter().any(|it| it.0 == reading.id) && tape.one_in(3) {
            assessment.readings.insert(ReadingId(at), Decision::new(tape.one_in(2)));
        }
    }
    assessment
}

fn values(of: &str) -> Vec<Value> {
    serde_json::from_str(of).expect("values")
}

/// The values that are left of what the case looks at: one where a live answer or a side says so.
fn left(case: &Case, session: &Session<'_>) -> Vec<(&'static str, Vec<Value>)> {
    let (pack, assessment) = (session.pack(), session.assessment());
    let live = &session.progress().replay.answered;
    let each = case.looks_at.iter().map(|&(name, all)| {
        let all = values(all);
        if let Some(id) = pack.reading_by_id(name) {
            let reading = pack.reading(id);
            let side =
                assessment.readings.get(&id).map(|decision| decision.side).or(reading.treated.then_some(reading.safe));
            return (name, side.map_or(all, |it| vec![json!(it)]));
        }
        let id: QuestionId = pack.question_by_id(name).expect("a question");
        let answer = assessment.answer(id).filter(|it| live.contains(&id) && **it != Answer::Unsure);
        let fits = |value: &Value| {
            let own = from_json(value, pack.question(id)).expect("a fitting answer");
            answer.is_none_or(|it| {
                settled_vars(it, pack.question(id)) == settled_vars(&own, pack.question(id)) && *it == own
            })
        };
        (name, all.into_iter().filter(fits).collect())
    });
    each.collect()
}

/// Whether the condition holds in every way of filling in what is left.
fn in_all(left: &[(&'static str, Vec<Value>)], condition: fn(&Whole) -> bool) -> bool {
    fn go(left: &[(&'static str, Vec<Value>)], whole: &mut Whole, condition: fn(&Whole) -> bool) -> bool {
        let Some(((name, values), rest)) = left.split_first() else { return condition(whole) };
        values.iter().all(|it| {
            whole.insert((*name).to_owned(), it.clone());
            go(rest, whole, condition)
        })
    }
    go(left, &mut Whole::new(), condition)
}

#[test]
fn a_check_answers_just_what_every_completion_of_it_says() {
    let main = shipped::pack();
    for case in CASES {
        let pack = shipped::called(case.pack).expect("a shipped pack").pack();
        let seen = std::cell::Cell::new([0_u32; 3]);
        for_all(1_500, 120, |tape| {
            let session = Session::new(pack, some(tape, &case, pack));
            let left = left(&case, &session);
            if left.iter().map(|it| it.1.len()).product::<usize>() > 5_000 {
                return;
            }
            let side = match (in_all(&left, case.yes), in_all(&left, case.no)) {
                (true, _) => Some(true),
                (_, true) => Some(false),
                _ => None,
            };
            let id = main.question_by_id(case.question).expect("a question");
            let wanted = side.and_then(|yes| answer_of_side(yes, main.question(id)));
            let found = feed::fed_answers(&session, &main).into_iter().find(|it| it.0 == id).map(|it| it.1);
            tape.same(&found, &wanted, || format!("{} with {left:?}", case.question));
            let mut counts = seen.get();
            counts[match side {
                Some(true) => 0,
                Some(false) => 1,
                None => 2,
            }] += 1;
            seen.set(counts);
        });
        assert!(seen.get().iter().all(|it| *it > share(20)), "{}: {:?} yes, no, nothing", case.question, seen.get());
    }
}

/// A length is handed on as it is, or the special value of the same name; one set aside is not.
#[test]
fn a_length_is_copied_while_its_question_counts() {
    let main = shipped::pack();
    let pack = shipped::called("authorization-form").expect("a shipped pack").pack();
    let fed = |insurance: bool, months: &Value| {
        let mut assessment = Assessment::default();
        for (name, value) in [("insurance_sharing", json!(insurance)), ("form_months", months.clone())] {
            let id = pack.question_by_id(name).expect("a question");
            let answer = from_json(&value, pack.question(id)).expect("a fitting answer");
            assessment.answers.insert(id, Entry::new(answer));
        }
        let id = main.question_by_id("auth_months").expect("a question");
        let found = feed::fed_answers(&Session::new(pack, assessment), &main);
        found.into_iter().find(|it| it.0 == id).map(|it| obligato::answer::to_json(&it.1, main.question(id)))
    };
    for months in [json!(1), json!(24), json!(36), json!("none_stated")] {
        assert_eq!(fed(true, &months), Some(months.clone()));
        assert_eq!(fed(false, &months), None, "it is set aside");
    }
    assert_eq!(fed(true, &json!("unsure")), None);
}
