//! What of a sheet is signed, and whether the words are still those that were signed.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::export::plain_text;
use crate::pack::{Obligation, Pack};
use crate::signature::Signature;
use crate::views::sheet::build::sheet;
use crate::views::sheet::outline::signed_blocks;
use crate::views::sheet::parts::SignatureState;
use crate::words::Words;

/// Wide enough that no line is broken: how wide a terminal is changes no word.
const NO_BREAK: usize = 1 << 20;

/// Returns the SHA-256, in hexadecimal, of what is signed of `obligation`: its kind and text, its rule
/// and deadline read back, the facts in them, and the provisions cited.
pub fn signed_digest(pack: &Pack, obligation: &Obligation, words: &Words) -> String {
    let blocks = signed_blocks(&sheet(pack, obligation, words), words);
    Sha256::digest(plain_text(&blocks, NO_BREAK)).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Compares each of `signatures` with the words of `pack`. One on an obligation that is gone is not
/// current.
pub fn signature_states(pack: &Pack, signatures: &[Signature], words: &Words) -> Vec<SignatureState> {
    let each = signatures.iter().map(|signature| {
        let of = pack.obligations.iter().find(|obligation| signature.is_on(obligation));
        let is_current = of.is_some_and(|of| signed_digest(pack, of, words) == signature.words);
        SignatureState { signature: signature.clone(), is_current }
    });
    each.collect()
}
