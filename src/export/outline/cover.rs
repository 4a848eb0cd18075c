//! The cover page: what counsel must see within a minute to know what an assessment calls for.

use jiff::civil::Date;

use crate::export::options::{PackState, ReportOptions};
use crate::export::outline::block::{DocBlock, RunPart};
use crate::export::outline::fold::laid_out;
use crate::export::outline::item::ObligationTeller;
use crate::export::outline::needed::needed;
use crate::export::outline::parts::{anchor, answer_or_unknown};
use crate::pack::{ObligationId, SourceId};
use crate::report::{Given, Item, Report, Standing, UnreadLaw, unread_law};
use crate::tell;
use crate::words::Words;

/// The number of open points up to which they are named by their titles; more are named by their ids.
const MOST_TITLES: usize = 12;

/// Adds the title, what the report is about, and the lines that summarize it.
pub fn write_cover(report: &Report<'_>, options: &ReportOptions, words: &Words, blocks: &mut Vec<DocBlock>) {
    let mut cover = Cover { report, words, teller: ObligationTeller::new(report, words), blocks };
    cover.head();
    cover.headline(options);
    cover.rejudged();
    cover.blocks.push(DocBlock::Heading(2, words.export.cover.heading.to_owned()));
    cover.counts();
    cover.pack_state(options.pack_state);
    cover.warnings();
    cover.blocks.extend(cover.teller.to_do());
    cover.last_days();
    cover.open();
    cover.blocks.extend(needed(report, words));
    cover.points();
    cover.decisions();
    cover.vendor_says();
    cover.unread();
    cover.set_aside();
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

    /// Adds a label with the number of points, and each of them; nothing if there are none.
    fn line(&mut self, label: &str, points: Vec<DocBlock>) {
        if !points.is_empty() {
            self.pair(&self.words.export.cover.counted(points.len(), label), String::new());
            self.blocks.extend(points);
        }
    }

    fn head(&mut self) {
        let (report, words) = (self.report, self.words);
        let pack = report.pack;
        let not_known = words.common.not_known;
        self.blocks.push(DocBlock::Heading(1, words.export.title(&pack.title)));
        self.pair(words.export.tool, answer_or_unknown(report, report.pack.names.tool, words));
        self.pair(words.export.vendor, answer_or_unknown(report, report.pack.names.vendor, words));
        if report.pack.names.business.is_some_and(|id| report.answer_to(id).is_some_and(|given| !given.is_unsure())) {
            self.pair(words.export.business, answer_or_unknown(report, report.pack.names.business, words));
        }
        self.pair(words.export.answered_by, answer_or_unknown(report, report.pack.names.answered_by, words));
        self.pair(
            words.export.answered_on,
            report.answered_on.map_or_else(|| not_known.to_owned(), |date| tell::day_text(date, words)),
        );
        self.pair(words.common.law.checked, tell::day_text(pack.law_checked_on, words));
    }

    /// Adds the short answer to whether such a tool may be used, and the day from which its days count.
    fn headline(&mut self, options: &ReportOptions) {
        let words = self.words;
        let Some(told) = tell::headline(self.report, options.as_of, words) else { return };
        self.blocks.push(DocBlock::Heading(2, told.question.to_owned()));
        self.blocks.push(DocBlock::Text(told.answer));
        self.blocks.extend(laid_out(&told.more, self.report.pack));
        self.blocks.extend(self.counted_from(options.as_of).map(DocBlock::Text));
        self.blocks.push(DocBlock::Text(told.rests));
    }

    /// From which day days are counted, or that a last day may have passed by the time this is read.
    fn counted_from(&self, as_of: Option<Date>) -> Option<String> {
        let (report, words) = (self.report, self.words);
        let Some(day) = as_of else {
            let dated = report.clocks.iter().filter(|clock| clock.last_day.is_some()).count();
            return (dated > 0).then(|| words.export.may_have_passed(dated));
        };
        let told = tell::day_text(day, words);
        (!report.clocks.is_empty()).then(|| match report.answered_on.filter(|answered| *answered > day) {
            None => words.export.as_of(told),
            Some(answered) => words.export.as_of_before(tell::day_text(answered, words), told),
        })
    }

    /// Adds what moved since the version of the pack that the answers were made with, if it was another.
    fn rejudged(&mut self) {
        let Some(rejudged) = &self.report.rejudged else { return };
        self.blocks.push(DocBlock::Heading(2, tell::rejudged_title(rejudged, self.words)));
        self.blocks.extend(laid_out(&tell::rejudged(rejudged, self.report, self.words), self.report.pack));
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
            let may_move = self.report.obligations.iter().any(|item| !item.settled_by.is_empty());
            let of = &self.words.export;
            self.blocks.push(DocBlock::Text(match (may_move, totals.open) {
                (false, _) => of.unfinished_idle(left),
                (true, 0) => of.unfinished_met(left),
                (true, _) => of.unfinished(left),
            }));
        }
        self.blocks.push(DocBlock::Counts(counts));
    }

    /// Adds that the pack was not checked, or fails its checks.
    fn pack_state(&mut self, state: PackState) {
        let of = &self.words.export.pack_state;
        let text = match state {
            PackState::BuiltIn => return,
            PackState::Checked { findings: 0 } => of.passes.to_owned(),
            PackState::Checked { findings } => of.fails(findings),
            PackState::Unchecked => of.unchecked.to_owned(),
        };
        self.pair(of.label, text);
    }

    /// Adds the answers that do not fit together, if there are any.
    fn warnings(&mut self) {
        let points = tell::warning_points(self.report, 1, self.words);
        if !points.is_empty() {
            let (title, about) = (self.words.common.title.warnings, self.words.tell.warning.about);
            let label = self.words.export.cover.counted(self.report.warnings.len(), title);
            self.pair(&label, about.to_owned());
            self.blocks.extend(laid_out(&points, self.report.pack));
        }
    }

    /// Adds the last days that the short answer does not tell, or that there are none.
    fn last_days(&mut self) {
        let is_told = |id: ObligationId| self.report.clocks.iter().any(|clock| clock.obligation == id);
        let live = self.report.obligations.iter().filter(|item| item.standing != Standing::RuledOut);
        let mut dated: Vec<_> = live.filter_map(|item| Some((item.last_day?, item))).collect();
        dated.retain(|(_, item)| !is_told(item.id));
        dated.sort_by_key(|&(day, _)| day);
        let points = dated.into_iter().map(|(day, item)| {
            let (of, day) = (&self.words.export.cover, tell::day_text(day, self.words));
            let sure = item.standing != Standing::Open;
            let named = self.teller.named(item);
            let text = if sure { of.last_day(day, named) } else { of.perhaps_last_day(day, named) };
            DocBlock::Leads(1, item.obligation.id.clone(), text)
        });
        let points: Vec<DocBlock> = points.collect();
        if points.is_empty() && self.report.clocks.is_empty() {
            self.pair(self.words.export.cover.last_days, self.words.export.cover.no_last_day.to_owned());
        }
        self.line(self.words.export.cover.last_days, points);
    }

    /// Adds what may apply.
    fn open(&mut self) {
        let items: Vec<&Item<'_>> = self.report.items_at(Standing::Open).collect();
        if !items.is_empty() {
            let is_short = items.len() <= MOST_TITLES;
            let part = |item: &&Item<'_>| {
                let id = &item.obligation.id;
                RunPart { text: if is_short { self.teller.named(item) } else { id.clone() }, to: Some(id.clone()) }
            };
            let parts = items.iter().map(part).collect();
            let label = self.words.export.cover.counted(items.len(), self.words.common.standing.open);
            self.blocks.push(DocBlock::Run(label, parts));
        }
    }

    fn points(&mut self) {
        let open = self.report.readings.iter().filter(|reading| !reading.stance.is_decided());
        let points = open.map(|reading| {
            let of = self.report.pack.reading(reading.reading);
            let taken = tell::taken(reading.stance, self.words);
            let text = format!("{}: {taken}. {}", of.title, tell::safe_side(of, self.words));
            DocBlock::Leads(1, anchor("point", &of.id), text)
        });
        let points = points.collect();
        self.line(tell::points_heading(false, self.words), points);
    }

    /// Adds the legal points that counsel decided, if there are any.
    fn decisions(&mut self) {
        if !self.report.decided.is_empty() {
            let label = tell::points_heading(true, self.words);
            self.pair(&self.words.export.cover.counted(self.report.decided.len(), label), String::new());
            self.blocks.extend(laid_out(&tell::decisions(self.report, self.words), self.report.pack));
        }
    }

    /// Adds the results that rest on the vendor's word alone.
    fn vendor_says(&mut self) {
        let items = self.report.obligations.iter().filter(|item| !item.vendor_says.is_empty());
        let points = items.map(|item| {
            let text = format!("{}: {}", self.teller.named(item), tell::outcome(item.judgement, self.words));
            DocBlock::Leads(1, item.obligation.id.clone(), text)
        });
        let points = points.collect();
        self.line(self.words.tell.obligation.vendor_says, points);
    }

    /// Adds the provisions that were not read themselves, each with what would move if they said something
    /// else.
    fn unread(&mut self) {
        let points = unread_law(self.report).into_iter().map(|law| DocBlock::Point(1, self.unread_line(&law)));
        let points: Vec<DocBlock> = points.collect();
        if !points.is_empty() {
            self.pair(self.words.export.cover.unread, String::new());
            self.blocks.extend(points);
        }
    }

    fn unread_line(&self, law: &UnreadLaw) -> String {
        let (of, pack) = (&self.words.export.cover, self.report.pack);
        let ids = |items: &[ObligationId]| {
            let ids = items.iter().map(|&id| pack.obligation(id).id.as_str());
            ids.collect::<Vec<&str>>().join(", ")
        };
        let moves = [
            (&law.moves.falls, of.falls(ids(&law.moves.falls))),
            (&law.moves.comes_back, of.comes_back(ids(&law.moves.comes_back))),
            (&law.moves.shrinks, of.shrinks(ids(&law.moves.shrinks))),
        ];
        let moves = moves.into_iter().filter(|(items, _)| !items.is_empty()).map(|(_, text)| text);
        let cited = |id: &SourceId| pack.source(*id).citation.as_str();
        let citations: Vec<&str> = law.sources.iter().map(cited).collect();
        of.unread_line(citations.join(", "), moves.collect::<Vec<String>>().join("; "))
    }

    /// Adds the answers that do not count.
    fn set_aside(&mut self) {
        let given = self.report.answers.iter().filter(|given: &&Given| given.set_aside);
        let ask = |given: &Given| DocBlock::Point(1, self.report.pack.question(given.question).ask.clone());
        let points = given.map(ask).collect();
        self.line(self.words.export.cover.set_aside, points);
    }
}
