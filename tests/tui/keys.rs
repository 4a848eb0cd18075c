//! What keys do, and what they must not do.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use insta::assert_snapshot;
use obligato::assessment::{Author, Basis, Decision, Origin};
use obligato::store::{self, Against, AnswerFile, Stamp};
use obligato::tui::LoopAction;

use crate::tui::driver::{PACK, RECORD, SHOP, TODAY, Wizard, of};

fn at_questions(name: &str) -> Wizard {
    let mut wizard = Wizard::new(name, 80, 24);
    wizard.press(&["enter"]).press(RECORD).holds("Question 6");
    wizard
}

#[test]
fn escape_goes_one_step_back_and_keeps_the_answer() {
    let mut wizard = at_questions("esc");
    wizard.press(&["y"]).holds("Question 7");
    wizard.press(&["esc"]).holds("Question 6").holds("> (x) 1  Yes");
    wizard.press(&["esc"]).holds("Question 5").holds("> Maria Lopez, owner");
    wizard.press(&["esc", "esc", "esc", "esc"]).holds("Question 1").holds("> Chatterbox");
    wizard.press(&["esc"]).holds("Your assessments").holds("> Chatterbox, from Acme Inc.");
    assert_eq!(wizard.take(&of(KeyCode::Esc)), LoopAction::Leave);
}

/// However much has come, it is drawn in between.
#[test]
fn what_waits_is_taken_until_the_time_has_come_to_draw() {
    let mut wizard = at_questions("waits");
    let mut waiting: VecDeque<Event> = [KeyCode::Down, KeyCode::Up].map(of).into();
    assert_eq!(wizard.app.take_all(&mut waiting, Instant::now()), LoopAction::Nothing);
    assert_eq!(waiting.len(), 2);
    wizard.app.take_all(&mut waiting, Instant::now() + Duration::from_secs(60));
    assert!(waiting.is_empty());
}

#[test]
fn enter_on_the_marked_answer_goes_on() {
    let mut wizard = at_questions("again");
    wizard.press(&["n", "esc", "enter"]).lacks("Question 6");
}

#[test]
fn a_paste_never_answers_and_never_moves_on() {
    let mut wizard = at_questions("paste");
    let before = wizard.screen();
    assert_eq!(wizard.press(&["paste:y\ny\n1\n"]).screen(), before);
    let mut wizard = Wizard::new("paste-text", 80, 24);
    wizard.press(&["enter", "paste:Chatter\r\nbox\u{202e}\n"]).holds("> Chatter box").holds("Question 1");
}

#[test]
fn nothing_ticked_is_not_none() {
    let mut wizard = at_questions("none");
    wizard.press(&["y", "y", "enter"]).holds("Nothing is marked yet.");
    wizard.press(&["end", "up", "up", "enter"]).lacks("Nothing is marked yet.").lacks("Which of these can");
}

#[test]
fn what_cannot_be_read_says_what_to_type() {
    let mut wizard = Wizard::new("entry", 80, 24);
    wizard.press(&["enter", "enter"]).holds("Type a few words first");
    wizard.press(&["type:x"]).lacks("Type a few words first");
    wizard.press(&["backspace", "down", "enter"]).holds("Question 2");
}

#[test]
fn a_date_is_echoed_in_words() {
    let mut wizard = at_questions("date");
    wizard.press(&["y", "y", "1", "enter", "n", "n", "1", "n", "3", "4", "1", "n", "n", "1", "1"]);
    wizard.holds("On which day did you discover");
    wizard.press(&["type:7/4/2026"]).holds("That is July 4, 2026.");
    wizard.press(&["type:0", "enter"]).holds("Type a date such as 07/31/2026 or 2026-07-31.");
    wizard.press(&["backspace", "enter"]).lacks("On which day");
}

#[test]
fn a_day_that_is_still_to_come_is_questioned() {
    let mut wizard = at_questions("to-come");
    wizard.press(&["y", "y", "1", "enter", "n", "n", "1", "n", "3", "4", "1", "n", "n", "1", "1"]);
    wizard.press(&["type:11/25/2026", "enter"]).holds("That date is in the future: today is November 24, 2026.");
    wizard.press(&["backspace", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace"]);
    wizard.press(&["type:4/2026", "enter"]).lacks("On which day did you discover");
}

#[test]
fn digits_and_letters_outside_the_options_do_nothing() {
    let mut wizard = at_questions("digits");
    wizard.press(&["4", "0", "x"]).holds("Question 6");
    wizard.press(&["1"]).holds("Question 7");
}

#[test]
fn rows_past_the_ninth_are_picked_by_letters() {
    let mut wizard = at_questions("letters");
    wizard.press(&["y", "y", "end"]).holds("[ ] 9  I don't know").press(&["9"]).holds("[x] 9  I don't know");
    let mut wizard = at_questions("more-letters");
    wizard.press(&SHOP[..SHOP.len() - 6]).holds("Payment card numbers");
    wizard.press(&["1", "a", "end"]).holds("[x] a  Not sure about the rest").holds("[ ] b  I don't know");
    wizard.press(&["B"]).holds("[ ] a  Not sure").holds("[x] b  I don't know").press(&["c"]).holds("[x] b");
    let mut wizard = at_questions("exact-keys");
    wizard.press(&["esc", "esc", "esc", "esc"]).holds("1-7 pick");
}

#[test]
fn the_words_open_from_anywhere_and_lead_back() {
    let mut wizard = Wizard::new("words", 80, 24);
    wizard.press(&["g"]).holds("All words").press(&["esc"]).holds("Start a new assessment");
    wizard
        .press(&["enter", "type:g"])
        .holds("> g")
        .press(&["f2"])
        .holds("Words explained")
        .press(&["esc"])
        .holds("> g");
    wizard.press(&["down", "type:?g"]).holds("> g?g");
    let mut wizard = at_questions("words-everywhere");
    wizard.press(&["g"]).holds("* The Act").press(&["?"]).holds("Keys that work here");
    wizard.press(&["g"]).holds("Words on the page").press(&["g"]).holds("Question 6");
    wizard.press(&["?", "g", "?"]).holds("About this question").press(&["esc"]).holds("Question 6");
    wizard.press(SHOP).press(&["g"]).holds("* Covered entity").press(&["esc"]).holds("[To do 7]");
    wizard.press(&["tab", "f2"]).holds("* Covered entity").press(&["esc"]).holds("[Results]");
}

#[test]
fn a_question_is_changed_from_the_map_and_the_map_follows() {
    let mut wizard = at_questions("map");
    wizard.press(&["y", "y", "1", "enter", "tab", "end", "enter"]).holds("[Map]").holds("> ◆ Are all of those items");
    wizard.press(&["up", "up", "enter"]).holds("Answer one question").holds("> (x) 1  Yes");
    wizard.press(&["n"]).holds("> Change the answer").press(&["enter"]).holds("[Map]");
    wizard.holds("Your answer: No. It settled: 10 ruled out").holds("· Not needed: Are all of those items");
    // What is not needed says why, and leads to the answer that made it so.
    wizard.press(&["down", "down", "enter"]).holds("Why it is not needed").holds("Are people's first name");
    wizard.press(&["down", "down", "enter"]).holds("Answer one question").holds("> (x) 2  No");
    wizard.press(&["y"]).press(&["enter"]).holds("Asked next.").press(&["esc"]).holds("> ◆ Are all of those items");
    wizard.press(&["g"]).holds("Words explained").press(&["esc"]).holds("[Map]");
    wizard.press(&["enter", "y"]).holds("[Map]").holds("Your answer: Yes. It settled: 5 ruled out");
    wizard.press(&["esc"]).holds("[Questions]");
}

#[test]
fn a_key_that_comes_up_is_not_pressed() {
    let mut wizard = at_questions("release");
    let before = wizard.screen();
    let release = KeyEvent { kind: KeyEventKind::Release, ..KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE) };
    wizard.take(&Event::Key(release));
    assert_eq!(wizard.screen(), before);
}

/// In the smallest window too, one sees what is asked, whichever option is in focus.
#[test]
fn the_question_stays_in_sight() {
    let mut wizard = at_questions("in_sight");
    wizard.resize(40, 12);
    for _ in 0..3 {
        wizard.holds("Will the tool handle").press(&["down"]);
    }
}

#[test]
fn a_change_can_be_refused_and_taken_back() {
    let mut wizard = at_questions("undo");
    wizard.press(SHOP).holds("[To do 7]");
    wizard.press(&["tab", "left", "enter"]).holds("Undo the last change");
    wizard.press(&["home", "down", "down", "down", "down", "down", "down", "enter"]).holds("Answer one question");
    wizard.press(&["n"]).holds("7 results would change").holds("> Change the answer");
    wizard.press(&["pgdn"]).holds("would be set aside");
    wizard.press(&["esc"]).holds("(x) 1  Yes");
    wizard.press(&["n", "enter"]).holds("Set aside because of your other answers");
    wizard.press(&["home", "enter"]).lacks("Set aside because");
    wizard.press(&["tab", "right", "enter"]).holds("[To do 7]");
}

#[test]
fn the_cursor_stands_on_the_focused_item() {
    let mut wizard = at_questions("cursor");
    for key in ["down", "down", "up"] {
        wizard.press(&[key]);
        let screen = wizard.screen();
        let (x, y) = wizard.cursor();
        let row: Vec<char> = screen.lines().nth(y.into()).unwrap_or_default().chars().collect();
        assert_eq!(row.get(usize::from(x)), Some(&'>'), "{screen}");
    }
}

#[test]
fn counts_add_up_to_every_obligation() {
    let mut wizard = at_questions("counts");
    for keys in [&["y"][..], &["y"], &["end", "enter"], &["end", "enter"]] {
        wizard.press(keys).press(&["tab", "right", "right", "enter"]);
        let screen = wizard.screen();
        let tabs = screen.lines().find(|it| it.contains("To do ")).expect("tabs");
        let numbers = tabs.split(|it: char| !it.is_ascii_digit()).filter_map(|it| it.parse::<usize>().ok());
        assert_eq!(numbers.sum::<usize>(), crate::tui::driver::PACK.obligations.len(), "{tabs}");
        wizard.press(&["esc"]);
    }
}

#[test]
fn a_file_of_another_version_offers_to_be_judged_anew() {
    let mut wizard = at_questions("anew");
    let path = wizard.folder.join("chatterbox.json");
    wizard.press(&["tab", "home", "enter"]).holds("Your assessments");
    let text = std::fs::read_to_string(&path).expect("answers");
    let old =
        text.replace(&format!("\"version\": \"{}\"", obligato::shipped::pack().version), "\"version\": \"0.9.0\"");
    assert_ne!(text, old);
    std::fs::write(&path, &old).expect("answers");
    wizard.press(&["enter"]).holds("was made with another version");
    wizard.press(&["esc"]).holds("Your assessments");
    assert_eq!(std::fs::read_to_string(&path).expect("answers"), old);
    wizard.press(&["enter"]).holds("> Work out the results again");
    wizard.press(&["enter"]).holds("rules of version 0.9.0 are not kept").holds("> Go on");
    wizard.press(&["enter"]).holds("Question 6");
}

#[test]
fn a_file_that_is_open_elsewhere_says_by_whom() {
    let mut first = at_questions("held");
    let mut second = Wizard::again(first.folder.clone(), 80, 24, false);
    second.press(&["enter"]).holds("is open elsewhere: by a test");
    first.press(&["tab", "home", "enter"]).holds("Your assessments");
    second.press(&["down", "enter"]).holds("Question 6");
}

/// In a low window too: the reason stands below the name, and the next Enter opens no other assessment.
#[test]
fn the_cursor_stays_with_an_assessment_that_does_not_open() {
    let first = at_questions("held-second");
    let text = std::fs::read_to_string(first.folder.join("chatterbox.json")).expect("answers");
    let newer = text
        .replace("Chatterbox", "Newer tool")
        .replace("\"updated\": \"2026-11-24T10", "\"updated\": \"2026-11-24T11");
    assert_ne!(text, newer);
    std::fs::write(first.folder.join("newer.json"), newer).expect("answers");
    let mut second = Wizard::again(first.folder.clone(), 60, 20, false);
    second.holds("> Newer tool");
    for _ in 0..2 {
        second.press(&["down", "enter"]).holds("> Chatterbox").holds("close it there first");
    }
}

/// A business associate's answers, written as a file, opened at its results.
#[test]
fn counsel_takes_a_side_and_is_led_to_where_the_duty_stands_now() {
    let mut wizard = Wizard::new("point", 80, 24);
    let record = std::fs::read_to_string("tests/reports/business-associate.json").expect("a record");
    let assessment = store::read_record(&record, "record", &Against::new(&PACK, TODAY)).expect("a good record");
    let now = "2026-11-24T10:00:00Z".to_owned();
    let file = AnswerFile { stamp: Stamp::from_pack(&PACK), created: now.clone(), updated: now, assessment };
    std::fs::create_dir_all(&wizard.folder).expect("a folder");
    std::fs::write(wizard.folder.join("acme.json"), store::write_answers(&file, &PACK, &[])).expect("a file");
    wizard = Wizard::again(wizard.folder, 80, 24, false);
    let to_open = ["enter", "tab", "right", "right", "enter", "right", "right"];
    wizard.press(&to_open).holds("[Open").holds("> Put a security clause").press(&["enter"]);
    for text in ["Why it counts as in place", "open the point"] {
        for _ in 0..30 {
            if !wizard.screen().contains(text) {
                wizard.press(&["down"]);
            }
        }
        wizard.holds(text);
    }
    wizard.holds("open the point").press(&["enter"]).holds("(x) Leave it open");
    wizard.press(&["down", "down", "enter"]).holds("Who decided it, and why").holds("decided as no");
    // In a field, letters and `?` are text. What is typed is saved with the decision.
    wizard.press(&["type:Ann Lee?", "backspace", "enter", "type:57-12C-8 says so"]);
    assert_snapshot!("who_decided", wizard.screen());
    wizard.resize(60, 20);
    assert_snapshot!("who_decided_small", wizard.screen());
    wizard.resize(80, 24);
    wizard.press(&["enter"]).holds("Put a security clause").holds("In place · duty").holds("Saved");
    wizard.resize(80, 60);
    wizard.press(&["pgdn", "pgdn"]).holds("Legal points decided here").holds("Decided by: Ann Lee, November 24, 2026");
    wizard.press(&["end"]);
    while !wizard.screen().contains("open the point") {
        wizard.press(&["up"]);
    }
    // The point tells who decided it; the other side is not the safe one, and has no author yet.
    wizard.press(&["enter"]).holds("Business associates").resize(80, 24);
    wizard.press(&["end"]);
    assert_snapshot!("a_decided_point", wizard.screen());
    wizard.resize(60, 20);
    assert_snapshot!("a_decided_point_small", wizard.screen());
    wizard.resize(80, 24);
    wizard.press(&["home", "down", "enter"]).holds("This is not the safe side.").lacks("Ann Lee").press(&["esc"]);
    wizard.press(&["tab", "left", "enter", "home"]).holds("or who made it: Business");
    wizard.press(&["enter"]).holds("Saved");
    let id = PACK.reading_by_id("associate_exempt").expect("a point");
    let author = Author { by: Some("Ann Lee".to_owned()), why: Some("57-12C-8 says so".to_owned()) };
    let decided = Decision { side: false, at: Some("2026-11-24T10:00:00Z".to_owned()), author };
    assert_eq!(wizard.answers().readings.get(&id), Some(&decided));
}

/// What is said of where the answer to the sixth question comes from.
fn origin(wizard: &Wizard) -> Origin {
    let id = PACK.question_by_id("nm_resident").expect("a question");
    wizard.answers().answers[&id].origin.clone()
}

#[test]
fn where_an_answer_comes_from_is_said_from_its_question() {
    let mut wizard = at_questions("origin");
    wizard.lacks("where this comes from").press(&["y", "esc"]).holds("Add where this comes from, or a note");
    wizard.press(&["4"]).holds("Question 6").press(&["end", "enter"]).holds("Where an answer comes from");
    wizard.press(&["3"]).holds("(x) 3  The vendor says so").holds("Saved");
    assert_eq!(origin(&wizard), Origin { basis: Some(Basis::Vendor), ..Origin::default() });
    // In a field digits, `w`, `?` and `g` are text, and so is what is pasted.
    wizard.press(&["tab", "type:1w?g", "tab", "paste:y\r\np. 4\u{202e}\u{1b}[2J\n"]).holds("> y p. 4[2J");
    let want = Origin {
        basis: Some(Basis::Vendor),
        by: Some("1w?g".to_owned()),
        evidence: Some("y p. 4[2J".to_owned()),
        note: None,
    };
    assert_eq!(origin(&wizard), want);
    wizard.press(&["enter", "type:again", "enter"]).holds("Question 6").holds("(x) 1  Yes");
    wizard.holds("the vendor says so: 1w?g, November 24, 2026;");
    // A paste where nothing is typed does nothing.
    let before = wizard.press(&["enter"]).holds("> (x) 3").screen();
    assert_eq!(wizard.press(&["paste:1"]).screen(), before);
}

#[test]
fn fields_can_be_cleared_and_what_it_rests_on_too() {
    let mut wizard = at_questions("origin-clear");
    wizard
        .press(&["y", "esc", "end", "enter", "1", "tab", "type:Ann", "esc"])
        .holds("Where it comes from: first-hand knowledge: Ann");
    wizard
        .press(&["enter", "6", "tab", "backspace", "backspace", "backspace", "esc"])
        .holds("Add where this comes from");
    assert_eq!(origin(&wizard), Origin::default());
    wizard.press(&["esc"]).holds("Question 5");
}

#[test]
fn another_answer_drops_where_the_old_one_came_from_but_not_the_note() {
    let mut wizard = at_questions("origin-change");
    wizard.press(&["y", "esc", "end", "enter", "1", "tab", "type:Ann", "backtab", "backtab", "type:x", "esc"]);
    wizard
        .holds("Where it comes from: first-hand knowledge: Ann, November 24, 2026; note: x")
        .press(&["y", "esc"])
        .holds("Where it comes from: first-hand knowledge: Ann");
    wizard.press(&["3", "esc"]).lacks("Ann").holds("Note: x");
    assert_eq!(origin(&wizard), Origin { note: Some("x".to_owned()), ..Origin::default() });
    wizard.press(&["tab", "right", "enter", "home"]).holds("It was your answer to: Will the tool handle");
    wizard.press(&["enter", "end"]).holds("Where it comes from: first-hand knowledge: Ann, November 24, 2026; note:");
    wizard.press(&["home"]).holds("It was where your answer comes from").press(&["enter", "end"]).lacks("Ann");
    assert_eq!(origin(&wizard), Origin::default());
}

#[test]
fn a_checked_paper_stays_what_an_answer_rests_on() {
    let mut wizard = at_questions("origin-check");
    wizard.press(&["y", "esc", "end", "enter", "1", "esc", "tab", "home", "enter"]).holds("Your assessments");
    let path = wizard.folder.join("chatterbox.json");
    let answers = std::fs::read_to_string(&path).expect("answers");
    let checked = answers.replace("\"basis\": \"own\"", "\"basis\": \"check\"");
    assert_ne!(answers, checked);
    std::fs::write(&path, checked).expect("answers");
    wizard.press(&["enter", "esc", "end", "enter"]).holds("> (x) 6  A document check in this program");
    wizard.press(&["tab", "type:Ann"]).pause();
    assert_eq!(origin(&wizard), Origin { basis: Some(Basis::Check), by: Some("Ann".to_owned()), ..Origin::default() });
}

#[test]
fn ticks_that_are_not_confirmed_outlast_the_origin() {
    let mut wizard = at_questions("origin-ticks");
    wizard.press(&["y", "y", "1", "enter", "esc"]).holds("[x] 1").press(&["2"]).holds("[x] 2");
    wizard
        .press(&["end", "space"])
        .holds("Where an answer comes from")
        .press(&["esc", "home"])
        .holds("[x] 1")
        .holds("[x] 2");
    wizard.press(&["end", "enter", "esc", "home"]).holds("[x] 2");
}

#[test]
fn a_long_list_of_assessments_is_read_as_one_goes_along_it() {
    let mut wizard = at_questions("long-list");
    let path = wizard.folder.join("chatterbox.json");
    let text = std::fs::read_to_string(&path).expect("answers");
    for at in 10..50 {
        let other =
            text.replace("Chatterbox", &format!("Tool {at}")).replace("\"updated\": \"2026", "\"updated\": \"2025");
        std::fs::write(wizard.folder.join(format!("tool-{at}.json")), other).expect("answers");
    }
    wizard.press(&["tab", "home", "enter"]).holds("> Chatterbox").holds("36 more below");
    for (key, holds) in [
        ("down", ["> Tool 10", "36 more below"]),
        ("pgdn", ["> Tool 15", "more above"]),
        ("end", ["> Tool 49", "more above"]),
        ("home", ["> Start a new assessment", "36 more below"]),
    ] {
        wizard.press(&[key]).holds(holds[0]).holds(holds[1]);
    }
    wizard.press(&["end", "enter"]).holds("Question 6");
    let mut wizard = Wizard::again(wizard.folder.clone(), 80, 24, false);
    wizard.resize(80, 200);
    wizard.holds("Tool 49").lacks("more below");
}
