//! Works out a report from a pack and the answers.

use jiff::civil::Date;

use crate::answer::{Way, in_words, is_given, to_json};
use crate::assessment::{Assessment, Basis};
use crate::boxes::{Cells, Knowledge, Status, Var};
use crate::condition::day;
use crate::interview::Progress;
use crate::judge::{
    self, Because, Ground, JudgedOutcome, Judgement, because, because_met, changes, established, last_day, missing,
    outcomes, readings_that_matter,
};
use crate::pack::{AnswerValue, Obligation, ObligationKind, Pack, Question, QuestionId, ReadingId, SourceId, Step};
use crate::report::totals::count_standings;
use crate::report::{
    Advice, AnswerText, Applies, Cited, DueBy, FORMAT, Given, Item, Met, OpenPoint, Outcome, PackLine, Reason, Report,
    SettledBy, Standing, TurnsOn, VERSION, WouldChange,
};

/// Everything that `assessment` establishes under `pack`, where the interview stands at `progress`.
pub fn report(pack: &Pack, assessment: &Assessment, progress: &Progress) -> Report {
    let live = assessment.only(&progress.answered);
    let without_vendor = established(pack, &live.without(Basis::Vendor));
    let build = ReportBuilder { pack, assessment: &live, known: &progress.known, without_vendor: &without_vendor };
    let obligations: Vec<Item> = pack.obligations.iter().map(|it| build.item(it)).collect();
    Report {
        format: FORMAT,
        version: VERSION,
        pack: pack_line(pack),
        answered_on: answered_on(assessment),
        complete: progress.next.is_none(),
        left: [progress.left.least, progress.left.most],
        totals: count_standings(obligations.iter().map(|it| it.standing)),
        readings: build.open_points(&obligations),
        answers: given(pack, assessment, progress),
        sources: pack.sources.iter().map(cited).collect(),
        obligations,
    }
}

/// The pack, as a report names it.
pub fn pack_line(pack: &Pack) -> PackLine {
    PackLine {
        id: pack.id.clone(),
        version: pack.version.clone(),
        title: pack.title.clone(),
        digest: pack.digest.clone(),
        law_checked_on: pack.law_checked_on.to_string(),
        disclaimer: pack.disclaimer.clone(),
        official: pack.official.clone(),
    }
}

/// The day of the latest answer: the times in answer files begin with it.
fn answered_on(assessment: &Assessment) -> Option<String> {
    let days = assessment.answers.values().filter_map(|it| day_of(it.at.as_deref()?));
    days.max().map(|it| it.to_string())
}

/// The day with which a time begins.
fn day_of(time: &str) -> Option<Date> {
    day(time.get(..10)?)
}

fn given(pack: &Pack, assessment: &Assessment, progress: &Progress) -> Vec<Given> {
    let each = assessment.answers.iter().map(|(&id, entry)| {
        let question = pack.question(id);
        Given {
            question: question.id.clone(),
            section: pack.sections.get(question.section).map_or_else(String::new, |it| it.title.clone()),
            ask: question.ask.clone(),
            value: to_json(&entry.answer, question),
            labels: in_words(&entry.answer, question),
            set_aside: progress.set_aside.contains(&id),
            on: entry.at.as_deref().and_then(day_of).map(|it| it.to_string()),
            basis: entry.basis.map(Basis::name),
            by: entry.by.clone(),
            evidence: entry.evidence.clone(),
            note: entry.note.clone(),
        }
    });
    each.collect()
}

/// `source`, as a report cites it.
pub fn cited(source: &crate::pack::Source) -> Cited {
    Cited {
        id: source.id.clone(),
        citation: source.citation.clone(),
        heading: source.heading.clone(),
        says: source.says.clone(),
        binds: source.binds.clone(),
        exceptions: source.exceptions.clone(),
        link: source.link.clone(),
        confidence: source.confidence.name(),
        verified: source.confidence.is_verified(),
    }
}

fn applies(status: Status) -> Applies {
    match status {
        Status::Yes => Applies::Yes,
        Status::No => Applies::No,
        Status::Open => Applies::Open,
    }
}

fn met(applies: Status, met: Status) -> Option<Met> {
    match (applies, met) {
        (Status::No, _) => None,
        (_, Status::Yes) => Some(Met::Yes),
        (_, Status::No) => Some(Met::No),
        (_, Status::Open) => Some(Met::Unknown),
    }
}

/// Where an obligation of this kind is shown with this judgement.
pub fn standing(kind: ObligationKind, judgement: Judgement) -> Standing {
    match (judgement.applies, judgement.met, kind) {
        (Status::No, ..) => Standing::RuledOut,
        (_, _, ObligationKind::Also) => Standing::AlsoCheck,
        (Status::Open, ..) => Standing::Open,
        (Status::Yes, Status::Yes, _) => Standing::InPlace,
        (Status::Yes, ..) => Standing::ToDo,
    }
}

struct ReportBuilder<'a> {
    pack: &'a Pack,
    assessment: &'a Assessment,
    known: &'a Knowledge,
    /// What would be known without the vendor's word.
    without_vendor: &'a Knowledge,
}

impl ReportBuilder<'_> {
    fn item(&self, of: &Obligation) -> Item {
        let (pack, known) = (self.pack, self.known);
        let judgement = judge::judge(pack, of, known);
        let open = missing(pack, of, known);
        Item {
            id: of.id.clone(),
            group: pack.groups.get(of.group).map_or_else(String::new, |it| it.title.clone()),
            kind: of.kind.name(),
            title: of.title.clone(),
            asks: of.asks.clone(),
            standing: standing(of.kind, judgement),
            applies: applies(judgement.applies),
            met: met(judgement.applies, judgement.met),
            because: self.reasons(&because(pack, self.assessment, of, known)),
            met_because: self.reasons(&because_met(pack, self.assessment, of, known)),
            missing: open.iter().map(|&it| pack.question(it).id.clone()).collect(),
            vendor_says: self.vendor_says(of, judgement),
            settled_by: open.iter().map(|&it| self.settled_by(of, it)).collect(),
            would_change: self.would_change(of),
            readings: self.turns_on(of),
            actions: self.advice(&of.steps),
            deadline: self.due_by(of, judgement),
            sources: source_ids(self.pack, &of.sources),
            notes: self.advice(&of.notes),
            confirm: of.confirm.clone(),
        }
    }

    /// The questions answered by the vendor on whose answers this judgement rests: without them it would
    /// be another. First those by which it applies, then those by which it is in place.
    fn vendor_says(&self, of: &Obligation, judgement: Judgement) -> Vec<String> {
        let mut known = self.without_vendor.clone();
        let mut needed: Vec<QuestionId> = Vec::new();
        while judge::judge(self.pack, of, &known) != judgement {
            let by_vendor = |id: &QuestionId| {
                let entry = self.assessment.answers.get(id);
                !needed.contains(id) && entry.is_some_and(|it| it.basis == Some(Basis::Vendor))
            };
            let more: Vec<QuestionId> = missing(self.pack, of, &known).into_iter().filter(by_vendor).collect();
            if more.is_empty() {
                break;
            }
            for &var in more.iter().flat_map(|it| &self.pack.question(*it).vars) {
                known.set(var, self.known.of(var));
            }
            needed.extend(more);
        }
        needed.into_iter().map(|it| self.pack.question(it).id.clone()).collect()
    }

    fn reasons(&self, because: &[Because]) -> Vec<Reason> {
        let each = because.iter().map(|it| {
            let (mut question, mut fact, mut reading) = (None, None, None);
            match it.ground {
                Ground::Answer(id) => question = Some(self.pack.question(id).id.clone()),
                Ground::Fact(id) => fact = self.pack.facts.get(id.0).map(|it| it.id.clone()),
                Ground::Reading(id) => reading = Some(self.pack.reading(id).id.clone()),
            }
            Reason {
                says: it.says.clone(),
                question,
                fact,
                reading,
                sources: source_ids(self.pack, &it.sources),
                because: self.reasons(&it.from),
            }
        });
        each.collect()
    }

    fn settled_by(&self, of: &Obligation, id: QuestionId) -> SettledBy {
        let question = self.pack.question(id);
        let outcomes = outcomes(self.pack, of, id, self.known);
        SettledBy {
            question: question.id.clone(),
            ask: question.ask.clone(),
            who: question.who.iter().map(|it| it.0).collect(),
            outcomes: merged(outcomes, question).into_iter().map(|it| outcome(&it, question)).collect(),
        }
    }

    fn would_change(&self, of: &Obligation) -> Vec<WouldChange> {
        let each = changes(self.pack, of, self.known).into_iter().map(|it| {
            let question = self.pack.question(it.question);
            WouldChange { question: question.id.clone(), to: cells_say(question, it.var, it.to) }
        });
        each.collect()
    }

    fn turns_on(&self, of: &Obligation) -> Vec<TurnsOn> {
        let each = readings_that_matter(self.pack, self.assessment, of, self.known).into_iter();
        each.map(|it| TurnsOn {
            reading: self.pack.reading(it.reading).id.clone(),
            if_yes: applies(it.if_yes),
            if_no: applies(it.if_no),
        })
        .collect()
    }

    fn advice(&self, steps: &[Step]) -> Vec<Advice> {
        let each = steps.iter().filter_map(|it| {
            let status = it.when.map_or(Status::Yes, |when| self.pack.condition(when).status(self.known));
            (status != Status::No).then(|| Advice { text: it.text.clone(), certain: status == Status::Yes })
        });
        each.collect()
    }

    fn due_by(&self, of: &Obligation, judgement: Judgement) -> Option<DueBy> {
        let deadline = of.deadline.as_ref()?;
        let mut counted_by = deadline.counted_by().map(|it| self.pack.question(it).id.clone());
        Some(DueBy {
            says: deadline.says.clone(),
            date: last_day(of, self.assessment, judgement).map(|it| it.to_string()),
            from: counted_by.next(),
            months: counted_by.next(),
        })
    }

    /// The points that some obligation turns on, in the pack's order.
    fn open_points(&self, items: &[Item]) -> Vec<OpenPoint> {
        let used = |id: &str| items.iter().any(|it| it.readings.iter().any(|turn| turn.reading == id));
        let readings = self.pack.readings.iter().enumerate().filter(|it| used(&it.1.id));
        readings.map(|(at, _)| open_point(self.pack, self.assessment, ReadingId(at))).collect()
    }
}

/// The open legal point with this number, as `assessment` takes it.
pub fn open_point(pack: &Pack, assessment: &Assessment, id: ReadingId) -> OpenPoint {
    let it = pack.reading(id);
    OpenPoint {
        id: it.id.clone(),
        title: it.title.clone(),
        ask: it.ask.clone(),
        yes: it.yes.clone(),
        no: it.no.clone(),
        safe: if it.safe { "yes" } else { "no" },
        taken: match (assessment.readings.get(&id), it.treated, it.safe) {
            (Some(true), ..) => "decided: yes",
            (Some(false), ..) => "decided: no",
            (None, true, true) => "treated as yes",
            (None, true, false) => "treated as no",
            (None, false, _) => "open",
        },
        why: it.why.clone(),
        sources: source_ids(pack, &it.sources),
    }
}

/// The names of these sources.
fn source_ids(pack: &Pack, ids: &[SourceId]) -> Vec<String> {
    ids.iter().map(|&it| pack.source(it).id.clone()).collect()
}

/// `of` with neighboring ranges of numbers or days put together where they lead to the same.
fn merged(of: Vec<JudgedOutcome>, question: &Question) -> Vec<JudgedOutcome> {
    let mut found: Vec<JudgedOutcome> = Vec::new();
    for next in of {
        let run = found.last_mut().filter(|it| (it.applies, it.met) == (next.applies, next.met));
        match run.and_then(|it| Some((it.way.joined(&next.way, question)?, it))) {
            Some((way, run)) => run.way = way,
            None => found.push(next),
        }
    }
    found
}

fn outcome(of: &JudgedOutcome, question: &Question) -> Outcome {
    let is_range = matches!(of.way, Way::Range(_));
    Outcome {
        answer: to_json(&of.way.first(), question),
        last: is_range.then(|| to_json(&of.way.last(), question)),
        says: way_says(&of.way, question),
        applies: applies(of.applies),
        met: met(of.applies, of.met),
    }
}

/// The answers that lead this `way` as half a sentence, whatever the variables.
fn way_says(way: &Way, question: &Question) -> AnswerText {
    match way {
        Way::Range(range) => AnswerText { says: question.says_value().to_owned(), range: Some(*range) },
        Way::Answer(answer) => {
            let said = question.answers.iter().filter(|it| is_given(it.value, answer));
            let said = said.filter(|it| !matches!(it.value, AnswerValue::Tick(_, false)));
            let says = said.map(|it| it.says.as_str()).collect::<Vec<&str>>().join(" and ");
            AnswerText { says, range: None }
        }
    }
}

/// The answers that are `cells` of `var`, each as half a sentence: each range of numbers or days, then
/// each other answer.
fn cells_say(question: &Question, var: Var, cells: Cells) -> Vec<AnswerText> {
    let ranges = question.scale.iter().flat_map(|it| it.ranges(cells));
    let ranges = ranges.map(|it| way_says(&Way::Range(it), question));
    let others = cells.iter().filter_map(|it| question.answer_at(var, it));
    let others = others.filter(|it| !matches!(it.value, AnswerValue::Range(_)));
    ranges.chain(others.map(|it| AnswerText { says: it.says.clone(), range: None })).collect()
}
