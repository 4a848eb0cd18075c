//! Everything the program says of its content, said once, as blocks: the front ends and the exports only
//! lay them out.

mod answers;
mod assessment;
mod block;
mod decision;
mod effects;
mod glossary;
mod headline;
mod law;
mod map;
mod obligation;
mod question;
mod reason;
mod rejudged;
mod value;
mod warning;

pub use answers::{
    ToldAnswer, answers_by_section, earlier_answer, laid_aside, limits, origin_line, place, questions_left,
};
pub use assessment::{assessment_name, assessment_state, introduction, listed_name, other_version};
pub use block::{Block, Line, Target};
pub use decision::{decision, decisions, not_safe};
pub use effects::{change, check_answers, effects, moves, offer};
pub use glossary::{GlossaryPart, glossary};
pub use headline::{HeadlineText, headline};
pub use law::{
    official_pages, point_id, point_in_full, point_to_decide, points_heading, safe_side, sides, source, source_in_full,
    source_in_short, turning,
};
pub use map::{branch_leads, branch_left, named_obligations, question_state, settled_counts, settled_lines};
pub use obligation::{due, in_place, kept_lines, obligation};
pub use question::{if_unsure, question_help, who_and_unsure, why_asked, why_asked_by_group};
pub use reason::{below, reason_aside, ruled_out};
pub use rejudged::{rejudged, rejudged_title};
pub use value::{
    any_of, basis, capital, confidence, kind, origin, outcome, people, role, stance, standing, standing_means, taken,
};
pub use warning::{warning_count, warning_lines, warning_points, warnings, warnings_at};

pub use crate::phrase::{answer_text, day_text};
