//! Reads the files of a pack and hands their content on to be built.

use crate::finding::{Finding, Place};
use crate::pack::build::build;
use crate::pack::fields::{Fields, PackReader, SpannedString, read_file};
use crate::pack::files::{EXAMPLES, Files};
use crate::pack::model::Pack;
use crate::pack::questions::limits_of;
use crate::pack::raw::{self, RawPack};

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
    let mut optional = |path: &str| {
        named.push(path.to_owned());
        files.find(path).is_some()
    };
    let (has_facts, has_readings) = (optional("facts.toml"), optional("readings.toml"));
    let (has_sources, has_terms) = (optional("sources.toml"), optional("glossary.toml"));
    let (has_relations, has_feeds) = (optional("relations.toml"), optional("feeds.toml"));
    let (has_names, has_older) = (optional("names.toml"), optional("older.toml"));
    if !about.sections.is_empty() && !about.groups.is_empty() {
        stray_files(files, &named, findings);
    }
    RawPack {
        sections: sections
            .iter()
            .filter_map(|it| file(files, findings, it, "section", |it| raw::section(it, limits_of)))
            .collect(),
        facts: has_facts.then(|| file(files, findings, "facts.toml", "file", raw::facts)).flatten().unwrap_or_default(),
        readings: has_readings
            .then(|| file(files, findings, "readings.toml", "file", raw::readings))
            .flatten()
            .unwrap_or_default(),
        groups: groups
            .iter()
            .zip(&about.groups)
            .filter_map(|(path, name)| Some((name.text.clone(), file(files, findings, path, "group", raw::group)?)))
            .collect(),
        sources: has_sources
            .then(|| file(files, findings, "sources.toml", "file", raw::sources))
            .flatten()
            .unwrap_or_default(),
        terms: has_terms
            .then(|| file(files, findings, "glossary.toml", "file", raw::terms))
            .flatten()
            .unwrap_or_default(),
        relations: has_relations
            .then(|| file(files, findings, "relations.toml", "file", raw::relations))
            .flatten()
            .unwrap_or_default(),
        feeds: has_feeds.then(|| file(files, findings, "feeds.toml", "file", raw::feeds)).flatten(),
        older: has_older.then(|| file(files, findings, "older.toml", "file", raw::older)).flatten().unwrap_or_default(),
        names: has_names.then(|| file(files, findings, "names.toml", "file", raw::names)).flatten().unwrap_or_default(),
        about,
    }
}

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
