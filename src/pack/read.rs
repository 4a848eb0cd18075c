//! Reads the files of a pack and hands their content on to be built.

use crate::finding::{Finding, Place};
use crate::pack::build::build;
use crate::pack::fields::{Fields, PackReader, SpannedString, read_file};
use crate::pack::files::{EXAMPLES, Files};
use crate::pack::model::Pack;
use crate::pack::questions::limits_of;
use crate::pack::raw::{self, RawPack};

/// The files that a pack may leave out.
const OPTIONAL: [&str; 11] = [
    "facts.toml",
    "readings.toml",
    "sources.toml",
    "glossary.toml",
    "relations.toml",
    "feeds.toml",
    "names.toml",
    "older.toml",
    "warnings.toml",
    "changes.toml",
    "signatures.toml",
];

/// Reads the pack that `files` state.
///
/// # Errors
/// Every fault of its form, in the order of files and places.
pub fn read(files: &Files) -> Result<Pack, Vec<Finding>> {
    let mut findings = Vec::new();
    let mut pack = None;
    if files.find("pack.toml").is_some() {
        let raw = raw_pack(files, &mut findings);
        pack = build(&raw, files, &mut findings);
        // A name is not faulty because the file that defines it could not be read.
        let unread = findings.iter().any(|finding| matches!(finding.code, "toml" | "missing-file"));
        if unread || raw.about.sections.is_empty() || raw.about.groups.is_empty() {
            findings.retain(|finding| finding.code != "unknown-name");
        }
    } else {
        let fault = Finding::error("missing-file", Place::file("pack.toml"), "there is no `pack.toml`");
        findings.push(fault.help("is this the folder of a pack?"));
    }
    findings.sort_by(|a, b| a.place.cmp(&b.place));
    findings.dedup();
    match pack {
        Some(pack) if findings.is_empty() => Ok(pack),
        _ => Err(findings),
    }
}

/// Reads what `files` state as far as possible, adding faults to `findings`.
pub fn raw_pack(files: &Files, findings: &mut Vec<Finding>) -> RawPack {
    let about = file(files, findings, "pack.toml", "pack", raw::about).unwrap_or_default();
    let mut named = vec!["pack.toml".to_owned()];
    let mut each = |folder: &str, names: &[SpannedString], findings: &mut Vec<Finding>| {
        let paths: Vec<String> = names.iter().map(|it| format!("{folder}/{}.toml", it.text)).collect();
        for (path, name) in paths.iter().zip(names) {
            if files.find(path).is_none() {
                let message = format!("there is no file `{path}`");
                findings.push(Finding::error("missing-file", files.place(&name.spot), message));
            }
        }
        named.extend(paths.iter().cloned());
        paths
    };
    let sections = each("sections", &about.sections, findings);
    let groups = each("obligations", &about.groups, findings);
    named.extend(OPTIONAL.map(str::to_owned));
    if !about.sections.is_empty() && !about.groups.is_empty() {
        stray_files(files, &named, findings);
    }
    let groups = groups.iter().zip(&about.groups).filter_map(|(path, name)| {
        let group = file(files, findings, path, "group", raw::group)?;
        Some((name.text.clone(), group))
    });
    let groups = groups.collect();
    RawPack {
        sections: sections
            .iter()
            .filter_map(|it| file(files, findings, it, "section", |it| raw::section(it, limits_of)))
            .collect(),
        groups,
        facts: file(files, findings, "facts.toml", "file", raw::facts).unwrap_or_default(),
        readings: file(files, findings, "readings.toml", "file", raw::readings).unwrap_or_default(),
        sources: file(files, findings, "sources.toml", "file", raw::sources).unwrap_or_default(),
        terms: file(files, findings, "glossary.toml", "file", raw::terms).unwrap_or_default(),
        relations: file(files, findings, "relations.toml", "file", raw::relations).unwrap_or_default(),
        feeds: file(files, findings, "feeds.toml", "file", raw::feeds),
        names: file(files, findings, "names.toml", "file", raw::names).unwrap_or_default(),
        older: file(files, findings, "older.toml", "file", raw::older).unwrap_or_default(),
        warnings: file(files, findings, "warnings.toml", "file", raw::warnings).unwrap_or_default(),
        changes: file(files, findings, "changes.toml", "file", raw::changes).unwrap_or_default(),
        about,
    }
}

/// Reads the file at `path`, if there is one.
fn file<T>(
    files: &Files,
    findings: &mut Vec<Finding>,
    path: &str,
    what: &'static str,
    read: impl FnOnce(&mut Fields<'_, '_, '_>) -> T,
) -> Option<T> {
    let (file, source) = files.find(path)?;
    let mut reader = PackReader { path, source, file, findings };
    read_file(&mut reader, what, read)
}

fn stray_files(files: &Files, named: &[String], findings: &mut Vec<Finding>) {
    for path in files.paths().filter(|path| !path.starts_with(EXAMPLES)) {
        if !named.iter().any(|name| name == path) {
            let fault = Finding::error("stray-file", Place::file(path), format!("nothing names the file `{path}`"));
            findings.push(fault.help("name it under `sections` or `groups` in `pack.toml`, or delete it"));
        }
    }
}
