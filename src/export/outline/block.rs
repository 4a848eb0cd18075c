//! The pieces of a document.

use std::collections::BTreeSet;

use crate::text;

/// A piece of a document. Its text is raw: the format that draws it escapes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocBlock {
    /// A heading, from level 1.
    Heading(u8, String),
    /// A level 3 heading that links can lead to: its name, then its text.
    Entry(String, String),
    /// A paragraph.
    Text(String),
    /// A label and its content. Points below the first depth that follow belong to it.
    Pair(String, String),
    /// A point of a list, at a depth from 0.
    Point(usize, String),
    /// A point of a list that leads to an entry, by its name.
    Leads(usize, String, String),
    /// A numbered step.
    Step(usize, String),
    /// A label and an address.
    Link(String, String),
    /// A label, and texts that stand one after the other, each leading somewhere or nowhere.
    Run(String, Vec<RunPart>),
    /// A provision in short form: smaller than an entry, and links can lead to it.
    Reference(Reference),
    /// Numbers, each with a label above it.
    Counts(Vec<(String, usize)>),
    /// A table: the column heads, then the rows. The first cell is the head of its row.
    Table(Vec<String>, Vec<TableRow>),
    /// A page break, in formats with pages.
    NewPage,
}

/// What stands between the parts of a [`DocBlock::Run`].
pub const BETWEEN_PARTS: &str = "; ";

/// A part of a [`DocBlock::Run`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunPart {
    /// What it says.
    pub text: String,
    /// The entry that it links to, by its name.
    pub to: Option<String>,
}

/// A provision in short form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The name that links use.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// What it says.
    pub text: String,
    /// Where it can be read, if that is an address.
    pub address: Option<String>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// The entry that the first cell links to.
    pub to: Option<String>,
    /// Its cells.
    pub cells: Vec<String>,
}

impl DocBlock {
    /// Creates a link if `address` is one: no character in it can end it early or turn it into
    /// another address. Otherwise, creates a label with plain text.
    pub fn link(label: String, address: &str) -> Self {
        if is_plain_address(address) {
            Self::Link(label, address.to_owned())
        } else {
            Self::Pair(label, address.to_owned())
        }
    }

    /// Whether this is a label with content.
    pub fn is_labeled(&self) -> bool {
        matches!(self, Self::Pair(..) | Self::Link(..) | Self::Run(..))
    }

    /// Whether this is a point below the first depth, which belongs to the block before it.
    pub fn is_below(&self) -> bool {
        matches!(self, Self::Point(depth, _) | Self::Leads(depth, ..) if *depth > 0)
    }

    /// The name of the entry that it begins, if it does.
    pub fn entry(&self) -> Option<&str> {
        match self {
            Self::Entry(name, _) | Self::Reference(Reference { name, .. }) => Some(name),
            _ => None,
        }
    }

    /// Drops its links to entries that are not among `entries`.
    pub fn keep_links(&mut self, entries: &BTreeSet<String>) {
        match self {
            Self::Leads(depth, to, text) if !entries.contains(to) => *self = Self::Point(*depth, std::mem::take(text)),
            Self::Table(_, rows) => {
                for row in rows {
                    row.to = row.to.take().filter(|to| entries.contains(to));
                }
            }
            Self::Run(_, parts) => {
                for part in parts {
                    part.to = part.to.take().filter(|to| entries.contains(to));
                }
            }
            _ => {}
        }
    }

    /// Escapes every unprintable character.
    #[must_use]
    pub fn shown(self) -> Self {
        let safe = |it: String| text::shown(&it);
        match self {
            Self::Heading(level, text) => Self::Heading(level, safe(text)),
            Self::Entry(name, text) => Self::Entry(name, safe(text)),
            Self::Text(text) => Self::Text(safe(text)),
            Self::Pair(label, text) => Self::Pair(safe(label), safe(text)),
            Self::Point(depth, text) => Self::Point(depth, safe(text)),
            Self::Leads(depth, to, text) => Self::Leads(depth, to, safe(text)),
            Self::Step(number, text) => Self::Step(number, safe(text)),
            Self::Link(label, address) => Self::Link(safe(label), safe(address)),
            Self::Run(label, parts) => {
                let parts = parts.into_iter().map(|part| RunPart { text: safe(part.text), to: part.to });
                Self::Run(safe(label), parts.collect())
            }
            Self::Reference(of) => Self::Reference(Reference {
                title: safe(of.title),
                text: safe(of.text),
                address: of.address.map(safe),
                name: of.name,
            }),
            Self::Counts(counts) => {
                Self::Counts(counts.into_iter().map(|(label, count)| (safe(label), count)).collect())
            }
            Self::Table(head, rows) => {
                let all = |cells: Vec<String>| cells.into_iter().map(safe).collect();
                let rows = rows.into_iter().map(|it| TableRow { to: it.to, cells: all(it.cells) });
                Self::Table(all(head), rows.collect())
            }
            Self::NewPage => Self::NewPage,
        }
    }
}

/// Whether `address` is one: no character in it can end it early or turn it into another address.
pub fn is_plain_address(address: &str) -> bool {
    let begins = address.starts_with("https://") || address.starts_with("http://");
    let plain = |character: char| character.is_ascii_graphic() && !"\"'<>\\^`{|}".contains(character);
    begins && address.chars().all(plain)
}
