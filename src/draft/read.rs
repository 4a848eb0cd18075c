//! Reads templates strictly, reporting all faults at once, each with its place. A template that
//! omits what the law requires of the paper is faulty.

use crate::condition::nearest_name;
use crate::draft::template::{Element, Paragraph, Passage, PassagePart, Piece, Template};
use crate::finding::Finding;
use crate::pack::{Fields, Files, ObligationId, Pack, PackReader, SourceId, SpannedString, Spot, read_file};

/// How a point of a list begins.
const POINT: &str = "- ";

/// The name of a gap, in place of that of a question.
const GAP: &str = "gap";

/// A template as its file states it.
struct RawTemplate {
    id: SpannedString,
    title: SpannedString,
    about: SpannedString,
    obligations: Vec<SpannedString>,
    required: Vec<(SpannedString, SpannedString)>,
    passages: Vec<RawPassage>,
    spot: Spot,
}

/// A passage as its file states it.
struct RawPassage {
    heading: SpannedString,
    text: Vec<SpannedString>,
    provisions: Vec<SpannedString>,
    element: Option<SpannedString>,
    part: PassagePart,
}

/// Reads the templates in `files`, one per file, in the order of their names.
///
/// # Errors
/// All that is wrong with them, or does not fit `pack`.
pub fn read_templates(pack: &Pack, files: &Files) -> Result<Vec<Template>, Vec<Finding>> {
    let (mut templates, mut findings) = (Vec::new(), Vec::new());
    for path in files.paths() {
        let Some((file, source)) = files.find(path) else { continue };
        let raw = read_file(&mut PackReader { path, source, file, findings: &mut findings }, "template", template);
        let mut names = TemplateNames { pack, files, findings: &mut findings };
        templates.extend(raw.map(|it| names.template(path, &it)));
    }
    // The order of files differs if one name is a prefix of another.
    templates.sort_by(|a: &Template, b| a.id.cmp(&b.id));
    if findings.is_empty() { Ok(templates) } else { Err(findings) }
}

fn template(of: &mut Fields<'_, '_, '_>) -> RawTemplate {
    RawTemplate {
        id: of.text("id"),
        title: of.text("title"),
        about: of.text("about"),
        obligations: of.some_texts("obligations"),
        required: of.tables("required", "required element", |of| (of.text("element"), of.text("provision"))),
        passages: of.tables("passage", "passage", passage),
        spot: of.spot(),
    }
}

fn passage(of: &mut Fields<'_, '_, '_>) -> RawPassage {
    RawPassage {
        heading: of.text("heading"),
        text: of.some_texts("text"),
        provisions: of.texts("provisions"),
        element: of.maybe_text("element"),
        part: part(of),
    }
}

fn part(of: &mut Fields<'_, '_, '_>) -> PassagePart {
    match (of.flag("optional"), of.flag("aside")) {
        (_, true) => PassagePart::Aside,
        (true, false) => PassagePart::Optional,
        (false, false) => PassagePart::Paper,
    }
}

/// Looks up the names in a template.
struct TemplateNames<'a> {
    pack: &'a Pack,
    files: &'a Files,
    findings: &'a mut Vec<Finding>,
}

impl TemplateNames<'_> {
    fn fault(&mut self, code: &'static str, spot: &Spot, message: impl Into<String>, help: Option<String>) {
        let mut finding = Finding::error(code, self.files.place(spot), message);
        finding.help = help;
        self.findings.push(finding);
    }

    fn unknown<'n>(&mut self, name: &str, spot: &Spot, what: &str, names: impl Iterator<Item = &'n str>) {
        let help = nearest_name(name, names).map(|it| format!("did you mean `{it}`?"));
        self.fault("unknown-name", spot, format!("there is no {what} `{name}`"), help);
    }

    fn template(&mut self, path: &str, raw: &RawTemplate) -> Template {
        if format!("{}.toml", raw.id.text) != path {
            let help = Some(format!("put the template `{}` into `{}.toml`", raw.id.text, raw.id.text));
            self.fault("wrong-file", &raw.id.spot, format!("the template `{}` is in `{path}`", raw.id.text), help);
        }
        self.elements(raw);
        let obligations = raw.obligations.iter().filter_map(|it| self.obligation(it)).collect();
        let required = raw.required.iter().filter_map(|(name, provision)| {
            let provision = self.provision(provision)?;
            Some(Element { name: name.text.clone(), provision })
        });
        Template {
            required: required.collect(),
            obligations,
            passages: raw.passages.iter().map(|it| self.passage(raw, it)).collect(),
            id: raw.id.text.clone(),
            title: raw.title.text.clone(),
            about: raw.about.text.clone(),
        }
    }

    /// Checks that each required element is listed once, and that a passage of the paper itself
    /// answers it.
    fn elements(&mut self, raw: &RawTemplate) {
        if raw.passages.is_empty() {
            self.fault("no-passage", &raw.spot, format!("the template `{}` has no passage", raw.id.text), None);
        }
        for (at, (name, _)) in raw.required.iter().enumerate() {
            if raw.required.iter().take(at).any(|(earlier, _)| earlier.text == name.text) {
                self.fault("twice", &name.spot, format!("the element `{}` is here twice", name.text), None);
            }
            let answers = |passage: &RawPassage| {
                passage.part == PassagePart::Paper
                    && passage.element.as_ref().is_some_and(|element| element.text == name.text)
            };
            if !raw.passages.iter().any(answers) {
                let message = format!("no passage of `{}` answers the required element `{}`", raw.id.text, name.text);
                let help =
                    format!("add a passage with `element = \"{}\"` that is neither optional nor aside", name.text);
                self.fault("missing-element", &name.spot, message, Some(help));
            }
        }
    }

    fn obligation(&mut self, name: &SpannedString) -> Option<ObligationId> {
        let pack = self.pack;
        let found = pack.obligation_by_id(&name.text);
        if found.is_none() {
            self.unknown(&name.text, &name.spot, "obligation", pack.obligations.iter().map(|it| it.id.as_str()));
        }
        found
    }

    fn provision(&mut self, name: &SpannedString) -> Option<SourceId> {
        let pack = self.pack;
        let found = pack.sources.iter().position(|source| source.id == name.text);
        if found.is_none() {
            self.unknown(&name.text, &name.spot, "provision", pack.sources.iter().map(|it| it.id.as_str()));
        }
        found.map(SourceId)
    }

    fn passage(&mut self, of: &RawTemplate, raw: &RawPassage) -> Passage {
        if let Some(name) = &raw.element {
            self.answered(of, raw, name);
        }
        Passage {
            heading: raw.heading.text.clone(),
            text: raw.text.iter().filter_map(|it| self.paragraph(&it.text, &it.spot)).collect(),
            provisions: raw.provisions.iter().filter_map(|it| self.provision(it)).collect(),
            element: raw.element.as_ref().map(|it| it.text.clone()),
            part: raw.part,
        }
    }

    /// Checks that a passage answers a known element and cites the provision that requires it.
    fn answered(&mut self, of: &RawTemplate, raw: &RawPassage, name: &SpannedString) {
        let Some((_, provision)) = of.required.iter().find(|(element, _)| element.text == name.text) else {
            return self.unknown(
                &name.text,
                &name.spot,
                "element",
                of.required.iter().map(|(element, _)| element.text.as_str()),
            );
        };
        if !raw.provisions.iter().any(|cited| cited.text == provision.text) {
            let message =
                format!("the passage that answers `{}` does not cite its provision `{}`", name.text, provision.text);
            self.fault("uncited-element", &name.spot, message, None);
        }
    }

    /// Splits a paragraph into pieces. Reports a fault and returns `None` if a brace is left open
    /// or names nothing.
    fn paragraph(&mut self, text: &str, spot: &Spot) -> Option<Paragraph> {
        let (is_point, mut rest) = text.strip_prefix(POINT).map_or((false, text), |it| (true, it));
        let mut pieces = Vec::new();
        while let Some((before, after)) = rest.split_once('{') {
            let Some((blank, tail)) = after.split_once('}') else {
                self.fault("open-brace", spot, format!("`{{{after}` is not closed"), None);
                return None;
            };
            pieces.push(Piece::Words(before.to_owned()));
            pieces.push(self.blank(blank, spot)?);
            rest = tail;
        }
        pieces.push(Piece::Words(rest.to_owned()));
        pieces.retain(|piece| !matches!(piece, Piece::Words(text) if text.is_empty()));
        Some(Paragraph { is_point, pieces })
    }

    /// Parses `question`, `question: what to fill in` or `gap: what to fill in`.
    fn blank(&mut self, text: &str, spot: &Spot) -> Option<Piece> {
        let (name, what) = text.split_once(':').map_or((text, ""), |(name, what)| (name, what.trim()));
        if name == GAP {
            if what.is_empty() {
                self.fault("empty", spot, "a gap does not say what to fill in", None);
                return None;
            }
            return Some(Piece::Gap(what.to_owned()));
        }
        let pack = self.pack;
        let Some(id) = pack.question_by_id(name) else {
            self.unknown(name, spot, "question", pack.questions.iter().map(|it| it.id.as_str()));
            return None;
        };
        let what = if what.is_empty() { &pack.question(id).ask } else { what };
        Some(Piece::Blank(id, what.to_owned()))
    }
}
