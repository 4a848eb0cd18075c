//! Builds what versions of the pack changed in its rules.

use crate::condition::{Rule, Vocabulary};
use crate::pack::build::builder::PackBuilder;
use crate::pack::fields::SpannedString;
use crate::pack::model::{
    CompiledConditions, ConditionId, ObligationId, Pack, RuleChange, VersionNumber, version_number,
};
use crate::pack::raw::{RawPack, RawRuleChange};
use crate::pack::rules::{Compiler, Parsed};

impl PackBuilder<'_> {
    /// Returns the rules of the changes whose conditions these are.
    pub fn change_rules(&mut self, parsed: &[Option<Parsed>], vocabulary: &Vocabulary) -> Vec<Option<Rule>> {
        parsed.iter().map(|it| it.as_ref().map(|parsed| self.rule(Some(parsed), vocabulary))).collect()
    }

    /// Builds the changes. Their conditions are compiled after all others.
    pub fn rule_changes(&mut self, raw: &RawPack, rules: &[Option<Rule>], pack: &mut Pack) -> Vec<RuleChange> {
        // Only a pack without faults is compiled, because facts may be circular otherwise.
        let sound = self.findings.is_empty();
        let mut named = Vec::new();
        for change in &raw.changes {
            let (version, obligations) =
                (self.version_of_change(&change.version, pack), self.obligations_called(change, raw));
            named.push((version, obligations, self.sources_of(&change.sources)));
        }
        if !sound {
            return Vec::new();
        }
        let conditions = pack.conditions.iter().cloned().collect();
        let mut compiler = Compiler::continue_after(conditions, &pack.fact_rules, &pack.space);
        let mut built = Vec::new();
        for ((change, rule), (version, obligations, sources)) in raw.changes.iter().zip(rules).zip(named) {
            let when = self.condition_of_change(change, rule.as_ref(), &mut compiler);
            let (says, spot) = (change.says.text.clone(), change.spot.clone());
            built.extend(version.map(|version| RuleChange { version, obligations, when, says, sources, spot }));
        }
        pack.conditions = CompiledConditions::compiled(compiler.conditions);
        built
    }

    fn condition_of_change(
        &mut self,
        raw: &RawRuleChange,
        rule: Option<&Rule>,
        compiler: &mut Compiler<'_>,
    ) -> Option<ConditionId> {
        let when = rule.map(|rule| compiler.all_of(&[rule]));
        if when == Some(None) {
            let help = "simplify it, or split the change".to_owned();
            self.fault("too-large", &raw.spot, "the condition of this change needs too many boxes", Some(help));
        }
        when.flatten()
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

    /// Returns the obligations that `change` names, which stand in the order of the files.
    fn obligations_called(&mut self, change: &RawRuleChange, raw: &RawPack) -> Vec<ObligationId> {
        let all = raw.groups.iter().flat_map(|(_, group)| &group.obligations);
        let ids: Vec<&str> = all.map(|obligation| obligation.id.text.as_str()).collect();
        let mut found = Vec::new();
        for name in &change.obligations {
            match ids.iter().position(|id| *id == name.text) {
                Some(at) => found.push(ObligationId(at)),
                None => self.report_unknown(name, "obligation", ids.iter().copied()),
            }
        }
        found
    }
}
