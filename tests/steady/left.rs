//! What a run of the program left in its folder.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The values of answers, by the id of their question.
pub type Answers = BTreeMap<String, Value>;

/// Returns the answers in `folder`, if the program opens the file that holds them.
pub fn check_file(folder: &Path) -> Result<Answers, String> {
    if let Some(path) = answer_file(folder)? {
        let report = run(&["report", &path.display().to_string()], "");
        if !report.status.success() {
            return Err(format!("it does not open: {}", String::from_utf8_lossy(&report.stderr)));
        }
    }
    saved(folder)
}

/// Returns the answers saved in `folder`; none where there is no answer file.
pub fn saved(folder: &Path) -> Result<Answers, String> {
    let Some(path) = answer_file(folder)? else { return Ok(Answers::new()) };
    let text = fs::read_to_string(&path).map_err(|error| error.to_string())?;
    let file: Value = serde_json::from_str(&text).map_err(|error| format!("{error} in {text:?}"))?;
    let answers = file.get("answers").and_then(Value::as_object).ok_or("a file without answers")?;
    Ok(answers.iter().map(|(id, entry)| (id.clone(), entry.get("value").cloned().unwrap_or_default())).collect())
}

/// Returns the one answer file in `folder`, if there is one.
fn answer_file(folder: &Path) -> Result<Option<PathBuf>, String> {
    let mut files = named(folder, |name| name.strip_suffix(".json").is_some_and(|stem| !stem.starts_with('.')));
    if files.len() > 1 { Err(format!("more than one answer file: {files:?}")) } else { Ok(files.pop()) }
}

/// Returns the files in `folder` with a name of this form.
pub fn named(folder: &Path, is_wanted: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    paths.filter(|path| is_wanted(&path.file_name().unwrap_or_default().to_string_lossy())).collect()
}

/// Runs the program to its end with these lines to read.
pub fn run(args: &[&str], lines: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_obligato"));
    command.env("OBLIGATO_NOW", "2026-11-24T10:00:00Z").args(args);
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().expect("the program starts");
    // A program that reads nothing is no fault.
    let _ = child.stdin.take().expect("its input").write_all(lines.as_bytes());
    child.wait_with_output().expect("its end")
}
