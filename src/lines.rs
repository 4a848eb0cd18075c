//! How text is broken into lines.

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

/// How text is broken into lines everywhere: at spaces only, so that a citation such as 57-12C-5
/// stays in one piece; a word longer than a line is broken where it must be.
pub fn wrapping<'a>(width: usize) -> Options<'a> {
    Options::new(width.max(1))
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
}
