//! The colors of the report: every text can be read on every ground, light, dark and on paper.

use std::collections::BTreeMap;
use std::fs;

/// The least contrast of text that WCAG 2.2 asks for at level AA.
const LEAST: f64 = 4.5;

fn style() -> String {
    fs::read_to_string("assets/export/report.css").expect("the style")
}

/// The colors of each `:root` block, by name: those of the screen, of the dark screen, of paper.
fn palettes(style: &str) -> Vec<BTreeMap<String, [f64; 3]>> {
    let blocks = style.split(":root {").skip(1).filter_map(|it| it.split('}').next());
    blocks.map(|it| it.lines().filter_map(color).collect()).collect()
}

fn color(line: &str) -> Option<(String, [f64; 3])> {
    let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
    let part = |at: usize| u8::from_str_radix(value.get(at..at + 2)?, 16).ok().map(|it| f64::from(it) / 255.0);
    Some((name.to_owned(), [part(0)?, part(2)?, part(4)?]))
}

/// Relative luminance as WCAG has it.
fn luminance(color: [f64; 3]) -> f64 {
    let linear = |it: f64| if it <= 0.04045 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) };
    let [red, green, blue] = color.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn every_text_can_be_read_on_every_ground() {
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9);
    let palettes = palettes(&style());
    assert_eq!(palettes.len(), 3);
    for palette in &palettes {
        let of = |kind: &'static str| palette.iter().filter(move |it| it.0.starts_with(kind));
        assert!(of("text-").count() == 3 && of("ground-").count() == 2, "{palette:?}");
        for (text, color) in of("text-") {
            for (ground, under) in of("ground-") {
                let found = contrast(*color, *under);
                assert!(found >= LEAST, "{text} on {ground}: {found:.2}");
            }
        }
    }
}

#[test]
fn colors_are_named_in_palettes_alone_and_used_for_what_they_are() {
    let style = style();
    for line in style.lines().map(str::trim).filter(|it| !it.starts_with("--")) {
        assert!(!line.contains('#'), "{line}");
        for (property, kind) in [("{ color:", "--text-"), ("; color:", "--text-"), ("background:", "--ground-")] {
            if let Some((_, value)) = line.split_once(property) {
                let good = value.trim_start().starts_with(&format!("var({kind}")) || value.starts_with(" inherit");
                assert!(good, "{line}");
            }
        }
    }
}

#[test]
fn the_style_loads_nothing() {
    let style = style();
    assert!(!["url(", "@import", "@font-face", "http", "</"].iter().any(|it| style.contains(it)));
}
