//! One obligation as part of a document.

use crate::export::outline::Block;
use crate::report::{Advice, Applies, DueBy, Item, Met, Reason, Report, SettledBy, Standing, TurnsOn, WouldChange};
use crate::words::Words;

/// Tells obligations of one report.
pub struct Teller<'a> {
    /// The report.
    pub report: &'a Report,
    /// The words.
    pub words: &'a Words,
}

impl Teller<'_> {
    /// Adds `item` to `blocks`: in full, or in a few lines if it is ruled out.
    pub fn item(&self, item: &Item, blocks: &mut Vec<Block>) {
        blocks.push(Block::Heading(3, format!("{} {}", item.id, item.title)));
        blocks.push(Block::Text(format!("{} · {}", item.group, self.words.say(&format!("common.kind.{}", item.kind)))));
        if item.standing == Standing::RuledOut {
            self.reasons("export.why_ruled_out", &item.because, blocks);
            self.would_change(&item.would_change, blocks);
            self.turns_on(&item.readings, blocks);
            self.sources(item, blocks);
            return;
        }
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

    fn why(&self, item: &Item, blocks: &mut Vec<Block>) {
        if item.applies == Applies::Yes {
            if item.because.is_empty() {
                self.label("export.why", blocks);
                blocks.push(Block::Text(self.words.say("export.why_always").to_owned()));
            }
            self.reasons("export.why", &item.because, blocks);
        }
        let met = if item.met == Some(Met::Yes) { "export.why_met" } else { "export.why_not_met" };
        self.reasons(met, &item.met_because, blocks);
    }

    fn reasons(&self, name: &str, reasons: &[Reason], blocks: &mut Vec<Block>) {
        if reasons.is_empty() {
            return;
        }
        self.label(name, blocks);
        for it in reasons {
            reason(it, 0, blocks);
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
            self.label("export.turns_on", blocks);
            blocks.push(Block::Point(0, format!("{}: {}", point.title, point.ask)));
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

fn reason(reason: &Reason, depth: usize, blocks: &mut Vec<Block>) {
    let cited = if reason.sources.is_empty() { String::new() } else { format!(" [{}]", reason.sources.join("; ")) };
    let colon = if reason.because.is_empty() { "" } else { ":" };
    blocks.push(Block::Point(depth, format!("{}{cited}{colon}", reason.says)));
    reason.because.iter().for_each(|it| self::reason(it, depth + 1, blocks));
}
