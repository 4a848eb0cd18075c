//! `obligato pack check`: every fault of a pack, or a certificate of what was proved of a sound one.

use std::collections::BTreeSet;
use std::process::ExitCode;
use std::time::Instant;

use clap::{ArgMatches, Command};

use crate::check;
use crate::cli::complaint::Complaint;
use crate::cli::globals::GlobalArgs;
use crate::cli::pack::coverage;
use crate::cli::pack_choice::pack_folder;
use crate::cli::world;
use crate::finding::Finding;
use crate::interview::{Certificate, certify, count_ranges, range_at_start};
use crate::pack::{Files, Pack, read};
use crate::shipped;
use crate::signature::read_signatures;
use crate::text::group_digits;
use crate::views::{SignatureState, signature_states};
use crate::words::Words;

/// What it takes.
pub fn define(command: Command, words: &Words) -> Command {
    command.about(words.cli.pack_check).arg(pack_folder(words))
}

/// Exit code 0 if there is no fault, else 1.
pub fn run(matches: &mut ArgMatches, globals: &GlobalArgs, words: &Words) -> Result<ExitCode, Complaint> {
    let start = Instant::now();
    let files = globals.choice(matches.remove_one("folder")).files(words)?;
    let findings = match read(&files) {
        Ok(mut pack) => {
            pack.ranges = count_ranges(&pack);
            let proof = certify(&pack);
            let findings = findings(&pack, &files, &proof);
            if findings.is_empty() {
                return world::print(certificate(&pack, &files, &proof, start, words).as_bytes());
            }
            findings
        }
        Err(findings) => findings,
    };
    world::print(check::render(&findings, &files, globals.ascii).as_bytes())?;
    Ok(ExitCode::from(1))
}

/// What is wrong with `pack`, and with what it feeds to a pack that is shipped.
fn findings(pack: &Pack, files: &Files, proof: &Certificate) -> Vec<Finding> {
    let mut found = check::check_proved(pack, files, proof);
    if let Some(fed) = pack.feeds.as_ref().and_then(|feeds| shipped::called(&feeds.to)) {
        found.extend(check::misfitting_feeds(pack, files, fed.pack()));
    }
    found
}

/// What a sound pack holds, and what was proved of it.
fn certificate(pack: &Pack, files: &Files, proof: &Certificate, start: Instant, words: &Words) -> String {
    let left = range_at_start(pack);
    let boxes: usize = pack.conditions.iter().map(|primes| primes.yes().len() + primes.no().len()).sum();
    let [encoded, definitions, out_of_scope, all] = coverage::counts(pack);
    let shown = |number: usize| group_digits(number as u128);
    let of = &words.cli.check;
    let mut parts = vec![
        of.head(pack.digest.get(..12).unwrap_or_default(), &pack.title, &pack.version) + "\n",
        of.questions(
            shown(pack.questions.len()),
            shown(pack.questions.iter().filter(|question| question.for_record).count()),
        ),
        of.obligations(shown(pack.obligations.len())),
        of.provisions(shown(all), shown(definitions), shown(encoded), shown(out_of_scope)),
        of.relations(shown(pack.relations.len())),
        of.boxes(shown(boxes)),
        of.paths(shown(left.least), shown(left.most), shown(pack.ranges.state_count())),
        of.relevance(shown(proof.states)),
    ];
    parts.extend(signatures(pack, files, words));
    parts.push(of.time(format!("{:.2}", start.elapsed().as_secs_f64())));
    parts.join("\n") + "\n"
}

/// How many rules are signed, and how many signatures are open again and were not given anew; nothing if
/// there are none.
fn signatures(pack: &Pack, files: &Files, words: &Words) -> Option<String> {
    let signatures = read_signatures(pack, files).0;
    let states = signature_states(pack, &signatures, words);
    let whose = |state: &SignatureState| (state.signature.obligation.clone(), state.signature.by.clone());
    let (current, open): (Vec<&SignatureState>, Vec<&SignatureState>) =
        states.iter().partition(|state| state.is_current);
    let again: BTreeSet<(String, String)> = current.iter().map(|state| whose(state)).collect();
    let signed: BTreeSet<&String> = again.iter().map(|(obligation, _)| obligation).collect();
    let reopened = open.iter().filter(|state| !again.contains(&whose(state)));
    let reopened: Vec<&str> = reopened.map(|state| state.signature.obligation.as_str()).collect();
    let reopened = if reopened.is_empty() { "0".to_owned() } else { reopened.join(", ") };
    (!states.is_empty()).then(|| words.cli.check.signed(reopened, signed.len().to_string()))
}
