//! The parts of a Word document that differ between documents: text, links, lists and properties.

use maud::{Markup, PreEscaped, html};

use crate::export::docx::body::{BULLETS, Body, FIRST_STEPS};

/// The first line of every part.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The indentation of each list level, in twentieths of a point.
const INDENT: usize = 340;

fn part(markup: &Markup) -> String {
    format!("{DECLARATION}{}\n", markup.0)
}

/// Draws the text. The page is Letter, with margins that keep the same lines on A4.
pub fn document(body: &Body<'_>) -> String {
    part(&html! {
        w:document xmlns:w=(MAIN) xmlns:r=(RELATIONS) {
            w:body {
                (PreEscaped(&body.xml))
                w:sectPr {
                    w:footerReference w:type="default" r:id="footer" {}
                    w:pgSz w:w="12240" w:h="15840" {}
                    w:pgMar w:top="1100" w:right="1440" w:bottom="1100" w:left="1440" w:header="708" w:footer="500" w:gutter="0" {}
                }
            }
        }
    })
}

/// Lists what the document refers to: its fixed parts, and addresses.
pub fn links(addresses: &[&str]) -> String {
    let to = |name: &str| format!("{RELATIONS}/{name}");
    part(&html! {
        Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships" {
            @for part in ["styles", "numbering", "settings", "footer"] {
                Relationship Id=(part) Type=(to(part)) Target={ (part) ".xml" } {}
            }
            @for (at, address) in addresses.iter().enumerate() {
                Relationship Id={ "link" (at) } Type=(to("hyperlink")) Target=(address) TargetMode="External" {}
            }
        }
    })
}

/// Defines the lists: points, and `steps` lists of steps, each starting at one.
pub fn numbering(steps: usize) -> String {
    let bullet = |_| "•".to_owned();
    let number = |level: usize| format!("%{}.", level + 1);
    part(&html! {
        w:numbering xmlns:w=(MAIN) {
            (kind(BULLETS, "bullet", bullet)) (kind(FIRST_STEPS, "decimal", number))
            @for number in BULLETS..FIRST_STEPS + steps {
                w:num w:numId=(number) {
                    w:abstractNumId w:val=(number.min(FIRST_STEPS)) {}
                    @if number >= FIRST_STEPS {
                        w:lvlOverride w:ilvl="0" { w:startOverride w:val="1" {} }
                    }
                }
            }
        }
    })
}

/// Defines a kind of list: how it counts, and its mark at each level.
fn kind(id: usize, format: &str, mark: impl Fn(usize) -> String) -> Markup {
    html! {
        w:abstractNum w:abstractNumId=(id) {
            w:multiLevelType w:val="hybridMultilevel" {}
            @for at in 0..9 {
                w:lvl w:ilvl=(at) {
                    w:start w:val="1" {}
                    w:numFmt w:val=(format) {}
                    w:lvlText w:val=(mark(at)) {}
                    w:lvlJc w:val="left" {}
                    w:pPr { w:ind w:left=(INDENT * (at + 1)) w:hanging=(INDENT) {} }
                    w:rPr { w:color w:val="14595C" {} }
                }
            }
        }
    }
}

/// Writes the title of the document and the day of its answers.
pub fn properties(title: &str, day: Option<&str>) -> String {
    part(&html! {
        cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" {
            dc:title { (title) }
            dc:creator { "obligato" }
            dc:language { "en-US" }
            @if let Some(day) = day {
                dcterms:created xsi:type="dcterms:W3CDTF" { (day) "T00:00:00Z" }
                dcterms:modified xsi:type="dcterms:W3CDTF" { (day) "T00:00:00Z" }
            }
        }
    })
}
