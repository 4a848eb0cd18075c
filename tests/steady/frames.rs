//! Every screen of every pack, over answers by chance, at every size of a terminal up to 120 x 40.

use std::path::Path;

use obligato::assessment::{Assessment, Entry};
use obligato::pack::Pack;
use obligato::shipped;
use obligato::store::OpenFile;
use obligato::workspace::Setup;

use crate::oracle::tape::quarters;
use crate::steady::chance::{Chance, seed};
use crate::steady::tell;
use crate::store::answer;
use crate::tui::driver::{Wizard, setup};
use crate::tui::sizes::{WAYS, check};

/// How many screens are drawn for each quarter of what is worth looking at, and at how many sizes each.
const SCREENS: u32 = 8;
const SIZES: usize = 48;

/// One more than the largest size.
const WIDTHS: usize = 121;
const HEIGHTS: usize = 41;

/// Shares no factor with the number of sizes, so that steps of it come by each size once before any comes twice.
const STRIDE: usize = 2_003;

/// The keys from a question to the results.
const RESULTS: [&str; 4] = ["tab", "right", "right", "enter"];

/// Answers to the first questions, or to all of them.
fn some_answers(chance: &mut Chance, pack: &Pack) -> Assessment {
    let (count, mut tape) = (chance.pick(pack.question_ids().count() * 2), chance.tape(1_000));
    let answers = pack.question_ids().take(count).map(|id| (id, Entry::new(answer(&mut tape, pack.question(id)))));
    Assessment { answers: answers.collect(), ..Assessment::default() }
}

/// The wizard over these answers, which are not saved yet.
fn open(pack: &'static Pack, answers: Assessment) -> Wizard {
    let folder = Path::new("target/tui/frames");
    let file = OpenFile::new_at(&folder.join("none.json"), "2026-11-24T10:00:00Z", "by a test");
    let setup = Setup { pack, open: Some((file, answers)), ..setup(folder.to_owned()) };
    Wizard::over(setup, folder.to_owned(), 80, 24)
}

#[test]
#[ignore = "for `.ci/steady`, which says for how long and from which seed"]
fn every_screen_of_every_pack_at_every_size() {
    let _ = std::fs::remove_dir_all("target/tui/frames");
    let (mut chance, packs) = (Chance::from(seed()), shipped::all_packs());
    let screens = usize::try_from(quarters() * SCREENS).expect("a count");
    let mut size = chance.pick(WIDTHS * HEIGHTS);
    for at in 0..screens {
        let pack = packs[at % packs.len()].pack();
        let mut wizard = open(pack, some_answers(&mut chance, pack));
        let way = WAYS[chance.pick(WAYS.len())];
        if !way.is_empty() && wizard.screen().contains("Question ") {
            wizard.press(&RESULTS);
        }
        wizard.press(way);
        for _ in 0..SIZES {
            size = (size + STRIDE) % (WIDTHS * HEIGHTS);
            let [width, height] = [size % WIDTHS, size / WIDTHS].map(|it| u16::try_from(it).expect("a size"));
            wizard.resize(width, height);
            if width > 0 && height > 0 {
                check(&mut wizard, width, height);
            } else {
                drop(wizard.screen());
            }
        }
    }
    tell(&format!("frames: {}", screens * SIZES));
}
