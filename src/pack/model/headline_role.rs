//! The part that an obligation has in the headline, the short answer to whether such a tool may be used.

use serde::{Deserialize, Serialize};

/// The part of an obligation in the headline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum HeadlineRole {
    /// As long as it is not in place, using the tool must stop.
    Stop {
        /// What to do, after "Stop:"; with `until`, what is to be in place.
        short: String,
        /// What must be so before anything is shared. While it is not known, it counts among what must
        /// be in place first; without `until`, nothing is known of the answer.
        until: Option<String>,
    },
    /// It must be in place before the tool is used.
    Before {
        /// What is to be in place.
        short: String,
    },
    /// It is done while the tool is used.
    Along,
    /// It is done when something happens, such as a breach.
    Event,
    /// It is only to be looked at.
    Look,
}

impl HeadlineRole {
    /// The names of all roles.
    pub const NAMES: [&'static str; 5] = ["stop", "before", "along", "event", "look"];

    /// Returns the name in packs, one of [`HeadlineRole::NAMES`].
    pub fn name(&self) -> &'static str {
        match self {
            Self::Stop { .. } => "stop",
            Self::Before { .. } => "before",
            Self::Along => "along",
            Self::Event => "event",
            Self::Look => "look",
        }
    }

    /// How the headline calls the obligation, if it does.
    pub fn short(&self) -> Option<&str> {
        match self {
            Self::Stop { short, .. } | Self::Before { short } => Some(short),
            Self::Along | Self::Event | Self::Look => None,
        }
    }

    /// What must be so before anything is shared.
    pub fn until(&self) -> Option<&str> {
        match self {
            Self::Stop { until, .. } => until.as_deref(),
            Self::Before { .. } | Self::Along | Self::Event | Self::Look => None,
        }
    }
}
