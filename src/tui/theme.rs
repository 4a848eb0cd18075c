//! Colors in two steps: a theme is a small palette, and gives each role its style. Screens ask for
//! roles, never for colors, and no role is told by color alone.

use ratatui::style::{Color, Modifier, Style};

/// A set of colors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Colors that can be read on dark and on light grounds.
    Auto,
    /// For dark grounds.
    Dark,
    /// For light grounds.
    Light,
    /// The terminal's own two colors, bold, underlined and reversed.
    HighContrast,
    /// No color at all.
    Mono,
}

/// What it looks like, and whether the mouse is used.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The colors.
    pub theme: Theme,
    /// Whether there are to be colors at all.
    pub color: bool,
    /// Whether clicks and the wheel are taken.
    pub mouse: bool,
}

impl Look {
    /// The colors, or none.
    pub fn theme(self) -> Theme {
        if self.color { self.theme } else { Theme::Mono }
    }
}

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// What is read.
    Body,
    /// A title or a question.
    Strong,
    /// What can be passed over.
    Quiet,
    /// A heading.
    Heading,
    /// The row that the keys act on.
    Focus,
    /// Where one is.
    Here,
    /// The path taken through the interview.
    Path,
    /// Something that needs attention.
    Warning,
    /// Lines between blocks.
    Rule,
}

struct Palette {
    accent: Color,
    quiet: Color,
    warning: Color,
    rule: Color,
}

impl Theme {
    /// All themes.
    pub const ALL: [Self; 5] = {
        // Does not compile without a new theme, which belongs in the list too.
        match Self::Auto {
            Self::Auto | Self::Dark | Self::Light | Self::HighContrast | Self::Mono => {}
        }
        [Self::Auto, Self::Dark, Self::Light, Self::HighContrast, Self::Mono]
    };

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::Mono => "mono",
        }
    }

    /// How text in this role looks.
    pub fn style(self, role: Role) -> Style {
        self.palette().map_or_else(|| without_color(role), |it| with_color(&it, role))
    }

    fn palette(self) -> Option<Palette> {
        let indexed = |accent, quiet, warning, rule| Palette {
            accent: Color::Indexed(accent),
            quiet: Color::Indexed(quiet),
            warning: Color::Indexed(warning),
            rule: Color::Indexed(rule),
        };
        match self {
            Self::Auto => Some(indexed(31, 244, 166, 244)),
            Self::Dark => Some(indexed(79, 248, 215, 240)),
            Self::Light => Some(indexed(24, 240, 130, 250)),
            Self::HighContrast | Self::Mono => None,
        }
    }
}

fn with_color(palette: &Palette, role: Role) -> Style {
    let bold = Style::new().add_modifier(Modifier::BOLD);
    match role {
        Role::Body => Style::new(),
        Role::Strong => bold,
        Role::Quiet => Style::new().fg(palette.quiet),
        Role::Heading | Role::Focus | Role::Here => bold.fg(palette.accent),
        Role::Path => Style::new().fg(palette.accent),
        Role::Warning => bold.fg(palette.warning),
        Role::Rule => Style::new().fg(palette.rule),
    }
}

fn without_color(role: Role) -> Style {
    match role {
        Role::Body | Role::Quiet | Role::Rule => Style::new(),
        Role::Strong | Role::Warning | Role::Heading | Role::Path => Style::new().add_modifier(Modifier::BOLD),
        Role::Focus => Style::new().add_modifier(Modifier::REVERSED),
        Role::Here => Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
    }
}
