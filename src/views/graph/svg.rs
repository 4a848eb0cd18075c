//! The graph as a standalone SVG picture without scripts, for light and dark backgrounds.

use std::fmt::Write as _;

use crate::views::graph::measure::{width, wrap, wrap_short};
use crate::views::graph::nodes::{End, Graph, Leaf};
use crate::views::graph::picture::{Chip, Dot, LEAST, LINE, LineShape, PAD, Picture, PictureRow, SMALL, TEXT, picture};
use crate::views::graph::words::{leaf_text, taken_from, title};
use crate::words::Words;

/// The style sheet: calm, with one accent. Text is held to the width of Arial in any font. There
/// are no variables, because not every viewer supports them.
const STYLE: &str = "
text{font-family:Arial,Helvetica,'Liberation Sans',sans-serif;font-size:13px;fill:#1f2933}
.s{font-size:12px}.h{font-size:20px;font-weight:bold}.soft{fill:#5f6b7a}.acc{fill:#0b6e78}.on{fill:#fff}
.paper{fill:#fff}.band{fill:#f4f6f8}.l{fill:none;stroke:#b8c2cc;stroke-width:1.5}
.c{fill:#fff;stroke:#c3ccd6}.start{fill:#fff;stroke:#0b6e78;stroke-width:1.5}.dot{fill:#fff;stroke:#0b6e78;stroke-width:2}
.yes{fill:#0b6e78}.in{fill:none;stroke:#0b6e78}.out{fill:#e9edf1}
@media(prefers-color-scheme:dark){
text{fill:#e4e8ec}.soft{fill:#9aa6b2}.acc{fill:#5cc0ca}.on{fill:#0d1316}
.paper{fill:#15191d}.band{fill:#1b2025}.l{stroke:#4d5863}
.c{fill:#15191d;stroke:#46515c}.start{fill:#15191d;stroke:#5cc0ca}.dot{fill:#15191d;stroke:#5cc0ca}
.yes{fill:#5cc0ca}.in{stroke:#5cc0ca}.out{fill:#2a3138}
}
";

/// The size of the title.
const TITLE: f64 = 20.0;

/// Draws `graph` as SVG.
pub fn svg(graph: &Graph<'_>, words: &Words) -> String {
    let head = head(graph, words);
    let title = title(graph, words);
    // Bold letters are wider.
    let titles = wrap_short(&title, TITLE * 1.1, LEAST - 48.0, 2);
    let mut y = 20.0;
    let mut text = String::new();
    for line in &titles {
        y += TITLE + 6.0;
        line_of_text(&mut text, "h", (24.0, y), line, None);
    }
    y += 6.0;
    for line in &head {
        y += LINE;
        line_of_text(&mut text, "s soft", (24.0, y), line, Some(SMALL));
    }
    let picture = picture(graph, y + 22.0, words);
    (0..).zip(&picture.rows).for_each(|(at, picture_row)| row(&mut text, picture_row, at % 2 == 0, &picture, words));
    draw(&mut text, &picture);
    let (wide, high) = picture.size;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide:.0}\" height=\"{high:.0}\" viewBox=\"0 0 {wide:.0} {high:.0}\" role=\"img\" aria-label=\"{0}\">\n<title>{0}</title>\n<desc>{1}</desc>\n<style>{STYLE}</style>\n<rect width=\"100%\" height=\"100%\" class=\"paper\"/>\n{text}</svg>\n",
        escaped(&title),
        escaped(words.views.graph.about),
    )
}

/// Returns the lines below the title: the source of the graph, how to read it, and what needs no
/// question.
fn head(graph: &Graph<'_>, words: &Words) -> Vec<String> {
    let mut parts = vec![taken_from(graph, words), words.views.graph.how.to_owned()];
    for root in &graph.roots {
        if let End::Leaf(result) = root.to {
            parts.push(words.views.graph.at_once(&root.id, leaf_text(result, words)));
        }
    }
    parts.push(graph.pack.disclaimer.clone());
    parts.iter().flat_map(|part| wrap(part, SMALL, LEAST - 48.0)).collect()
}

fn row(text: &mut String, row: &PictureRow, banded: bool, picture: &Picture, words: &Words) {
    if banded {
        let _ = writeln!(
            text,
            "<rect x=\"12\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"6\" class=\"band\"/>",
            row.top,
            picture.size.0 - 24.0,
            row.height
        );
    }
    let mut y = row.top + 22.0;
    let class = if row.tick.is_empty() { "" } else { "soft" };
    for line in &row.ask {
        line_of_text(text, class, (row.left, y), line, Some(TEXT));
        y += LINE;
    }
    for line in &row.tick {
        line_of_text(text, "", (row.left + 14.0, y), line, Some(TEXT));
        y += LINE;
    }
    if row.point {
        line_of_text(text, "s soft", (row.left, y), words.views.graph.point, Some(SMALL));
    }
}

fn draw(text: &mut String, picture: &Picture) {
    let _ = writeln!(text, "<g class=\"l\">");
    picture.lines.iter().for_each(|it| line(text, it));
    let _ = writeln!(text, "</g>");
    picture.dots.iter().for_each(|it| dot(text, it));
    picture.chips.iter().for_each(|it| chip(text, it));
}

fn line(text: &mut String, of: &LineShape) {
    let ((x1, y1), (a, b), (x2, y2)) = (of.from, of.turns, of.to);
    let middle = f64::midpoint(a, b);
    let _ = writeln!(
        text,
        "<path d=\"M{x1:.1} {y1:.1}V{a:.1}C{x1:.1} {middle:.1} {x2:.1} {middle:.1} {x2:.1} {b:.1}V{y2:.1}\"/>"
    );
}

fn dot(text: &mut String, of: &Dot) {
    let (x, y) = of.at;
    let title = escaped(&of.title);
    let _ = if of.point {
        writeln!(
            text,
            "<path class=\"dot\" d=\"M{x:.1} {:.1}l6.5 6.5l-6.5 6.5l-6.5-6.5z\"><title>{title}</title></path>",
            y - 6.5
        )
    } else {
        writeln!(text, "<circle class=\"dot\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"5\"><title>{title}</title></circle>")
    };
}

fn chip(text: &mut String, of: &Chip) {
    let ((x, y), (wide, high)) = (of.at, of.size);
    let class = if of.starts { "start" } else { "c" };
    let _ = writeln!(
        text,
        "<g><title>{}</title><rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{high:.1}\" rx=\"8\"/>",
        escaped(&of.title)
    );
    let mut base = y + 15.5;
    for line in &of.text {
        line_of_text(text, if of.starts { "s acc" } else { "s" }, (x + PAD, base), line, Some(SMALL));
        base += LINE;
    }
    if let Some((leaf, result)) = &of.leaf {
        let own = width(result, SMALL) + 2.0 * PAD;
        let (box_class, text_class) = match leaf {
            Leaf::RuledOut => ("out", "s soft"),
            Leaf::InPlace => ("in", "s acc"),
            Leaf::Applies | Leaf::Missing => ("yes", "s on"),
        };
        let (left, top) =
            if of.below { (x + 3.0, y + high - LINE - 5.0) } else { (x + wide - own, y + (high - LINE) / 2.0 - 1.0) };
        let _ = writeln!(
            text,
            "<rect class=\"{box_class}\" x=\"{:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"6\"/>",
            left + 1.0,
            own - 4.0,
            LINE + 2.0
        );
        line_of_text(text, text_class, (left + PAD - 1.0, top + 13.5), result, Some(SMALL));
    }
    let _ = writeln!(text, "</g>");
}

/// Draws a line of text, held to its measured width if its size is given.
fn line_of_text(text: &mut String, class: &str, (x, y): (f64, f64), line: &str, size: Option<f64>) {
    if line.is_empty() {
        return;
    }
    let held = size.map_or_else(String::new, |size| {
        format!(" textLength=\"{:.1}\" lengthAdjust=\"spacingAndGlyphs\"", width(line, size))
    });
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    let _ = writeln!(text, "<text{class} x=\"{x:.1}\" y=\"{y:.1}\"{held}>{}</text>", escaped(line));
}

/// Escapes every character of `text` that XML reads as markup.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(character),
        }
    }
    safe
}
