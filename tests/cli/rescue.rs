//! `obligato rescue`: what can still be read of a damaged answer file.

use std::fmt::Write as _;
use std::fs;

use obligato::store::write_answers;
use tempfile::TempDir;

use crate::cli::run;
use crate::letters::answers;
use crate::store::pack;

#[test]
fn a_damaged_file_says_how_to_keep_what_is_whole() {
    let (pack, folder) = (pack(), TempDir::new().expect("a folder"));
    let good = write_answers(&answers(&pack), &pack, &[]);
    // A decision that cannot be read, and an answer that was laid aside.
    let good = good.replace(
        "\"readings\": {}",
        r#""readings": {"widget_is_disclosure": {"value": tru}},
  "laid_aside": [{"question": "gone", "answer": {"value": true}, "why": "it is no longer asked"}]"#,
    );
    fs::write(folder.path().join("decided.json"), &good).expect("a file");
    let good = write_answers(&answers(&pack), &pack, &[]);
    let cut = good.split_once("\"hipaa_role\": {").expect("an answer").0.to_owned() + "\"hipaa_role\": {\n      \"va";
    let mut flipped = good.replace("\"version\": \"2", "\"version\": 2").into_bytes();
    let at = good.find("Acme").expect("the vendor");
    flipped[at] = 0xff;
    fs::write(folder.path().join("cut.json"), &cut).expect("a file");
    fs::write(folder.path().join("flipped.json"), &flipped).expect("a file");
    fs::write(folder.path().join("good.json"), &good).expect("a file");
    fs::write(folder.path().join("none.json"), "{\"format\": \"obligato ans").expect("a file");
    let mut told = String::new();
    for args in [
        &["report", "cut.json"][..],
        &["rescue", "cut.json"],
        &["rescue", "cut.json"],
        &["report", "flipped.json"],
        &["rescue", "flipped.json", "-o", "new.json"],
        &["rescue", "decided.json"],
        &["rescue", "good.json"],
        &["rescue", "none.json"],
    ] {
        let (code, out, said) = run(folder.path(), args, b"");
        let _ = write!(told, "$ obligato {}\n{out}{said}[{}]\n\n", args.join(" "), code.unwrap_or(-1));
    }
    insta::assert_snapshot!(told);
    let decided = fs::read_to_string(folder.path().join("decided-rescued.json")).expect("the new file");
    assert!(decided.contains("\"question\": \"gone\""), "{decided}");
    assert_eq!(fs::read_to_string(folder.path().join("cut.json")).expect("the file"), cut);
    let (code, _, said) = run(folder.path(), &["report", "cut-rescued.json"], b"");
    assert_eq!((code, said.as_str()), (Some(0), ""));
}
