//! Obligations as part of a document: a table of those at one place, and each in full where it
//! applies or may.

use std::collections::BTreeMap;

use crate::answer::{cell_sentence, half_sentence};
use crate::assessment::Stance;
use crate::boxes::Status;
use crate::export::outline::{Block, TableRow, anchor, answer_in_words, in_order, origin};
use crate::judge::{AnswerChange, Ground, Judgement, Reason, Turn};
use crate::pack::{ObligationId, Who};
use crate::report::{Advice, Item, Report, SettledBy, Standing};
use crate::words::Words;

/// Tells obligations of one report.
pub struct ObligationTeller<'a> {
    /// The report.
    pub report: &'a Report<'a>,
    /// The words.
    pub words: &'a Words,
    /// The facts told so far, each with the obligation under which it was told in full.
    told: BTreeMap<String, ObligationId>,
}

impl<'a> ObligationTeller<'a> {
    /// A teller that has told nothing yet.
    pub fn new(report: &'a Report<'a>, words: &'a Words) -> Self {
        Self { report, words, told: BTreeMap::new() }
    }

    /// The obligations at `standing` in a table: the gap list, what is open, what is ruled out and why.
    pub fn overview(&self, standing: Standing) -> Option<Block> {
        let columns: &[&str] = match standing {
            Standing::ToDo => &["export.column.what", "export.column.stands", "export.column.by_when"],
            Standing::Open => &["export.column.what", "export.column.who"],
            Standing::RuledOut => &["export.column.what", "export.column.why_out"],
            Standing::InPlace | Standing::AlsoCheck => return None,
        };
        let rows = in_order(self.report, standing).into_iter().map(|item| {
            let mut cells = vec![self.named(item)];
            match standing {
                Standing::ToDo => cells.extend([self.in_place(item).to_owned(), self.due(item).unwrap_or_default()]),
                Standing::Open => cells.push(self.who_knows(item)),
                _ => cells.push(self.because(item)),
            }
            TableRow { to: (standing != Standing::RuledOut).then(|| item.obligation.id.clone()), cells }
        });
        Some(Block::Table(columns.iter().map(|it| self.words.say(it).to_owned()).collect(), rows.collect()))
    }

    /// Adds `item` to `blocks`, in full.
    pub fn item(&mut self, item: &Item<'_>, blocks: &mut Vec<Block>) {
        let of = item.obligation;
        blocks.push(Block::Entry(of.id.clone(), self.named(item)));
        let kind = self.words.say(&format!("common.kind.{}", of.kind.name())).to_owned();
        let mut line = vec![self.report.pack.group_of(of).to_owned(), kind];
        if item.judgement.applies == Status::Yes && item.standing != Standing::AlsoCheck {
            line.push(self.in_place(item).to_owned());
        }
        blocks.push(Block::Text(line.join(" · ")));
        blocks.push(Block::Text(of.asks.clone()));
        blocks.extend(self.due(item).map(|it| Block::Pair(self.words.say("export.by_when").to_owned(), it)));
        self.steps(&item.steps, blocks);
        self.why(item, blocks);
        self.vendor_says(item, blocks);
        self.settled_by(&item.settled_by, blocks);
        self.would_change(&item.would_change, blocks);
        self.turns_on(&item.turns_on, blocks);
        self.advice(&item.notes, blocks);
        self.list("export.confirm", &of.confirm, blocks);
        self.sources(item, blocks);
    }

    /// Its id and title.
    pub fn named(&self, item: &Item<'_>) -> String {
        self.words.fill("export.named", &[("id", &item.obligation.id), ("title", &item.obligation.title)])
    }

    /// Whether it is in place, in words.
    pub fn in_place(&self, item: &Item<'_>) -> &str {
        self.words.say(match item.judgement.met {
            Status::Yes => "common.met.yes",
            Status::No => "common.met.no",
            Status::Open => "export.in_place_unknown",
        })
    }

    /// Why it applies, or is ruled out, in a line.
    pub fn because(&self, item: &Item<'_>) -> String {
        let because: Vec<String> = item.because.iter().map(|it| self.in_a_line(it)).collect();
        because.join("; ")
    }

    /// By when, in words.
    pub fn due(&self, item: &Item<'_>) -> Option<String> {
        let says = &item.obligation.deadline.as_ref()?.says;
        let dated =
            item.last_day.map(|it| self.words.fill("export.last_day", &[("says", says), ("date", &it.to_string())]));
        Some(dated.unwrap_or_else(|| says.clone()))
    }

    /// Who would know what it still depends on.
    fn who_knows(&self, item: &Item<'_>) -> String {
        let mut all: Vec<Who> = Vec::new();
        for who in item.settled_by.iter().flat_map(|it| &self.report.pack.question(it.question).who) {
            if !all.contains(who) {
                all.push(*who);
            }
        }
        self.who(&all)
    }

    /// `reason` and all that establishes it, one after the other.
    fn in_a_line(&self, reason: &Reason) -> String {
        let from: Vec<String> = reason.because.iter().map(|it| self.in_a_line(it)).collect();
        let says = self.said(reason);
        if from.is_empty() {
            return says;
        }
        self.words.fill("export.because", &[("says", &says), ("reasons", &from.join(self.words.say("export.and")))])
    }

    /// `reason` with its provisions, and what it is if it takes a side on an open legal point.
    fn said(&self, reason: &Reason) -> String {
        let stance = match reason.ground {
            Ground::Reading(id) => self.report.stance(id),
            Ground::Answer(_) | Ground::Fact(_) => None,
        };
        let side = stance.map_or("", |it| {
            self.words.say(if it.is_decided() { "export.decided_here" } else { "export.assumed_here" })
        });
        let cited: Vec<&str> = reason.sources.iter().map(|&it| self.report.pack.source(it).id.as_str()).collect();
        let cited = cited.join(", ");
        let parts = [side.to_owned(), if cited.is_empty() { cited } else { format!("[{cited}]") }];
        parts.iter().filter(|it| !it.is_empty()).fold(reason.says.clone(), |says, it| format!("{says} {it}"))
    }

    fn label(&self, name: &str, blocks: &mut Vec<Block>) {
        blocks.push(Block::Heading(4, self.words.say(name).to_owned()));
    }

    fn advised(&self, advice: &Advice<'_>) -> String {
        let text = advice.text;
        if advice.certain { text.to_owned() } else { self.words.fill("export.perhaps", &[("text", text)]) }
    }

    fn steps(&self, actions: &[Advice<'_>], blocks: &mut Vec<Block>) {
        if actions.is_empty() {
            return;
        }
        self.label("export.steps", blocks);
        blocks.extend(actions.iter().enumerate().map(|(at, it)| Block::Step(at + 1, self.advised(it))));
    }

    fn advice(&self, notes: &[Advice<'_>], blocks: &mut Vec<Block>) {
        let notes: Vec<String> = notes.iter().map(|it| self.advised(it)).collect();
        self.list("export.notes", &notes, blocks);
    }

    fn list(&self, name: &str, texts: &[String], blocks: &mut Vec<Block>) {
        if texts.is_empty() {
            return;
        }
        self.label(name, blocks);
        blocks.extend(texts.iter().map(|it| Block::Point(0, it.clone())));
    }

    fn why(&mut self, item: &Item<'_>, blocks: &mut Vec<Block>) {
        if item.judgement.applies == Status::Yes {
            if item.because.is_empty() {
                self.label("export.why", blocks);
                blocks.push(Block::Text(self.words.say("export.why_always").to_owned()));
            }
            self.reasons("export.why", item, &item.because, blocks);
        }
        let met = if item.judgement.met == Status::Yes { "export.why_met" } else { "export.why_not_met" };
        self.reasons(met, item, &item.met_because, blocks);
    }

    fn reasons(&mut self, name: &str, item: &Item<'_>, reasons: &[Reason], blocks: &mut Vec<Block>) {
        if reasons.is_empty() {
            return;
        }
        self.label(name, blocks);
        for it in reasons {
            self.reason(it, item, 0, blocks);
        }
    }

    /// A reason and what establishes it, which is told in full only once in a document.
    fn reason(&mut self, reason: &Reason, item: &Item<'_>, depth: usize, blocks: &mut Vec<Block>) {
        let says = self.said(reason);
        if reason.because.is_empty() {
            blocks.push(Block::Point(depth, says));
            return;
        }
        if let Some(before) = self.told.get(&reason.says) {
            let before = &self.report.pack.obligation(*before).id;
            let line = [("says", says.as_str()), ("id", before)];
            blocks.push(Block::Point(depth, self.words.fill("export.told_before", &line)));
            return;
        }
        self.told.insert(reason.says.clone(), item.id);
        blocks.push(Block::Point(depth, self.words.fill("export.told_now", &[("says", &says)])));
        for it in &reason.because {
            self.reason(it, item, depth + 1, blocks);
        }
    }

    /// The answers of the vendor on which it rests, each with who gave it and what shows it.
    fn vendor_says(&self, item: &Item<'_>, blocks: &mut Vec<Block>) {
        if item.vendor_says.is_empty() {
            return;
        }
        self.label("export.vendor_says", blocks);
        for given in item.vendor_says.iter().filter_map(|&it| self.report.given(it)) {
            let answer = answer_in_words(self.report, given, self.words);
            let ask = &self.report.pack.question(given.question).ask;
            let line = [("ask", ask.as_str()), ("answer", &answer), ("origin", &origin(given, self.words))];
            blocks.push(Block::Point(0, self.words.fill("export.vendor_says_line", &line)));
        }
    }

    fn settled_by(&self, questions: &[SettledBy], blocks: &mut Vec<Block>) {
        if questions.is_empty() {
            return;
        }
        self.label("export.why_open", blocks);
        for it in questions {
            let of = self.report.pack.question(it.question);
            let who = self.words.fill("export.ask_who", &[("who", &self.who(&of.who))]);
            blocks.push(Block::Point(0, format!("{} {who}", of.ask)));
            for outcome in &it.outcomes {
                let nothing = self.words.say("export.outcome_nothing");
                let says = half_sentence(&outcome.answer, of);
                let says = if says.is_empty() { nothing } else { &says };
                let line = [("says", says), ("outcome", self.outcome(outcome.judgement))];
                blocks.push(Block::Point(1, self.words.fill("export.outcome_line", &line)));
            }
        }
    }

    /// These roles in words.
    pub fn who(&self, who: &[Who]) -> String {
        let each = who.iter().map(|it| self.words.say(&format!("common.who.{}", it.0)).to_owned());
        each.collect::<Vec<String>>().join(", ")
    }

    /// What comes out for an obligation, in words.
    fn outcome(&self, judgement: Judgement) -> &str {
        self.words.say(outcome_name(judgement))
    }

    /// Whether it applies, in words.
    pub fn applies(&self, item: &Item<'_>) -> &str {
        self.outcome(Judgement { met: Status::Open, ..item.judgement })
    }

    fn would_change(&self, changes: &[AnswerChange], blocks: &mut Vec<Block>) {
        if changes.is_empty() {
            return;
        }
        self.label("export.would_change", blocks);
        let (and, or) = (self.words.say("export.and"), self.words.say("export.or"));
        let parts: Vec<String> = changes.iter().map(|it| self.to_any(it).join(or)).collect();
        blocks.push(Block::Point(0, self.words.fill("export.would_change_line", &[("changes", &parts.join(and))])));
    }

    /// The answers that would do, each as half a sentence.
    fn to_any(&self, change: &AnswerChange) -> Vec<String> {
        let of = self.report.pack.question(change.question);
        change.to.iter().filter_map(|&cell| cell_sentence(of, change.option, cell)).collect()
    }

    fn turns_on(&self, turns: &[Turn], blocks: &mut Vec<Block>) {
        for turn in turns {
            let stance = self.report.stance(turn.reading).unwrap_or(Stance::Open);
            let point = self.report.pack.reading(turn.reading);
            self.label(if stance.is_decided() { "export.decided" } else { "export.turns_on" }, blocks);
            let taken = self.words.say(crate::export::outline::taken(stance));
            let line = format!("{}: {} ({taken})", point.title, point.ask);
            blocks.push(Block::Leads(0, anchor("point", &point.id), line));
            for (name, position, judgement) in
                [("export.if_yes", &point.yes, turn.if_yes), ("export.if_no", &point.no, turn.if_no)]
            {
                let line = [("position", position.as_str()), ("outcome", self.outcome(judgement))];
                blocks.push(Block::Point(1, self.words.fill(name, &line)));
            }
        }
    }

    fn sources(&self, item: &Item<'_>, blocks: &mut Vec<Block>) {
        self.label("export.sources", blocks);
        for &id in &item.obligation.sources {
            let source = self.report.pack.source(id);
            let mut line = format!("{}, {}", source.citation, source.heading);
            if !source.confidence.is_verified() {
                let sure = self.words.say(&format!("common.confidence.{}", source.confidence.name())).to_owned();
                line = format!("{line} ({})", self.words.fill("export.unverified", &[("confidence", &sure)]));
            }
            blocks.push(Block::Leads(0, anchor("source", &source.id), line));
        }
    }
}

/// The name among the words of what comes out for an obligation.
pub fn outcome_name(judgement: Judgement) -> &'static str {
    match (judgement.applies, judgement.met) {
        (Status::No, _) => "common.applies.no",
        (Status::Open, _) => "common.applies.open",
        (Status::Yes, Status::Yes) => "common.met.yes",
        (Status::Yes, Status::No) => "common.met.no",
        (Status::Yes, Status::Open) => "common.applies.yes",
    }
}
