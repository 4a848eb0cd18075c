//! Everything about one obligation, in the order in which an owner asks: what it wants, what to do,
//! by when, why me, what is open, what would change it, where it stands in the law.

use crate::export::{answer_in_words, origin};
use crate::pack::SourceId;
use crate::phrase;
use crate::report::{Advice, Applies, Item, Met, OpenPoint, Reason, Report, SettledBy, Standing, TurnsOn};
use crate::tell::{kind, standing};
use crate::tui::context::Context;
use crate::tui::page::{Page, Target};
use crate::tui::tell;
use crate::tui::theme::Role;
use crate::tui::wrap::Run;

/// Fills `page` with everything about `item`.
pub fn page(page: Page, item: &Item, report: &Report, room: &Context<'_>) -> Page {
    let mut teller = DetailTeller { page, item, report, room };
    teller.title();
    teller.steps(room.words.tui.detail.steps, &item.actions, true);
    teller.deadline();
    teller.papers();
    teller.why();
    teller.settled_by();
    teller.would_change();
    teller.points();
    teller.steps(room.words.tui.detail.notes, &item.notes, false);
    teller.confirm();
    teller.sources();
    teller.disclaimer();
    teller.page
}

struct DetailTeller<'a> {
    page: Page,
    item: &'a Item,
    report: &'a Report,
    room: &'a Context<'a>,
}

impl DetailTeller<'_> {
    fn title(&mut self) {
        let (item, room) = (self.item, self.room);
        self.page.text(Role::Strong, &item.title);
        let (standing, kind) = (standing(item.standing, room.words), kind(item.kind, room.words));
        self.page.text(Role::Quiet, &room.words.tui.detail.kind(kind, standing));
        self.page.blank();
        self.read(Role::Body, &item.asks);
    }

    fn steps(&mut self, heading: &'static str, steps: &[Advice], numbered: bool) {
        if steps.is_empty() || self.item.standing == Standing::RuledOut {
            return;
        }
        self.page.heading(heading);
        for (at, step) in steps.iter().enumerate() {
            let mark = if numbered { format!("{}. ", at + 1) } else { "• ".to_owned() };
            let mut runs = vec![(Role::Body, step.text.clone())];
            if !step.certain {
                runs.push((Role::Quiet, format!(" {}", self.room.words.tui.detail.uncertain.to_owned())));
            }
            self.page.read(&mark, &runs, None);
        }
    }

    fn deadline(&mut self) {
        let Some(due) = self.item.deadline.as_ref().filter(|_| self.item.standing != Standing::RuledOut) else {
            return;
        };
        self.page.heading(self.room.words.tui.detail.when);
        self.read(Role::Body, &due.says);
        if let Some(date) = &due.date {
            let day = tell::day_of(date, self.room.words);
            self.read(Role::Strong, &self.room.words.tui.results.last_day(&day));
        }
    }

    fn why(&mut self) {
        let heading = match self.item.applies {
            Applies::Yes => self.room.words.tui.detail.why,
            Applies::No => self.room.words.tui.detail.why_not,
            Applies::Open => self.room.words.tui.detail.why_open,
        };
        self.page.heading(heading);
        match (self.item.applies, self.item.because.is_empty()) {
            (Applies::Open, _) => self.read(Role::Body, self.room.words.tui.detail.open),
            (Applies::Yes, true) => self.read(Role::Body, self.room.words.tui.detail.always),
            _ => self.reasons(&self.item.because, 0),
        }
        if !self.item.met_because.is_empty() {
            let met = self.item.met == Some(Met::Yes);
            self.page.heading(if met {
                self.room.words.tui.detail.why_met
            } else {
                self.room.words.tui.detail.why_gap
            });
            self.reasons(&self.item.met_because, 0);
        }
        self.vendor_says();
    }

    fn vendor_says(&mut self) {
        if self.item.vendor_says.is_empty() {
            return;
        }
        self.page.heading(self.room.words.tui.detail.vendor_says);
        for given in self.item.vendor_says.iter().filter_map(|it| self.report.given(it)) {
            let (answer, origin) = (answer_in_words(given, self.room.words), origin(given, self.room.words));
            let runs = [(Role::Body, format!("{} {answer}", given.ask)), (Role::Quiet, format!(" ({origin})"))];
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
            let says =
                if depth == 0 { tell::capital(&reason.says) } else { self.room.words.tui.detail.because(&reason.says) };
            let mut runs: Vec<Run> = vec![(Role::Body, says)];
            if let Some(point) = reason.reading.as_ref().and_then(|it| self.report.reading(it)) {
                let side = if point.is_decided() {
                    self.room.words.tui.detail.decided
                } else {
                    self.room.words.tui.detail.assumed
                }
                .to_owned();
                runs.push((Role::Quiet, format!(" {side}")));
            }
            if !reason.sources.is_empty() {
                runs.push((Role::Quiet, format!(" [{}]", reason.sources.join(", "))));
            }
            let target = self.target(&reason.sources);
            self.page.read("• ", &runs, target.as_ref());
            self.reasons(&reason.because, depth + 1);
            self.page.indent(0);
        }
    }

    /// The papers that can be checked for it. Enter begins the check.
    fn papers(&mut self) {
        let papers = self.room.papers_for(&self.item.id);
        if papers.is_empty() || self.item.standing == Standing::RuledOut {
            return;
        }
        self.page.heading(self.room.words.tui.detail.papers);
        self.read(Role::Quiet, self.room.words.tui.detail.papers_mean);
        for paper in papers {
            self.page.read("• ", &[(Role::Body, paper.title.clone())], Some(&Target::Paper(&paper.id)));
        }
    }

    fn settled_by(&mut self) {
        if self.item.settled_by.is_empty() {
            return;
        }
        let heading = if self.item.applies == Applies::Open {
            self.room.words.tui.detail.settles
        } else {
            self.room.words.tui.detail.settles_met
        };
        self.page.heading(heading);
        for it in &self.item.settled_by {
            self.settles(it);
        }
    }

    /// A question, what each answer would mean, and who knows. Enter opens it.
    fn settles(&mut self, it: &SettledBy) {
        let target = self.room.pack.question_by_id(&it.question).map(Target::Question);
        let given = self.report.given(&it.question).is_some();
        let mut runs = vec![(Role::Body, it.ask.clone())];
        if given {
            runs.push((Role::Quiet, format!(" {}", self.room.words.tui.detail.unsure.to_owned())));
        }
        self.page.read("• ", &runs, target.as_ref());
        for outcome in &it.outcomes {
            let says = phrase::answer_text(&outcome.says, self.room.words);
            let says = if says.is_empty() { self.room.words.export.outcome_nothing } else { &says };
            let then = tell::outcome(outcome.applies, outcome.met, self.room.words);
            self.beneath(Role::Quiet, &self.room.words.tui.detail.then(says, &then));
        }
        let who = tell::who(it.who.iter().copied(), self.room.words);
        self.beneath(Role::Quiet, &self.room.words.tui.question.who(&who));
    }

    fn would_change(&mut self) {
        if self.item.would_change.is_empty() {
            return;
        }
        let applies = self.item.applies == Applies::Yes;
        self.page.heading(if applies {
            self.room.words.tui.detail.change_off
        } else {
            self.room.words.tui.detail.change_on
        });
        let or = format!(", {} ", self.room.words.tui.or.to_owned());
        for (at, it) in self.item.would_change.iter().enumerate() {
            let to: Vec<String> = it.to.iter().map(|it| phrase::answer_text(it, self.room.words)).collect();
            let (to, of) = (to.join(&or), &self.room.words.tui.detail);
            self.read(Role::Body, &if at == 0 { of.r#if(to) } else { of.and(to) });
        }
    }

    /// The legal points it turns on: those that are open, then those that are decided here.
    fn points(&mut self) {
        for (heading, decided) in
            [(self.room.words.tui.detail.points, false), (self.room.words.tui.detail.points_decided, true)]
        {
            let turns = self.item.readings.iter().filter_map(|it| Some((it, self.report.reading(&it.reading)?)));
            let turns: Vec<_> = turns.filter(|it| it.1.is_decided() == decided).collect();
            if !turns.is_empty() {
                self.page.heading(heading);
            }
            for (turn, point) in turns {
                self.point(turn, point);
            }
        }
    }

    fn point(&mut self, turn: &TurnsOn, point: &OpenPoint) {
        let target = self.room.pack.reading_by_id(&turn.reading).map(Target::Point);
        let room = self.room;
        self.page.read("• ", &[(Role::Strong, point.ask.clone())], target.as_ref());
        let (of, then) = (&room.words.tui.detail, |outcome| tell::outcome(outcome, None, room.words));
        self.beneath(Role::Body, &of.point_yes(&point.yes, then(turn.if_yes)));
        self.beneath(Role::Body, &of.point_no(&point.no, then(turn.if_no)));
        let taken = crate::export::taken(point.taken, room.words);
        let safe = if point.safe == "yes" { room.words.common.answer.yes } else { room.words.common.answer.no };
        let taken = room.words.tui.detail.taken(safe, taken);
        self.beneath(Role::Quiet, &taken);
        self.beneath(Role::Quiet, &point.why);
    }

    fn confirm(&mut self) {
        let unsure = self.item.sources.iter().filter_map(|it| self.report.source(it)).filter(|it| !it.verified);
        let unsure: Vec<String> = unsure.map(|it| it.citation.clone()).collect();
        if self.item.confirm.is_empty() && unsure.is_empty() {
            return;
        }
        self.page.heading(self.room.words.tui.detail.confirm);
        for it in &self.item.confirm {
            self.page.read("• ", &[(Role::Body, it.clone())], None);
        }
        if !unsure.is_empty() {
            let text = self.room.words.tui.detail.unverified(unsure.join("; "));
            self.page.read("• ", &[(Role::Body, text)], self.target(&self.item.sources).as_ref());
        }
        self.read(Role::Quiet, &self.room.words.tui.detail.official(&self.report.pack.official));
    }

    fn sources(&mut self) {
        self.page.heading(self.room.words.tui.detail.sources);
        for id in &self.item.sources {
            let Some(source) = self.report.source(id) else { continue };
            let runs = [(Role::Body, source.citation.clone()), (Role::Quiet, format!("  {}", source.heading))];
            self.page.read("• ", &runs, self.target(std::slice::from_ref(id)).as_ref());
        }
    }

    fn disclaimer(&mut self) {
        let day = tell::day(self.room.pack.law_checked_on, self.room.words);
        self.page.blank();
        self.read(Role::Quiet, &self.room.words.tui.detail.checked(&day));
    }

    fn beneath(&mut self, role: Role, text: &str) {
        self.page.indent(2);
        self.page.read("- ", &[(role, text.to_owned())], None);
        self.page.indent(0);
    }

    fn read(&mut self, role: Role, text: &str) {
        self.page.read("", &[(role, text.to_owned())], None);
    }

    fn target(&self, ids: &[String]) -> Option<Target> {
        let place = |id: &String| self.room.pack.sources.iter().position(|it| it.id == *id).map(SourceId);
        let ids: Vec<SourceId> = ids.iter().filter_map(place).collect();
        (!ids.is_empty()).then_some(Target::Sources(ids))
    }
}
