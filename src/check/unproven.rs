//! A failed proof that every question asked can matter and that none that can matter is left out.

use crate::finding::{Finding, Place};
use crate::interview::{Certificate, Flaw};
use crate::pack::{Files, Pack};

/// Reports what contradicts the proof. In a pack read by the program itself, the cause is rules
/// that are too entangled; anything else is a fault of the program.
pub fn check(pack: &Pack, files: &Files, certificate: &Certificate) -> Vec<Finding> {
    let mut findings: Vec<Finding> = certificate.flaws.iter().filter_map(|it| of_flaw(*it, pack, files)).collect();
    if !certificate.complete {
        let message = "too many rules share questions to prove that each question can matter";
        let help = "let fewer rules share the same questions, or ask in one question what many rules share";
        findings.push(Finding::warning("unproven", Place::file("pack.toml"), message).help(help));
    }
    findings
}

fn of_flaw(flaw: Flaw, pack: &Pack, files: &Files) -> Option<Finding> {
    let (spot, message) = match flaw {
        // `never-matters` reports these.
        Flaw::NeverAsked(_) => return None,
        Flaw::AskedInVain(id) => {
            (&pack.question(id).spot, format!("`{}` can be asked where no answer matters", pack.question(id).id))
        }
        Flaw::LeftOut(id) => {
            (&pack.question(id).spot, format!("`{}` can be left out where an answer matters", pack.question(id).id))
        }
        Flaw::Miscompiled(id) => (
            &pack.obligation(id).spot,
            format!("the compiled conditions of `{}` differ from its rules", pack.obligation(id).id),
        ),
    };
    let finding = Finding::error("unproven", files.place(spot), message);
    Some(finding.help("this is a bug in the program: report it, and include the pack"))
}
