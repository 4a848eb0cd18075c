//! Numbers that the rules of an obligation state and its texts speak of: `{days}` and `{months}` in a
//! text stand for the number of the rule, so that the two cannot differ.

use std::collections::BTreeSet;

use crate::pack::build::builder::PackBuilder;
use crate::pack::model::{Kind, Length, Obligation, Pack, Question};
use crate::pack::raw::RawPack;

/// The units whose numbers a text takes from the rules.
const UNITS: [&str; 2] = ["days", "months"];

impl Pack {
    /// Returns the numbers with which the rules compare the questions in `unit` on which `obligation`
    /// depends.
    pub fn compared_numbers(&self, obligation: &Obligation, unit: &str) -> BTreeSet<i64> {
        let in_unit =
            |question: &&Question| matches!(&question.kind, Kind::Number { unit: own, .. } if own.name() == unit);
        let scales = self.questions.iter().filter(in_unit).filter_map(|question| question.scale.as_ref());
        let depends = |var| obligation.tracked.iter().any(|&id| self.condition(id).constrains(var));
        scales.filter(|scale| depends(scale.var)).flat_map(|scale| scale.compared_with.iter().copied()).collect()
    }

    /// Returns the numbers of `unit` that `obligation` goes by: those of its deadline, else those of
    /// its conditions.
    fn stated_numbers(&self, obligation: &Obligation, unit: &str) -> BTreeSet<i64> {
        match obligation.deadline.as_ref().and_then(|deadline| deadline.from) {
            Some((_, Length::Days(days))) if unit == "days" => BTreeSet::from([days]),
            _ => self.compared_numbers(obligation, unit),
        }
    }
}

impl PackBuilder<'_> {
    /// Puts the numbers of the rules into the texts of all obligations.
    pub fn fill_numbers(&mut self, raw: &RawPack, pack: &mut Pack) {
        let mut obligations = std::mem::take(&mut pack.obligations);
        let spots = raw.groups.iter().flat_map(|(_, group)| &group.obligations).map(|raw| &raw.spot);
        for (obligation, spot) in obligations.iter_mut().zip(spots) {
            for unit in UNITS {
                let place = format!("{{{unit}}}");
                if !obligation.texts_mut().any(|text| text.contains(&place)) {
                    continue;
                }
                let numbers: Vec<String> = pack.stated_numbers(obligation, unit).iter().map(i64::to_string).collect();
                if let [number] = numbers.as_slice() {
                    obligation.texts_mut().for_each(|text| *text = text.replace(&place, number));
                    continue;
                }
                let stated = if numbers.is_empty() { "none".to_owned() } else { numbers.join(" and ") };
                let message = format!(
                    "`{place}` in `{}` needs one number of {unit}, and its rules state {stated}",
                    obligation.id
                );
                let help = format!("write the number, or a rule with it: {}", wanted(unit));
                self.fault("no-number", spot, message, Some(help));
            }
        }
        pack.obligations = obligations;
    }
}

fn wanted(unit: &str) -> &'static str {
    if unit == "days" {
        "`days` of the deadline, or a comparison with a question whose `unit` is `days`"
    } else {
        "a comparison with a question whose `unit` is `months`"
    }
}
