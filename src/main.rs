//! A thin start until the command line is here.

use std::path::Path;

use obligato::assessment::Assessment;
use obligato::desk::Setup;
use obligato::pack;
use obligato::store::{Document, Folder};
use obligato::tui::{Look, Theme, run};
use obligato::words::Words;

const WHO: &str = "by another obligato";

fn now() -> String {
    std::env::var("OBLIGATO_NOW").unwrap_or_else(|_| jiff::Timestamp::now().to_string())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let pack = pack::read(&pack::shipped()).map_err(|it| format!("{it:?}"))?;
    let words = Words::shipped();
    let mut args = std::env::args().skip(1);
    let mut folder = std::env::var("OBLIGATO_DIR").unwrap_or_else(|_| "answers".to_owned());
    let (mut theme, mut ascii, mut file, mut start, mut mouse) = (Theme::Auto, false, None, false, false);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--dir" => folder = args.next().unwrap_or_default(),
            "--theme" => theme = Theme::named(&args.next().unwrap_or_default()).unwrap_or(Theme::Auto),
            "--ascii" => ascii = true,
            "--mouse" => mouse = true,
            "start" => start = true,
            _ => file = Some(arg),
        }
    }
    let folder = Folder::new(folder.into());
    let open = match file.filter(|_| start) {
        Some(file) if Path::new(&file).exists() => Some(Document::open(Path::new(&file), &pack, false, WHO)?),
        Some(file) => Some((Document::new_at(Path::new(&file), &now(), WHO), Assessment::default())),
        None if start => Some((Document::new_in(folder.clone(), &now(), WHO), Assessment::default())),
        None => None,
    };
    let color = std::env::var_os("NO_COLOR").is_none_or(|it| it.is_empty());
    let setup = Setup { pack: &pack, words: &words, folder, open, now, who: WHO.to_owned(), ascii };
    run(setup, Look { theme, color, mouse })?;
    Ok(())
}
