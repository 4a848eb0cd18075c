//! Questions that are hard to read: the Flesch-Kincaid grade of a question and its help.
//!
//! The grade is that of Kincaid, Fishburne, Rogers and Chissom (1975), "Derivation of New Readability
//! Formulas for Navy Enlisted Personnel": 0.39 times the words in a sentence, plus 11.8 times the
//! syllables in a word, minus 15.59. A sentence is a unit of thought, so a colon or a semicolon ends
//! one too. Syllables are counted by groups of vowels, as English is spelled: a pack in another
//! language sets `reading_grade` so high that no question reaches it.

use crate::finding::{Finding, Place};
use crate::pack::{Files, Pack, Question};

/// The most questions of a pack that may be hard to read for a stated reason.
const MOST_EXCEPTIONS: usize = 5;

/// What ends a unit of thought.
const MARKS: [char; 5] = ['.', '?', '!', ';', ':'];

/// The most words that the help of a finding names, or quotes of a sentence.
const MOST_WORDS: (usize, usize) = (3, 8);

/// Finds questions above the grade of the pack, and reasons for that which are not needed or too many.
pub fn check(pack: &Pack, files: &Files) -> Vec<Finding> {
    let (mut findings, mut exceptions) = (Vec::new(), 0);
    for question in &pack.questions {
        let place = files.place(&question.spot);
        let reading = TextMeasure::of(question);
        let too_hard = reading.tenths() > pack.reading_grade * 10;
        match (too_hard, &question.hard_to_read) {
            (true, None) => findings.push(hard(question, &reading, pack, place)),
            (false, Some(_)) => findings.push(idle(question, &reading, pack, place)),
            (true, Some(_)) => {
                exceptions += 1;
                if exceptions > MOST_EXCEPTIONS {
                    findings.push(one_too_many(question, place));
                }
            }
            (false, None) => {}
        }
    }
    findings
}

fn hard(question: &Question, reading: &TextMeasure, pack: &Pack, place: Place) -> Finding {
    let (id, grade, most) = (&question.id, reading.grade(), pack.reading_grade);
    let message = format!("`{id}` with its help reads at grade {grade}, above grade {most}");
    let words: Vec<String> = reading.hardest_words().into_iter().map(|word| format!("`{word}`")).collect();
    let shorten = if words.is_empty() { String::new() } else { format!(", or shorten {}", words.join(", ")) };
    let (count, start) = reading.longest_sentence();
    Finding::warning("hard-to-read", place, message)
        .help(format!("split the sentence of {count} words that starts \"{start}\"{shorten}"))
}

fn idle(question: &Question, reading: &TextMeasure, pack: &Pack, place: Place) -> Finding {
    let (id, grade, most) = (&question.id, reading.grade(), pack.reading_grade);
    let message = format!("`{id}` reads at grade {grade}, within grade {most}, and gives a reason to be hard to read");
    Finding::warning("idle-exception", place, message).help("remove `hard_to_read`")
}

fn one_too_many(question: &Question, place: Place) -> Finding {
    let message = format!("`{}` is one of more than {MOST_EXCEPTIONS} questions that are hard to read", question.id);
    Finding::warning("too-many-exceptions", place, message)
        .help("say it in shorter sentences and words, and remove `hard_to_read`")
}

/// What the grade of a text is worked out from: its sentences, each with its words.
struct TextMeasure<'a> {
    sentences: Vec<(&'a str, Vec<&'a str>)>,
}

impl<'a> TextMeasure<'a> {
    fn of(question: &'a Question) -> Self {
        let sentences = [&question.ask, &question.help].into_iter().flat_map(|text| sentences(text));
        let with_words = sentences.map(|sentence| (sentence, words(sentence)));
        Self { sentences: with_words.filter(|(_, words)| !words.is_empty()).collect() }
    }

    fn words(&self) -> impl Iterator<Item = &'a str> {
        self.sentences.iter().flat_map(|(_, words)| words.iter().copied())
    }

    /// Returns the grade in tenths.
    fn tenths(&self) -> usize {
        let (sentences, words) = (self.sentences.len(), self.words().count());
        let syllables: usize = self.words().map(syllables).sum();
        let hundredths = |factor: usize, count: usize, by: usize| (factor * 100 * count).checked_div(by).unwrap_or(0);
        let exact = hundredths(39, words, sentences) + hundredths(1_180, syllables, words);
        (exact.saturating_sub(155_900) + 500) / 1_000
    }

    fn grade(&self) -> String {
        let tenths = self.tenths();
        format!("{}.{}", tenths / 10, tenths % 10)
    }

    /// Returns the number of words of the longest sentence, and how it starts.
    fn longest_sentence(&self) -> (usize, String) {
        let Some((sentence, words)) = self.sentences.iter().rev().max_by_key(|(_, words)| words.len()) else {
            return (0, String::new());
        };
        let start: Vec<&str> = sentence.split_whitespace().take(MOST_WORDS.1).collect();
        let more = if start.len() < sentence.split_whitespace().count() { " ..." } else { "" };
        (words.len(), start.join(" ") + more)
    }

    /// Returns the words of three syllables and more that have the most.
    fn hardest_words(&self) -> Vec<&'a str> {
        let mut hard: Vec<&str> = Vec::new();
        for word in self.words().filter(|word| syllables(word) > 2) {
            if !hard.iter().any(|known| known.eq_ignore_ascii_case(word)) {
                hard.push(word);
            }
        }
        hard.sort_by_key(|word| std::cmp::Reverse(syllables(word)));
        hard.truncate(MOST_WORDS.0);
        hard
    }
}

/// Splits `text` after each mark that ends a unit of thought, if a blank follows.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(MARKS).map(|at| end_of(rest, at)) {
        let (sentence, after) = rest.split_at(at);
        found.push(sentence.trim());
        rest = after;
    }
    found.push(rest.trim());
    found
}

/// Returns where the sentence ends whose first mark is at `mark`: behind a mark before a blank.
fn end_of(text: &str, mark: usize) -> usize {
    let rest = text.get(mark + 1..).unwrap_or_default();
    let blank = |text: &str| text.chars().next().is_none_or(char::is_whitespace);
    if blank(rest) {
        return mark + 1;
    }
    let next = rest.find(MARKS);
    next.map_or(text.len(), |next| end_of(text, mark + 1 + next))
}

fn words(sentence: &str) -> Vec<&str> {
    let parts = sentence.split(|character: char| !character.is_alphanumeric() && !matches!(character, '\'' | '’'));
    parts.filter(|word| word.chars().any(char::is_alphanumeric)).collect()
}

/// Counts the syllables of `word`: its groups of vowels, without those that are written and not spoken.
fn syllables(word: &str) -> usize {
    let letters: Vec<char> =
        word.chars().map(|letter| letter.to_ascii_lowercase()).filter(char::is_ascii_alphabetic).collect();
    let groups = letters.split(|letter| !is_vowel(*letter)).filter(|group| !group.is_empty()).count();
    groups.saturating_sub(usize::from(has_silent_end(&letters))).max(1)
}

/// Whether the word ends in an `e`, `es` or `ed` that is not spoken.
fn has_silent_end(letters: &[char]) -> bool {
    match letters {
        [.., before, 'l', 'e'] | [.., before, 'l', 'e', 's'] => is_vowel(*before),
        [.., 's' | 'c', 'h', 'e', 's'] => false,
        [_, .., last, 'e', 's'] => !is_vowel(*last) && !matches!(last, 's' | 'x' | 'z' | 'c' | 'g'),
        [_, .., last, 'e', 'd'] => !is_vowel(*last) && !matches!(last, 't' | 'd'),
        [_, .., last, 'e'] => !is_vowel(*last),
        _ => false,
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_those_that_are_spoken() {
        let one = ["the", "share", "shared", "shares", "clothes", "24", "GLBA", "a", "e", "we", "rule"];
        let two = ["table", "tables", "needed", "notice", "losses", "pages", "license", "matches", "agree"];
        let four = ["information", "authority", "registration"];
        for (count, words) in [(1, &one[..]), (2, &two[..]), (4, &four[..])] {
            for word in words {
                assert_eq!(syllables(word), count, "{word}");
            }
        }
    }

    #[test]
    fn a_sentence_ends_with_a_mark_and_a_blank() {
        assert_eq!(
            sentences("See srca.nm.gov first. Then ask: who knows?"),
            ["See srca.nm.gov first.", "Then ask:", "who knows?", ""]
        );
        assert_eq!(words("the person's e-mail, 13.1.3"), ["the", "person's", "e", "mail", "13", "1", "3"]);
    }

    #[test]
    fn the_grade_is_that_of_the_formula() {
        let text = "The cat sat on the mat. It was a table for the information.";
        let reading = TextMeasure {
            sentences: sentences(text).into_iter().map(|it| (it, words(it))).filter(|it| !it.1.is_empty()).collect(),
        };
        // 13 words, 2 sentences, 17 syllables: 2.535 + 15.431 - 15.59.
        assert_eq!(reading.grade(), "2.4");
        assert_eq!(reading.hardest_words(), ["information"]);
        assert_eq!(reading.longest_sentence(), (7, "It was a table for the information.".to_owned()));
    }
}
