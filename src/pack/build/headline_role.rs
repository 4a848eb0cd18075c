//! Builds the parts that obligations have in the headline.

use crate::pack::build::builder::PackBuilder;
use crate::pack::fields::SpannedString;
use crate::pack::model::HeadlineRole;
use crate::pack::raw::RawObligation;

impl PackBuilder<'_> {
    /// Returns the part of an obligation in the headline, if it says one.
    pub fn headline_role(&mut self, raw: &RawObligation) -> Option<HeadlineRole> {
        let name = raw.role.as_ref().map(|role| role.text.as_str());
        match name {
            Some("before") => self.idle_key(raw.until.as_ref(), "until", "`stop`"),
            None | Some("along" | "event" | "look") => {
                self.idle_key(raw.short.as_ref(), "short", "`stop` or `before`");
                self.idle_key(raw.until.as_ref(), "until", "`stop`");
            }
            // A `stop` may have both, and an unknown role is reported by itself.
            Some(_) => {}
        }
        match (name?, &raw.role) {
            ("stop", _) => {
                let until = raw.until.as_ref().map(|until| until.text.clone());
                Some(HeadlineRole::Stop { short: self.require_text(raw.short.as_ref(), "short", &raw.spot), until })
            }
            ("before", _) => {
                Some(HeadlineRole::Before { short: self.require_text(raw.short.as_ref(), "short", &raw.spot) })
            }
            ("along", _) => Some(HeadlineRole::Along),
            ("event", _) => Some(HeadlineRole::Event),
            ("look", _) => Some(HeadlineRole::Look),
            (other, role) => {
                let spot = role.as_ref().map_or(&raw.spot, |role| &role.spot);
                let help = format!("use one of: {}", HeadlineRole::NAMES.join(", "));
                self.fault("bad-value", spot, format!("there is no role called `{other}`"), Some(help));
                None
            }
        }
    }

    /// Reports `written`, which only obligations of these roles have.
    fn idle_key(&mut self, written: Option<&SpannedString>, key: &str, roles: &str) {
        if let Some(written) = written {
            let help = format!("remove it, or give the obligation the role {roles}");
            self.fault("bad-value", &written.spot, format!("`{key}` says nothing here"), Some(help));
        }
    }
}
