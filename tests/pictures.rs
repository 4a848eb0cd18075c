//! The pictures of the README, drawn from the real program in a real terminal, with what they show
//! as text beside them. `UPDATE_PICTURES=1` draws them anew; otherwise they must still be true.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;
use termlens::{Color, Key, Screen, Terminal};

const COLUMNS: u16 = 112;
const ROWS: u16 = 34;

/// The advance and the height of a character of the font at 16 pixels.
const WIDE: f32 = 9.632;
const HIGH: f32 = 18.625;

const INK: &str = "#d8d8d8";
const PAPER: &str = "#1b1d21";

/// The sixteen named colors, as terminals commonly show them.
const NAMED: [&str; 16] = [
    "#2e3436", "#cc0000", "#4e9a06", "#c4a000", "#3465a4", "#75507b", "#06989a", "#d3d7cf", "#7c8084", "#ef2929",
    "#8ae234", "#fce94f", "#729fcf", "#ad7fa8", "#34e2e2", "#eeeeec",
];

fn css(color: Color, default: &str) -> String {
    let level = |it: u8| if it == 0 { 0 } else { 55 + 40 * it };
    match color {
        Color::Default => default.to_owned(),
        Color::Indexed(at @ 0..=15) => NAMED[usize::from(at)].to_owned(),
        Color::Indexed(at @ 16..=231) => {
            let at = at - 16;
            format!("#{:02x}{:02x}{:02x}", level(at / 36), level(at / 6 % 6), level(at % 6))
        }
        Color::Indexed(at) => format!("#{0:02x}{0:02x}{0:02x}", 8 + 10 * (at - 232)),
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
    }
}

fn svg(screen: &Screen, title: &str) -> String {
    let (width, height) = (f32::from(screen.cols()) * WIDE + 24.0, f32::from(screen.rows()) * HIGH + 24.0);
    let mut svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{width:.0}' height='{height:.0}' role='img' aria-label='{title}'><title>{title}</title>\n\
         <rect width='100%' height='100%' rx='8' fill='{PAPER}'/>\n\
         <g transform='translate(12 12)' font-family='DejaVu Sans Mono,Menlo,Consolas,monospace' font-size='16' xml:space='preserve'>\n"
    );
    for row in 0..screen.rows() {
        for column in 0..screen.cols() {
            if let Some(cell) = screen.cell(row, column).filter(|it| !it.is_wide_continuation()) {
                draw(&mut svg, cell, f32::from(column) * WIDE, f32::from(row) * HIGH);
            }
        }
    }
    svg + "</g></svg>\n"
}

fn draw(svg: &mut String, cell: &termlens::Cell, x: f32, y: f32) {
    let style = cell.style();
    let (mut ink, mut paper) = (css(style.fg, INK), css(style.bg, PAPER));
    if style.reverse {
        std::mem::swap(&mut ink, &mut paper);
    }
    if paper != PAPER {
        let _ = writeln!(svg, "<rect x='{x:.2}' y='{y:.2}' width='{:.2}' height='{HIGH}' fill='{paper}'/>", WIDE + 0.3);
    }
    let text = cell.contents();
    if text.trim().is_empty() && !style.underline {
        return;
    }
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    let bold = if style.bold { " font-weight='bold'" } else { "" };
    let line = if style.underline { " text-decoration='underline'" } else { "" };
    let _ = writeln!(svg, "<text x='{x:.2}' y='{:.2}' fill='{ink}'{bold}{line}>{text}</text>", y + 14.85);
}

/// An answer file with the answers of the retailer, but for `without`.
fn answer_file(folder: &Path, without: &[&str]) {
    let pack = obligato::shipped::pack();
    let record: Value = serde_json::from_str(include_str!("reports/retailer.json")).expect("JSON");
    let mut answers = json!({
        "tool_name": { "value": "Harbor Chat" },
        "tool_kind": { "value": "chat_widget" },
        "vendor_name": { "value": "Harbor Software" },
        "tool_purpose": { "value": "Questions about orders" },
        "answered_by": { "value": "The owner" },
        "clause_security": { "value": false },
        "clause_breach": { "value": "unsure" },
        "clause_more": { "value": [] },
        "subprocessors": { "value": "unsure" },
        "expired_records": { "value": "now" },
    });
    for (id, value) in record.as_object().expect("an object") {
        answers[id] = json!({ "value": value });
    }
    for id in without {
        answers.as_object_mut().expect("an object").remove(*id);
    }
    let file = json!({
        "format": "obligato answers", "version": 1,
        "pack": { "id": pack.id, "version": pack.version, "digest": pack.digest },
        "created": "2026-11-24T12:00:00Z", "updated": "2026-11-24T12:00:00Z",
        "answers": answers, "readings": {}, "set_aside": [],
    });
    fs::write(folder.join("harbor-chat.json"), file.to_string()).expect("a file");
}

fn shoot(name: &str, title: &str, without: &[&str], steps: impl FnOnce(&mut Terminal)) {
    let folder = TempDir::new().expect("a folder");
    answer_file(folder.path(), without);
    let mut terminal = Terminal::builder()
        .size(COLUMNS, ROWS)
        .env_clear()
        .env("TERM", "xterm-256color")
        .env("LANG", "C.UTF-8")
        .env("OBLIGATO_NOW", "2026-11-24T12:00:00Z")
        .timeout(Duration::from_secs(20))
        .current_dir(folder.path())
        .args(["--dir", ".", "--theme", "dark", "start", "harbor-chat.json"])
        .spawn(env!("CARGO_BIN_EXE_obligato"))
        .expect("the program starts");
    steps(&mut terminal);
    let screen = terminal.wait_stable(Duration::from_millis(250)).expect("a quiet screen");
    let lines: Vec<String> =
        (0..screen.rows()).map(|row| screen.row_text(row).replace('\u{a0}', " ").trim_end().to_owned()).collect();
    let text = lines.join("\n").trim_end().to_owned() + "\n";
    let (picture, beside) = (format!("assets/pictures/{name}.svg"), format!("assets/pictures/{name}.txt"));
    if std::env::var_os("UPDATE_PICTURES").is_some() {
        fs::create_dir_all("assets/pictures").expect("a folder");
        fs::write(&picture, svg(&screen, title)).expect("a file");
        fs::write(&beside, &text).expect("a file");
    }
    let true_still = fs::read_to_string(&picture).is_ok_and(|it| it == svg(&screen, title));
    assert_eq!(fs::read_to_string(&beside).unwrap_or_default(), text, "{name}: draw it anew with UPDATE_PICTURES=1");
    assert!(true_still, "{name}: the colors changed; draw it anew with UPDATE_PICTURES=1");
}

#[test]
fn the_question_in_the_readme_is_true() {
    shoot("question", "A question of the interview", &["data_elements", "unreadable"], |terminal| {
        terminal.wait_until(|it| it.contains("Which of these can end up in the tool")).expect("the question");
    });
}

#[test]
fn the_map_in_the_readme_is_true() {
    let ahead = ["nm_ins_licensee", "outside_vendor", "vendor_access", "subprocessors", "breach_status", "contexts"];
    shoot("map", "The map of the interview", &ahead, |terminal| {
        terminal.wait_until(|it| it.contains("Do you have, or must you have")).expect("the question");
        for key in [Key::Tab, Key::Tab, Key::End, Key::Enter] {
            terminal.send(key).expect("a key");
        }
        terminal.wait_until(|it| it.contains("[Map]") && it.contains("Asked next")).expect("the map");
    });
}

#[test]
fn the_results_in_the_readme_are_true() {
    shoot("results", "The results", &[], |terminal| {
        terminal.wait_until(|it| it.contains("To do")).expect("the results");
        terminal.send(Key::Down).expect("a key");
        terminal.send(Key::Up).expect("a key");
    });
}
