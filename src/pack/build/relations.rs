//! Builds the relations that a pack declares: each side an obligation, or a condition.

use crate::condition::{Rule, Vocabulary};
use crate::pack::build::builder::PackBuilder;
use crate::pack::build::names::is_obligation_id;
use crate::pack::build::obligations::Rules;
use crate::pack::fields::SpannedString;
use crate::pack::model::{Relation, RelationSide};
use crate::pack::raw::{RawPack, RawRelation};
use crate::pack::rules::Parsed;

/// The sides of a relation that are conditions.
pub struct RelationRules {
    pub when: Option<Parsed>,
    pub then: Option<Parsed>,
}

impl PackBuilder<'_> {
    pub fn relation_rules(&mut self, of: &RawRelation) -> RelationRules {
        let mut side = |written: Option<&SpannedString>| {
            let condition = written.filter(|name| !is_obligation_id(&name.text));
            self.condition(condition)
        };
        RelationRules { when: side(of.when.as_ref()), then: side(of.then.as_ref()) }
    }

    pub fn relations(
        &mut self,
        raw: &RawPack,
        sides: &[RelationRules],
        rules: &[Rules],
        vocabulary: &Vocabulary,
    ) -> Vec<Relation> {
        let mut found = Vec::new();
        for (relation, sides) in raw.relations.iter().zip(sides) {
            let mut side = |written: Option<&SpannedString>, parsed: Option<&Parsed>| {
                let rule = match written.filter(|it| is_obligation_id(&it.text)) {
                    Some(id) => self.rule_of_obligation(id, raw, rules),
                    None => self.rule(parsed, vocabulary),
                };
                RelationSide { written: written.map(|it| it.text.clone()).unwrap_or_default(), rule }
            };
            found.push(Relation {
                never: relation.never,
                when: side(relation.when.as_ref(), sides.when.as_ref()),
                then: side(relation.then.as_ref(), sides.then.as_ref()),
                why: relation.why.text.clone(),
                spot: relation.spot.clone(),
            });
        }
        found
    }

    fn rule_of_obligation(&mut self, id: &SpannedString, raw: &RawPack, rules: &[Rules]) -> Rule {
        let ids = || raw.groups.iter().flat_map(|(_, group)| &group.obligations).map(|it| it.id.text.as_str());
        let at = ids().position(|own| own == id.text);
        if at.is_none() {
            self.report_unknown(id, "obligation", ids());
        }
        at.and_then(|it| rules.get(it)).map_or(Rule::Any(Vec::new()), |it| it.applies.clone())
    }
}
