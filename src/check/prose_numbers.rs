//! Numbers in prose, each with the word that says what is counted.

/// The numbers that are often written as words.
const WORDS: [(&str, i64); 16] = [
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("twelve", 12),
    ("fourteen", 14),
    ("thirty", 30),
    ("forty-five", 45),
    ("sixty", 60),
    ("ninety", 90),
];

/// Returns each number of `text` with the word behind it: (45, "days") of "at most 45 calendar days".
/// Business days are other days, and not told here.
pub fn counts(text: &str) -> Vec<(i64, &str)> {
    let words: Vec<&str> = text.split_whitespace().map(bare).collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        // "a 45-day limit" is one word.
        if let Some((number, unit)) = word.split_once('-').and_then(|(number, unit)| Some((number_of(number)?, unit))) {
            found.push((number, unit));
        }
        let behind = |place: usize| words.get(at + place).copied();
        let unit = if behind(1) == Some("calendar") { behind(2) } else { behind(1) };
        found.extend(number_of(word).zip(unit));
    }
    found
}

fn bare(word: &str) -> &str {
    word.trim_matches(|character: char| !character.is_alphanumeric())
}

/// Returns the number that `word` is: "45", "1,000", "ten".
fn number_of(word: &str) -> Option<i64> {
    let named = WORDS.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|&(_, number)| number);
    named.or_else(|| word.replace(',', "").parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_comes_with_what_it_counts() {
        let all = |text| counts(text).into_iter().map(|(number, unit)| format!("{number} {unit}")).collect::<Vec<_>>();
        assert_eq!(all("As fast as you can; at most 45 calendar days after discovery"), ["45 days"]);
        assert_eq!(
            all("Ten days, or \"90 days after\" it; 50,000 residents. A 30-day limit."),
            ["10 days", "90 days", "50000 residents", "30 day",]
        );
        assert_eq!(all("within 10 business days; 13.1.3 days"), ["10 business"]);
        assert!(all("{days} days").is_empty());
    }
}
