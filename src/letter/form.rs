//! A letter as a form: one HTML file in which the addressee fills in the answers in a browser and
//! saves a reply file. It loads nothing and sends nothing; its script is the one in
//! `assets/letter`, and its policy lets no other run.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::export::head;
use crate::letter::contents::{Letter, LetterQuestion};
use crate::letter::told::{
    follows_text, introduction, letter_about, letter_title, meaning_text, name_with_sources, none_label, ticked_text,
};
use crate::pack::Kind;
use crate::text;
use crate::words::Words;

/// The style of the form, after that of every document.
const FORM_STYLE: &str = include_str!("../../assets/letter/form.css");

/// The script behind the button.
const SCRIPT: &str = include_str!("../../assets/letter/reply.js");

/// The SHA-256 of the script, as in the policy. A test checks it.
const SCRIPT_HASH: &str = "sha256-tB0GveuLriJlal0j+VtCN57FGrvsytalwm9IZQTc6p4=";

/// `letter` as a form.
pub fn letter_form(letter: &Letter<'_>, words: &Words) -> String {
    let title = text::shown(&letter_title(letter, words));
    let policy = format!("default-src 'none'; style-src 'unsafe-inline'; script-src '{SCRIPT_HASH}'");
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            (head(&title, &policy, FORM_STYLE))
            body.form {
                main {
                    h1 { (title) }
                    dl { @for (label, text) in letter_about(letter, words) { dt { (label) } dd { (text::shown(&text)) } } }
                    @for text in introduction(letter, words) { p { (text) } }
                    p { (words.letter.form.how) " " (words.letter.form.leave) }
                    noscript { p.fault { (words.letter.form.no_script) } }
                    (body(letter, words))
                    footer { p { (letter.pack.disclaimer) } }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string() + "\n"
}

/// Draws the form itself; its attributes hold what the script needs.
fn body(letter: &Letter<'_>, words: &Words) -> Markup {
    let pack = &letter.pack;
    html! {
        form #reply autocomplete="off" novalidate
            data-pack=(pack.id) data-version=(pack.version) data-digest=(pack.digest)
            data-assessment=(letter.frame.assessment) data-to=(letter.to.name())
            data-name-missing=(words.letter.form.name_missing) data-nothing=(words.letter.form.nothing) {
            @for (at, asked) in letter.asked.iter().enumerate() { (question(at + 1, asked, words)) }
            section.who {
                h2 { (words.letter.form.who) }
                label.text { span { (words.letter.name) } input #by type="text" name="by" maxlength=(text::MAX_TEXT) required; }
                p { (words.letter.form.name_help) }
                p #fault .fault role="alert" {}
                button type="submit" { (words.letter.form.save) }
                div #saved hidden role="status" {
                    p { (words.letter.form.saved) }
                    p { code #file {} }
                    p { (words.letter.form.again) }
                }
            }
        }
    }
}

fn question(number: usize, asked: &LetterQuestion<'_>, words: &Words) -> Markup {
    let of = asked.question;
    let kind = of.kind.name();
    let given = asked.ticked.iter().filter_map(|it| of.choices.get(*it)).map(|it| it.id.as_str());
    let given: Vec<&str> = given.collect();
    html! {
        fieldset.question data-question=(of.id) data-kind=(kind) data-ticked=(given.join(" ")) {
            legend { h2 { span.id { (number) "." } " " (of.ask) } }
            p { (of.help) }
            @if let Some(text) = follows_text(asked, words) { p { (text) } }
            @if let Some(text) = ticked_text(asked, words) { p { (text) } }
            div.choices { (choices(asked, words)) }
            p.fault role="alert" {}
            @if let Some(evidence) = &of.evidence {
                p.shows { (words.common.question.evidence) ": " (evidence) }
            }
            label.text { span { (words.common.origin_field.evidence) } input.evidence type="text" maxlength=(text::MAX_TEXT); }
            label.text { span { (words.common.origin_field.note) } input.note type="text" maxlength=(text::MAX_TEXT); }
            details {
                summary { (words.letter.why) }
                ul { @for obligation in &asked.matters { li { (name_with_sources(obligation, words)) } } }
                h4 { (words.letter.means) }
                ul {
                    @for meaning in &asked.means {
                        @let (label, results) = meaning_text(meaning, of, words);
                        li { (label) ul { @for result in results { li { (result) } } } }
                    }
                }
            }
        }
    }
}

/// Draws the input: one option, several options, a number, a day, or a line of text.
fn choices(asked: &LetterQuestion<'_>, words: &Words) -> Markup {
    let of = asked.question;
    let unsure = words.letter.unsure;
    let open = of.choices.iter().enumerate().filter(|(at, _)| !asked.ticked.contains(at)).map(|(_, option)| option);
    let labels = open.map(|option| (option.id.as_str(), option.label.as_str(), option.help.as_deref()));
    let radio = |value: &str, label: &str, help: Option<&str>| choice("radio", &of.id, value, label, help);
    let tick = |value: &str, label: &str, help: Option<&str>| choice("checkbox", &of.id, value, label, help);
    html! {
        @match &of.kind {
            Kind::YesNo => {
                (radio("true", words.common.answer.yes, None)) (radio("false", words.common.answer.no, None))
            }
            Kind::OneOf => { @for (id, label, help) in labels { (radio(id, label, help)) } }
            Kind::AnyOf => {
                @for (id, label, help) in labels { (tick(id, label, help)) }
                (tick("none", none_label(asked, words), None)) (tick("rest", words.common.answer.rest_unsure, None))
            }
            Kind::Number { min, max, unit, .. } => {
                @let fault = words.letter.form.bad_number(max, min);
                label.text { input.value type="number" min=(min) max=(max) step="1" data-fault=(fault) aria-label=(of.ask); span { (unit.name()) } }
                @for (id, label, help) in labels { (radio(id, label, help)) }
            }
            Kind::Date { min, max, .. } => {
                label.text { input.value type="date" min=(min) max=(max) aria-label=(of.ask); }
            }
            Kind::Text => { label.text { input.value type="text" maxlength=(text::MAX_TEXT) aria-label=(of.ask); } }
        }
        (radio("unsure", unsure, None))
    }
}

fn choice(kind: &str, name: &str, value: &str, label: &str, help: Option<&str>) -> Markup {
    html! {
        label.choice {
            input type=(kind) name={ "q-" (name) } value=(value);
            span { (label) @if let Some(help) = help { small { (help) } } }
        }
    }
}
