//! Everything about one obligation, in the order in which an owner asks: what it wants, what to do,
//! by when, why me, what is open, what would change it, where it stands in the law.

use crate::answer::{cell_sentence, half_sentence};
use crate::assessment::Stance;
use crate::boxes::Status;
use crate::export::{answer_in_words, origin};
use crate::judge::{Ground, Reason, Turn};
use crate::pack::SourceId;
use crate::report::{Advice, Item, Report, SettledBy, Standing};
use crate::tui::page::{Page, Target};
use crate::tui::room::Context;
use crate::tui::tell;
use crate::tui::theme::Role;
use crate::tui::wrap::Run;

/// Fills `page` with everything about `item`.
pub fn page(page: Page, item: &Item<'_>, report: &Report<'_>, room: &Context<'_>) -> Page {
    let mut teller = DetailTeller { page, item, report, room };
    teller.title();
    teller.steps("tui.detail.steps", &item.steps, true);
    teller.deadline();
    teller.papers();
    teller.why();
    teller.settled_by();
    teller.would_change();
    teller.points();
    teller.steps("tui.detail.notes", &item.notes, false);
    teller.confirm();
    teller.sources();
    teller.disclaimer();
    teller.page
}

struct DetailTeller<'a> {
    page: Page,
    item: &'a Item<'a>,
    report: &'a Report<'a>,
    room: &'a Context<'a>,
}

impl DetailTeller<'_> {
    fn title(&mut self) {
        let (item, room) = (self.item, self.room);
        self.page.text(Role::Strong, &item.obligation.title);
        let standing = room.say(tell::standing(item.standing));
        let kind = tell::kind(item.obligation.kind, room.words);
        self.page.text(Role::Quiet, &room.fill("tui.detail.kind", &[("standing", &standing), ("kind", &kind)]));
        self.page.blank();
        self.read(Role::Body, &item.obligation.asks);
    }

    fn steps(&mut self, heading: &'static str, steps: &[Advice<'_>], numbered: bool) {
        if steps.is_empty() || self.item.standing == Standing::RuledOut {
            return;
        }
        self.page.heading(&self.room.say(heading));
        for (at, step) in steps.iter().enumerate() {
            let mark = if numbered { format!("{}. ", at + 1) } else { "• ".to_owned() };
            let mut runs = vec![(Role::Body, step.text.to_owned())];
            if !step.certain {
                runs.push((Role::Quiet, format!(" {}", self.room.say("tui.detail.uncertain"))));
            }
            self.page.read(&mark, &runs, None);
        }
    }

    fn deadline(&mut self) {
        let Some(due) = self.item.obligation.deadline.as_ref().filter(|_| self.item.standing != Standing::RuledOut)
        else {
            return;
        };
        self.page.heading(&self.room.say("tui.detail.when"));
        self.read(Role::Body, &due.says);
        if let Some(day) = self.item.last_day {
            let day = tell::day(day, self.room.words);
            self.read(Role::Strong, &self.room.fill("tui.results.last_day", &[("day", &day)]));
        }
    }

    fn why(&mut self) {
        let heading = match self.item.judgement.applies {
            Status::Yes => "tui.detail.why",
            Status::No => "tui.detail.why_not",
            Status::Open => "tui.detail.why_open",
        };
        self.page.heading(&self.room.say(heading));
        match (self.item.judgement.applies, self.item.because.is_empty()) {
            (Status::Open, _) => self.read(Role::Body, &self.room.say("tui.detail.open")),
            (Status::Yes, true) => self.read(Role::Body, &self.room.say("tui.detail.always")),
            _ => self.reasons(&self.item.because, 0),
        }
        if !self.item.met_because.is_empty() {
            let met = self.item.judgement.met == Status::Yes;
            self.page.heading(&self.room.say(if met { "tui.detail.why_met" } else { "tui.detail.why_gap" }));
            self.reasons(&self.item.met_because, 0);
        }
        self.vendor_says();
    }

    fn vendor_says(&mut self) {
        if self.item.vendor_says.is_empty() {
            return;
        }
        self.page.heading(&self.room.say("tui.detail.vendor_says"));
        for given in self.item.vendor_says.iter().filter_map(|&it| self.report.given(it)) {
            let answer = answer_in_words(self.report, given, self.room.words);
            let origin = origin(given, self.room.words);
            let ask = &self.room.pack.question(given.question).ask;
            let runs = [(Role::Body, format!("{ask} {answer}")), (Role::Quiet, format!(" ({origin})"))];
            self.page.read("• ", &runs, None);
        }
    }

    /// Reasons, each with its provisions; what establishes one stands under it.
    fn reasons(&mut self, reasons: &[Reason], depth: usize) {
        for (at, reason) in reasons.iter().enumerate() {
            if reasons.iter().take(at).any(|it| it.says == reason.says) {
                continue;
            }
            self.page.indent(depth * 2);
            let says = if depth == 0 {
                tell::capital(&reason.says)
            } else {
                self.room.fill("tui.detail.because", &[("reason", &reason.says)])
            };
            let mut runs: Vec<Run> = vec![(Role::Body, says)];
            let stance = match reason.ground {
                Ground::Reading(id) => self.report.stance(id),
                Ground::Answer(_) | Ground::Fact(_) => None,
            };
            if let Some(stance) = stance {
                let side = self.room.say(if stance.is_decided() { "tui.detail.decided" } else { "tui.detail.assumed" });
                runs.push((Role::Quiet, format!(" {side}")));
            }
            if !reason.sources.is_empty() {
                let ids: Vec<&str> = reason.sources.iter().map(|&it| self.room.pack.source(it).id.as_str()).collect();
                runs.push((Role::Quiet, format!(" [{}]", ids.join(", "))));
            }
            let target = target(&reason.sources);
            self.page.read("• ", &runs, target.as_ref());
            self.reasons(&reason.because, depth + 1);
            self.page.indent(0);
        }
    }

    /// The papers that can be checked for it. Enter begins the check.
    fn papers(&mut self) {
        let papers = self.room.papers_for(self.item.obligation);
        if papers.is_empty() || self.item.standing == Standing::RuledOut {
            return;
        }
        self.page.heading(&self.room.say("tui.detail.papers"));
        self.read(Role::Quiet, &self.room.say("tui.detail.papers_mean"));
        for paper in papers {
            self.page.read("• ", &[(Role::Body, paper.title.clone())], Some(&Target::Paper(&paper.id)));
        }
    }

    fn settled_by(&mut self) {
        if self.item.settled_by.is_empty() {
            return;
        }
        let heading =
            if self.item.judgement.applies == Status::Open { "tui.detail.settles" } else { "tui.detail.settles_met" };
        self.page.heading(&self.room.say(heading));
        for it in &self.item.settled_by {
            self.settles(it);
        }
    }

    /// A question, what each answer would mean, and who knows. Enter opens it.
    fn settles(&mut self, it: &SettledBy) {
        let of = self.room.pack.question(it.question);
        let given = self.report.given(it.question).is_some();
        let mut runs = vec![(Role::Body, of.ask.clone())];
        if given {
            runs.push((Role::Quiet, format!(" {}", self.room.say("tui.detail.unsure"))));
        }
        self.page.read("• ", &runs, Some(&Target::Question(it.question)));
        for outcome in &it.outcomes {
            let says = half_sentence(&outcome.answer, of);
            let says = if says.is_empty() { self.room.say("export.outcome_nothing") } else { says };
            let then = tell::outcome(outcome.judgement, self.room.words);
            self.beneath(Role::Quiet, &self.room.fill("tui.detail.then", &[("answer", &says), ("then", &then)]));
        }
        let who = tell::who(of.who.iter().map(|it| it.0), self.room.words);
        self.beneath(Role::Quiet, &self.room.fill("tui.question.who", &[("who", &who)]));
    }

    fn would_change(&mut self) {
        if self.item.would_change.is_empty() {
            return;
        }
        let applies = self.item.judgement.applies == Status::Yes;
        self.page.heading(&self.room.say(if applies { "tui.detail.change_off" } else { "tui.detail.change_on" }));
        let or = format!(", {} ", self.room.say("tui.or"));
        for (at, it) in self.item.would_change.iter().enumerate() {
            let of = self.room.pack.question(it.question);
            let to: Vec<String> = it.to.iter().filter_map(|&cell| cell_sentence(of, it.option, cell)).collect();
            let to = to.join(&or);
            let name = if at == 0 { "tui.detail.if" } else { "tui.detail.and" };
            self.read(Role::Body, &self.room.fill(name, &[("to", &to)]));
        }
    }

    /// The legal points it turns on: those that are open, then those that are decided here.
    fn points(&mut self) {
        for (heading, decided) in [("tui.detail.points", false), ("tui.detail.points_decided", true)] {
            let turns = self.item.turns_on.iter().filter_map(|it| Some((it, self.report.stance(it.reading)?)));
            let turns: Vec<(&Turn, Stance)> = turns.filter(|it| it.1.is_decided() == decided).collect();
            if !turns.is_empty() {
                self.page.heading(&self.room.say(heading));
            }
            for (turn, stance) in turns {
                self.point(turn, stance);
            }
        }
    }

    fn point(&mut self, turn: &Turn, stance: Stance) {
        let room = self.room;
        let point = room.pack.reading(turn.reading);
        self.page.read("• ", &[(Role::Strong, point.ask.clone())], Some(&Target::Point(turn.reading)));
        for (name, position, outcome) in
            [("tui.detail.point_yes", &point.yes, turn.if_yes), ("tui.detail.point_no", &point.no, turn.if_no)]
        {
            let then = tell::outcome(outcome, room.words);
            self.beneath(Role::Body, &room.fill(name, &[("position", position), ("then", &then)]));
        }
        let taken = room.say(crate::export::taken(stance));
        let safe = room.say(if point.safe { "common.answer.yes" } else { "common.answer.no" });
        let taken = room.fill("tui.detail.taken", &[("taken", &taken), ("safe", &safe)]);
        self.beneath(Role::Quiet, &taken);
        self.beneath(Role::Quiet, &point.why);
    }

    fn confirm(&mut self) {
        let of = self.item.obligation;
        let sources = of.sources.iter().map(|&it| self.room.pack.source(it));
        let unsure = sources.filter(|it| !it.confidence.is_verified());
        let unsure: Vec<String> = unsure.map(|it| it.citation.clone()).collect();
        if of.confirm.is_empty() && unsure.is_empty() {
            return;
        }
        self.page.heading(&self.room.say("tui.detail.confirm"));
        for it in &of.confirm {
            self.page.read("• ", &[(Role::Body, it.clone())], None);
        }
        if !unsure.is_empty() {
            let text = self.room.fill("tui.detail.unverified", &[("sources", &unsure.join("; "))]);
            self.page.read("• ", &[(Role::Body, text)], target(&of.sources).as_ref());
        }
        self.read(Role::Quiet, &self.room.fill("tui.detail.official", &[("official", &self.report.pack.official)]));
    }

    fn sources(&mut self) {
        self.page.heading(&self.room.say("tui.detail.sources"));
        for &id in &self.item.obligation.sources {
            let source = self.room.pack.source(id);
            let runs = [(Role::Body, source.citation.clone()), (Role::Quiet, format!("  {}", source.heading))];
            self.page.read("• ", &runs, target(&[id]).as_ref());
        }
    }

    fn disclaimer(&mut self) {
        let day = tell::day(self.room.pack.law_checked_on, self.room.words);
        self.page.blank();
        self.read(Role::Quiet, &self.room.fill("tui.detail.checked", &[("day", &day)]));
    }

    fn beneath(&mut self, role: Role, text: &str) {
        self.page.indent(2);
        self.page.read("- ", &[(role, text.to_owned())], None);
        self.page.indent(0);
    }

    fn read(&mut self, role: Role, text: &str) {
        self.page.read("", &[(role, text.to_owned())], None);
    }
}

fn target(ids: &[SourceId]) -> Option<Target> {
    (!ids.is_empty()).then(|| Target::Sources(ids.to_vec()))
}
