//! Why an obligation applies or is ruled out: a smallest set of answers that suffices alone, in the
//! words of the facts they establish.

use std::collections::BTreeSet;

use crate::answer::answer_sentence;
use crate::assessment::Assessment;
use crate::boxes::{Knowledge, Region, Status, VarSet};
use crate::condition::{FactId, Rule};
use crate::judge::judgement::knowledge_from;
use crate::judge::provision::{provisions_for, provisions_for_everybody, provisions_named_with};
use crate::pack::{Obligation, Owner, Pack, QuestionId, ReadingId, SourceId};

/// The most answers that a second ground is told with.
const MOST_SECOND_GROUNDS: usize = 3;

/// What a reason rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// An answer.
    Answer(QuestionId),
    /// A fact that the reasons below it establish.
    Fact(FactId),
    /// An open legal point, as counsel decided it or as the pack treats it.
    Reading(ReadingId),
}

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The reason as a half-sentence that can follow "because".
    pub says: String,
    /// What it rests on.
    pub ground: Ground,
    /// The provisions behind it.
    pub sources: Vec<SourceId>,
    /// The reasons that establish it.
    pub because: Vec<Reason>,
}

impl Reason {
    /// Returns this reason and all below it, each before those that establish it.
    pub fn with_all_below(&self) -> Vec<&Self> {
        let below = self.because.iter().flat_map(Self::with_all_below);
        std::iter::once(self).chain(below).collect()
    }
}

/// Returns why `obligation` applies or is ruled out. Empty while it is open, and if it applies in
/// every case.
pub fn reasons_for_applying(
    pack: &Pack,
    assessment: &Assessment,
    obligation: &Obligation,
    known: &Knowledge,
) -> Vec<Reason> {
    let condition = pack.condition(obligation.applies);
    let want = match condition.status(known) {
        Status::Open => return Vec::new(),
        status => status == Status::Yes,
    };
    let teller = ReasonBuilder::new(pack, assessment, obligation, known);
    condition.reason(known).map_or_else(Vec::new, |region| teller.tell(&obligation.rule, want, region))
}

/// Returns what else makes `obligation` apply, or rules it out, on its own: reasons that would be enough if
/// an answer behind `first`, the reasons told before, were another. Only what `first` does not say; empty if
/// no other answer is such a ground, or if it takes more than a few of them to tell.
pub fn second_reasons_for_applying(
    pack: &Pack,
    assessment: &Assessment,
    obligation: &Obligation,
    known: &Knowledge,
    first: &[Reason],
) -> Vec<Reason> {
    let condition = pack.condition(obligation.applies);
    let answers: VarSet = pack.questions.iter().flat_map(|question| question.vars.iter().copied()).collect();
    let second = condition.reason(known).and_then(|region| condition.second_reason(known, region, &answers));
    let Some(region) = second else { return Vec::new() };
    let want = condition.status(known) == Status::Yes;
    let said: BTreeSet<&str> =
        first.iter().flat_map(Reason::with_all_below).map(|reason| reason.says.as_str()).collect();
    let told = ReasonBuilder::new(pack, assessment, obligation, known).tell(&obligation.rule, want, region);
    let grounds = told.iter().flat_map(Reason::with_all_below).filter(|reason| reason.because.is_empty());
    let new: Vec<Reason> = grounds.filter(|reason| !said.contains(reason.says.as_str())).cloned().collect();
    if new.len() > MOST_SECOND_GROUNDS { Vec::new() } else { new }
}

/// Returns why `obligation`, which is not ruled out, is met or not met. Empty while that is open.
pub fn reasons_for_met(
    pack: &Pack,
    assessment: &Assessment,
    obligation: &Obligation,
    known: &Knowledge,
) -> Vec<Reason> {
    let (Some((in_place, gap)), Some(rule)) = (obligation.met, &obligation.met_rule) else {
        return Vec::new();
    };
    let (in_place, gap) = (pack.condition(in_place), pack.condition(gap));
    let teller = ReasonBuilder::new(pack, assessment, obligation, known);
    let because =
        |region: Option<Region<'_>>, want| region.map_or_else(Vec::new, |it| teller.tell(rule.rule(), want, it));
    match (in_place.status(known), gap.status(known)) {
        (_, Status::No) if rule.is_one_sided() => Vec::new(),
        (_, Status::No) => because(gap.reason(known), true),
        (Status::No, _) => because(in_place.reason(known), rule.is_one_sided()),
        _ => Vec::new(),
    }
}

struct ReasonBuilder<'a> {
    pack: &'a Pack,
    assessment: &'a Assessment,
    obligation: &'a Obligation,
    /// The provisions of the obligation that concern the business, or everybody if it is ruled out.
    own: Vec<SourceId>,
    /// Those that concern others only.
    of_others: Vec<SourceId>,
}

impl<'a> ReasonBuilder<'a> {
    fn new(pack: &'a Pack, assessment: &'a Assessment, obligation: &'a Obligation, known: &Knowledge) -> Self {
        let mut builder = Self { pack, assessment, obligation, own: Vec::new(), of_others: Vec::new() };
        if pack.condition(obligation.applies).status(known) == Status::No {
            builder.own = provisions_for_everybody(obligation);
        } else {
            builder.own = provisions_for(pack, obligation, known);
            builder.of_others = obligation.sources.iter().copied().filter(|id| !builder.own.contains(id)).collect();
        }
        builder
    }

    /// Explains why `rule` holds (or fails, if `want` is false) in all of `region`.
    fn tell(&self, rule: &Rule, want: bool, region: Region<'_>) -> Vec<Reason> {
        let within = knowledge_from(region.bounds(), &self.pack.space);
        let mut told = said_once(self.explain(rule, want, region, &within), &mut BTreeSet::new());
        for reason in &mut told {
            self.cite(reason, &[]);
        }
        told
    }

    /// Cites for an answer only the provisions that its question shares with the facts it
    /// establishes (`above`) or with the obligation, because a question may come from several laws.
    /// An answer that stands by itself always keeps some. For a fact, leaves out those of the obligation
    /// that concern others only; for one that fails, those by which it does not.
    fn cite(&self, reason: &mut Reason, above: &[SourceId]) {
        if matches!(reason.ground, Ground::Fact(_)) {
            reason.sources.retain(|id| !self.of_others.contains(id));
            let all: Vec<SourceId> = above.iter().chain(&reason.sources).copied().collect();
            for cause in &mut reason.because {
                self.cite(cause, &all);
            }
            if self.fails(reason) {
                keep_those_below(reason);
            }
        } else {
            reason.sources = shared_sources(&reason.sources, above, &self.own);
        }
    }

    /// Whether `reason` is a fact that does not hold.
    fn fails(&self, reason: &Reason) -> bool {
        matches!(reason.ground, Ground::Fact(id) if self.pack.facts.get(id.0).is_some_and(|fact| fact.no == reason.says))
    }

    fn explain(&self, rule: &Rule, want: bool, region: Region<'_>, within: &Knowledge) -> Vec<Reason> {
        match (rule, want) {
            (Rule::Not(part), _) => self.explain(part, !want, region, within),
            (Rule::In(var, _), _) => self.ground(self.pack.owner(*var), *var).into_iter().collect(),
            (Rule::Fact(id), _) => self.fact(*id, want, region, within),
            (Rule::All(parts), true) | (Rule::Any(parts), false) => {
                let each = parts.iter().flat_map(|it| self.explain(it, want, region, within));
                each.collect()
            }
            (Rule::All(parts), false) | (Rule::Any(parts), true) => {
                let wanted = if want { Status::Yes } else { Status::No };
                let alone = parts.iter().filter(|part| self.status(part, within) == wanted);
                let shortest = alone.map(|it| self.explain(it, want, region, within)).min_by_key(|it| weight(it));
                // If the box is larger than each part, no part suffices alone, so the reason is the
                // answers it rests on.
                shortest.unwrap_or_else(|| self.grounds_of(region))
            }
        }
    }

    fn fact(&self, id: FactId, want: bool, region: Region<'_>, within: &Knowledge) -> Vec<Reason> {
        let (Some(fact), Some(rule)) = (self.pack.facts.get(id.0), self.pack.fact_rules.get(id.0)) else {
            return Vec::new();
        };
        vec![Reason {
            says: if want { fact.yes.clone() } else { fact.no.clone() },
            ground: Ground::Fact(id),
            sources: fact.sources.clone(),
            because: self.explain(rule, want, region, within),
        }]
    }

    fn grounds_of(&self, region: Region<'_>) -> Vec<Reason> {
        let each = region.bounds().iter();
        each.filter_map(|&(var, _)| self.ground(self.pack.owner(var), var)).collect()
    }

    fn ground(&self, owner: Owner, var: crate::boxes::Var) -> Option<Reason> {
        match owner {
            Owner::Question(id, _) => {
                let question = self.pack.question(id);
                let answer = self.assessment.answer(id)?;
                let own = provisions_named_with(self.obligation, var);
                Some(Reason {
                    says: answer_sentence(answer, question, var)?,
                    ground: Ground::Answer(id),
                    sources: if own.is_empty() { question.sources.clone() } else { own },
                    because: Vec::new(),
                })
            }
            Owner::Reading(id) => {
                let reading = self.pack.reading(id);
                let side = self.assessment.stance(self.pack, id).side()?;
                Some(Reason {
                    says: if side { reading.yes.clone() } else { reading.no.clone() },
                    ground: Ground::Reading(id),
                    sources: reading.sources.clone(),
                    because: Vec::new(),
                })
            }
        }
    }

    /// Judges each part of `rule` alone: sound, and enough to choose by.
    fn status(&self, rule: &Rule, within: &Knowledge) -> Status {
        let each = |parts: &[Rule], ends: Status, else_: Status| {
            let found: Vec<Status> = parts.iter().map(|it| self.status(it, within)).collect();
            if found.contains(&ends) {
                ends
            } else if found.contains(&Status::Open) {
                Status::Open
            } else {
                else_
            }
        };
        match rule {
            Rule::All(parts) => each(parts, Status::No, Status::Yes),
            Rule::Any(parts) => each(parts, Status::Yes, Status::No),
            Rule::Not(part) => match self.status(part, within) {
                Status::Yes => Status::No,
                Status::No => Status::Yes,
                Status::Open => Status::Open,
            },
            Rule::In(var, cells) if within.cells_of(*var).within(*cells) => Status::Yes,
            Rule::In(var, cells) if within.cells_of(*var).and(*cells).is_empty() => Status::No,
            Rule::In(..) => Status::Open,
            Rule::Fact(id) => self.pack.fact_rules.get(id.0).map_or(Status::Open, |it| self.status(it, within)),
        }
    }
}

/// Returns the provisions in `of`, those of an answer's question, that are shared with the facts
/// the answer establishes (`above`), or else with the obligation (`own`), because a question may
/// come from several laws. An answer that stands by itself and shares none counts under those of the
/// obligation.
pub fn shared_sources(of: &[SourceId], above: &[SourceId], own: &[SourceId]) -> Vec<SourceId> {
    let with = |others: &[SourceId]| of.iter().copied().filter(|it| others.contains(it)).collect();
    if !above.is_empty() {
        return with(above);
    }
    let shared: Vec<SourceId> = with(own);
    match (shared.is_empty(), own.is_empty()) {
        (false, _) => shared,
        (true, false) => own.to_vec(),
        (true, true) => of.to_vec(),
    }
}

/// Keeps of the provisions of a fact those that the reasons below it cite, if they cite any of them: a fact of
/// several parts fails by one.
fn keep_those_below(fact: &mut Reason) {
    let below: BTreeSet<SourceId> = fact.because.iter().flat_map(|cause| cause.sources.iter().copied()).collect();
    if fact.sources.iter().any(|id| below.contains(id)) {
        fact.sources.retain(|id| below.contains(id));
    }
}

/// Drops from `told`, at any depth, what was said before.
fn said_once(told: Vec<Reason>, said: &mut BTreeSet<String>) -> Vec<Reason> {
    let mut once = Vec::new();
    for mut reason in told {
        if said.insert(reason.says.clone()) {
            // A fact may only say its ground again: then the ground tells whose word it is.
            if matches!(reason.because.as_slice(), [only] if only.says == reason.says) {
                said.remove(&reason.says);
            }
            reason.because = said_once(reason.because, said);
            once.push(reason);
        }
    }
    once
}

fn weight(told: &[Reason]) -> usize {
    told.iter().map(|reason| 1 + weight(&reason.because)).sum()
}
