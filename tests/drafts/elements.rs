//! What the law wants in each paper, written down a second time: kind, element, provision, and words
//! that the passage which answers it must say.

use obligato::draft::{PassagePart, Piece, Template};
use obligato::shipped;

use crate::drafts::{faults, templates};

type Row = (&'static str, &'static str, &'static str, &'static [&'static str]);

const ELEMENTS: [Row; 29] = [
    (
        "security-clause",
        "reasonable security procedures and practices",
        "57-12C-5",
        &["put in place and keep up", "reasonable security procedures and practices", "nature of the information"],
    ),
    (
        "security-clause",
        "protection from the five dangers",
        "57-12C-5",
        &["accessed", "destroyed", "used", "modified", "disclosed", "without authority"],
    ),
    ("insurance-terms", "no use for anything but the job", "13.1.3.17", &["shall not use", "other than to carry out"]),
    (
        "insurance-terms",
        "no disclosure for anything but the job",
        "13.1.3.17",
        &["shall not disclose", "other than to carry out"],
    ),
    (
        "insurance-terms",
        "bound to the Domestic Abuse Insurance Protection Act in all respects",
        "13.7.5.13(B)",
        &["bound by the Domestic Abuse Insurance Protection Act", "in all respects"],
    ),
    (
        "insurance-terms",
        "subject to its enforcement in New Mexico's courts",
        "13.7.5.13(B)",
        &["subject to the enforcement of that Act", "courts of New Mexico"],
    ),
    ("authorization-form", "a form of its own", "13.1.3.20(A)", &["not part of any other form"]),
    ("authorization-form", "(1) who the consumer is", "13.1.3.20(A)", &["full name of the person"]),
    ("authorization-form", "(2) types of information", "13.1.3.20(A)", &["types of information to be disclosed"]),
    ("authorization-form", "(3) recipient, purpose and use", "13.1.3.20(A)", &["Recipient", "Purpose", "will be used"]),
    (
        "authorization-form",
        "(4) signature and date",
        "13.1.3.20(A)",
        &["Signature:", "legal power to sign", "in what capacity", "Date:"],
    ),
    (
        "authorization-form",
        "(5) length of validity, right to revoke, and how",
        "13.1.3.20(A)",
        &["how long it is valid", "revoke this authorization at any time", "To revoke it"],
    ),
    (
        "authorization-form",
        "a stated term of at most 24 months",
        "13.1.3.20(B)",
        &["is valid for", "never valid for more than 24 months"],
    ),
    ("breach-notice", "(A) name and contact details", "57-12C-7", &["name of your business", "mail address"]),
    ("breach-notice", "(B) types of information", "57-12C-7", &["types of personal identifying information"]),
    ("breach-notice", "(C) date of the breach", "57-12C-7", &["date, estimated date or range of dates"]),
    ("breach-notice", "(D) general description", "57-12C-7", &["what happened, in general terms"]),
    (
        "breach-notice",
        "(E) credit bureaus",
        "57-12C-7",
        &["toll-free", "address of Equifax", "address of Experian", "address of TransUnion"],
    ),
    ("breach-notice", "(F) advice to review", "57-12C-7", &["review", "account statements", "credit reports"]),
    (
        "breach-notice",
        "(G) rights under the Fair Credit Reporting Act",
        "57-12C-7",
        &["rights under the federal Fair Credit Reporting Act"],
    ),
    ("breach-notice-ag", "notice to the Attorney General", "57-12C-10", &["Attorney General", "security breach"]),
    ("breach-notice-ag", "number of residents", "57-12C-10", &["Number of New Mexico residents notified"]),
    ("breach-notice-ag", "copy of the notice", "57-12C-10", &["copy of the notice to the residents is enclosed"]),
    ("breach-notice-ag", "notice to the credit bureaus", "57-12C-10", &["credit bureaus", "security breach"]),
    ("disposal-schedule", "when records are no longer reasonably needed", "57-12C-3", &["no longer reasonably needed"]),
    ("disposal-schedule", "arranging for disposal", "57-12C-3", &["arranges for disposal"]),
    (
        "disposal-schedule",
        "shredding, erasing or making unreadable",
        "57-12C-3",
        &["shredded", "erased", "altered", "unreadable"],
    ),
    ("ssn-policy", "limiting access", "57-12B-3(D)", &["limited to those employees who need it"]),
    (
        "ssn-policy",
        "holding employees responsible",
        "57-12B-3(D)",
        &["released to unauthorized persons", "held responsible"],
    ),
];

/// The obligations each kind answers.
const OBLIGATIONS: [(&str, &[&str]); 7] = [
    ("authorization-form", &["AUT-1", "AUT-2", "AUT-3", "AUT-4"]),
    ("breach-notice", &["BRE-1", "BRE-2", "BRE-3"]),
    ("breach-notice-ag", &["BRE-4", "BRE-1"]),
    ("disposal-schedule", &["DIS-1"]),
    ("insurance-terms", &["CON-3", "CON-4"]),
    ("security-clause", &["CON-1", "CON-2"]),
    ("ssn-policy", &["SEC-2", "SEC-3"]),
];

/// The text of the passages of `template` that answer `element`, with what its gaps ask for.
fn answering(template: &Template, element: &str) -> String {
    let passages = template.passages.iter().filter(|it| it.element.as_deref() == Some(element));
    let paragraphs = passages.filter(|it| it.part == PassagePart::Paper).flat_map(|it| &it.text);
    let pieces = paragraphs.flat_map(|it| &it.pieces).map(|it| match it {
        Piece::Words(text) | Piece::Blank(_, text) | Piece::Gap(text) => text.as_str(),
    });
    pieces.collect()
}

#[test]
fn each_paper_has_what_the_law_wants_in_it() {
    let pack = shipped::pack();
    let templates = templates();
    let listed: Vec<(&str, Vec<&str>)> = templates
        .iter()
        .map(|it| (it.id.as_str(), it.obligations.iter().map(|it| pack.obligation(*it).id.as_str()).collect()))
        .collect();
    assert_eq!(listed, OBLIGATIONS.map(|it| (it.0, it.1.to_vec())));
    for template in templates {
        let stated: Vec<(&str, &str)> =
            template.required.iter().map(|it| (it.name.as_str(), pack.source(it.provision).id.as_str())).collect();
        let wanted: Vec<(&str, &str)> =
            ELEMENTS.iter().filter(|it| it.0 == template.id).map(|it| (it.1, it.2)).collect();
        assert_eq!(stated, wanted, "{}", template.id);
    }
    for (kind, element, _, says) in ELEMENTS {
        let template = templates.iter().find(|it| it.id == kind).expect("a kind");
        let text = answering(template, element);
        for it in says {
            assert!(text.contains(it), "{kind}, {element}: does not say `{it}`: {text}");
        }
    }
}

/// The parts of a template's text, each from its `[[passage]]`; the first is what stands before.
fn parts(source: &str) -> Vec<String> {
    let mut parts = source.split("[[passage]]");
    let first = parts.next().unwrap_or_default().to_owned();
    std::iter::once(first).chain(parts.map(|it| format!("[[passage]]{it}"))).collect()
}

/// A template without the passage that answers an element is refused, with the element's name.
#[test]
fn a_missing_passage_is_noticed_by_name() {
    let files = shipped::drafts();
    for (kind, element, _, _) in ELEMENTS {
        let path = format!("{kind}.toml");
        let parts = parts(files.text(&path));
        let answers = |it: &String| it.contains(&format!("\nelement = \"{element}\""));
        assert_eq!(parts.iter().filter(|it| answers(it)).count(), 1, "{kind}: one passage answers {element}");
        let without: String = parts.iter().filter(|it| !answers(it)).map(String::as_str).collect();
        let said = faults(&path, &without);
        let wanted = format!("{kind}.toml");
        let named = format!("no passage of `{kind}` answers the required element `{element}`");
        assert!(said.contains(&named) && said.contains(&wanted), "{said}");
        let optional = files
            .text(&path)
            .replace(&format!("\nelement = \"{element}\""), &format!("\nelement = \"{element}\"\noptional = true"));
        assert!(faults(&path, &optional).contains(&named), "an optional passage answers nothing");
    }
}

/// A small sound template.
const SOUND: &str = r#"
id = "paper"
title = "Paper"
about = "A paper."
obligations = ["CON-1"]
required = [{ element = "promise", provision = "57-12C-5" }]

[[passage]]
heading = "Promise"
text = ["{tool_name} is safe, says {vendor_name: the vendor}. {gap: date}"]
provisions = ["57-12C-5"]
element = "promise"
"#;

#[test]
fn a_faulty_template_is_refused() {
    let check = |from: &str, to: &str, wanted: &str| {
        assert!(SOUND.contains(from));
        let said = faults("paper.toml", &SOUND.replace(from, to));
        assert!(said.contains(wanted) && said.contains("paper.toml"), "{from} -> {to}: {said}");
    };
    assert_eq!(faults("paper.toml", SOUND), "no faults");
    check("CON-1", "CON-11", "there is no obligation `CON-11`");
    check("provisions = [\"57-12C-5\"]", "provisions = [\"57-12C-55\"]", "there is no provision `57-12C-55`");
    check("provision = \"57-12C-5\"", "provision = \"57-12C-55\"", "there is no provision `57-12C-55`");
    check("element = \"promise\"\n", "element = \"promis\"\n", "there is no element `promis`");
    check("provisions = [\"57-12C-5\"]", "provisions = []", "does not cite its provision `57-12C-5`");
    check("tool_name", "tool_nam", "there is no question `tool_nam`");
    check("{gap: date}", "{gap: date", "is not closed");
    check("{gap: date}", "{gap:}", "a gap does not say what to fill in");
    check("heading =", "header =", "unknown key `header`");
    check("id = \"paper\"", "id = \"papers\"", "the template `papers` is in `paper.toml`");
    check("required = [", "required = [{ element = \"promise\", provision = \"57-12C-5\" }, ", "is here twice");
    check("[[passage]]", "[[passages]]", "has no passage");
}
