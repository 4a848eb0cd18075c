//! Line breaking.

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

/// Returns the rules of line breaking used everywhere: at spaces only, so that a citation such as
/// 57-12C-5 stays whole; a word longer than a line is broken where necessary.
pub fn wrap_options<'a>(width: usize) -> Options<'a> {
    Options::new(width.max(1))
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
}
