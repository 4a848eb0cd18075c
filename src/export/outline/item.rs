//! One obligation as part of a document: in full where it applies or may, in a line where it is
//! ruled out.

use std::collections::BTreeMap;

use crate::export::outline::Block;
use crate::report::{Advice, Applies, DueBy, Item, Met, Reason, Report, SettledBy, TurnsOn, WouldChange};
use crate::words::Words;

/// Tells obligations of one report.
pub struct Teller<'a> {
    /// The report.
    pub report: &'a Report,
    /// The words.
    pub words: &'a Words,
    /// The facts told so far, each with the obligation under which it was told in full.
    pub told: BTreeMap<String, String>,
}

impl Teller<'_> {
    /// Adds `item` to `blocks`, in full.
    pub fn item(&mut self, item: &Item, blocks: &mut Vec<Block>) {
        blocks.push(Block::Heading(3, format!("{} {}", item.id, item.title)));
        blocks.push(Block::Text(format!("{} · {}", item.group, self.words.say(&format!("common.kind.{}", item.kind)))));
        blocks.push(Block::Text(item.asks.clone()));
        self.deadline(item.deadline.as_ref(), blocks);
        self.steps(&item.actions, blocks);
        self.why(item, blocks);
        self.settled_by(&item.settled_by, blocks);
        self.would_change(&item.would_change, blocks);
        self.turns_on(&item.readings, blocks);
        self.advice(&item.notes, blocks);
        self.list("export.confirm", &item.confirm, blocks);
        self.sources(item, blocks);
    }

    /// Adds `item`, which is ruled out, to `blocks`: a line with the answers and provisions that do it.
    pub fn ruled_out(&self, item: &Item, blocks: &mut Vec<Block>) {
        let because: Vec<String> = item.because.iter().map(|it| self.in_a_line(it)).collect();
        let line = [("id", item.id.as_str()), ("title", &item.title), ("because", &because.join("; "))];
        blocks.push(Block::Point(0, self.words.fill("export.ruled_out", &line)));
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
        let point = reason.reading.as_ref().and_then(|it| self.report.reading(it));
        let side = point.map_or("", |it| {
            self.words.say(if it.is_decided() { "export.decided_here" } else { "export.assumed_here" })
        });
        let cited = reason.sources.join(", ");
        let parts = [side.to_owned(), if cited.is_empty() { cited } else { format!("[{cited}]") }];
        parts.iter().filter(|it| !it.is_empty()).fold(reason.says.clone(), |says, it| format!("{says} {it}"))
    }

    fn label(&self, name: &str, blocks: &mut Vec<Block>) {
        blocks.push(Block::Heading(4, self.words.say(name).to_owned()));
    }

    fn deadline(&self, due: Option<&DueBy>, blocks: &mut Vec<Block>) {
        let Some(due) = due else { return };
        let text = match &due.date {
            Some(date) => self.words.fill("export.last_day", &[("says", &due.says), ("date", date)]),
            None => due.says.clone(),
        };
        blocks.push(Block::Pair(self.words.say("export.by_when").to_owned(), text));
    }

    fn advised(&self, advice: &Advice) -> String {
        if advice.certain { advice.text.clone() } else { self.words.fill("export.perhaps", &[("text", &advice.text)]) }
    }

    fn steps(&self, actions: &[Advice], blocks: &mut Vec<Block>) {
        if actions.is_empty() {
            return;
        }
        self.label("export.steps", blocks);
        blocks.extend(actions.iter().enumerate().map(|(at, it)| Block::Step(at + 1, self.advised(it))));
    }

    fn advice(&self, notes: &[Advice], blocks: &mut Vec<Block>) {
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

    fn why(&mut self, item: &Item, blocks: &mut Vec<Block>) {
        if item.applies == Applies::Yes {
            if item.because.is_empty() {
                self.label("export.why", blocks);
                blocks.push(Block::Text(self.words.say("export.why_always").to_owned()));
            }
            self.reasons("export.why", item, &item.because, blocks);
        }
        let met = if item.met == Some(Met::Yes) { "export.why_met" } else { "export.why_not_met" };
        self.reasons(met, item, &item.met_because, blocks);
    }

    fn reasons(&mut self, name: &str, item: &Item, reasons: &[Reason], blocks: &mut Vec<Block>) {
        if reasons.is_empty() {
            return;
        }
        self.label(name, blocks);
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
            let line = [("says", says.as_str()), ("id", before)];
            blocks.push(Block::Point(depth, self.words.fill("export.told_before", &line)));
            return;
        }
        self.told.insert(reason.says.clone(), item.id.clone());
        blocks.push(Block::Point(depth, self.words.fill("export.told_now", &[("says", &says)])));
        for it in &reason.because {
            self.reason(it, item, depth + 1, blocks);
        }
    }

    fn settled_by(&self, questions: &[SettledBy], blocks: &mut Vec<Block>) {
        if questions.is_empty() {
            return;
        }
        self.label("export.why_open", blocks);
        for it in questions {
            let who: Vec<String> = it.who.iter().map(|who| self.who(who)).collect();
            let who = self.words.fill("export.ask_who", &[("who", &who.join(", "))]);
            blocks.push(Block::Point(0, format!("{} {who}", it.ask)));
            for outcome in &it.outcomes {
                let nothing = self.words.say("export.outcome_nothing");
                let says = if outcome.says.is_empty() { nothing } else { &outcome.says };
                let line = [("says", says), ("outcome", self.outcome(outcome.applies, outcome.met))];
                blocks.push(Block::Point(1, self.words.fill("export.outcome_line", &line)));
            }
        }
    }

    fn who(&self, who: &str) -> String {
        self.words.say(&format!("common.who.{who}")).to_owned()
    }

    fn outcome(&self, applies: Applies, met: Option<Met>) -> &str {
        self.words.say(match (applies, met) {
            (Applies::No, _) => "common.applies.no",
            (Applies::Open, _) => "common.applies.open",
            (Applies::Yes, Some(Met::Yes)) => "common.met.yes",
            (Applies::Yes, Some(Met::No)) => "common.met.no",
            (Applies::Yes, _) => "common.applies.yes",
        })
    }

    fn would_change(&self, changes: &[WouldChange], blocks: &mut Vec<Block>) {
        if changes.is_empty() {
            return;
        }
        self.label("export.would_change", blocks);
        let (and, or) = (self.words.say("export.and"), self.words.say("export.or"));
        let parts: Vec<String> = changes.iter().map(|it| it.to.join(or)).collect();
        blocks.push(Block::Point(0, self.words.fill("export.would_change_line", &[("changes", &parts.join(and))])));
    }

    fn turns_on(&self, turns: &[TurnsOn], blocks: &mut Vec<Block>) {
        for turn in turns {
            let Some(point) = self.report.reading(&turn.reading) else { continue };
            self.label(if point.is_decided() { "export.decided" } else { "export.turns_on" }, blocks);
            let taken = self.words.say(crate::export::outline::taken(point.taken));
            blocks.push(Block::Point(0, format!("{}: {} ({taken})", point.title, point.ask)));
            for (name, position, applies) in
                [("export.if_yes", &point.yes, turn.if_yes), ("export.if_no", &point.no, turn.if_no)]
            {
                let line = [("position", position.as_str()), ("outcome", self.outcome(applies, None))];
                blocks.push(Block::Point(1, self.words.fill(name, &line)));
            }
        }
    }

    fn sources(&self, item: &Item, blocks: &mut Vec<Block>) {
        self.label("export.sources", blocks);
        for id in &item.sources {
            let Some(source) = self.report.source(id) else { continue };
            let mut line = format!("{}, {}", source.citation, source.heading);
            if !source.verified {
                let sure = self.words.say(&format!("common.confidence.{}", source.confidence)).to_owned();
                line = format!("{line} ({})", self.words.fill("export.unverified", &[("confidence", &sure)]));
            }
            blocks.push(Block::Point(0, line));
        }
    }
}
