//! Builds obligations: reads, resolves and compiles their conditions.

use crate::condition::{Rule, Vocabulary};
use crate::pack::build::builder::PackBuilder;
use crate::pack::fields::SpannedString;
use crate::pack::model::{
    CompiledConditions, ConditionId, Deadline, Kind, Length, MetRule, Obligation, ObligationKind, Pack, QuestionId,
    SourceId, Step,
};
use crate::pack::raw::{RawDeadline, RawObligation, RawPack, RawStep};
use crate::pack::rules::{Compiler, Parsed};

/// The maximum number of days of a deadline.
const MAX_DAYS: i64 = 36_500;

/// The maximum number of months of a deadline.
const MAX_MONTHS: i64 = 1_200;

/// The conditions of one obligation.
pub struct Conditions {
    pub applies: Option<Parsed>,
    pub met: Option<Parsed>,
    pub counted: Option<Parsed>,
    pub steps: Vec<Option<Parsed>>,
    pub notes: Vec<Option<Parsed>>,
}

/// The rules of one obligation.
pub struct Rules {
    pub applies: Rule,
    pub met: Option<MetRule>,
    pub counted: Option<Rule>,
    pub steps: Vec<Option<Rule>>,
    pub notes: Vec<Option<Rule>>,
}

impl PackBuilder<'_> {
    pub fn conditions(&mut self, raw: &RawObligation) -> Conditions {
        Conditions {
            applies: self.condition(raw.rule.as_ref()),
            met: self.condition(raw.met.as_ref().or(raw.not_met_if.as_ref())),
            counted: self.condition(raw.deadline.as_ref().and_then(|deadline| deadline.rule.as_ref())),
            steps: raw.steps.iter().map(|step| self.condition(step.rule.as_ref())).collect(),
            notes: raw.more_notes.iter().map(|note| self.condition(note.rule.as_ref())).collect(),
        }
    }

    /// Returns the rules of every obligation, whose conditions these are.
    pub fn all_rules(&mut self, raw: &RawPack, conditions: &[Conditions], vocabulary: &Vocabulary) -> Vec<Rules> {
        let obligations = raw.groups.iter().flat_map(|(_, group)| &group.obligations);
        obligations.zip(conditions).map(|(raw, conditions)| self.rules(raw, conditions, vocabulary)).collect()
    }

    fn rules(&mut self, raw: &RawObligation, of: &Conditions, vocabulary: &Vocabulary) -> Rules {
        let mut each = |list: &[Option<Parsed>]| -> Vec<Option<Rule>> {
            let rules =
                list.iter().map(|condition| condition.as_ref().map(|parsed| self.rule(Some(parsed), vocabulary)));
            rules.collect()
        };
        let (steps, notes) = (each(&of.steps), each(&of.notes));
        Rules {
            steps,
            notes,
            applies: self.rule(of.applies.as_ref(), vocabulary),
            met: of.met.as_ref().map(|parsed| self.met_rule(raw, parsed, vocabulary)),
            counted: of.counted.as_ref().map(|parsed| self.rule(Some(parsed), vocabulary)),
        }
    }

    fn met_rule(&mut self, raw: &RawObligation, parsed: &Parsed, vocabulary: &Vocabulary) -> MetRule {
        let rule = self.rule(Some(parsed), vocabulary);
        match (&raw.met, &raw.not_met_if) {
            (None, _) => MetRule::NotInPlaceIf(rule),
            (Some(_), None) => MetRule::InPlaceIf(rule),
            (Some(_), Some(written)) => {
                let help = "`met` says both when it is in place and when it is not; `not_met_if` says only the latter";
                let message = format!("`{}` has both `met` and `not_met_if`", raw.id.text);
                self.fault("bad-value", &written.spot, message, Some(help.to_owned()));
                MetRule::InPlaceIf(rule)
            }
        }
    }

    pub fn obligations(&mut self, raw: &RawPack, rules: &[Rules], pack: &mut Pack) -> Vec<Obligation> {
        let sound = self.findings.is_empty();
        let (fact_rules, space) = (pack.fact_rules.clone(), pack.space.clone());
        let mut compiler = Compiler::new(&fact_rules, &space);
        let mut found = Vec::new();
        let grouped =
            raw.groups.iter().enumerate().flat_map(|(at, (_, group))| group.obligations.iter().map(move |it| (at, it)));
        for ((group, raw), rules) in grouped.zip(rules) {
            let deadline = self.deadline(raw, rules.counted.clone(), pack);
            let kind = self.obligation_kind(&raw.kind);
            let sources = self.sources_of(&raw.sources);
            let cited = [&raw.steps, &raw.more_notes].map(|list| self.advice_provisions(list, &sources));
            let role = self.headline_role(raw);
            let kept = self.kept(raw);
            // Only a pack without faults is compiled, because facts may be circular otherwise.
            if !sound {
                continue;
            }
            let Some(done) = compile(raw, rules, deadline, cited, pack, &mut compiler) else {
                let help = "simplify it, or split the obligation".to_owned();
                self.fault(
                    "too-large",
                    &raw.spot,
                    format!("the conditions of `{}` need too many boxes", raw.id.text),
                    Some(help),
                );
                continue;
            };
            found.push(Obligation { group, kind, role, sources, kept, ..done });
        }
        pack.conditions = CompiledConditions::compiled(compiler.conditions);
        found
    }

    pub fn obligation_kind(&mut self, written: &SpannedString) -> ObligationKind {
        let all = [ObligationKind::Duty, ObligationKind::Check, ObligationKind::Practice, ObligationKind::Also];
        let found = all.into_iter().find(|value| value.name() == written.text);
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

    pub fn deadline(&mut self, raw: &RawObligation, rule: Option<Rule>, pack: &Pack) -> Option<Deadline> {
        let raw = raw.deadline.as_ref()?;
        let length = self.length(raw, pack);
        let date = raw.from.as_ref().and_then(|name| {
            let question = self.question_called(name, pack)?;
            let is_date = matches!(pack.question(question).kind, Kind::Date { .. });
            if !is_date {
                self.fault("wrong-kind", &name.spot, format!("`{}` is not a date", name.text), None);
            }
            is_date.then_some(question)
        });
        let has_length = raw.has_days || raw.months.is_some();
        if raw.has_days && raw.months.is_some() {
            let help = "keep the one that the law counts by".to_owned();
            self.fault("bad-value", &raw.spot, "a deadline counts `days` or `months`, not both", Some(help));
        } else if has_length != raw.from.is_some() {
            let help = "the last day is that many `days` or `months` after the date in `from`".to_owned();
            self.fault("missing-key", &raw.spot, "`days` or `months`, and `from`, go together", Some(help));
        } else if let (Some(written), false) = (&raw.rolls_under, has_length) {
            let help = "remove it, or count `days` or `months` from a date".to_owned();
            self.fault("missing-key", &written.spot, "this deadline counts no last day that could move", Some(help));
        } else if let (Some(written), false) = (&raw.rule, has_length) {
            let help = "say in a note when the words hold; `if` says when a last day is counted".to_owned();
            self.fault("missing-key", &written.spot, "this deadline has an `if`, but counts no last day", Some(help));
        }
        let rolls_under = raw.rolls_under.as_ref().and_then(|name| self.sources_of(std::slice::from_ref(name)).pop());
        Some(Deadline { says: raw.says.text.clone(), from: date.zip(length), rolls_under, rule, when: None })
    }

    fn length(&mut self, raw: &RawDeadline, pack: &Pack) -> Option<Length> {
        if let Some(days) = raw.days {
            if !(0..=MAX_DAYS).contains(&days) {
                let message = format!("a deadline is 0 to {MAX_DAYS} days after its date, not {days}");
                self.fault("bad-value", &raw.days_spot, message, None);
            }
            return Some(Length::Days(days));
        }
        let name = raw.months.as_ref()?;
        let question = self.question_called(name, pack)?;
        let Kind::Number { min, max, .. } = pack.question(question).kind else {
            self.fault("wrong-kind", &name.spot, format!("`{}` is not a number", name.text), None);
            return None;
        };
        if min < 1 || max > MAX_MONTHS {
            let message = format!(
                "a deadline is 1 to {MAX_MONTHS} months after its date, but `{}` may be {min} to {max}",
                name.text
            );
            let help = "set `min` and `max` of the question within that range".to_owned();
            self.fault("bad-range", &name.spot, message, Some(help));
        }
        Some(Length::Months(question))
    }

    fn question_called(&mut self, name: &SpannedString, pack: &Pack) -> Option<QuestionId> {
        let question = pack.question_by_id(&name.text);
        if question.is_none() {
            self.report_unknown(name, "question", pack.questions.iter().map(|it| it.id.as_str()));
        }
        question
    }
}

/// Creates the obligation with its compiled conditions; the caller fills in the rest. `cited` are the
/// provisions of its steps and of its notes with a condition.
fn compile(
    raw: &RawObligation,
    rules: &Rules,
    mut deadline: Option<Deadline>,
    cited: [Vec<Vec<SourceId>>; 2],
    pack: &Pack,
    compiler: &mut Compiler<'_>,
) -> Option<Obligation> {
    let applies = compiler.all_of(&[&rules.applies])?;
    let mut tracked = vec![applies];
    let met = match &rules.met {
        Some(told) => Some(met_conditions(&rules.applies, told, compiler)?),
        None => None,
    };
    tracked.extend(met.into_iter().flat_map(|(in_place, gap)| [in_place, gap]));
    if let Some(countable) = deadline.as_ref().and_then(|it| pack.countable_rule(it)) {
        tracked.push(compiler.all_of(&[&rules.applies, &countable])?);
    }
    if let Some((deadline, rule)) = deadline.as_mut().zip(rules.counted.as_ref()) {
        deadline.when = Some(compiler.all_of(&[rule])?);
    }
    let mut step = |raw: &RawStep, rule: Option<&Rule>, sources: Vec<SourceId>| -> Option<Step> {
        let mut when = None;
        if let Some(rule) = rule {
            if raw.unasked.is_none() {
                tracked.push(compiler.all_of(&[&rules.applies, rule])?);
            }
            when = Some(compiler.all_of(&[rule])?);
        }
        Some(Step { text: raw.text.text.clone(), rule: rule.cloned(), when, unasked: raw.unasked.is_some(), sources })
    };
    let mut advice = |raw: &[RawStep], rules: &[Option<Rule>], cited: Vec<Vec<SourceId>>| -> Option<Vec<Step>> {
        raw.iter().zip(rules).zip(cited).map(|((raw, rule), sources)| step(raw, rule.as_ref(), sources)).collect()
    };
    let [of_steps, of_notes] = cited;
    let steps = advice(&raw.steps, &rules.steps, of_steps);
    let notes = advice(&raw.more_notes, &rules.notes, of_notes);
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
        role: None,
        sources: Vec::new(),
        steps: steps?,
        notes: raw.notes.iter().map(|note| Step::always(&note.text)).chain(notes?).collect(),
        confirm: raw.confirm.iter().map(|it| it.text.clone()).collect(),
        deadline,
        kept: None,
        tracked,
        spot: raw.spot.clone(),
    })
}

/// Compiles that an obligation with this rule applies and is in place, and that it applies and is not.
fn met_conditions(applies: &Rule, told: &MetRule, compiler: &mut Compiler<'_>) -> Option<(ConditionId, ConditionId)> {
    let not = Rule::Not(Box::new(told.rule().clone()));
    let sides = (compiler.all_of(&[applies, told.rule()])?, compiler.all_of(&[applies, &not])?);
    Some(if told.is_one_sided() { (sides.1, sides.0) } else { sides })
}
