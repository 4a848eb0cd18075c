//! A PDF, typeset by Typst from the template `assets/export/report.typ`: tagged, with bookmarks,
//! and the same bytes for the same document. The template receives the document as values, never as
//! markup, so no text can act as an instruction; and it can read nothing: no file, no system font,
//! no clock.

mod pieces;
mod values;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::export::document::{Document, FormatFacts};

/// The template of every document.
const TEMPLATE: &str = include_str!("../../assets/export/report.typ");

/// The producer named in the file.
const MAKER: &str = "obligato";

/// What is known of it.
pub const FACTS: FormatFacts = FormatFacts {
    name: "pdf",
    extension: "pdf",
    is_text: false,
    purpose: |words| words.common.format.pdf,
    draw: |document, _| render(document),
};

/// `document` as a PDF.
pub fn render(document: &Document) -> Vec<u8> {
    written(&pages(document))
}

/// The pages of `document`.
fn pages(document: &Document) -> PagedDocument {
    let fonts: Vec<Font> = typst_assets::fonts().flat_map(|data| Font::iter(Bytes::new(data))).collect();
    let book = FontBook::from_fonts(&fonts);
    let press = TypstWorld::new(values::template_inputs(document, &book), book, fonts);
    typst::compile(&press).output.expect("the template sets any document")
}

/// Writes the pages as a PDF/UA file, which everyone can read. If a text contains something that
/// PDF/UA forbids, writes the same pages and tags without that claim.
fn written(pages: &PagedDocument) -> Vec<u8> {
    let options =
        |standards| PdfOptions { creator: Smart::Custom(Some(MAKER.to_owned())), standards, ..PdfOptions::default() };
    let for_all = PdfStandards::new(&[PdfStandard::Ua_1]).expect("a standard agrees with itself");
    let file = typst_pdf::pdf(pages, &options(for_all));
    let file = file.or_else(|_| typst_pdf::pdf(pages, &options(PdfStandards::default())));
    file.expect("pages without images and foreign fonts can be written")
}

/// Everything that Typst can access.
struct TypstWorld {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
}

impl TypstWorld {
    fn new(inputs: Dict, book: FontBook, fonts: Vec<Font>) -> Self {
        // Header cells at the start of a row are a Typst feature that must be enabled.
        let features = [Feature::A11yExtras].into_iter().collect();
        let library = Library::builder().with_inputs(inputs).with_features(features).build();
        let path = VirtualPath::new("report.typ").expect("a plain name is a path");
        let template = Source::new(FileId::new(RootedPath::new(VirtualRoot::Project, path)), TEMPLATE.to_owned());
        Self { library: LazyHash::new(library), book: LazyHash::new(book), fonts, template }
    }
}

impl World for TypstWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
