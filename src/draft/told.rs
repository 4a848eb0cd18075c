//! A draft as a document: the paper itself, its gaps, and the provision that each passage answers.

use crate::answer::Answer;
use crate::draft::template::{Filling, Passage, PassagePart, Template};
use crate::export::{DocBlock, Document, TableRow, laid_out};
use crate::judge::{Ground, Reason};
use crate::pack::{Confidence, ObligationId, Pack, QuestionId, SourceId};
use crate::report::{self, Item, Standing};
use crate::session::Session;
use crate::tell;
use crate::words::Words;

/// Fills `template` from the answers of `session` and lays it out as a document.
pub fn draft_document(template: &Template, session: &Session<'_>, words: &Words) -> Document {
    let mut draft = Draft { template, session, words, filling: Filling::new(session, words), blocks: Vec::new() };
    draft.head();
    draft.obligations();
    draft.passages(words.draft.before, PassagePart::Aside);
    draft.blocks.push(DocBlock::NewPage);
    draft.passages(words.draft.paper, PassagePart::Paper);
    draft.passages(words.draft.optional_heading, PassagePart::Optional);
    draft.blocks.push(DocBlock::NewPage);
    draft.answers();
    draft.provenance();
    let checked = session.pack().law_checked_on.to_string();
    Document::new(&template.title, Some(checked), draft.blocks)
}

/// A draft being written.
struct Draft<'a> {
    template: &'a Template,
    session: &'a Session<'a>,
    words: &'a Words,
    filling: Filling<'a>,
    blocks: Vec<DocBlock>,
}

impl Draft<'_> {
    fn heading(&mut self, name: &str) {
        self.blocks.push(DocBlock::Heading(2, name.to_owned()));
    }

    fn pair(&mut self, label: &str, text: String) {
        self.blocks.push(DocBlock::Pair(label.to_owned(), text));
    }

    fn head(&mut self) {
        self.blocks.push(DocBlock::Heading(1, self.template.title.clone()));
        let counsel = self.words.draft.counsel.to_owned();
        self.blocks.push(DocBlock::Text(counsel));
        let names = self.session.pack().names;
        let counts = |id: &QuestionId| self.session.progress().replay.answered.contains(id);
        let of = &self.words.export;
        let each = [
            (of.business, names.business),
            (of.tool, names.tool),
            (of.vendor, names.vendor),
            (of.answered_by, names.answered_by),
        ];
        for (label, question) in each {
            let text = match question.filter(counts).and_then(|id| self.session.assessment().answer(id)) {
                Some(Answer::Text(line)) => line.clone(),
                _ => self.words.common.not_known.to_owned(),
            };
            self.pair(label, text);
        }
        self.blocks.push(DocBlock::Text(self.template.about.clone()));
    }

    /// Adds the standing of each obligation that the paper answers, so that nobody unknowingly
    /// drafts what the law does not require.
    fn obligations(&mut self) {
        self.heading(self.words.draft.obligations);
        let report = self.session.report();
        let mut last = None;
        let standings: Vec<Standing> = self.template.obligations.iter().map(|it| self.standing(*it)).collect();
        for (id, standing) in self.template.obligations.iter().zip(&standings) {
            let of = self.session.pack().obligation(*id);
            let kind = tell::kind(of.kind, self.words);
            let means = tell::standing_means(*standing, self.words);
            let standing_text = tell::standing(*standing, self.words);
            self.blocks.push(DocBlock::Point(
                0,
                self.words.draft.obligation(of.id.as_str(), kind, means, standing_text, &of.title),
            ));
            let grounds = report.obligations.iter().find(|item| item.id == *id).and_then(|item| self.grounds(item));
            // Those that share their condition share their grounds.
            if grounds != last {
                self.blocks.extend(grounds.iter().flatten().cloned());
                last = grounds;
            }
        }
        if standings.iter().all(|standing| *standing == Standing::RuledOut) {
            let text = self.words.draft.not_asked.to_owned();
            self.blocks.push(DocBlock::Text(text));
        }
    }

    /// Names the answers that make an obligation due, or that could still settle it.
    fn grounds(&self, item: &Item<'_>) -> Option<Vec<DocBlock>> {
        let (says, named) = match item.standing {
            Standing::ToDo | Standing::InPlace | Standing::AlsoCheck => {
                (self.words.draft.due_by, answers_behind(&item.because))
            }
            Standing::Open => (self.words.draft.open_until, questions_behind(item, self.session.pack())),
            Standing::RuledOut => return None,
        };
        let points = named.into_iter().map(|text| DocBlock::Point(2, tell::capital(&text)));
        Some(std::iter::once(DocBlock::Point(1, says.to_owned())).chain(points).collect())
    }

    fn standing(&self, id: ObligationId) -> Standing {
        let kind = self.session.pack().obligation(id).kind;
        let judgement = self.session.judgements().get(id.0).expect("a judgement of each obligation");
        report::standing(kind, *judgement)
    }

    /// Adds the passages of `part`, under a heading of their own.
    fn passages(&mut self, heading: &str, part: PassagePart) {
        let mut passages = self.template.passages.iter().filter(|passage| passage.part == part).peekable();
        if passages.peek().is_some() {
            self.heading(heading);
        }
        passages.for_each(|it| self.passage(it));
    }

    fn passage(&mut self, passage: &Passage) {
        self.blocks.push(DocBlock::Heading(3, passage.heading.clone()));
        if passage.part == PassagePart::Optional {
            let text = self.words.draft.optional.to_owned();
            self.blocks.push(DocBlock::Text(text));
        }
        for paragraph in &passage.text {
            let text = self.filling.text(paragraph);
            self.blocks.push(if paragraph.is_point { DocBlock::Point(0, text) } else { DocBlock::Text(text) });
        }
        if !passage.provisions.is_empty() {
            let list = citations(self.session.pack(), &passage.provisions);
            self.blocks.push(DocBlock::Text(self.words.draft.provisions(&list)));
        }
    }

    /// Adds the gaps, the provisions that each passage answers, and where to read them.
    fn answers(&mut self) {
        self.heading(self.words.draft.gaps);
        let gaps = std::mem::replace(&mut self.filling, Filling::new(self.session, self.words)).gaps();
        if gaps.is_empty() {
            let text = self.words.draft.no_gaps.to_owned();
            self.blocks.push(DocBlock::Text(text));
        }
        self.blocks.extend(gaps.into_iter().map(|it| DocBlock::Point(0, it)));
        self.heading(self.words.draft.answers);
        let columns = [
            self.words.draft.column.passage,
            self.words.draft.column.answers,
            self.words.draft.column.provision,
            self.words.draft.column.sure,
        ];
        let rows = self.template.passages.iter().map(|it| self.row(it)).collect();
        self.blocks.push(DocBlock::Table(columns.map(str::to_owned).to_vec(), rows));
        self.heading(self.words.draft.links);
        for id in cited(self.template) {
            let source = self.session.pack().source(id);
            if !source.link.is_empty() {
                self.blocks.push(DocBlock::link(source.citation.clone(), &source.link));
            }
        }
    }

    fn row(&self, passage: &Passage) -> TableRow {
        let pack = self.session.pack();
        let answers = match (&passage.element, passage.part) {
            (Some(element), _) => element.clone(),
            (None, PassagePart::Optional) => self.words.draft.optional.to_owned(),
            (None, PassagePart::Aside) => self.words.draft.aside.to_owned(),
            (None, PassagePart::Paper) if passage.provisions.is_empty() => self.words.draft.frame.to_owned(),
            (None, PassagePart::Paper) => self.words.draft.supports.to_owned(),
        };
        let cells = vec![passage.heading.clone(), answers, citations(pack, &passage.provisions), self.sure(passage)];
        TableRow { to: None, cells }
    }

    /// Tells how certain the provisions of `passage` are, naming them where they differ.
    fn sure(&self, passage: &Passage) -> String {
        let pack = self.session.pack();
        let mut kinds: Vec<(Confidence, Vec<SourceId>)> = Vec::new();
        for &id in &passage.provisions {
            let kind = pack.source(id).confidence;
            match kinds.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, ids)) => ids.push(id),
                None => kinds.push((kind, vec![id])),
            }
        }
        let alone = kinds.len() == 1;
        let each = kinds.into_iter().map(|(kind, ids)| {
            let sure = tell::confidence(kind, self.words);
            let list = citations(pack, &ids);
            if alone { sure.to_owned() } else { self.words.draft.sure_of(&list, sure) }
        });
        each.collect::<Vec<String>>().join(" ")
    }

    fn provenance(&mut self) {
        let pack = self.session.pack();
        self.heading(self.words.draft.about);
        self.pair(self.words.common.law.checked, tell::day_text(pack.law_checked_on, self.words));
        self.pair(
            self.words.export.made_with.pack,
            self.words.export.made_with.pack_line(pack.id.as_str(), &pack.version),
        );
        let official = tell::official_pages(pack, cited(self.template), self.words);
        self.blocks.extend(laid_out(&official, pack));
        self.blocks.push(DocBlock::Text(pack.disclaimer.clone()));
    }
}

/// Returns the answers that `reasons` rest on, as sentences, each once.
fn answers_behind(reasons: &[Reason]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for reason in reasons.iter().flat_map(Reason::with_all_below) {
        if matches!(reason.ground, Ground::Answer(_)) && !found.contains(&reason.says) {
            found.push(reason.says.clone());
        }
    }
    found
}

/// Returns the questions and legal points that could still settle `item`.
fn questions_behind(item: &Item<'_>, pack: &Pack) -> Vec<String> {
    let questions = item.settled_by.iter().map(|by| pack.question(by.question).ask.clone());
    questions.chain(item.turns_on.iter().map(|turn| pack.reading(turn.reading).title.clone())).collect()
}

fn citations(pack: &Pack, ids: &[SourceId]) -> String {
    ids.iter().map(|id| pack.source(*id).citation.as_str()).collect::<Vec<&str>>().join("; ")
}

/// Returns every provision that `template` cites, each once, in the order of the passages.
fn cited(template: &Template) -> Vec<SourceId> {
    let mut found = Vec::new();
    for id in template.passages.iter().flat_map(|it| &it.provisions) {
        if !found.contains(id) {
            found.push(*id);
        }
    }
    found
}
