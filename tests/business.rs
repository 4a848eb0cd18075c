//! What a pack says of a business once, for all its tools, and where its name stands; what is offered
//! for the record without being asked.

use jiff::civil::date;
use obligato::answer::Answer;
use obligato::assessment::Entry;
use obligato::export::{DocFormat, Format, ReportExtent, render};
use obligato::pack::{Pack, QuestionSubject};
use obligato::route::QuestionState;
use obligato::session::Session;
use obligato::shipped;
use obligato::store::{Against, read_record};

fn session<'p>(record: &str, pack: &'p Pack) -> Session<'p> {
    Session::new(pack, read_record(record, "record", &Against::new(pack, date(2026, 11, 28))).expect("a good record"))
}

/// The questions whose answers hold for every tool of a business, and no others.
#[test]
fn these_questions_are_about_the_business() {
    let pack = shipped::pack();
    let about = pack.questions.iter().filter(|question| question.about == QuestionSubject::Business);
    let mut ids: Vec<&str> = about.map(|question| question.id.as_str()).collect();
    ids.sort_unstable();
    let listed = "answered_by business_address business_name contact data_role glba gov_nm hipaa_role ins_admin_tpa \
                  ins_agent_only ins_personal_use nm_ins_licensee sells_to_consumers state_agency";
    assert_eq!(ids.join(" "), listed);
}

/// What is not asked is never next and never counted, but can be answered and counts once it is.
#[test]
fn what_is_not_asked_can_be_answered() {
    let pack = shipped::pack();
    let ids = ["business_name", "business_address", "contact", "matter"]
        .map(|id| pack.question_by_id(id).expect("a question"));
    let mut session = session("{}", &pack);
    while let Some(next) = session.progress().replay.next {
        assert!(!ids.contains(&next));
        session.answer(next, Entry::new(Answer::Unsure));
    }
    assert_eq!((session.progress().left.least, session.progress().left.most), (0, 0));
    let state = |session: &mut Session<'_>| {
        let route = session.route();
        ids.map(|id| route.stops.iter().find(|stop| stop.question == id).expect("a stop").state)
    };
    assert_eq!(state(&mut session), [QuestionState::Offered; 4]);
    session.answer(ids[1], Entry::new(Answer::Text("505-555-0100".to_owned())));
    assert_eq!(state(&mut session)[1], QuestionState::Answered);
}

/// The head of a report names the business once it is told, and leaves the line out before.
#[test]
fn the_head_of_a_report_names_the_business() {
    let pack = shipped::pack();
    let text = |record: &str| {
        let report = session(record, &pack).report();
        let bytes = render(&report, Format::Document(DocFormat::Text), &ReportExtent::Usual.into(), shipped::words());
        String::from_utf8(bytes).expect("UTF-8")
    };
    assert!(text(r#"{"business_name": "Mesa Books LLC"}"#).contains("Business: Mesa Books LLC"));
    for record in ["{}", r#"{"business_name": "unsure"}"#] {
        assert!(!text(record).contains("Business:"), "{record}");
    }
}
