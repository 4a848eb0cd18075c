//! Builds what steps and notes with a condition say besides: the provisions of their obligation that concern only
//! some, and that nothing is asked because of them.

use crate::pack::build::builder::PackBuilder;
use crate::pack::fields::SpannedString;
use crate::pack::model::SourceId;
use crate::pack::raw::RawStep;

impl PackBuilder<'_> {
    /// Returns the provisions that each of `list` states, and reports what fits only those with a condition. `all` are
    /// those of its obligation.
    pub fn advice_provisions(&mut self, list: &[RawStep], all: &[SourceId]) -> Vec<Vec<SourceId>> {
        let mut each = Vec::new();
        for raw in list {
            each.push(self.sources_of(&raw.sources));
            if let (Some(spot), None) = (&raw.unasked, &raw.rule) {
                let help = "add an `if`, or remove `unasked`".to_owned();
                self.fault("bad-value", spot, "it is always shown: nothing need be asked because of it", Some(help));
            }
            for name in &raw.sources {
                self.must_concern_some(name, raw, all);
            }
        }
        each
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
