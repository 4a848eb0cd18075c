//! Every screen as it is drawn.

use insta::assert_snapshot;

use crate::tui::driver::{RECORD, SHOP, Wizard};

/// A wizard at the sixth question.
fn at_questions(name: &str, width: u16, height: u16) -> Wizard {
    let mut wizard = Wizard::new(name, width, height);
    wizard.press(&["enter"]).press(RECORD);
    wizard
}

/// A wizard at the results of the shop.
fn at_results(name: &str, width: u16, height: u16) -> Wizard {
    let mut wizard = at_questions(name, width, height);
    wizard.press(SHOP);
    wizard
}

#[test]
fn home() {
    assert_snapshot!(Wizard::new("home", 80, 24).screen());
}

#[test]
fn home_with_assessments() {
    let mut wizard = at_questions("home-list", 80, 24);
    std::fs::write(wizard.folder.join("torn.json"), "{").expect("a file");
    wizard.press(&["tab", "home", "enter"]);
    assert_snapshot!(wizard.screen());
}

#[test]
fn question_yes_no() {
    assert_snapshot!(at_questions("question-80", 80, 24).screen());
    assert_snapshot!(at_questions("question-60", 60, 20).screen());
    assert_snapshot!(at_questions("question-120", 120, 40).screen());
}

#[test]
fn question_any_of() {
    let mut wizard = at_questions("any-of", 80, 24);
    assert_snapshot!(wizard.press(&["y", "y", "1", "down", "space"]).screen());
    assert_snapshot!(wizard.press(&["end"]).screen());
}

#[test]
fn question_text() {
    let mut wizard = Wizard::new("text", 80, 24);
    assert_snapshot!(wizard.press(&["enter", "type:Señal"]).screen());
}

#[test]
fn review() {
    let mut wizard = at_results("review", 80, 24);
    assert_snapshot!(wizard.press(&["tab", "left", "enter"]).screen());
}

#[test]
fn change() {
    let mut wizard = at_results("change", 80, 24);
    wizard.press(&["tab", "left", "enter", "down", "down", "down", "down", "down", "enter", "n"]);
    assert_snapshot!(wizard.screen());
    assert_snapshot!(wizard.press(&["enter"]).screen());
}

#[test]
fn results() {
    assert_snapshot!(at_results("results-80", 80, 24).screen());
    assert_snapshot!(at_results("results-60", 60, 20).screen());
    assert_snapshot!(at_results("results-120", 120, 40).screen());
}

#[test]
fn detail() {
    let mut wizard = at_results("detail", 80, 24);
    assert_snapshot!(wizard.press(&["enter"]).screen());
    assert_snapshot!(wizard.press(&["esc", "right", "right", "right", "enter"]).screen());
}

#[test]
fn open_results() {
    let mut wizard = at_questions("open", 80, 40);
    wizard.press(&["tab", "right", "right", "enter"]);
    assert_snapshot!(wizard.press(&["enter"]).screen());
}

#[test]
fn source() {
    let mut wizard = at_results("source", 80, 30);
    assert_snapshot!(wizard.press(&["enter", "end", "up", "enter"]).screen());
}

/// What is pressed at the answers to say where the focused one comes from: all four.
const SAID: &[&str] =
    &["w", "3", "tab", "type:Sam, sales", "enter", "type:Contract, page 4", "enter", "type:call again"];

#[test]
fn origin() {
    for (width, height) in [(80, 24), (60, 20), (120, 40)] {
        let mut wizard = at_results(&format!("origin-{width}"), width, height);
        wizard.press(if width < 100 { &["tab"] } else { &["tab", "tab"] });
        wizard.press(&["left", "enter", "down", "down", "down", "down", "down"]);
        assert_snapshot!(format!("origin_empty_{width}"), wizard.press(&["w"]).screen());
        assert_snapshot!(format!("origin_filled_{width}"), wizard.press(&["esc"]).press(SAID).pause().screen());
        assert_snapshot!(format!("origin_in_review_{width}"), wizard.press(&["enter"]).screen());
        assert_snapshot!(format!("origin_at_question_{width}"), wizard.press(&["enter", "end"]).screen());
    }
}

#[test]
fn origin_help() {
    let mut wizard = at_results("origin-help", 80, 40);
    wizard.press(&["tab", "left", "enter"]).press(&["w"]);
    assert_snapshot!(wizard.press(&["?"]).screen());
    assert_snapshot!(wizard.press(&["esc", "tab", "f1"]).screen());
}

#[test]
fn origin_in_ascii() {
    let folder = at_results("origin-ascii", 80, 24).folder;
    let mut wizard = Wizard::again(folder, 80, 24, true);
    let screen = wizard.press(&["enter", "tab", "left", "enter"]).press(SAID).pause().screen();
    assert!(screen.is_ascii(), "{screen}");
    assert_snapshot!(screen);
}

#[test]
#[cfg_attr(feature = "pdf", ignore = "there is one form more to choose from")]
fn export() {
    let mut wizard = at_results("export", 80, 24);
    assert_snapshot!(wizard.press(&["tab", "right", "enter"]).screen());
    assert_snapshot!(wizard.press(&["enter"]).screen());
    assert_snapshot!(wizard.press(&["esc", "enter"]).screen());
}

#[test]
fn help() {
    let mut wizard = at_questions("help", 80, 40);
    assert_snapshot!(wizard.press(&["?"]).screen());
}

/// The map, with some questions answered.
fn at_map(name: &str, width: u16, height: u16) -> Wizard {
    let mut wizard = at_questions(name, width, height);
    wizard.press(&["y", "y", "1", "enter", "tab"]);
    if width >= 100 {
        wizard.press(&["tab"]);
    }
    wizard.press(&["end", "enter"]);
    wizard
}

#[test]
fn map() {
    assert_snapshot!(at_map("map-80", 80, 24).screen());
    assert_snapshot!(at_map("map-60", 60, 20).screen());
    assert_snapshot!(at_map("map-120", 120, 40).screen());
}

#[test]
fn map_from_the_top() {
    assert_snapshot!(at_map("map-top-80", 80, 24).press(&["home"]).screen());
}

#[test]
fn map_of_one_question() {
    assert_snapshot!(at_map("map-one-80", 80, 24).press(&["space"]).screen());
    assert_snapshot!(at_map("map-one-60", 60, 20).press(&["up", "up", "up", "space"]).screen());
    assert_snapshot!(at_map("map-one-120", 120, 40).press(&["up", "up", "tab"]).screen());
}

#[test]
fn map_of_what_is_not_needed() {
    let mut wizard = at_results("map-needless", 80, 24);
    wizard.press(&["tab", "end", "enter", "end"]);
    for _ in 0..20 {
        wizard.press(&["up"]);
    }
    assert_snapshot!(wizard.screen());
    assert_snapshot!(wizard.press(&["enter"]).screen());
}

#[test]
fn map_in_ascii() {
    let folder = at_map("map-ascii", 80, 24).folder;
    let mut wizard = Wizard::again(folder, 80, 24, true);
    let screen = wizard.press(&["enter", "tab", "end", "enter"]).screen();
    assert!(screen.is_ascii(), "{screen}");
    assert_snapshot!(screen);
}

#[test]
fn glossary() {
    assert_snapshot!(at_questions("glossary-80", 80, 24).press(&["g"]).screen());
    assert_snapshot!(at_questions("glossary-60", 60, 20).press(&["g"]).screen());
    assert_snapshot!(at_questions("glossary-120", 120, 40).press(&["g"]).screen());
}

#[test]
fn too_small() {
    assert_snapshot!(Wizard::new("too-small", 39, 12).screen());
}

#[test]
fn ascii() {
    let folder = at_questions("ascii", 80, 24).folder;
    let mut wizard = Wizard::again(folder, 80, 24, true);
    let screen = wizard.press(&["enter"]).screen();
    assert!(screen.is_ascii(), "{screen}");
    assert_snapshot!(screen);
}
