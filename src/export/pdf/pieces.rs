//! Text that can be typeset: characters that no font can draw are written out, and words too long
//! for a line may break.

use typst::foundations::{Array, Str, Value};
use typst::text::{FontBook, FontInfo, FontVariant, FontWeight, is_default_ignorable};
use unicode_segmentation::UnicodeSegmentation as _;

/// The font of the text, as Typst looks it up.
const FAMILY: &str = "libertinus serif";

/// The weights in which the template sets text.
const WEIGHTS: [FontWeight; 2] = [FontWeight::REGULAR, FontWeight::SEMIBOLD];

/// The maximum number of characters of a word that stays whole.
const WHOLE: usize = 24;

/// The number of characters of a longer word that stay together.
const TOGETHER: usize = 8;

/// Splits `text` into pieces between which a line may break. Writes out what the fonts cannot draw,
/// such as `\u{4e2d}`, because an empty box on paper would not tell what was there.
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

/// Returns a character with its marks if one font has them all, otherwise written out.
fn drawn(character: &str, book: &FontBook) -> String {
    let plain = character.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if plain || is_drawn(character, book) { character.to_owned() } else { character.escape_unicode().to_string() }
}

/// Whether both weights can draw it: in the font of the text, or in the one that Typst falls back
/// to.
fn is_drawn(character: &str, book: &FontBook) -> bool {
    // The glyph of a private character is not what its writer meant.
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
