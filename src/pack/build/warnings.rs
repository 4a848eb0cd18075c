//! Builds the warnings on answers that do not fit together.

use std::collections::BTreeSet;

use crate::condition::{Rule, Vocabulary};
use crate::pack::build::builder::PackBuilder;
use crate::pack::fields::SpannedString;
use crate::pack::model::{CompiledConditions, Pack, Warning};
use crate::pack::raw::RawWarning;
use crate::pack::rules::{Compiler, Parsed};

/// The conditions of one warning.
pub struct WarningConditions {
    pub when: Option<Parsed>,
    pub unless: Option<Parsed>,
}

/// The rules of one warning: when it is given, and unless what.
pub type WarningRules = (Rule, Option<Rule>);

impl PackBuilder<'_> {
    pub fn warning_conditions(&mut self, of: &RawWarning) -> WarningConditions {
        WarningConditions { when: self.condition(of.rule.as_ref()), unless: self.condition(of.unless.as_ref()) }
    }

    pub fn warning_rules(&mut self, of: &[WarningConditions], vocabulary: &Vocabulary) -> Vec<WarningRules> {
        let each = of.iter().map(|it| {
            let when = self.rule(it.when.as_ref(), vocabulary);
            (when, it.unless.as_ref().map(|parsed| self.rule(Some(parsed), vocabulary)))
        });
        each.collect()
    }

    /// Builds the warnings. Their conditions are compiled after all others.
    pub fn warnings(&mut self, raw: &[RawWarning], rules: Vec<WarningRules>, pack: &mut Pack) -> Vec<Warning> {
        self.warning_ids(raw);
        // Only a pack without faults is compiled, because facts may be circular otherwise.
        if !self.findings.is_empty() {
            return Vec::new();
        }
        let conditions = pack.conditions.iter().cloned().collect();
        let mut compiler = Compiler::continue_after(conditions, &pack.fact_rules, &pack.space);
        let built = raw.iter().zip(rules).filter_map(|(raw, rules)| self.warning(raw, rules, &mut compiler)).collect();
        pack.conditions = CompiledConditions::compiled(compiler.conditions);
        built
    }

    fn warning(
        &mut self,
        raw: &RawWarning,
        (rule, unless_rule): WarningRules,
        compiler: &mut Compiler<'_>,
    ) -> Option<Warning> {
        let when = compiler.all_of(&[&rule]);
        let unless = unless_rule.as_ref().map(|rule| compiler.all_of(&[rule]));
        let (Some(when), None | Some(Some(_))) = (when, unless) else {
            let message = format!("the conditions of `{}` need too many boxes", raw.id.text);
            self.fault("too-large", &raw.spot, message, Some("simplify them, or split the warning".to_owned()));
            return None;
        };
        Some(Warning {
            id: raw.id.text.clone(),
            says: raw.says.text.clone(),
            ask: raw.ask.text.clone(),
            rule,
            unless_rule,
            when,
            unless: unless.flatten(),
            spot: raw.spot.clone(),
        })
    }

    /// Checks that ids of warnings are well formed and unique.
    fn warning_ids(&mut self, raw: &[RawWarning]) {
        let mut seen = BTreeSet::new();
        for id in raw.iter().map(|warning| &warning.id).filter(|id| !id.text.is_empty()) {
            self.check_warning_id(id);
            if !seen.insert(&id.text) {
                self.fault("duplicate-id", &id.spot, format!("there are two warnings called `{}`", id.text), None);
            }
        }
    }

    fn check_warning_id(&mut self, id: &SpannedString) {
        let letters = id.text.trim_end_matches(|it: char| it.is_ascii_digit());
        let is_sound = !letters.is_empty() && letters != id.text && letters.chars().all(|it| it.is_ascii_uppercase());
        if !is_sound {
            let help = "write it like `W1`".to_owned();
            self.fault("bad-id", &id.spot, format!("`{}` cannot be the id of a warning", id.text), Some(help));
        }
    }
}
