//! What may be asked for on the command line.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};
use clap_complete::Shell;

use crate::cli::arguments::{choice, out, path};
use crate::cli::complain::Complaint;
use crate::cli::{draft, letter, merge, pack, schema, world};
use crate::export::{DocFormat, Format};
use crate::tui::Theme;
use crate::words::Words;

/// The whole command line.
pub fn command(words: &Words) -> Command {
    Command::new("obligato")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.cli.about)
        .long_about(words.cli.long_about)
        .after_help(words.cli.examples)
        .args(globals(words))
        .subcommand(
            Command::new("start").about(words.cli.start).arg(path("file", words.cli.start_file)).arg(rejudge(words)),
        )
        .subcommand(report(words))
        .subcommand(letter::command(words))
        .subcommand(draft::command(words))
        .subcommand(merge::command(words))
        .subcommand(Command::new("questions").about(words.cli.questions).arg(choice(
            "format",
            &["text", "json"],
            words.cli.questions_format,
        )))
        .subcommand(pack::command(words))
        .subcommand(schema::command(words))
        .subcommand(
            Command::new("completions").hide(true).about(words.cli.completions).arg(
                Arg::new("shell").help(words.cli.completions_shell).value_parser(value_parser!(Shell)).required(true),
            ),
        )
        .subcommand(Command::new("man").hide(true).about(words.cli.man))
}

fn globals(words: &Words) -> Vec<Arg> {
    let folder = |name: &'static str, help| {
        let arg = Arg::new(name).long(name).value_name("FOLDER").help(help).global(true);
        arg.value_parser(value_parser!(PathBuf)).value_hint(ValueHint::DirPath)
    };
    let flag = |name: &'static str, help| Arg::new(name).long(name).help(help).global(true).action(ArgAction::SetTrue);
    vec![
        folder("dir", words.cli.dir).env("OBLIGATO_DIR").hide_env_values(true),
        folder("pack", words.cli.pack).value_name("PACK"),
        flag("plain", words.cli.plain),
        flag("prompts", words.cli.prompts).conflicts_with("plain"),
        choice("theme", &Theme::ALL.map(Theme::name), words.cli.theme).global(true),
        flag("ascii", words.cli.ascii),
        flag("mouse", words.cli.mouse),
    ]
}

fn report(words: &Words) -> Command {
    let formats = choice("format", &Format::ALL.map(Format::name), words.cli.report_format).value_parser(forms());
    Command::new("report")
        .about(words.cli.report)
        .arg(path("file", words.cli.report_file).required(true))
        .arg(formats.default_value(Format::Document(DocFormat::Text).name()))
        .args(out(words))
        .arg(rejudge(words))
}

/// The forms of the report. One without which the program may have been built is taken too, so that it
/// can be said what to do.
fn forms() -> Vec<PossibleValue> {
    let all = Format::ALL.map(|it| PossibleValue::new(it.name()));
    let missing = (!cfg!(feature = "pdf")).then(|| PossibleValue::new("pdf").hide(true));
    all.into_iter().chain(missing).collect()
}

fn rejudge(words: &Words) -> Arg {
    Arg::new("rejudge").long("rejudge").help(words.cli.rejudge).action(ArgAction::SetTrue)
}

/// Prints completions for a shell.
pub fn completions(of: &ArgMatches, words: &Words) -> Result<ExitCode, Complaint> {
    let mut script = Vec::new();
    if let Some(&shell) = of.get_one::<Shell>("shell") {
        clap_complete::generate(shell, &mut command(words), "obligato", &mut script);
    }
    world::print(&script)
}

/// Prints the manual page.
pub fn man(words: &Words) -> Result<ExitCode, Complaint> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command(words)).render(&mut page).map_err(|it| Complaint::output(&it))?;
    world::print(&page)
}
