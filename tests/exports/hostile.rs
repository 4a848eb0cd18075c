//! Hostile text in a report: each payload comes back as exactly the text it is, and nothing else of
//! the document changes.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use obligato::answer::Answer;
use obligato::export::{DocFormat, Format, ReportExtent, render};
use obligato::judge::Reason;
use obligato::pack::{Pack, Step, WarningId};
use obligato::report::{Advice, Given, GivenWarning, Item, Report, Standing};
use obligato::words::Words;
use obligato::{shipped, text};
use serde_json::Value;

use crate::exports::pieces::{Piece, pieces, rows};
use crate::exports::{read_in_pieces, report_of};

/// What stands in the harmless report where payloads stand in the others.
const HARMLESS: &str = "Harmlesstext";

/// What people with bad intent, and programs with bad luck, write where text is asked for.
pub fn payloads() -> Vec<String> {
    let file = fs::read_to_string("tests/exports/payloads.json").expect("payloads");
    let kinds: serde_json::Map<String, Value> = serde_json::from_str(&file).expect("JSON");
    let all = kinds.values().flat_map(|it| it.as_array().expect("a list"));
    all.map(|it| it.as_str().expect("a text").to_owned()).collect()
}

/// The pack with `with` as every text that a report says.
fn pack_with(with: &str) -> Pack {
    let mut pack = shipped::pack();
    let text = || with.to_owned();
    for it in &mut pack.obligations {
        (it.title, it.asks) = (text(), text());
        it.steps.iter_mut().chain(&mut it.notes).for_each(|it| it.text = text());
        it.confirm.iter_mut().for_each(|it| *it = text());
        it.deadline.iter_mut().for_each(|it| it.says = text());
    }
    for it in &mut pack.questions {
        it.ask = text();
        it.answers.iter_mut().for_each(|answer| answer.says = text());
        it.choices.iter_mut().for_each(|choice| choice.label = text());
    }
    for it in &mut pack.readings {
        (it.title, it.ask, it.why, it.yes, it.no) = (text(), text(), text(), text(), text());
    }
    for it in &mut pack.sources {
        (it.citation, it.heading, it.says, it.binds) = (text(), text(), text(), text());
        it.exceptions = Some(text());
    }
    pack.warnings.iter_mut().for_each(|it| (it.says, it.ask) = (text(), text()));
    pack.groups.iter_mut().for_each(|it| it.title = text());
    pack.sections.iter_mut().for_each(|it| it.title = text());
    pack.disclaimer = text();
    pack
}

/// A report over `pack` with something at every place and `with` as every text of people.
fn report_with<'p>(pack: &'p Pack, with: &str) -> Report<'p> {
    let mut report = retailer(pack);
    for it in &mut report.answers {
        (it.origin.note, it.origin.by) = (Some(with.to_owned()), Some(with.to_owned()));
    }
    let names = pack.names;
    for question in [names.tool, names.vendor, names.answered_by].map(|it| it.expect("it is asked for")) {
        let answer = Answer::Text(with.to_owned());
        report.answers.push(Given { question, answer, ..report.answers[0].clone() });
    }
    let questions = report.answers.iter().map(|given| given.question).take(2).collect();
    report.warnings.push(GivenWarning { id: WarningId(0), questions });
    for item in &mut report.obligations {
        item.because.iter_mut().chain(&mut item.met_because).for_each(|it| say(it, with));
    }
    report
}

fn say(reason: &mut Reason, with: &str) {
    with.clone_into(&mut reason.says);
    reason.because.iter_mut().for_each(|it| say(it, with));
}

/// What the retailer's answers establish of a few obligations, in the texts of `pack`.
fn retailer(pack: &Pack) -> Report<'_> {
    static RETAILER: LazyLock<Report<'static>> = LazyLock::new(|| report_of("tests/reports/retailer.json"));
    let obligations = few(&RETAILER).map(|item| {
        let obligation = pack.obligation(item.id);
        let steps = advice(&item.steps, &obligation.steps);
        let notes = advice(&item.notes, &obligation.notes);
        Item { obligation, steps, notes, ..item.clone() }
    });
    Report { pack, obligations: obligations.collect(), ..RETAILER.clone() }
}

/// As much advice as `like`, in the texts of `steps`.
fn advice<'p>(like: &[Advice<'_>], steps: &'p [Step]) -> Vec<Advice<'p>> {
    like.iter().zip(steps).map(|(it, step)| Advice { text: &step.text, certain: it.certain }).collect()
}

/// Two obligations of each place: enough for everything that a document can say of one.
fn few<'a>(report: &'a Report<'static>) -> impl Iterator<Item = &'a Item<'static>> {
    Standing::ALL.into_iter().flat_map(|it| report.items_at(it).take(2))
}

/// Every form that is read in pieces, in full. What only a usual report tells is drawn like the rest, so two
/// forms of it will do.
fn forms() -> impl Iterator<Item = (Format, ReportExtent)> {
    let usual = [DocFormat::Html, DocFormat::Markdown].map(|form| (Format::Document(form), ReportExtent::Usual));
    read_in_pieces().map(|format| (format, ReportExtent::Full)).chain(usual)
}

/// The same in each of `forms`: the pack is made once for all of them.
fn rendered(with: &str, forms: impl Iterator<Item = (Format, ReportExtent)>, words: &Words) -> Vec<(Format, Vec<u8>)> {
    let pack = pack_with(with);
    let report = report_with(&pack, with);
    forms.map(|(format, extent)| (format, render(&report, format, &extent.into(), words))).collect()
}

/// The text that a reader gets for `payload` within `text`.
fn expected(format: Format, text: &str, harmless: &str, payload: &str) -> String {
    let raw = text.replace(harmless, payload);
    match format {
        Format::Json => raw,
        Format::Csv => {
            let computed = raw.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
            format!("{}{}", if computed { "'" } else { "" }, text::shown(&raw))
        }
        Format::Document(DocFormat::Text) => text::shown(&raw).chars().filter(|it| !it.is_whitespace()).collect(),
        Format::Document(_) => text.replace(harmless, &text::shown(payload)),
    }
}

/// `hostile` is what `plain` is, with `payload` where `harmless` stands in it, and as text.
pub fn assert_inert(format: Format, plain: &[Piece], hostile: &[u8], harmless: &str, payload: &str) {
    let hostile = pieces(format, hostile);
    // A sentence may begin with it.
    let [begun, given] =
        [&obligato::tell::capital(payload), payload].map(|it| expected(format, harmless, harmless, it));
    for (before, after) in plain.iter().zip(&hostile) {
        match (before, after) {
            (Piece::Text(text), Piece::Text(after)) => {
                let wanted = expected(format, text, harmless, payload);
                if *after != wanted {
                    let [after, wanted] = [after, &wanted].map(|text| text.replace(&begun, &given));
                    assert_eq!(after, wanted, "{}: {payload:?}", format.name());
                }
            }
            (before, after) => assert_eq!(after, before, "{}: {payload:?}", format.name()),
        }
    }
    assert_eq!(plain.len(), hostile.len(), "{}: {payload:?}", format.name());
}

#[test]
fn every_payload_is_text_in_every_form() {
    let (words, payloads) = (shipped::words(), payloads());
    assert!(payloads.len() >= 200, "{} payloads", payloads.len());
    assert_eq!(payloads.iter().collect::<BTreeSet<_>>().len(), payloads.len(), "no payload stands there twice");
    let harmless: Vec<Vec<Piece>> =
        rendered(HARMLESS, forms(), words).iter().map(|(format, bytes)| pieces(*format, bytes)).collect();
    for ((format, _), harmless) in forms().zip(&harmless) {
        let places = harmless.iter().filter(|it| matches!(it, Piece::Text(it) if it.contains(HARMLESS))).count();
        assert!(
            places >= if format == Format::Document(DocFormat::Text) { 1 } else { 20 },
            "{}: {places} places",
            format.name()
        );
    }
    for payload in &payloads {
        for ((format, hostile), harmless) in rendered(payload, forms(), words).iter().zip(&harmless) {
            assert_inert(*format, harmless, hostile, HARMLESS, payload);
        }
    }
}

#[test]
fn no_cell_is_a_formula() {
    let words = shipped::words();
    for payload in payloads() {
        for (_, table) in rendered(&payload, std::iter::once((Format::Csv, ReportExtent::Full)), words) {
            for cell in rows(&table).concat() {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{payload:?}: {cell:?}");
                assert!(text::first_unsafe(&cell).is_none(), "{payload:?}: {cell:?}");
            }
        }
    }
}

#[test]
fn no_text_form_holds_what_may_not_be_shown() {
    let words = shipped::words();
    for payload in payloads() {
        let texts = Format::ALL.into_iter().filter(|it| it.is_text() && *it != Format::Json);
        let texts = texts.flat_map(|format| ReportExtent::ALL.map(|extent| (format, extent)));
        for (format, bytes) in rendered(&payload, texts, words) {
            let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
            let text = std::str::from_utf8(bytes).expect("UTF-8").replace("\r\n", "\n");
            let hidden = text.lines().find_map(text::first_unsafe);
            assert_eq!(hidden, None, "{}: {payload:?}", format.name());
        }
    }
}

/// An address with anything in it is followed only if nothing in it can mean something else.
#[test]
fn an_address_is_followed_only_if_it_is_plainly_one() {
    let words = shipped::words();
    let good = |it: &str| {
        (it.starts_with("https://") || it.starts_with("http://"))
            && it.chars().all(|it| it.is_ascii_graphic() && !"\"'<>\\^`{|}".contains(it))
    };
    let mut pack = shipped::pack();
    for payload in payloads().iter().flat_map(|it| [it.clone(), format!("https://example.org/{it}")]) {
        pack.official.clone_from(&payload);
        pack.bodies.iter_mut().for_each(|body| body.official = Some(payload.clone()));
        pack.sources.iter_mut().for_each(|it| it.link.clone_from(&payload));
        let report = retailer(&pack);
        for (format, key) in
            [(Format::Document(DocFormat::Html), "href="), (Format::Document(DocFormat::Docx), "Target=")]
        {
            let found = pieces(format, &render(&report, format, &ReportExtent::Full.into(), words));
            let addresses = found.iter().filter_map(|it| match it {
                Piece::Mark(it) => it.strip_prefix(key),
                Piece::Text(_) => None,
            });
            let outside: Vec<&str> =
                addresses.filter(|it| !it.starts_with('#') && it.strip_suffix(".xml").is_none()).collect();
            assert!(outside.iter().all(|it| *it == payload && good(it)), "{payload:?}: {outside:?}");
            assert_eq!(outside.is_empty(), !good(&payload), "{payload:?}");
            let elements = found.iter().filter(|it| matches!(it, Piece::Mark(it) if it == "<script>" || it == "<img>"));
            assert_eq!(elements.count(), 0, "{payload:?}");
        }
    }
}
