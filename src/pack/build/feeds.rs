//! Builds the feeds of a pack: what its result answers in another pack.

use std::collections::BTreeSet;

use crate::condition::{Rule, Vocabulary};
use crate::pack::build::builder::PackBuilder;
use crate::pack::model::{CompiledConditions, ConditionId, Feed, Feeds, Gives, Kind, Pack};
use crate::pack::raw::{RawFeed, RawPack};
use crate::pack::rules::{Compiler, Parsed};

/// The conditions of one feed.
pub struct FeedConditions {
    pub yes: Option<Parsed>,
    pub no: Option<Parsed>,
}

/// The rules of one feed: when it answers yes, and when no.
pub type FeedRules = [Option<Rule>; 2];

impl PackBuilder<'_> {
    pub fn feed_conditions(&mut self, of: &RawFeed) -> FeedConditions {
        FeedConditions { yes: self.condition(of.yes.as_ref()), no: self.condition(of.no.as_ref()) }
    }

    pub fn feed_rules(&mut self, says: &[FeedConditions], vocabulary: &Vocabulary) -> Vec<FeedRules> {
        let mut rule =
            |condition: &Option<Parsed>| condition.as_ref().map(|parsed| self.rule(Some(parsed), vocabulary));
        says.iter().map(|feed| [rule(&feed.yes), rule(&feed.no)]).collect()
    }

    /// Builds the feeds. Their conditions are compiled after those of the obligations.
    pub fn feeds(&mut self, raw: &RawPack, said: &[FeedRules], pack: &mut Pack) -> Option<Feeds> {
        let raw = raw.feeds.as_ref()?;
        if !raw.to.text.is_empty() && raw.to.text == pack.id {
            let help = "name the pack whose questions are answered".to_owned();
            self.fault("bad-value", &raw.to.spot, "a pack cannot feed itself", Some(help));
        }
        let sound = self.findings.is_empty();
        let (fact_rules, space) = (pack.fact_rules.clone(), pack.space.clone());
        let mut compiler = Compiler::continue_after(pack.conditions.iter().cloned().collect(), &fact_rules, &space);
        let (mut all, mut seen) = (Vec::new(), BTreeSet::new());
        for (feed, said) in raw.all.iter().zip(said) {
            if !seen.insert(&feed.question.text) {
                let message = format!("`{}` is fed twice", feed.question.text);
                self.fault("duplicate-id", &feed.question.spot, message, Some("combine the two".to_owned()));
            }
            let gives = self.gives(feed, said, pack, sound.then_some(&mut compiler));
            all.extend(gives.map(|gives| Feed {
                question: feed.question.text.clone(),
                gives,
                spot: feed.spot.clone(),
            }));
        }
        pack.conditions = CompiledConditions::compiled(compiler.conditions);
        Some(Feeds { to: raw.to.text.clone(), all })
    }

    fn gives(
        &mut self,
        raw: &RawFeed,
        said: &FeedRules,
        pack: &Pack,
        compiler: Option<&mut Compiler<'_>>,
    ) -> Option<Gives> {
        let has_conditions = raw.yes.is_some() || raw.no.is_some();
        let Some(name) = &raw.copy else {
            if !has_conditions {
                let help = "say when it answers yes, when no, or which number it copies".to_owned();
                self.fault("incomplete", &raw.spot, "a feed needs `yes`, `no` or `copy`", Some(help));
            }
            return self.yes_or_no(raw, said, compiler?);
        };
        if has_conditions {
            let help = "write either conditions or `copy`".to_owned();
            self.fault("bad-value", &name.spot, "`copy` cannot be combined with conditions", Some(help));
        }
        let Some(question) = pack.question_by_id(&name.text) else {
            self.report_unknown(name, "question", pack.questions.iter().map(|it| it.id.as_str()));
            return None;
        };
        if !matches!(pack.question(question).kind, Kind::Number { .. }) {
            self.fault("wrong-kind", &name.spot, format!("`{}` is not a number", name.text), None);
        }
        Some(Gives::Copy(question))
    }

    fn yes_or_no(&mut self, raw: &RawFeed, said: &FeedRules, compiler: &mut Compiler<'_>) -> Option<Gives> {
        let mut condition = |rule: &Option<Rule>| -> Option<Option<ConditionId>> {
            rule.as_ref().map_or(Some(None), |rule| compiler.all_of(&[rule]).map(Some))
        };
        let [yes, no] = said;
        let (Some(yes), Some(no)) = (condition(yes), condition(no)) else {
            let message = format!("the conditions that answer `{}` need too many boxes", raw.question.text);
            self.fault("too-large", &raw.spot, message, Some("simplify them".to_owned()));
            return None;
        };
        Some(Gives::YesOrNo(yes, no))
    }
}
