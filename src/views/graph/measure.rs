//! The width of text in Arial and metrically compatible fonts (Helvetica, Liberation Sans), and
//! line breaking by it. Drawings hold text to these widths in any other font.

use unicode_width::UnicodeWidthChar as _;

/// The widths of the characters from the space to the tilde, in thousandths of the size.
const ASCII: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];

/// The width of `text` at `size`.
pub fn width(text: &str, size: f64) -> f64 {
    let thousandths: u32 = text.chars().map(of_char).sum();
    f64::from(thousandths) * size / 1000.0
}

fn of_char(character: char) -> u32 {
    let ascii = (character as usize).checked_sub(' ' as usize).and_then(|at| ASCII.get(at));
    ascii.map_or_else(
        || 600 * u32::try_from(character.width().unwrap_or(0)).unwrap_or(0),
        |&character| u32::from(character),
    )
}

/// Breaks `text` into lines no wider than `most` at `size`, splitting a word that is wider.
pub fn wrap(text: &str, size: f64, most: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&longer, size) <= most {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for character in word.chars() {
            line.push(character);
            if width(&line, size) > most && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::replace(&mut line, character.to_string()));
            }
        }
    }
    lines.push(line);
    lines
}

/// Breaks `text` into at most `count` lines, cutting the rest with an ellipsis.
pub fn wrap_short(text: &str, size: f64, most: f64, count: usize) -> Vec<String> {
    let mut lines = wrap(text, size, most);
    if lines.len() > count {
        lines.truncate(count);
        if let Some(last) = lines.last_mut() {
            while width(last, size) + width("…", size) > most {
                last.pop();
            }
            last.truncate(last.trim_end().len());
            last.push('…');
        }
    }
    lines
}
