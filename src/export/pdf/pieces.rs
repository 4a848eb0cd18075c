//! Text as it can be set: what no font can draw is written out, and words too long for a line may break.

use typst::foundations::{Array, Str, Value};
use typst::text::{FontBook, FontInfo, FontVariant, FontWeight, is_default_ignorable};
use unicode_segmentation::UnicodeSegmentation as _;

/// The font of the text, as Typst looks it up.
const FAMILY: &str = "libertinus serif";

/// The weights in which the template sets text.
const WEIGHTS: [FontWeight; 2] = [FontWeight::REGULAR, FontWeight::SEMIBOLD];

/// The most characters of a word that stays whole.
const WHOLE: usize = 24;

/// How many characters of a longer word stay together.
const TOGETHER: usize = 8;

/// `text` in pieces between which a line may break. What the fonts cannot draw would be an empty box on
/// paper, so that nobody could tell what was there: it is written out, such as `\u{4e2d}`.
pub fn pieces(text: &str, book: &FontBook) -> Value {
    let drawn: String = text.graphemes(true).map(|it| drawn(it, book)).collect();
    let mut pieces: Vec<String> = vec![String::new()];
    for word in drawn.split_inclusive(' ') {
        let characters: Vec<&str> = word.graphemes(true).collect();
        // Typst knows where an address may break.
        let whole = characters.len() <= WHOLE || word.starts_with("https://") || word.starts_with("http://");
        let mut parts =
            if whole { vec![word.to_owned()] } else { characters.chunks(TOGETHER).map(<[_]>::concat).collect() };
        let rest = parts.split_off(1);
        pieces.last_mut().into_iter().zip(parts).for_each(|(last, first)| last.push_str(&first));
        pieces.extend(rest);
    }
    Value::Array(pieces.into_iter().map(|piece| Value::Str(Str::from(piece))).collect::<Array>())
}

/// A character with its marks, if one font has them all; else written out.
fn drawn(character: &str, book: &FontBook) -> String {
    let plain = character.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if plain || is_drawn(character, book) { character.to_owned() } else { character.escape_unicode().to_string() }
}

/// Whether it is drawn in both weights: by the font of the text, or by the one that Typst takes instead.
fn is_drawn(character: &str, book: &FontBook) -> bool {
    // What a font draws for a private character is not what its writer meant.
    let private = |character: char| matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    let seen = character.chars().any(|part| !is_default_ignorable(part)) && !character.contains(private);
    let has = |font: &FontInfo| {
        character.chars().all(|part| is_default_ignorable(part) || font.coverage.contains(part.into()))
    };
    seen && WEIGHTS.into_iter().all(|weight| {
        let variant = FontVariant { weight, ..FontVariant::default() };
        let own = book.select(FAMILY, variant).and_then(|it| book.info(it));
        let other = || book.select_fallback(own, variant, character).and_then(|it| book.info(it));
        own.is_some_and(has) || other().is_some_and(has)
    })
}
