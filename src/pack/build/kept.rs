//! Builds how obligations are kept.

use crate::pack::build::builder::PackBuilder;
use crate::pack::model::{Kept, Rhythm};
use crate::pack::raw::RawObligation;

impl PackBuilder<'_> {
    /// Returns how an obligation is kept, if it says.
    pub fn kept(&mut self, raw: &RawObligation) -> Option<Kept> {
        let raw = raw.kept.as_ref()?;
        let rhythm = Rhythm::ALL.into_iter().find(|rhythm| rhythm.name() == raw.rhythm.text);
        if rhythm.is_none() && !raw.rhythm.text.is_empty() {
            let help = format!("use one of: {}", Rhythm::ALL.map(Rhythm::name).join(", "));
            let message = format!("there is no rhythm called `{}`", raw.rhythm.text);
            self.fault("bad-value", &raw.rhythm.spot, message, Some(help));
        }
        let text = |written: &str| written.to_owned();
        let (done, keep, again) = (text(&raw.done.text), text(&raw.keep.text), text(&raw.again.text));
        Some(Kept { done, keep, rhythm: rhythm?, again })
    }
}
