//! The signatures of lawyers on the rules of a pack, in a file beside its other files. Each is tied to
//! the words that were signed by their digest. They judge nothing, and are no part of the pack.

use jiff::civil::Date;

use crate::condition::{nearest_name, parse_iso_day};
use crate::finding::Finding;
use crate::pack::{Fields, Files, Obligation, Pack, PackReader, Spot, read_file};

/// The path of the file within a pack.
pub const FILE: &str = "signatures.toml";

/// The most characters of a name.
pub const MAX_NAME: usize = 200;

/// A signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The id of the obligation that was signed.
    pub obligation: String,
    /// Who signed it.
    pub by: String,
    /// On which day.
    pub on: Date,
    /// The SHA-256 of the words that were signed, in hexadecimal.
    pub words: String,
}

impl Signature {
    /// Whether it stands on `obligation`.
    pub fn is_on(&self, obligation: &Obligation) -> bool {
        self.obligation == obligation.id
    }

    /// Writes it as it stands in the file.
    pub fn to_toml(&self) -> String {
        let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
        let lines = [
            ("obligation", self.obligation.clone()),
            ("by", self.by.clone()),
            ("on", self.on.to_string()),
            ("words", self.words.clone()),
        ];
        let lines = lines.map(|(key, text)| format!("{key} = {}\n", quoted(&text)));
        format!("[[signature]]\n{}", lines.concat())
    }
}

/// Returns the signatures that `files` hold on obligations of `pack`, and what is wrong with others.
pub fn read_signatures(pack: &Pack, files: &Files) -> (Vec<Signature>, Vec<Finding>) {
    let mut findings = Vec::new();
    let Some((file, source)) = files.find(FILE) else { return (Vec::new(), findings) };
    let mut reader = PackReader { path: FILE, source, file, findings: &mut findings };
    let read =
        read_file(&mut reader, "file", |of| of.tables("signature", "signature", |each| read_signature(each, pack)));
    (read.unwrap_or_default().into_iter().flatten().collect(), findings)
}

/// Reads one signature; `None` if something is wrong with it.
fn read_signature(of: &mut Fields<'_, '_, '_>, pack: &Pack) -> Option<Signature> {
    let before = of.reader.findings.len();
    let [obligation, by, on, words] = ["obligation", "by", "on", "words"].map(|key| of.text(key));
    let mut fault = |code: &'static str, spot: &Spot, message: String, help: Option<String>| {
        if !spot.span.is_empty() {
            of.reader.fault(code, &spot.span, message, help);
        }
    };
    let ids = || pack.obligations.iter().map(|obligation| obligation.id.as_str());
    if !ids().any(|id| id == obligation.text) {
        let help = nearest_name(&obligation.text, ids()).map(|near| format!("did you mean `{near}`?"));
        fault("unknown-name", &obligation.spot, format!("there is no obligation `{}`", obligation.text), help);
    }
    if by.text.chars().count() > MAX_NAME {
        fault("bad-value", &by.spot, format!("`by` is longer than {MAX_NAME} characters"), None);
    }
    let day = parse_iso_day(&on.text);
    if day.is_none() {
        let help = Some("write it like 2026-11-24".to_owned());
        fault("bad-value", &on.spot, format!("`{}` is not a day", on.text), help);
    }
    if !(words.text.len() == 64 && words.text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))) {
        let help = Some("sign with `obligato pack sign`, which writes it".to_owned());
        fault("bad-value", &words.spot, "`words` is not a digest".to_owned(), help);
    }
    let is_sound = of.reader.findings.len() == before;
    day.filter(|_| is_sound).map(|on| Signature { obligation: obligation.text, by: by.text, on, words: words.text })
}
