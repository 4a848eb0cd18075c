//! Builds the provisions of steps and notes: those of their obligation that concern only some. Reports what only a
//! step or note with a condition may say.

use crate::pack::build::builder::PackBuilder;
use crate::pack::fields::SpannedString;
use crate::pack::model::SourceId;
use crate::pack::raw::RawStep;

impl PackBuilder<'_> {
    /// Returns the provisions that each of `list` states. `all` are those of its obligation.
    pub fn advice_provisions(&mut self, list: &[RawStep], all: &[SourceId]) -> Vec<Vec<SourceId>> {
        let mut each = Vec::new();
        for raw in list {
            each.push(self.sources_of(&raw.sources));
            self.must_have_condition(raw);
            for name in &raw.sources {
                self.must_concern_some(name, raw, all);
            }
        }
        each
    }

    /// Reports `unasked` on what is always shown.
    fn must_have_condition(&mut self, raw: &RawStep) {
        if let (Some(spot), None) = (&raw.unasked, &raw.rule) {
            let help = "add an `if`, or remove `unasked`".to_owned();
            self.fault("bad-value", spot, "this is always shown, so no question is asked because of it", Some(help));
        }
    }

    /// Reports a provision that is shown to everybody, or that the obligation does not stand in.
    fn must_concern_some(&mut self, name: &SpannedString, raw: &RawStep, all: &[SourceId]) {
        let (message, help) = match self.source_ids.get(&name.text) {
            Some(id) if !all.contains(id) => {
                (format!("the obligation does not stand in `{}`", name.text), "write it under its `sources` too")
            }
            Some(_) if raw.rule.is_none() => (
                format!("`{}` is cited for everybody: there is no `if` here", name.text),
                "under the obligation alone it is cited for everybody",
            ),
            // An unknown name is already reported.
            Some(_) | None => return,
        };
        self.fault("bad-value", &name.spot, message, Some(help.to_owned()));
    }
}
