//! What is written can be read by others: SVG, DOT, Mermaid, Markdown and comma-separated values.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};

/// A box: its left, upper, right and lower edge.
type Box = (f64, f64, f64, f64);

fn number(of: Node<'_, '_>, name: &str) -> f64 {
    of.attribute(name).and_then(|it| it.parse().ok()).expect("a number")
}

fn rect(of: Node<'_, '_>) -> Box {
    let (x, y) = (number(of, "x"), number(of, "y"));
    (x, y, x + number(of, "width"), y + number(of, "height"))
}

/// The picture is XML without scripts and links, says what it is, and nothing in it lies over text.
pub fn check_svg(text: &str) {
    let tree = Document::parse(text).expect("XML");
    let root = tree.root_element();
    assert!(root.has_tag_name(("http://www.w3.org/2000/svg", "svg")) && root.attribute("role") == Some("img"));
    assert!(root.attribute("aria-label").is_some_and(|it| !it.is_empty()) && text.contains("prefers-color-scheme"));
    let known = ["svg", "title", "desc", "style", "rect", "text", "g", "path", "circle"];
    for it in root.descendants().filter(Node::is_element) {
        assert!(known.contains(&it.tag_name().name()), "{:?}", it.tag_name());
        assert!(it.attributes().all(|it| !it.name().starts_with("on") && !it.name().contains("href")));
    }
    assert_eq!(root.children().filter(|it| it.has_tag_name("title")).count(), 1);
    let (wide, high) = (number(root, "width"), number(root, "height"));
    let mut chips = Vec::new();
    for group in root.children().filter(|it| it.tag_name().name() == "g" && it.attribute("class").is_none()) {
        let chip = rect(group.descendants().find(|it| it.tag_name().name() == "rect").expect("a box"));
        assert!(chip.0 >= 0.0 && chip.1 >= 0.0 && chip.2 <= wide && chip.3 <= high, "{chip:?} is outside");
        for it in group.descendants().filter(|it| it.tag_name().name() == "text") {
            let (x, y) = (number(it, "x"), number(it, "y"));
            let fits = x >= chip.0 && x + number(it, "textLength") <= chip.2 && y - 9.0 >= chip.1 && y + 3.0 <= chip.3;
            assert!(fits, "{:?} has no room", it.text());
        }
        chips.push(chip);
    }
    chips.sort_by(|a, b| a.1.total_cmp(&b.1));
    for (at, a) in chips.iter().enumerate() {
        let near = chips.iter().skip(at + 1).take_while(|b| b.1 < a.3);
        assert!(near.into_iter().all(|b| b.0 >= a.2 || b.2 <= a.0), "{a:?} lies over another");
    }
    let tallest = chips.iter().map(|a| a.3 - a.1).fold(0.0, f64::max);
    // By their upper edges, only these can hold a point at this height.
    let near = |y: f64| {
        let [from, to] = [y - tallest, y].map(|edge| chips.partition_point(|a| a.1 < edge));
        &chips[from..to]
    };
    for line in root.descendants().filter(|it| it.tag_name().name() == "path" && it.attribute("class").is_none()) {
        let points = along(line.attribute("d").expect("a line"));
        let inside =
            |it: &(f64, f64), a: &Box| it.0 > a.0 + 1.0 && it.0 < a.2 - 1.0 && it.1 > a.1 + 1.0 && it.1 < a.3 - 1.0;
        assert!(!points.iter().any(|it| near(it.1).iter().any(|a| inside(it, a))), "a line lies over text");
    }
}

/// Points of a line `MxyVyCx1y1x2y2xyVy`, near enough to each other.
fn along(line: &str) -> Vec<(f64, f64)> {
    let numbers = line.split(|it: char| !it.is_ascii_digit() && it != '.' && it != '-').filter(|it| !it.is_empty());
    let numbers: Vec<f64> = numbers.map(|it| it.parse().expect("a number")).collect();
    let [left, top, upper, _, _, _, _, right, lower, bottom] = numbers[..] else {
        unreachable!("a line has ten numbers")
    };
    let middle = f64::midpoint(upper, lower);
    // A cubic curve with its ends and the two points that pull it.
    let curve = |of: [f64; 4], at: f64| {
        let rest = 1.0 - at;
        rest.powi(3) * of[0] + 3.0 * rest * rest * at * of[1] + 3.0 * rest * at * at * of[2] + at.powi(3) * of[3]
    };
    let each = (0..=20).map(|it| f64::from(it) / 20.0).flat_map(|at| {
        let across = (curve([left, left, right, right], at), curve([upper, middle, middle, lower], at));
        [(left, top + (upper - top) * at), across, (right, lower + (bottom - lower) * at)]
    });
    each.collect()
}

/// The pieces of a text in DOT: words, punctuation, and quoted text with its quotes.
fn tokens(text: &str) -> Vec<String> {
    let (mut found, mut rest) = (Vec::new(), text.chars().peekable());
    while let Some(it) = rest.next() {
        let mut token = it.to_string();
        match it {
            '"' => loop {
                let next = rest.next().expect("quoted text ends");
                token.push(next);
                match next {
                    '\\' => token.push(rest.next().expect("something after a backslash")),
                    '"' => break,
                    _ => assert_ne!(next, '\n', "quoted text ends in its line"),
                }
            },
            '-' => assert_eq!(rest.next(), Some('>')),
            _ if it.is_ascii_alphanumeric() || it == '_' || it == '.' => {
                while let Some(&next) = rest.peek().filter(|it| it.is_ascii_alphanumeric() || "_.".contains(**it)) {
                    token.push(next);
                    rest.next();
                }
            }
            _ if it.is_whitespace() => continue,
            _ => assert!("{}[]=,;".contains(it), "`{it}` outside of quotes"),
        }
        found.push(token);
    }
    found
}

/// Every statement is one of those there may be, and every line is between nodes there are.
pub fn check_dot(text: &str) {
    let all = tokens(text);
    assert_eq!((all[..3].join(" ").as_str(), all.last().map(String::as_str)), ("digraph decisions {", Some("}")));
    let (mut nodes, mut ends) = (BTreeSet::new(), BTreeSet::new());
    for statement in all[3..all.len() - 1].split(|it| it == ";").filter(|it| !it.is_empty()) {
        let attributes = if statement[1] == "-" {
            ends.extend([&statement[0], &statement[2]]);
            &statement[3..]
        } else {
            nodes.insert(&statement[0]);
            &statement[1..]
        };
        let Some((open, inner)) = attributes.split_first() else { continue };
        let (close, inner) = inner.split_last().expect("a closing bracket");
        assert_eq!((open.as_str(), close.as_str()), ("[", "]"));
        for pair in inner.split(|it| it == ",") {
            assert!(pair.len() == 3 && pair[1] == "=", "{pair:?}");
            let label = pair[2].replace("&amp;", "").replace("\\\\", "");
            assert!(!label.contains('&') && !label.contains("\\N") && !label.contains("\\G"), "{label}");
        }
    }
    assert!(ends.is_subset(&nodes), "{:?}", ends.difference(&nodes));
}

/// Every line is one of those there may be; quoted text holds letters, digits, plain punctuation and
/// entities only.
pub fn check_mermaid(text: &str) {
    let mut lines = text.lines();
    assert!(lines.next().is_some_and(|it| it.starts_with("%% ") && it.matches('%').count() == 2));
    assert_eq!(lines.next(), Some("flowchart TD"));
    for line in lines {
        let parts: Vec<&str> = line.split('"').collect();
        assert!(parts.len() == 3, "{line}");
        let outside = format!("{}_{}", parts[0].trim_start(), parts[2]);
        let bare = outside.trim_start_matches(|it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '_');
        let shapes = ["[_]", "{{_}}", "([_])"];
        let known = shapes.contains(&bare) || bare.starts_with("([_]) --> ") || bare.starts_with(" -->|_| ");
        assert!(known, "{line}");
        let plain = |it: char| it.is_alphanumeric() || " .,:()-'?/#;".contains(it);
        assert!(
            parts[1].chars().all(plain) && parts[1].matches('#').count() == parts[1].matches(';').count(),
            "{line}"
        );
    }
}

/// No HTML, and no link but those of the pack.
pub fn check_markdown(text: &str) {
    let links = text.match_indices("](").filter(|it| !text[..it.0].ends_with('\\'));
    for (at, _) in links {
        assert!(text[at..].starts_with("](<https://"), "{}", &text[at..]);
    }
    let bare = text.replace("](<https://", "");
    assert!(!bare.contains('<'), "{bare}");
}

/// As many fields in each line, and none that a spreadsheet would take for a formula.
pub fn check_csv(bytes: &[u8]) {
    for fields in crate::exports::rows(bytes) {
        assert_eq!(fields.len(), 8, "{fields:?}");
        for field in fields {
            assert!(!field.starts_with(['=', '+', '-', '@']), "{field}");
        }
    }
}
