//! Builds what answers of older versions mean today.

use crate::pack::build::builder::PackBuilder;
use crate::pack::fields::SpannedString;
use crate::pack::model::{OlderAnswer, Pack, VersionNumber, version_number};
use crate::pack::raw::RawOlder;

impl PackBuilder<'_> {
    pub fn older_answers(&mut self, raw: &[RawOlder], pack: &Pack) -> Vec<OlderAnswer> {
        raw.iter().filter_map(|older| self.older_answer(older, pack)).collect()
    }

    /// Returns the version written at `written`.
    pub fn version_at(&mut self, written: &SpannedString) -> Option<VersionNumber> {
        let version = version_number(&written.text);
        if version.is_none() && !written.text.is_empty() {
            let help = "write it as in `pack.toml`: `2.0.0`".to_owned();
            self.fault("bad-value", &written.spot, format!("`{}` is no version", written.text), Some(help));
        }
        version
    }

    fn older_answer(&mut self, raw: &RawOlder, pack: &Pack) -> Option<OlderAnswer> {
        let Some(question) = pack.question_by_id(&raw.question.text) else {
            self.report_unknown(&raw.question, "question", pack.questions.iter().map(|it| it.id.as_str()));
            return None;
        };
        let before = self.version_at(&raw.before);
        let of = pack.question(question);
        if let Some(now) = raw.now.as_ref().filter(|now| !of.takes(&now.text)) {
            let message = format!("`{}` does not take the answer `{}`", of.id, now.text);
            self.fault("bad-value", &now.spot, message, Some("give an option of it, or `yes` or `no`".to_owned()));
        }
        Some(OlderAnswer {
            question,
            before: before?,
            was: raw.was.text.clone(),
            now: raw.now.as_ref().map(|now| now.text.clone()),
            why: raw.why.text.clone(),
        })
    }
}
