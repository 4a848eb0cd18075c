//! A decided legal point: the side, and who took it, when and why.

/// The side that somebody took on an open legal point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The side taken.
    pub side: bool,
    /// When it was taken, as an RFC 3339 time.
    pub at: Option<String>,
    /// Who took it.
    pub author: Author,
}

/// Who decided a legal point, and why, as far as that is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Author {
    /// The person who decided.
    pub by: Option<String>,
    /// The reason.
    pub why: Option<String>,
}

impl Decision {
    /// Creates a decision of which nothing else is known.
    pub fn new(side: bool) -> Self {
        Self { side, at: None, author: Author::default() }
    }

    /// Creates a decision taken at this time.
    pub fn taken_at(side: bool, at: String) -> Self {
        Self { at: Some(at), ..Self::new(side) }
    }

    /// Returns the same decision with another author. A decision of no day is of the day on which
    /// its author is first said, `now`.
    #[must_use]
    pub fn with_author(&self, author: &Author, now: &str) -> Self {
        let author = author.trimmed();
        let at = self.at.clone().or_else(|| (!author.is_empty()).then(|| now.to_owned()));
        Self { side: self.side, at, author }
    }
}

impl Author {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Returns the same with each text trimmed, and blank ones dropped.
    fn trimmed(&self) -> Self {
        let text =
            |field: &Option<String>| field.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        Self { by: text(&self.by), why: text(&self.why) }
    }
}
