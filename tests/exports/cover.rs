//! The cover of a report: what it names first, and what it says of days, of the pack, of the vendor's
//! word and of law that was not read.

use jiff::civil::date;
use obligato::assessment::Basis;
use obligato::example::read_examples;
use obligato::export::{DocFormat, Format, PackState, ReportOptions, render};
use obligato::session::Session;
use obligato::shipped;

/// Returns the cover of the worked example `name` as text, with what the vendor says being the answers to
/// `vendor`.
fn cover(name: &str, vendor: &[&str], options: &ReportOptions) -> String {
    let pack = shipped::default_pack().pack();
    let (examples, _) = read_examples(pack, &shipped::files());
    let example = examples.iter().find(|it| it.path == format!("examples/{name}.toml")).expect(name);
    let mut assessment = example.assessment.clone();
    for id in vendor {
        let question = pack.question_by_id(id).expect("a question");
        assessment.answers.get_mut(&question).expect("an answer").origin.basis = Some(Basis::Vendor);
    }
    let report = Session::new(pack, assessment).report();
    let text = render(&report, Format::Document(DocFormat::Text), options, shipped::words());
    let text = String::from_utf8(text).expect("text");
    let lines = text.lines().skip_while(|line| !line.starts_with("Can you use"));
    let cover = lines.take_while(|line| !line.starts_with("Note:")).collect::<Vec<&str>>().join("\n");
    assert!(text.contains("\nNote: This is information, not legal advice."), "{text}");
    format!("# {name}\n\n{cover}\n")
}

#[test]
fn the_cover_says_first_what_matters_first() {
    let usual = ReportOptions::default();
    let on = |day| ReportOptions { as_of: Some(day), ..usual };
    let of = |pack_state| ReportOptions { pack_state, ..usual };
    let each = [
        cover("shop-cards-in-chat", &[], &usual),
        cover("vendor-is-no-service-provider", &[], &usual),
        cover("agent-only-producer", &[], &usual),
        cover("insurer-outside-services", &[], &usual),
        cover("breach-of-hidden-data-without-the-key", &["unreadable", "breach_key"], &usual),
        cover("breach-1001-residents", &[], &on(date(2026, 12, 20))),
        cover("hospital-with-a-breach", &[], &on(date(2026, 11, 20))),
        cover("nothing-known", &[], &of(PackState::Checked { findings: 2 })),
        cover("newsletter-shop", &[], &of(PackState::Unchecked)),
    ];
    insta::assert_snapshot!("cover", each.join("\n"));
}
