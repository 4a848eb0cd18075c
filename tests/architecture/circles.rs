//! No circles among files: of any two files at most one needs the other, straight or through others.
//! A file needs another where a path in it leads there: `use crate::...`, or the name of a module
//! declared in it. What a parent hands on is the parent's; the declaration alone needs nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::architecture::{Source, report, sources};

/// The files by the paths of their modules, as `tui::screen`; and by its path, what each needs.
struct FileGraph {
    files: BTreeMap<String, String>,
    needs: BTreeMap<String, BTreeSet<String>>,
}

impl FileGraph {
    fn of(sources: &[Source]) -> Self {
        // The build script reads some modules by itself, and the front page only lists them.
        let others = ["src/bake.rs", "src/lib.rs", "src/main.rs"];
        let sources: Vec<&Source> =
            sources.iter().filter(|it| !others.iter().any(|other| it.path.ends_with(other))).collect();
        let path = |it: &Source| it.path.display().to_string();
        let files = sources.iter().map(|it| (module_of(&path(it)), path(it))).collect();
        let mut graph = Self { files, needs: BTreeMap::new() };
        for source in sources {
            let own = path(source);
            let paths = paths_in(&module_of(&own), &source.code().map(|(_, line)| line).collect::<Vec<_>>().join("\n"));
            let needed = paths.iter().filter_map(|it| graph.file_of(it)).filter(|it| *it != own).collect();
            graph.needs.insert(own, needed);
        }
        graph
    }

    /// The file of the longest module that `path` begins with.
    fn file_of(&self, path: &str) -> Option<String> {
        let mut rest = path;
        loop {
            if let Some(file) = self.files.get(rest) {
                return Some(file.clone());
            }
            rest = rest.rsplit_once("::")?.0;
        }
    }

    /// Every file that `from` needs, straight or through others.
    fn reached_from<'a>(&'a self, from: &'a str) -> BTreeSet<&'a str> {
        let mut reached = BTreeSet::new();
        let mut left = vec![from];
        while let Some(file) = left.pop() {
            let needed = self.needs.get(file).into_iter().flatten();
            left.extend(needed.map(String::as_str).filter(|it| reached.insert(*it)));
        }
        reached
    }

    /// The circles, each as its files in order.
    fn circles(&self) -> BTreeSet<Vec<&str>> {
        let reached: BTreeMap<&str, BTreeSet<&str>> =
            self.needs.keys().map(|it| (it.as_str(), self.reached_from(it))).collect();
        let of = |file: &&str| {
            let back = |other: &&&str| reached.get(**other).is_some_and(|it| it.contains(file));
            reached.get(file).into_iter().flatten().filter(back).copied().collect::<Vec<&str>>()
        };
        reached.keys().map(of).filter(|it| it.len() > 1).collect()
    }
}

/// `src/tui/screen.rs` is `tui::screen`.
fn module_of(path: &str) -> String {
    path.trim_start_matches("src/").trim_end_matches(".rs").replace('/', "::")
}

/// Every path in `code` that begins at the crate or at a module declared there, as it is from the crate.
fn paths_in(module: &str, code: &str) -> Vec<String> {
    let mut found: Vec<String> = code.split("crate::").skip(1).flat_map(written_out).collect();
    let declared = code.lines().filter_map(|it| {
        let it = it.trim_start_matches("pub(crate) ").trim_start_matches("pub ");
        it.strip_prefix("mod ")?.strip_suffix(';')
    });
    for child in declared {
        let start = format!("{child}::");
        let begins = |at: &usize| !code[..*at].ends_with(|it: char| it.is_alphanumeric() || ":_.".contains(it));
        let places = code.match_indices(&start).map(|it| it.0).filter(begins);
        found.extend(places.flat_map(|at| written_out(&code[at..])).map(|it| format!("{module}::{it}")));
    }
    found
}

/// The paths that `text` begins with: several where it goes on in braces.
fn written_out(text: &str) -> Vec<String> {
    let end = text.find(|it: char| !it.is_alphanumeric() && !":_".contains(it)).unwrap_or(text.len());
    let (path, rest) = text.split_at(end);
    match (path.strip_suffix("::"), rest.strip_prefix('{').and_then(|it| it.split_once('}'))) {
        (Some(path), Some((names, _))) => {
            let names = names.split(',').map(|it| it.trim().split(' ').next().unwrap_or_default());
            names.map(|name| if name == "self" { path.to_owned() } else { format!("{path}::{name}") }).collect()
        }
        _ => vec![path.to_owned()],
    }
}

#[test]
fn no_files_need_each_other() {
    let sources = sources();
    let graph = FileGraph::of(&sources);
    assert!(graph.needs.values().map(BTreeSet::len).sum::<usize>() > 500, "the paths are not found any more");
    let circles = graph.circles();
    let breaches: Vec<String> = circles.iter().map(|it| format!("a circle: {}", it.join(", "))).collect();
    report(&breaches);
}

#[test]
fn no_two_types_share_a_name() {
    let sources = sources();
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for source in &sources {
        for (line, code) in source.code() {
            let code = code.trim_start_matches("pub(crate) ").trim_start_matches("pub ");
            let kinds = ["struct ", "enum ", "trait ", "type "];
            let Some(rest) = kinds.iter().find_map(|it| code.strip_prefix(it)) else { continue };
            let name = rest.split(|it: char| !it.is_alphanumeric() && it != '_').next().unwrap_or_default();
            places.entry(name).or_default().push(format!("{}:{line}", source.path.display()));
        }
    }
    let twice = places.iter().filter(|(_, places)| places.len() > 1);
    report(
        &twice.map(|(name, places)| format!("`{name}` names several types: {}", places.join(", "))).collect::<Vec<_>>(),
    );
}
