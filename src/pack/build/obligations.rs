//! Builds obligations: their conditions are read, resolved and compiled.

use crate::condition::{Rule, Vocabulary};
use crate::pack::build::Build;
use crate::pack::fields::Placed;
use crate::pack::model::{Deadline, Kind, Obligation, ObligationKind, Pack, Step};
use crate::pack::raw::{RawObligation, RawPack, RawStep};
use crate::pack::rules::{Compiler, Parsed, known_date};

/// The most days a deadline may be after the date it counts from.
const MAX_DAYS: i64 = 36_500;

/// The conditions of one obligation.
pub struct Conditions {
    pub applies: Option<Parsed>,
    pub met: Option<Parsed>,
    pub steps: Vec<Option<Parsed>>,
    pub notes: Vec<Option<Parsed>>,
}

/// The rules of one obligation.
pub struct Rules {
    pub applies: Rule,
    pub met: Option<Rule>,
    pub steps: Vec<Option<Rule>>,
    pub notes: Vec<Option<Rule>>,
}

impl Build<'_> {
    pub fn conditions(&mut self, raw: &RawObligation) -> Conditions {
        Conditions {
            applies: self.condition(raw.rule.as_ref()),
            met: self.condition(raw.met.as_ref()),
            steps: raw.steps.iter().map(|it| self.condition(it.rule.as_ref())).collect(),
            notes: raw.more_notes.iter().map(|it| self.condition(it.rule.as_ref())).collect(),
        }
    }

    pub fn rules(&mut self, of: &Conditions, vocabulary: &Vocabulary) -> Rules {
        let mut each = |list: &[Option<Parsed>]| -> Vec<Option<Rule>> {
            let rules = list.iter().map(|it| it.as_ref().map(|it| self.rule(Some(it), vocabulary)));
            rules.collect()
        };
        let (steps, notes) = (each(&of.steps), each(&of.notes));
        Rules {
            steps,
            notes,
            applies: self.rule(of.applies.as_ref(), vocabulary),
            met: of.met.as_ref().map(|it| self.rule(Some(it), vocabulary)),
        }
    }

    pub fn obligations(&mut self, raw: &RawPack, rules: &[Rules], pack: &mut Pack) -> Vec<Obligation> {
        let sound = self.findings.is_empty();
        let (fact_rules, space) = (pack.fact_rules.clone(), pack.space.clone());
        let mut compiler = Compiler::new(&fact_rules, &space);
        let mut found = Vec::new();
        let grouped =
            raw.groups.iter().enumerate().flat_map(|(at, it)| it.1.obligations.iter().map(move |it| (at, it)));
        for ((group, raw), rules) in grouped.zip(rules) {
            let deadline = self.deadline(raw, pack);
            let kind = self.obligation_kind(&raw.kind);
            let sources = self.sources_of(&raw.sources);
            // Only a pack without faults is compiled: facts may go round in circles otherwise.
            if !sound {
                continue;
            }
            let Some(done) = compile(raw, rules, deadline.as_ref(), pack, &mut compiler) else {
                let help = "give up a part of it, or split the obligation".to_owned();
                self.fault(
                    "too-large",
                    &raw.spot,
                    format!("the conditions of `{}` need too many boxes", raw.id.text),
                    Some(help),
                );
                continue;
            };
            found.push(Obligation { group, kind, sources, deadline, ..done });
        }
        pack.conditions = compiler.conditions;
        found
    }

    pub fn obligation_kind(&mut self, written: &Placed) -> ObligationKind {
        let all = [ObligationKind::Duty, ObligationKind::Check, ObligationKind::Practice, ObligationKind::Also];
        let found = all.into_iter().find(|it| it.name() == written.text);
        if found.is_none() && !written.text.is_empty() {
            let names: Vec<&str> = all.iter().map(|it| it.name()).collect();
            let help = format!("use one of: {}", names.join(", "));
            self.fault(
                "bad-value",
                &written.spot,
                format!("there is no kind of obligation called `{}`", written.text),
                Some(help),
            );
        }
        found.unwrap_or(ObligationKind::Also)
    }

    pub fn deadline(&mut self, raw: &RawObligation, pack: &Pack) -> Option<Deadline> {
        let raw = raw.deadline.as_ref()?;
        let mut from = None;
        match (&raw.from, raw.days) {
            (Some(name), Some(days)) => {
                if !(1..=MAX_DAYS).contains(&days) {
                    let message = format!("a deadline is 1 to {MAX_DAYS} days after its date, not {days}");
                    self.fault("bad-value", &raw.days_spot, message, None);
                }
                let question = pack.question_by_id(&name.text);
                match question.map(|it| (it, &pack.question(it).kind)) {
                    Some((question, Kind::Date { .. })) => from = Some((question, days)),
                    Some(_) => self.fault("wrong-kind", &name.spot, format!("`{}` is not a date", name.text), None),
                    None => self.unknown(name, "question", pack.questions.iter().map(|it| it.id.as_str())),
                }
            }
            (None, None) if !raw.has_days => {}
            (Some(_), None) if raw.has_days => {}
            _ => self.fault("missing-key", &raw.spot, "`days` and `from` go together", None),
        }
        Some(Deadline { says: raw.says.text.clone(), from })
    }
}

/// The obligation with its conditions compiled, and the rest of it still to be filled in.
fn compile(
    raw: &RawObligation,
    rules: &Rules,
    deadline: Option<&Deadline>,
    pack: &Pack,
    compiler: &mut Compiler<'_>,
) -> Option<Obligation> {
    let applies = compiler.all_of(&[&rules.applies])?;
    let mut tracked = vec![applies];
    let mut met = None;
    if let Some(rule) = &rules.met {
        let not = Rule::Not(Box::new(rule.clone()));
        let pair = (compiler.all_of(&[&rules.applies, rule])?, compiler.all_of(&[&rules.applies, &not])?);
        tracked.extend([pair.0, pair.1]);
        met = Some(pair);
    }
    if let Some((question, _)) = deadline.and_then(|it| it.from)
        && let Kind::Date { scale: Some(scale), .. } = &pack.question(question).kind
    {
        tracked.push(compiler.all_of(&[&rules.applies, &known_date(scale)])?);
    }
    let mut step = |raw: &RawStep, rule: Option<&Rule>| -> Option<Step> {
        let mut when = None;
        if let Some(rule) = rule {
            tracked.push(compiler.all_of(&[&rules.applies, rule])?);
            when = Some(compiler.all_of(&[rule])?);
        }
        Some(Step { text: raw.text.text.clone(), rule: rule.cloned(), when })
    };
    let steps: Option<Vec<Step>> =
        raw.steps.iter().zip(&rules.steps).map(|(raw, rule)| step(raw, rule.as_ref())).collect();
    let notes: Option<Vec<Step>> =
        raw.more_notes.iter().zip(&rules.notes).map(|(raw, rule)| step(raw, rule.as_ref())).collect();
    let always = raw.notes.iter().map(|it| Step { text: it.text.clone(), rule: None, when: None });
    tracked.sort_unstable();
    tracked.dedup();
    Some(Obligation {
        id: raw.id.text.clone(),
        group: 0,
        kind: ObligationKind::Also,
        title: raw.title.text.clone(),
        asks: raw.asks.text.clone(),
        rule: rules.applies.clone(),
        met_rule: rules.met.clone(),
        applies,
        met,
        sources: Vec::new(),
        steps: steps?,
        notes: always.chain(notes?).collect(),
        confirm: raw.confirm.iter().map(|it| it.text.clone()).collect(),
        deadline: None,
        tracked,
        spot: raw.spot.clone(),
    })
}
