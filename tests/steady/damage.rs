//! Damaged answer files: damage is refused or told, never a panic; and what is still whole in a file that is
//! refused can be rescued.

use obligato::pack::Pack;
use obligato::store::{
    Against, AnswerFile, Stamp, StoreError, fits_its_sum, read_answers, rescue_answers, write_answers,
};
use serde_json::Value;

use crate::letters::CREATED;
use crate::oracle::readings::some_answers;
use crate::oracle::tape::{Tape, for_all};
use crate::store::against;

/// How many files there are, and how often each is damaged.
const FILES: u32 = 200;
const DAMAGES: usize = 20;

/// Bytes that mean something in JSON, or are no text.
const BYTES: [u8; 10] = [b'"', b'{', b'}', b',', b':', b'\\', b'\n', 0, 0x1b, 0xff];

/// Damages `good` as a disk, a transfer or an editor does.
fn damaged(good: &[u8], tape: &mut Tape) -> Vec<u8> {
    let mut bytes = good.to_vec();
    for _ in 0..=tape.pick(3) / 2 {
        let at = tape.pick(bytes.len());
        let to = (at + 1 + tape.pick(64)).min(bytes.len());
        match tape.pick(8) {
            0 | 1 => bytes[at] ^= 1 << tape.pick(8),
            2 => bytes[at] = tape.of(&BYTES),
            3 => bytes.truncate(at),
            4 => drop(bytes.drain(at..to)),
            5 => bytes.insert(at, tape.of(&BYTES)),
            6 => bytes[at..to].fill(0),
            _ => {
                let twice = bytes[at..to].to_vec();
                bytes.splice(at..at, twice);
            }
        }
        if bytes.is_empty() {
            break;
        }
    }
    bytes
}

/// What is wrong with how `bytes`, damaged from `good`, are taken, or `None`.
fn fault(good: &str, bytes: &[u8], against: &Against<'_>) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    if text == good {
        return None;
    }
    let read = if text.contains(char::REPLACEMENT_CHARACTER) {
        Err(None)
    } else {
        read_answers(&text, "it", against).map_err(Some)
    };
    match read {
        Ok(_) if fits_its_sum(&text) && !is_without_a_sum(&text) && text.trim_end() != good.trim_end() => {
            Some("it is taken for whole".to_owned())
        }
        Ok(_) | Err(Some(StoreError::OtherVersion { .. })) => None,
        Err(error) => not_rescued(good, &text, error.as_ref(), against),
    }
}

/// Whether `text` has no sum, as the files of earlier versions.
fn is_without_a_sum(text: &str) -> bool {
    serde_json::from_str::<Value>(text).is_ok_and(|whole| whole.get("check").is_none())
}

/// What is wrong with how the whole answers of `text` are rescued, which is refused with `error`.
fn not_rescued(good: &str, text: &str, error: Option<&StoreError>, against: &Against<'_>) -> Option<String> {
    let said = error.map(ToString::to_string).unwrap_or_default();
    if said.chars().any(|character| character.is_control() && character != '\n') {
        return Some(format!("a control character in {said:?}"));
    }
    let whole = whole_answers(good, text, against.pack);
    let Some(rescue) = rescue_answers(text, against, CREATED) else {
        return (!whole.is_empty()).then(|| format!("not rescued: {whole:?}"));
    };
    if error.is_some() && !said.contains("obligato rescue") {
        return Some(format!("no word of the rescue: {said}"));
    }
    let rejudged = Against { rejudge: true, ..*against };
    if let Err(error) = read_answers(&rescue.text, "rescued", &rejudged) {
        return Some(format!("what is rescued does not open: {error}"));
    }
    let rescued: Value = serde_json::from_str(&rescue.text).expect("JSON");
    let missing = whole.into_iter().find(|(id, answer)| rescued["answers"].get(id) != Some(answer));
    missing.map(|(id, answer)| format!("{id} is not rescued as {answer}: {}", rescue.text))
}

/// The answers of `good` that stand in `text` as they were, and nowhere else.
fn whole_answers(good: &str, text: &str, pack: &Pack) -> Vec<(String, Value)> {
    let all: Value = serde_json::from_str(good).expect("JSON");
    let all = all["answers"].as_object().expect("answers").clone();
    let is_whole = |id: &String| {
        let start = good.find(&format!("    \"{id}\": {{")).expect("an answer");
        let end = start + good[start..].find("\n    }").expect("its end") + "\n    }".len();
        text.contains(&good[start..end]) && text.matches(&format!("\"{id}\"")).count() <= 1
    };
    // In a file of another pack, or of another form, nothing is looked for.
    let names_the_pack = text.contains(&format!("\"id\": \"{}\"", pack.id));
    let is_of_this_form = text.contains("\"version\": 1,");
    all.into_iter().filter(|(id, _)| names_the_pack && is_of_this_form && is_whole(id)).collect()
}

fn written(tape: &mut Tape, pack: &Pack) -> String {
    let (created, updated) = (CREATED.to_owned(), CREATED.to_owned());
    let assessment = some_answers(tape, pack);
    write_answers(&AnswerFile { stamp: Stamp::from_pack(pack), created, updated, assessment }, pack, &[])
}

#[test]
fn damage_is_told_and_what_is_whole_is_rescued() {
    let packs: Vec<Pack> = obligato::shipped::all_packs().iter().map(|shipped| shipped.pack().clone()).collect();
    for_all(FILES, 2_000, |tape| {
        let pack = &packs[tape.pick(packs.len())];
        let good = written(tape, pack);
        for _ in 0..DAMAGES {
            let bytes = damaged(good.as_bytes(), tape);
            tape.same(&fault(&good, &bytes, &against(pack)), &None, || String::from_utf8_lossy(&bytes).into_owned());
        }
    });
}

#[test]
fn damage_that_goes_unnoticed_would_be_seen() {
    let pack = obligato::shipped::pack();
    let against = against(&pack);
    for_all(8, 400, |tape| {
        let (good, other) = (written(tape, &pack), written(tape, &pack));
        // Another file with a sum of its own stands for damage that the sum does not show.
        assert!(good == other || fault(&good, other.as_bytes(), &against).is_some());
    });
}
