//! Obligations as part of a document: a table of those at one place, and each in full where it
//! applies or may.

use std::collections::BTreeMap;

use crate::export::outline::{Block, TableRow, anchor, answer_in_words, in_order, origin};
use crate::phrase;
use crate::report::{
    Advice, AnswerText, Applies, DueBy, Item, Met, Reason, Report, SettledBy, Standing, TurnsOn, WouldChange,
};
use crate::tell;
use crate::words::Words;

/// Tells obligations of one report.
pub struct ObligationTeller<'a> {
    /// The report.
    pub report: &'a Report,
    /// The words.
    pub words: &'a Words,
    /// The facts told so far, each with the obligation under which it was told in full.
    told: BTreeMap<String, String>,
}

impl<'a> ObligationTeller<'a> {
    /// A teller that has told nothing yet.
    pub fn new(report: &'a Report, words: &'a Words) -> Self {
        Self { report, words, told: BTreeMap::new() }
    }

    /// The obligations at `standing` in a table: the gap list, what is open, what is ruled out and why.
    pub fn overview(&self, standing: Standing) -> Option<Block> {
        let columns: &[&'static str] = match standing {
            Standing::ToDo => {
                &[self.words.export.column.what, self.words.export.column.stands, self.words.export.column.by_when]
            }
            Standing::Open => &[self.words.export.column.what, self.words.export.column.who],
            Standing::RuledOut => &[self.words.export.column.what, self.words.export.column.why_out],
            Standing::InPlace | Standing::AlsoCheck => return None,
        };
        let rows = in_order(self.report, standing).into_iter().map(|item| {
            let mut cells = vec![self.named(item)];
            match standing {
                Standing::ToDo => cells.extend([self.in_place(item).to_owned(), self.due(item).unwrap_or_default()]),
                Standing::Open => cells.push(self.who_knows(item)),
                _ => cells.push(self.because(item)),
            }
            TableRow { to: (standing != Standing::RuledOut).then(|| item.id.clone()), cells }
        });
        Some(Block::Table(columns.iter().copied().map(str::to_owned).collect(), rows.collect()))
    }

    /// Adds `item` to `blocks`, in full.
    pub fn item(&mut self, item: &Item, blocks: &mut Vec<Block>) {
        blocks.push(Block::Entry(item.id.clone(), self.named(item)));
        let kind = tell::kind(item.kind, self.words).to_owned();
        let mut line = vec![item.group.clone(), kind];
        if item.applies == Applies::Yes && item.standing != Standing::AlsoCheck {
            line.push(self.in_place(item).to_owned());
        }
        blocks.push(Block::Text(line.join(" · ")));
        blocks.push(Block::Text(item.asks.clone()));
        blocks.extend(self.due(item).map(|it| Block::Pair(self.words.export.by_when.to_owned(), it)));
        self.steps(&item.actions, blocks);
        self.why(item, blocks);
        self.vendor_says(item, blocks);
        self.settled_by(&item.settled_by, blocks);
        self.would_change(&item.would_change, blocks);
        self.turns_on(&item.readings, blocks);
        self.advice(&item.notes, blocks);
        list(self.words.export.confirm, &item.confirm, blocks);
        self.sources(item, blocks);
    }

    /// Its id and title.
    pub fn named(&self, item: &Item) -> String {
        self.words.export.named(&item.id, &item.title)
    }

    /// Whether it is in place, in words.
    pub fn in_place(&self, item: &Item) -> &str {
        match item.met {
            Some(Met::Yes) => self.words.common.met.yes,
            Some(Met::No) => self.words.common.met.no,
            Some(Met::Unknown) | None => self.words.export.in_place_unknown,
        }
    }

    /// Why it applies, or is ruled out, in a line.
    pub fn because(&self, item: &Item) -> String {
        let because: Vec<String> = item.because.iter().map(|it| self.in_a_line(it)).collect();
        because.join("; ")
    }

    /// By when, in words.
    pub fn due(&self, item: &Item) -> Option<String> {
        let due = item.deadline.as_ref()?;
        let DueBy { says, date, .. } = due;
        let dated = date.as_ref().map(|it| self.words.export.last_day(it, says));
        Some(dated.unwrap_or_else(|| says.clone()))
    }

    /// Who would know what it still depends on.
    fn who_knows(&self, item: &Item) -> String {
        let mut all: Vec<&str> = Vec::new();
        for who in item.settled_by.iter().flat_map(|it| &it.who) {
            if !all.contains(who) {
                all.push(who);
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
        self.words.export.because(from.join(self.words.export.and), &says)
    }

    /// `reason` with its provisions, and what it is if it takes a side on an open legal point.
    fn said(&self, reason: &Reason) -> String {
        let point = reason.reading.as_ref().and_then(|it| self.report.reading(it));
        let side = point.map_or("", |it| {
            if it.is_decided() { self.words.export.decided_here } else { self.words.export.assumed_here }
        });
        let cited = reason.sources.join(", ");
        let parts = [side.to_owned(), if cited.is_empty() { cited } else { format!("[{cited}]") }];
        parts.iter().filter(|it| !it.is_empty()).fold(reason.says.clone(), |says, it| format!("{says} {it}"))
    }

    fn advised(&self, advice: &Advice) -> String {
        if advice.certain { advice.text.clone() } else { self.words.export.perhaps(&advice.text) }
    }

    fn steps(&self, actions: &[Advice], blocks: &mut Vec<Block>) {
        if actions.is_empty() {
            return;
        }
        label(self.words.export.steps, blocks);
        blocks.extend(actions.iter().enumerate().map(|(at, it)| Block::Step(at + 1, self.advised(it))));
    }

    fn advice(&self, notes: &[Advice], blocks: &mut Vec<Block>) {
        let notes: Vec<String> = notes.iter().map(|it| self.advised(it)).collect();
        list(self.words.export.notes, &notes, blocks);
    }

    fn why(&mut self, item: &Item, blocks: &mut Vec<Block>) {
        if item.applies == Applies::Yes {
            if item.because.is_empty() {
                label(self.words.export.why, blocks);
                blocks.push(Block::Text(self.words.export.why_always.to_owned()));
            }
            self.reasons(self.words.export.why, item, &item.because, blocks);
        }
        let met = if item.met == Some(Met::Yes) { self.words.export.why_met } else { self.words.export.why_not_met };
        self.reasons(met, item, &item.met_because, blocks);
    }

    fn reasons(&mut self, name: &str, item: &Item, reasons: &[Reason], blocks: &mut Vec<Block>) {
        if reasons.is_empty() {
            return;
        }
        label(name, blocks);
        for it in reasons {
            self.reason(it, item, 0, blocks);
        }
    }

    /// A reason and what establishes it, which is told in full only once in a document.
    fn reason(&mut self, reason: &Reason, item: &Item, depth: usize, blocks: &mut Vec<Block>) {
        let says = self.said(reason);
        if reason.because.is_empty() {
            blocks.push(Block::Point(depth, says));
            return;
        }
        if let Some(before) = self.told.get(&reason.says) {
            blocks.push(Block::Point(depth, self.words.export.told_before(before, says.as_str())));
            return;
        }
        self.told.insert(reason.says.clone(), item.id.clone());
        blocks.push(Block::Point(depth, self.words.export.told_now(&says)));
        for it in &reason.because {
            self.reason(it, item, depth + 1, blocks);
        }
    }

    /// The answers of the vendor on which it rests, each with who gave it and what shows it.
    fn vendor_says(&self, item: &Item, blocks: &mut Vec<Block>) {
        if item.vendor_says.is_empty() {
            return;
        }
        label(self.words.export.vendor_says, blocks);
        for given in item.vendor_says.iter().filter_map(|it| self.report.given(it)) {
            let answer = answer_in_words(given, self.words);
            blocks.push(Block::Point(
                0,
                self.words.export.vendor_says_line(&answer, given.ask.as_str(), origin(given, self.words)),
            ));
        }
    }

    fn settled_by(&self, questions: &[SettledBy], blocks: &mut Vec<Block>) {
        if questions.is_empty() {
            return;
        }
        label(self.words.export.why_open, blocks);
        for it in questions {
            let who = self.words.export.ask_who(self.who(&it.who));
            blocks.push(Block::Point(0, format!("{} {who}", it.ask)));
            for outcome in &it.outcomes {
                let says = phrase::answer_text(&outcome.says, self.words);
                let says = if says.is_empty() { self.words.export.outcome_nothing } else { &says };
                blocks.push(Block::Point(
                    1,
                    self.words.export.outcome_line(self.outcome(outcome.applies, outcome.met), says),
                ));
            }
        }
    }

    /// These roles in words.
    pub fn who(&self, who: &[&str]) -> String {
        let each = who.iter().map(|it| tell::role(it, self.words));
        each.collect::<Vec<&str>>().join(", ")
    }

    /// What comes out for an obligation, in words.
    pub fn outcome(&self, applies: Applies, met: Option<Met>) -> &str {
        outcome_name(applies, met, self.words)
    }

    fn would_change(&self, changes: &[WouldChange], blocks: &mut Vec<Block>) {
        if changes.is_empty() {
            return;
        }
        label(self.words.export.would_change, blocks);
        let (and, or) = (self.words.export.and, self.words.export.or);
        let parts: Vec<String> = changes.iter().map(|it| self.any_of(&it.to, or)).collect();
        blocks.push(Block::Point(0, self.words.export.would_change_line(parts.join(and))));
    }

    fn any_of(&self, each: &[AnswerText], or: &str) -> String {
        each.iter().map(|it| phrase::answer_text(it, self.words)).collect::<Vec<String>>().join(or)
    }

    fn turns_on(&self, turns: &[TurnsOn], blocks: &mut Vec<Block>) {
        for turn in turns {
            let Some(point) = self.report.reading(&turn.reading) else { continue };
            label(if point.is_decided() { self.words.export.decided } else { self.words.export.turns_on }, blocks);
            let taken = crate::export::outline::taken(point.taken, self.words);
            let line = format!("{}: {} ({taken})", point.title, point.ask);
            blocks.push(Block::Leads(0, anchor("point", &point.id), line));
            let (yes, no) = (self.outcome(turn.if_yes, None), self.outcome(turn.if_no, None));
            blocks.push(Block::Point(1, self.words.export.if_yes(yes, &point.yes)));
            blocks.push(Block::Point(1, self.words.export.if_no(no, &point.no)));
        }
    }

    fn sources(&self, item: &Item, blocks: &mut Vec<Block>) {
        label(self.words.export.sources, blocks);
        for id in &item.sources {
            let Some(source) = self.report.source(id) else { continue };
            let mut line = format!("{}, {}", source.citation, source.heading);
            if !source.verified {
                let sure = tell::confidence(source.confidence, self.words);
                line = format!("{line} ({})", self.words.export.unverified(sure));
            }
            blocks.push(Block::Leads(0, anchor("source", id), line));
        }
    }
}

fn list(name: &str, texts: &[String], blocks: &mut Vec<Block>) {
    if texts.is_empty() {
        return;
    }
    label(name, blocks);
    blocks.extend(texts.iter().map(|it| Block::Point(0, it.clone())));
}

fn label(name: &str, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(4, name.to_owned()));
}

/// What comes out for an obligation, in words.
pub fn outcome_name(applies: Applies, met: Option<Met>, words: &Words) -> &'static str {
    match (applies, met) {
        (Applies::No, _) => words.common.applies.no,
        (Applies::Open, _) => words.common.applies.open,
        (Applies::Yes, Some(Met::Yes)) => words.common.met.yes,
        (Applies::Yes, Some(Met::No)) => words.common.met.no,
        (Applies::Yes, _) => words.common.applies.yes,
    }
}
