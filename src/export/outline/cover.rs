//! The cover page: what counsel must see within a minute to know what an assessment calls for.

use std::collections::{BTreeMap, BTreeSet};

use crate::export::outline::block::DocBlock;
use crate::export::outline::fold::laid_out;
use crate::export::outline::item::ObligationTeller;
use crate::export::outline::law::collect_sources;
use crate::export::outline::parts::{anchor, answer_or_unknown, is_gap};
use crate::pack::{Confidence, ObligationKind, QuestionId, SourceId};
use crate::report::{Given, Item, Report, Standing};
use crate::tell;
use crate::words::Words;

/// The number of questions named as settling the most.
const MOST_QUESTIONS: usize = 3;

/// Adds the title, what the report is about, and the lines that summarize it.
pub fn write_cover(report: &Report<'_>, words: &Words, blocks: &mut Vec<DocBlock>) {
    let mut cover = Cover { report, words, teller: ObligationTeller::new(report, words), blocks };
    cover.head();
    cover.headline();
    cover.blocks.push(DocBlock::Heading(2, words.export.cover.heading.to_owned()));
    cover.counts();
    cover.warnings();
    cover.duties();
    cover.last_day();
    cover.open();
    cover.points();
    cover.decisions();
    cover.unverified();
    cover.answers(words.export.cover.unsure, |answer| !answer.set_aside && answer.is_unsure());
    cover.answers(words.export.cover.set_aside, |it| it.set_aside);
    cover.pair(words.export.cover.note, report.pack.disclaimer.clone());
}

struct Cover<'a> {
    report: &'a Report<'a>,
    words: &'a Words,
    teller: ObligationTeller<'a>,
    blocks: &'a mut Vec<DocBlock>,
}

impl Cover<'_> {
    fn pair(&mut self, label: &str, text: String) {
        self.blocks.push(DocBlock::Pair(label.to_owned(), text));
    }

    /// Adds a line with the number of points and each of them, or a note that there are none.
    fn line(&mut self, label: &str, points: Vec<DocBlock>) {
        if points.is_empty() {
            return self.pair(label, self.words.export.none.to_owned());
        }
        self.counted(label, points.len(), String::new());
        self.blocks.extend(points);
    }

    /// Adds a label with a number, and its content.
    fn counted(&mut self, label: &str, count: usize, text: String) {
        self.blocks.push(DocBlock::Pair(self.words.export.cover.counted(count, label), text));
    }

    fn head(&mut self) {
        let (report, words) = (self.report, self.words);
        let pack = report.pack;
        let not_known = words.common.not_known;
        self.blocks.push(DocBlock::Heading(1, words.export.title(&pack.title)));
        self.pair(words.export.tool, answer_or_unknown(report, report.pack.names.tool, words));
        self.pair(words.export.vendor, answer_or_unknown(report, report.pack.names.vendor, words));
        self.pair(words.export.answered_by, answer_or_unknown(report, report.pack.names.answered_by, words));
        self.pair(
            words.export.answered_on,
            report.answered_on.map_or_else(|| not_known.to_owned(), |date| tell::day_text(date, words)),
        );
        self.pair(words.common.law.checked, tell::day_text(pack.law_checked_on, words));
    }

    /// Adds the short answer to whether such a tool may be used. A document tells no days left: it may be
    /// read on any day.
    fn headline(&mut self) {
        let Some(told) = tell::headline(self.report, None, self.words) else { return };
        self.blocks.push(DocBlock::Heading(2, told.question.to_owned()));
        self.blocks.push(DocBlock::Text(told.answer));
        self.blocks.extend(laid_out(&told.more, self.report.pack));
        self.blocks.push(DocBlock::Text(told.rests));
    }

    fn counts(&mut self) {
        let totals = &self.report.totals;
        let each = [Standing::ToDo, Standing::Open, Standing::InPlace, Standing::AlsoCheck, Standing::RuledOut];
        let name = |standing: Standing| tell::standing(standing, self.words).to_owned();
        let mut counts: Vec<(String, usize)> =
            each.into_iter().map(|standing| (name(standing), totals.count_at(standing))).collect();
        counts.push((self.words.export.all.to_owned(), totals.all));
        if !self.report.complete {
            let left = tell::questions_left(self.report.left, self.words);
            self.blocks.push(DocBlock::Text(self.words.export.unfinished(left)));
        }
        self.blocks.push(DocBlock::Counts(counts));
    }

    /// Adds the answers that do not fit together, if there are any.
    fn warnings(&mut self) {
        let points = tell::warning_points(self.report, 1, self.words);
        if !points.is_empty() {
            let (title, about) = (self.words.common.title.warnings, self.words.tell.warning.about);
            self.counted(title, self.report.warnings.len(), about.to_owned());
            self.blocks.extend(laid_out(&points, self.report.pack));
        }
    }

    /// Adds what applies: the gaps, and what is not known to be in place.
    fn duties(&mut self) {
        let (gaps, unproven): (Vec<&Item<'_>>, Vec<&Item<'_>>) =
            self.report.items_at(Standing::ToDo).partition(|it| is_gap(it));
        for (label, items) in [(self.words.common.says.missing, gaps), (self.words.export.cover.unproven, unproven)] {
            let points = items.iter().map(|item| DocBlock::Leads(1, item.obligation.id.clone(), self.with_kind(item)));
            let points = points.collect();
            self.line(label, points);
        }
    }

    /// Returns the name of an obligation, with its kind if it is not a duty.
    fn with_kind(&self, item: &Item<'_>) -> String {
        let name = self.teller.named(item);
        match item.obligation.kind {
            ObligationKind::Duty => name,
            kind => format!("{name} ({})", tell::kind(kind, self.words)),
        }
    }

    /// Adds the earliest last day that can be computed.
    fn last_day(&mut self) {
        let items = self.report.items_at(Standing::ToDo).chain(self.report.items_at(Standing::Open));
        let dated = items.filter_map(|item| Some((item.last_day?, item)));
        let text = match dated.min_by_key(|&(date, _)| date) {
            None => self.words.export.cover.no_last_day.to_owned(),
            Some((date, item)) => {
                let of = item.obligation;
                let sure = item.standing == Standing::ToDo;
                let (words, date) = (&self.words.export.cover, tell::day_text(date, self.words));
                if sure {
                    words.nearest_line(date, &of.id, &of.title)
                } else {
                    words.nearest_perhaps(date, &of.id, &of.title)
                }
            }
        };
        self.pair(self.words.export.cover.nearest, text);
    }

    /// Adds what is open, and the questions on which most of it depends.
    fn open(&mut self) {
        let items: Vec<&Item<'_>> = self.report.items_at(Standing::Open).collect();
        if items.is_empty() {
            return self.line(self.words.common.standing.open, Vec::new());
        }
        let ids: Vec<&str> = items.iter().map(|it| it.obligation.id.as_str()).collect();
        self.counted(self.words.common.standing.open, ids.len(), ids.join(", "));
        for (question, count) in waited_for(&items).into_iter().take(MOST_QUESTIONS) {
            let question = self.report.pack.question(question);
            let (count, who) = (count.to_string(), tell::people(&question.who, self.words));
            self.blocks
                .push(DocBlock::Point(1, self.words.export.cover.settle_line(question.ask.as_str(), &count, &who)));
        }
    }

    fn points(&mut self) {
        let open = self.report.readings.iter().filter(|reading| !reading.stance.is_decided());
        let points = open.map(|reading| {
            let of = self.report.pack.reading(reading.reading);
            let text = format!("{}: {}", of.title, tell::taken(reading.stance, self.words));
            DocBlock::Leads(1, anchor("point", &of.id), text)
        });
        let points = points.collect();
        self.line(tell::points_heading(false, self.words), points);
    }

    /// Adds the legal points that counsel decided, if there are any.
    fn decisions(&mut self) {
        if !self.report.decided.is_empty() {
            self.counted(tell::points_heading(true, self.words), self.report.decided.len(), String::new());
            self.blocks.extend(laid_out(&tell::decisions(self.report, self.words), self.report.pack));
        }
    }

    /// Adds the obligations that rest on unverified provisions, by degree of confidence, and those
    /// that such provisions rule out.
    fn unverified(&mut self) {
        let (words, report) = (self.words, self.report);
        let confidence = |it: &SourceId| report.pack.source(*it).confidence;
        let kinds = report.pack.sources.iter().map(|it| it.confidence).filter(|confidence| !confidence.is_verified());
        let kinds: BTreeMap<&str, Confidence> = kinds.map(|it| (it.name(), it)).collect();
        let (out, others): (Vec<&Item<'_>>, Vec<&Item<'_>>) =
            report.obligations.iter().partition(|item| item.standing == Standing::RuledOut);
        let rest = |items: &[&Item<'_>], on: &dyn Fn(Confidence) -> bool| {
            let ids = items.iter().filter(|item| grounds(item).iter().any(|id| on(confidence(id))));
            ids.map(|it| it.obligation.id.as_str()).collect::<Vec<&str>>().join(", ")
        };
        let each = kinds.into_values().map(|kind| {
            let sure = tell::confidence(kind, words).to_owned();
            (sure, rest(&others, &|it| it == kind))
        });
        let ruled_out = (words.export.cover.unverified_out.to_owned(), rest(&out, &|it| !it.is_verified()));
        let lines = each.chain([ruled_out]).filter(|(_, ids)| !ids.is_empty());
        let points = lines.map(|(what, ids)| DocBlock::Point(1, words.export.cover.unverified_line(&ids, &what)));
        let points: Vec<DocBlock> = points.collect();
        let none = if points.is_empty() { words.export.none } else { "" };
        self.pair(words.export.cover.unverified, none.to_owned());
        self.blocks.extend(points);
    }

    /// Adds the questions whose answers satisfy `is`.
    fn answers(&mut self, label: &str, is: fn(&Given) -> bool) {
        let given = self.report.answers.iter().filter(|it| is(it));
        let points =
            given.map(|answer| DocBlock::Point(1, self.report.pack.question(answer.question).ask.clone())).collect();
        self.line(label, points);
    }
}

/// Returns the sources behind an obligation, or behind its being ruled out.
fn grounds(item: &Item<'_>) -> BTreeSet<SourceId> {
    let mut ids = BTreeSet::new();
    if item.standing != Standing::RuledOut {
        ids.extend(&item.obligation.sources);
    }
    collect_sources(&item.because, &mut ids);
    collect_sources(&item.met_because, &mut ids);
    ids
}

/// Counts how many of `items` depend on each question, highest count first.
fn waited_for(items: &[&Item<'_>]) -> Vec<(QuestionId, usize)> {
    let mut counts: Vec<(QuestionId, usize)> = Vec::new();
    for by in items.iter().flat_map(|it| &it.settled_by) {
        match counts.iter_mut().find(|(question, _)| *question == by.question) {
            Some((_, count)) => *count += 1,
            None => counts.push((by.question, 1)),
        }
    }
    // The sort is stable: among equals, the question asked first comes first.
    counts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    counts
}
