//! Turns the words of the interface, `assets/words/LANGUAGE/*.toml`, into Rust: a struct for each file
//! and each table, a field for each text, a method for each text with blanks, and a constant for each
//! language.
//!
//! A text that is missing, or a blank that is missing or unknown, is thus a compile error where it is
//! used, and a text that nobody uses is a warning; a language that differs from the first in its names
//! or its blanks fails the build here.
//!
//! | in the file | in the code |
//! |---|---|
//! | `why = "Why it applies"` in `export.toml` | `words.export.why` |
//! | `named = "{title} ({id})"` | `words.export.named(id, title)`: blanks in the order of the alphabet |
//! | `left.one = "1 left"`, `left.other = "{n} left"` | `words.export.left(n)` |

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use toml::de::{DeTable, DeValue};

/// Keywords of Rust that may be names in a file.
const KEYWORDS: [&str; 33] = [
    "as", "async", "await", "box", "break", "const", "continue", "do", "dyn", "else", "enum", "fn", "for", "if",
    "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "static", "struct", "trait",
    "try", "type", "use", "where", "while",
];

/// What a name in a file stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Node {
    /// A text.
    Text(String),
    /// A text for the number 1, and one for all others.
    Counted(String, String),
    /// A table of names.
    Table(BTreeMap<String, Node>),
}

/// The Rust code for all languages in `folder`, each a folder of files.
///
/// # Errors
/// What is wrong, in words: a file that is not TOML, a value that is no text, or a language that
/// differs from the first.
pub fn rust(folder: &Path) -> Result<String, String> {
    let languages = languages(folder)?;
    let (first, tree) = languages.iter().next().ok_or_else(|| format!("{}: no language", folder.display()))?;
    for (other, words) in languages.iter().skip(1) {
        compare("", tree, words).map_err(|what| format!("words: {what} differs between {first} and {other}\n"))?;
    }
    let mut code = String::new();
    structs("words", tree, &mut code)?;
    for (language, words) in &languages {
        let _ = writeln!(code, "/// The words in {language}.\npub static {}: Words =", language.to_uppercase());
        value("words", words, &mut code);
        code.push_str(";\n");
    }
    Ok(code)
}

fn languages(folder: &Path) -> Result<BTreeMap<String, Node>, String> {
    let mut languages = BTreeMap::new();
    for path in entries(folder)? {
        let mut files = BTreeMap::new();
        for file in entries(&path)? {
            let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}\n", file.display()))?;
            let tree = DeTable::parse(&text).map_err(|error| format!("{}: {error}\n", file.display()))?;
            let node = node(tree.get_ref()).map_err(|what| format!("{}: {what}\n", file.display()))?;
            files.insert(stem(&file), node);
        }
        languages.insert(stem(&path), Node::Table(files));
    }
    Ok(languages)
}

fn entries(folder: &Path) -> Result<Vec<std::path::PathBuf>, String> {
    let fault = |error: std::io::Error| format!("{}: {error}\n", folder.display());
    let each = fs::read_dir(folder).map_err(fault)?;
    let mut paths = each.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>().map_err(fault)?;
    paths.sort();
    Ok(paths)
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// What `table` stands for: with nothing but `one` and `other` in it, a text that counts.
fn node(table: &DeTable<'_>) -> Result<Node, String> {
    let mut names = BTreeMap::new();
    for (key, value) in table {
        let node = match value.get_ref() {
            DeValue::String(text) => Node::Text(text.trim_end_matches('\n').to_owned()),
            DeValue::Table(inner) => node(inner)?,
            _ => return Err(format!("`{}` is not text", key.get_ref())),
        };
        names.insert(key.get_ref().to_string(), node);
    }
    match (names.get("one"), names.get("other")) {
        (Some(Node::Text(one)), Some(Node::Text(other))) if names.len() == 2 => {
            Ok(Node::Counted(one.clone(), other.clone()))
        }
        _ => Ok(Node::Table(names)),
    }
}

/// The first name under which the two differ in kind or in blanks.
fn compare(name: &str, one: &Node, other: &Node) -> Result<(), String> {
    match (one, other) {
        (Node::Text(_), Node::Text(_)) | (Node::Counted(..), Node::Counted(..)) if blanks(one) == blanks(other) => {
            Ok(())
        }
        (Node::Table(one), Node::Table(other)) if one.keys().eq(other.keys()) => one
            .iter()
            .zip(other.values())
            .try_for_each(|((key, one), other)| compare(&format!("{name}.{key}"), one, other)),
        _ => Err(format!("`{}`", name.trim_start_matches('.'))),
    }
}

/// The blanks of a text, each once: `{title} ({id})` has `id` and `title`.
fn blanks(node: &Node) -> BTreeSet<&str> {
    match node {
        Node::Text(text) => blanks_in(text),
        Node::Counted(one, other) => {
            let mut all = blanks_in(one);
            all.extend(blanks_in(other));
            all.remove("n");
            all
        }
        Node::Table(_) => BTreeSet::new(),
    }
}

fn blanks_in(text: &str) -> BTreeSet<&str> {
    let keys = text.split('{').skip(1).filter_map(|after| after.split_once('}'));
    let is_name = |key: &str| !key.is_empty() && key.bytes().all(|it| it.is_ascii_lowercase() || it == b'_');
    keys.map(|(key, _)| key).filter(|key| is_name(key)).collect()
}

/// Writes the struct called `name` and those within it.
fn structs(name: &str, node: &Node, code: &mut String) -> Result<(), String> {
    let Node::Table(names) = node else { return Err(format!("`{name}` is not a table\n")) };
    let mut fields = String::new();
    let mut methods = String::new();
    for (key, inner) in names {
        let ident = ident(key);
        match inner {
            Node::Table(_) => {
                structs(&format!("{name}_{key}"), inner, code)?;
                let _ = writeln!(fields, "/// `{key}`.\npub(crate) {ident}: {},", type_name(&format!("{name}_{key}")));
            }
            Node::Text(text) if blanks(inner).is_empty() => {
                let _ = writeln!(fields, "#[doc = {text:?}]\npub(crate) {ident}: &'static str,");
            }
            Node::Text(text) => {
                let _ = writeln!(fields, "{ident}: &'static str,");
                method(&ident, text, false, &blanks(inner), &mut methods);
            }
            Node::Counted(_, other) => {
                let _ = writeln!(fields, "{ident}: [&'static str; 2],");
                method(&ident, other, true, &blanks(inner), &mut methods);
            }
        }
    }
    let of = type_name(name);
    let _ = writeln!(code, "/// The texts under `{name}`.\n#[derive(Debug)]\npub struct {of} {{\n{fields}}}");
    if !methods.is_empty() {
        let _ = writeln!(code, "impl {of} {{\n{methods}}}");
    }
    Ok(())
}

/// Writes the method that fills the blanks of one text.
fn method(ident: &str, text: &str, counted: bool, blanks: &BTreeSet<&str>, code: &mut String) {
    let keys: Vec<&str> = counted.then_some("n").into_iter().chain(blanks.iter().copied()).collect();
    let typed = |key: &&str| {
        let kind = if counted && *key == "n" { "usize" } else { "impl Display" };
        format!(", {}: {kind}", self::ident(key))
    };
    let parameters: String = keys.iter().map(typed).collect();
    let values: Vec<String> = keys.iter().map(|key| format!("({key:?}, &{})", self::ident(key))).collect();
    let choice = if counted { "[usize::from(n != 1)]" } else { "" };
    let _ = writeln!(
        code,
        "#[doc = {text:?}]\npub(crate) fn {ident}(&self{parameters}) -> String {{ fill(self.{ident}{choice}, &[{}]) }}",
        values.join(", ")
    );
}

/// Writes the value of the struct called `name`.
fn value(name: &str, node: &Node, code: &mut String) {
    match node {
        Node::Text(text) => {
            let _ = write!(code, "{text:?}");
        }
        Node::Counted(one, other) => {
            let _ = write!(code, "[{one:?}, {other:?}]");
        }
        Node::Table(names) => {
            let _ = write!(code, "{} {{", type_name(name));
            for (key, inner) in names {
                let _ = write!(code, "{}: ", ident(key));
                value(&format!("{name}_{key}"), inner, code);
                code.push(',');
            }
            code.push('}');
        }
    }
}

fn ident(key: &str) -> String {
    if KEYWORDS.contains(&key) { format!("r#{key}") } else { key.to_owned() }
}

/// `words_tui_does` as `WordsTuiDoes`.
fn type_name(name: &str) -> String {
    let capital = |part: &str| part.get(..1).map_or_else(String::new, str::to_uppercase) + part.get(1..).unwrap_or("");
    name.split('_').map(capital).collect()
}
