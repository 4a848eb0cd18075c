//! One obligation in full, in the order in which people ask: what it wants, what to do, by when, why me,
//! what is open, what would change it, where it stands in the law.

use crate::answer::{Answer, Way};
use crate::assessment::Stance;
use crate::boxes::Status;
use crate::judge::{Reason, Turn};
use crate::pack::{AnswerValue, Kept, QuestionId, SourceId};
use crate::phrase::{answer_text, change_says, day_text, way_says};
use crate::report::{Advice, Item, Report, SettledBy, Standing};
use crate::tell::block::{Block, Line, Target};
use crate::tell::decision::decision;
use crate::tell::law::{points_heading, safe_side};
use crate::tell::reason::reason_points;
use crate::tell::value::{any_of, capital, kind, origin, outcome, people, stance, standing};
use crate::words::Words;

/// Everything `report` says of `item`, its title first.
pub fn obligation(report: &Report<'_>, item: &Item<'_>, words: &Words) -> Vec<Block> {
    let mut teller = ObligationBlocks { report, item, words, blocks: Vec::new() };
    teller.head();
    if item.standing != Standing::RuledOut {
        teller.steps();
        teller.deadline();
        teller.kept();
    }
    teller.why();
    teller.vendor_says();
    teller.settled_by();
    teller.would_change();
    teller.points();
    teller.advice(words.common.obligation.notes, &item.notes);
    teller.confirm();
    teller.sources();
    teller.blocks
}

/// By when, with the last day where it can be counted: "within 45 days: the last day is July 1, 2026".
pub fn due(item: &Item<'_>, words: &Words) -> Option<String> {
    let says = &item.obligation.deadline.as_ref()?.says;
    let dated = item.last_day.map(|date| words.tell.obligation.last_day(day_text(date, words), says));
    Some(dated.unwrap_or_else(|| says.clone()))
}

/// What is so once it is done; then what to keep as evidence and when it comes back.
pub fn kept_lines(kept: &Kept, words: &Words) -> [String; 2] {
    let words = &words.tell.kept;
    let (keep, again) = (&kept.keep, &kept.again);
    let evidence = if kept.rhythm.is_practice() { words.keep_practice(again, keep) } else { words.keep(again, keep) };
    [words.done(capital(&kept.done)), evidence]
}

struct ObligationBlocks<'a> {
    report: &'a Report<'a>,
    item: &'a Item<'a>,
    words: &'a Words,
    blocks: Vec<Block>,
}

impl ObligationBlocks<'_> {
    fn head(&mut self) {
        let (of, words) = (self.item.obligation, self.words);
        let target = Target::Obligation(self.item.id);
        self.blocks.push(Block::Entry { target, id: Some(of.id.clone()), title: of.title.clone() });
        let place = standing(self.item.standing, words);
        let mut line = vec![place];
        if self.item.standing == Standing::ToDo {
            line.push(in_place(self.item, words));
        }
        line.push(kind(of.kind, words));
        line.extend([self.report.pack.group_of(of)].into_iter().filter(|group| *group != place));
        self.blocks.push(Block::text(Line::quiet(line.join(" · "))));
        self.blocks.push(Block::text(of.asks.clone()));
    }

    fn heading(&mut self, text: &str) {
        self.blocks.push(Block::Heading(text.to_owned()));
    }

    fn advised(&self, advice: &Advice<'_>) -> Line {
        let perhaps = if advice.certain { "" } else { self.words.tell.obligation.perhaps };
        Line::with(advice.text, perhaps)
    }

    fn steps(&mut self) {
        if self.item.steps.is_empty() {
            return;
        }
        let in_place = self.item.standing == Standing::InPlace;
        let words = self.words;
        self.heading(if in_place { words.tell.obligation.steps_kept } else { words.common.obligation.steps });
        let steps = self.item.steps.iter().enumerate();
        let steps: Vec<Block> = steps.map(|(at, step)| Block::Step(at + 1, self.advised(step))).collect();
        self.blocks.extend(steps);
    }

    fn deadline(&mut self) {
        if let Some(due) = due(self.item, self.words) {
            self.heading(self.words.common.obligation.by_when);
            self.blocks.push(Block::text(capital(&due)));
            self.blocks.extend(self.rolled().map(Block::text));
        }
    }

    /// To which weekday the law moves a last day on a weekend.
    fn rolled(&self) -> Option<String> {
        let day = day_text(self.item.rolled_day()?, self.words);
        let under = self.item.obligation.deadline.as_ref()?.rolls_under?;
        Some(self.words.tell.obligation.rolled(&self.report.pack.source(under).citation, day))
    }

    /// What is so once it is done, what shows it, and when it comes back.
    fn kept(&mut self) {
        let Some(kept) = &self.item.obligation.kept else { return };
        self.heading(self.words.common.obligation.kept);
        self.blocks.push(Block::text(kept_lines(kept, self.words).join(" ")));
    }

    fn advice(&mut self, heading: &str, advice: &[Advice<'_>]) {
        if !advice.is_empty() {
            self.heading(heading);
            let points: Vec<Block> = advice.iter().map(|each| Block::point(0, self.advised(each))).collect();
            self.blocks.extend(points);
        }
    }

    fn why(&mut self) {
        let (item, words) = (self.item, &self.words.tell.obligation);
        match item.judgement.applies {
            Status::Yes if item.because.is_empty() => {
                self.heading(words.why);
                self.blocks.push(Block::text(words.always));
            }
            Status::Yes => self.reasons(words.why, &item.because),
            Status::No => self.reasons(words.why_not, &item.because),
            Status::Open => {
                self.heading(words.why_open);
                self.blocks.push(Block::text(words.open));
                self.why_open();
            }
        }
        self.reasons(words.why_also, &item.also_because);
        let met = if item.judgement.met == Status::Yes { words.why_met } else { words.why_gap };
        self.reasons(met, &item.met_because);
    }

    /// What is not known: first what the person can say or find out, then what lawyers differ on.
    fn why_open(&mut self) {
        let (report, words) = (self.report, &self.words.tell.obligation);
        let asked = self.item.settled_by.iter().map(|settles| settles.question);
        let (unsure, unanswered): (Vec<QuestionId>, Vec<QuestionId>) =
            asked.partition(|&id| report.answer_to(id).is_some());
        let asks =
            |ids: &[QuestionId]| -> Vec<&str> { ids.iter().map(|&id| report.pack.question(id).ask.as_str()).collect() };
        let open = self.item.turns_on.iter().filter(|turn| report.stance(turn.reading) == Some(Stance::Open));
        let points = open.map(|turn| report.pack.reading(turn.reading).title.as_str());
        let of = [
            (words.not_known, asks(&unsure), " "),
            (words.not_answered, asks(&unanswered), " "),
            (words.lawyers_differ, points.collect(), "; "),
        ];
        let told = of.into_iter().filter(|(_, names, _)| !names.is_empty());
        self.blocks
            .extend(told.map(|(says, names, between)| Block::point(0, format!("{says} {}", names.join(between)))));
    }

    fn reasons(&mut self, heading: &str, reasons: &[Reason]) {
        if !reasons.is_empty() {
            self.heading(heading);
            self.blocks.extend(reason_points(self.report, reasons, self.words));
        }
    }

    /// The answers of the vendor on which alone it rests, each with who gave it and what shows it.
    fn vendor_says(&mut self) {
        if self.item.vendor_says.is_empty() {
            return;
        }
        self.heading(self.words.tell.obligation.vendor_says);
        for given in self.item.vendor_says.iter().filter_map(|&id| self.report.answer_to(id)) {
            let of = self.report.pack.question(given.question);
            let said = format!("{} {}", of.ask, answer_text(&given.answer, of, self.words));
            let from = origin(given, self.words);
            let aside = if from.is_empty() { from } else { format!("({from})") };
            self.blocks.push(Block::leading(0, Line::with(said, aside), Target::Question(given.question)));
        }
    }

    fn settled_by(&mut self) {
        if self.item.settled_by.is_empty() {
            return;
        }
        let words = &self.words.tell.obligation;
        let open = self.item.judgement.applies == Status::Open;
        self.heading(if open { self.words.common.obligation.settles } else { words.settles_met });
        for settles in &self.item.settled_by {
            self.settles(settles);
        }
    }

    /// A question, what each answer that moves the result would mean, and who would know.
    fn settles(&mut self, settles: &SettledBy) {
        let words = &self.words.tell.obligation;
        let of = self.report.pack.question(settles.question);
        let unsure = if self.report.answer_to(settles.question).is_some() { words.not_settled } else { "" };
        let line = Line::with(of.ask.clone(), unsure);
        self.blocks.push(Block::leading(0, line, Target::Question(settles.question)));
        let moving: Vec<_> = settles.outcomes.iter().filter(|each| each.judgement != self.item.judgement).collect();
        for each in &moving {
            let says = way_says(&each.way, of, self.words);
            let says = if says.is_empty() { self.none_ticked(settles) } else { says };
            let then = outcome(each.judgement, self.words);
            self.blocks.push(Block::point(1, words.then(says, then)));
        }
        if moving.is_empty() {
            self.blocks.push(Block::point(1, words.not_alone));
        } else if moving.len() < settles.outcomes.len() {
            self.blocks.push(Block::point(1, words.other_answers));
        }
        self.blocks.push(Block::point(1, self.words.tell.question.who(people(&of.who, self.words))));
    }

    /// That none of the options that matter here is ticked: each by its sentence, unless all of them matter.
    fn none_ticked(&self, settles: &SettledBy) -> String {
        let of = self.report.pack.question(settles.question);
        let ticks = |at: usize| {
            let ways = settles.outcomes.iter().map(|outcome| &outcome.way);
            ways.into_iter().any(|way| matches!(way, Way::Answer(Answer::Any(ticked, _)) if ticked.contains(&at)))
        };
        let matter: Vec<usize> = (0..of.choices.len()).filter(|&at| ticks(at)).collect();
        if matter.len() == of.choices.len() {
            return self.words.tell.obligation.none_ticked.to_owned();
        }
        let not = of
            .answers
            .iter()
            .filter(|answer| matches!(answer.value, AnswerValue::Tick(at, false) if matter.contains(&at)));
        not.map(|answer| answer.says.as_str()).collect::<Vec<&str>>().join(" and ")
    }

    fn would_change(&mut self) {
        let changes = &self.item.would_change;
        if changes.is_empty() {
            return;
        }
        let words = &self.words.tell.obligation;
        let applies = self.item.judgement.applies == Status::Yes;
        self.heading(if applies { words.change_off } else { words.change_on });
        for (at, change) in changes.iter().enumerate() {
            let of = self.report.pack.question(change.question);
            let to = any_of(&change_says(change, of, self.words), self.words);
            let text = if at == 0 { words.change_if(to) } else { words.change_and(to) };
            self.blocks.push(Block::leading(0, text, Target::Question(change.question)));
        }
    }

    /// The legal points it turns on: those that are open, then those that are decided here.
    fn points(&mut self) {
        for decided in [false, true] {
            let is_decided = |turn: &&Turn| self.report.stance(turn.reading).is_some_and(Stance::is_decided);
            let turns: Vec<&Turn> = self.item.turns_on.iter().filter(|turn| is_decided(turn) == decided).collect();
            if !turns.is_empty() {
                self.heading(points_heading(decided, self.words));
            }
            for turn in turns {
                self.point(turn);
            }
        }
    }

    fn point(&mut self, turn: &Turn) {
        let words = &self.words.tell.obligation;
        let point = self.report.pack.reading(turn.reading);
        let line = Line::from(format!("{}: {}", point.title, point.ask));
        self.blocks.push(Block::leading(0, line, Target::Point(turn.reading)));
        let (if_yes, if_no) = (outcome(turn.if_yes, self.words), outcome(turn.if_no, self.words));
        let turns =
            if turn.if_yes == turn.if_no { words.point_idle.to_owned() } else { words.point_turns(if_no, if_yes) };
        self.blocks.push(Block::point(1, turns));
        if let Some(taken) = self.report.stance(turn.reading) {
            self.blocks
                .push(Block::point(1, format!("{} {}", stance(taken, self.words), safe_side(point, self.words))));
        }
        if let Some(decided) = self.report.decided_point(turn.reading) {
            self.blocks.extend(decision(decided, self.words).into_iter().map(|line| Block::point(1, line)));
        }
    }

    /// What to confirm, and which provisions were not verified against the official text.
    fn confirm(&mut self) {
        let words = &self.words.tell.obligation;
        let of = self.item.obligation;
        let shaky = self.unverified();
        if of.confirm.is_empty() && shaky.is_empty() {
            return;
        }
        self.heading(words.confirm);
        self.blocks.extend(of.confirm.iter().map(|text| Block::point(0, text.clone())));
        if !shaky.is_empty() {
            let citations = shaky.iter().map(|&id| self.report.pack.source(id).citation.as_str());
            let citations = citations.collect::<Vec<&str>>().join("; ");
            self.blocks.push(Block::leading(0, words.unverified(citations), Target::Sources(shaky)));
        }
    }

    /// The provisions not verified against the official text: its own, then those of its reasons.
    fn unverified(&self) -> Vec<SourceId> {
        let reasons = self.item.because.iter().chain(&self.item.met_because).flat_map(Reason::with_all_below);
        let cited = self.item.sources.iter().chain(reasons.flat_map(|reason| &reason.sources));
        let mut found: Vec<SourceId> = Vec::new();
        for &id in cited.filter(|&&id| !self.report.pack.source(id).confidence.is_verified()) {
            if !found.contains(&id) {
                found.push(id);
            }
        }
        found
    }

    fn sources(&mut self) {
        self.heading(self.words.common.law.sources);
        for &id in &self.item.sources {
            let source = self.report.pack.source(id);
            let line = Line::with(source.citation.clone(), source.heading.clone());
            self.blocks.push(Block::leading(0, line, Target::Sources(vec![id])));
        }
    }
}

/// Whether it is in place, in words.
pub fn in_place(item: &Item<'_>, words: &Words) -> &'static str {
    match item.judgement.met {
        Status::Yes => words.common.met.yes,
        Status::No => words.common.met.no,
        Status::Open => words.common.met.unknown,
    }
}
