//! Builds what versions of the pack changed in its rules.

use crate::condition::{Rule, Vocabulary};
use crate::pack::build::builder::PackBuilder;
use crate::pack::fields::SpannedString;
use crate::pack::model::{CompiledConditions, ObligationId, Pack, RuleChange, VersionNumber, version_number};
use crate::pack::raw::RawRuleChange;
use crate::pack::rules::{Compiler, Parsed};

impl PackBuilder<'_> {
    /// Returns the rules of the changes whose conditions these are.
    pub fn change_rules(&mut self, parsed: &[Option<Parsed>], vocabulary: &Vocabulary) -> Vec<Option<Rule>> {
        parsed.iter().map(|it| it.as_ref().map(|parsed| self.rule(Some(parsed), vocabulary))).collect()
    }

    /// Builds the changes. Their conditions are compiled after all others.
    pub fn rule_changes(&mut self, raw: &[RawRuleChange], rules: &[Option<Rule>], pack: &mut Pack) -> Vec<RuleChange> {
        // Names are looked up only where every obligation is there: one with a fault is reported itself.
        if !self.findings.is_empty() {
            return Vec::new();
        }
        let conditions = pack.conditions.iter().cloned().collect();
        let mut compiler = Compiler::continue_after(conditions, &pack.fact_rules, &pack.space);
        let each = raw.iter().zip(rules);
        let built = each.filter_map(|(raw, rule)| self.rule_change(raw, rule.as_ref(), pack, &mut compiler)).collect();
        pack.conditions = CompiledConditions::compiled(compiler.conditions);
        built
    }

    fn rule_change(
        &mut self,
        raw: &RawRuleChange,
        rule: Option<&Rule>,
        pack: &Pack,
        compiler: &mut Compiler<'_>,
    ) -> Option<RuleChange> {
        let version = self.version_of_change(&raw.version, pack);
        let obligations: Vec<Option<ObligationId>> =
            raw.obligations.iter().map(|name| self.obligation_called(name, pack)).collect();
        let sources = self.sources_of(&raw.sources);
        let when = rule.map(|rule| compiler.all_of(&[rule]));
        if when == Some(None) {
            let help = "simplify it, or split the change".to_owned();
            self.fault("too-large", &raw.spot, "the condition of this change needs too many boxes", Some(help));
        }
        Some(RuleChange {
            version: version?,
            obligations: obligations.into_iter().collect::<Option<Vec<ObligationId>>>()?,
            when: when.flatten(),
            says: raw.says.text.clone(),
            sources,
            spot: raw.spot.clone(),
        })
    }

    /// Returns the version written at `written`, which is that of `pack` or an older one.
    fn version_of_change(&mut self, written: &SpannedString, pack: &Pack) -> Option<VersionNumber> {
        let version = self.version_at(written)?;
        if version_number(&pack.version).is_some_and(|own| own < version) {
            let message = format!("the pack is version {}, and this change is of {}", pack.version, written.text);
            let help = "set `version` in `pack.toml` to that of its newest change".to_owned();
            self.fault("bad-value", &written.spot, message, Some(help));
        }
        Some(version)
    }

    fn obligation_called(&mut self, name: &SpannedString, pack: &Pack) -> Option<ObligationId> {
        let found = pack.obligation_by_id(&name.text);
        if found.is_none() {
            self.report_unknown(name, "obligation", pack.obligations.iter().map(|it| it.id.as_str()));
        }
        found
    }
}
