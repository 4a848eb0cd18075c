//! A stand-in until the command line is there.

use std::io;
use std::path::{Path, PathBuf};

use obligato::desk::Setup;
use obligato::pack;
use obligato::store::{Document, Folder};
use obligato::words::Words;

fn main() -> io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let after = |name: &str| args.iter().position(|it| it == name).and_then(|at| args.get(at + 1)).cloned();
    let Ok(pack) = pack::read(&pack::shipped()) else { return Ok(()) };
    let words = Words::shipped();
    let dir = after("--dir").or_else(|| std::env::var("OBLIGATO_DIR").ok()).unwrap_or_else(|| "assessments".to_owned());
    let now = || jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let who = format!("by process {}", std::process::id());
    let open = after("start").filter(|it| !it.starts_with("--")).map(|it| {
        let path = Path::new(&it);
        match Document::open(path, &pack, false, &who) {
            Err(_) if !path.exists() => {
                Ok((Document::new_at(path, &now(), &who), obligato::assessment::Assessment::default()))
            }
            other => other.map_err(|it| io::Error::other(it.to_string())),
        }
    });
    let open = open.transpose()?;
    let setup =
        Setup { pack: &pack, words: &words, folder: Folder::new(PathBuf::from(dir)), open, now, who, ascii: false };
    if args.iter().any(|it| it == "--prompts") {
        return obligato::plain::run_prompts(setup);
    }
    obligato::plain::run(setup, &mut io::stdin().lock(), &mut io::stdout())
}
