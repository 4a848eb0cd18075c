//! The sum in an answer file: damage never goes unnoticed, and what has no sum opens in silence.

use std::fs;

use obligato::store::{FileNotice, OpenFile, fits_its_sum, read_answers, write_answers};
use tempfile::TempDir;

use crate::letters::answers;
use crate::store::{against, pack};

/// Each byte, with each of its bits turned over and cut off there, is refused or told.
#[test]
fn each_flipped_bit_is_refused_or_told() {
    let pack = pack();
    let good = write_answers(&answers(&pack), &pack, &[]);
    assert!(fits_its_sum(&good));
    for at in 0..good.len() {
        for bit in 0..8 {
            let mut bytes = good.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let Ok(text) = String::from_utf8(bytes) else { continue };
            let goes_unnoticed = fits_its_sum(&text) && read_answers(&text, "it", &against(&pack)).is_ok();
            assert!(!goes_unnoticed, "byte {at}, bit {bit}");
        }
        let cut = good.get(..at).unwrap_or_default();
        assert!(at + 1 == good.len() || read_answers(cut, "it", &against(&pack)).is_err(), "cut at {at}");
    }
}

#[test]
fn an_edited_file_opens_with_a_word_and_one_without_a_sum_in_silence() {
    let (pack, folder) = (pack(), TempDir::new().expect("a folder"));
    let path = folder.path().join("a.json");
    let good = write_answers(&answers(&pack), &pack, &[]);
    let (head, rest) = good.split_once("  \"check\"").expect("a sum");
    let without = format!("{head}{}", rest.split_once('\n').expect("a line").1);
    let edited = good.replace("Chatterbox", "Chatterbux");
    for (text, notices) in [
        (good.clone(), vec![]),
        (good.replace('\n', "\r\n"), vec![]),
        (without, vec![]),
        (edited, vec![FileNotice::Changed]),
    ] {
        fs::write(&path, text).expect("a file");
        let (file, _) = OpenFile::open(&path, &against(&pack), "Ada").expect("it opens");
        assert_eq!(file.notices(), notices);
    }
    let (code, out, said) = crate::cli::run(folder.path(), &["report", "a.json"], b"");
    assert!(code == Some(0) && out.contains("Chatterbux"), "{said}");
    insta::assert_snapshot!(said);
}
