//! Names: their form, their uniqueness, and their meaning.

use std::collections::BTreeSet;

use crate::condition::nearest_name;
use crate::pack::build::builder::PackBuilder;
use crate::pack::fields::SpannedString;
use crate::pack::model::{Kind, NamingQuestions, Pack, QuestionId, SourceId};
use crate::pack::raw::{RawChoice, RawNames, RawPack};

impl PackBuilder<'_> {
    /// Checks that a name of a question, option, fact or reading is well formed.
    pub fn check_name(&mut self, id: &SpannedString) {
        let mut chars = id.text.chars();
        let first = chars.next().is_some_and(|it| it.is_ascii_lowercase());
        if !first
            || !chars.all(|character| character.is_ascii_lowercase() || character.is_ascii_digit() || character == '_')
        {
            let help = "use lowercase letters, digits and `_`, and start with a letter".to_owned();
            self.fault("bad-id", &id.spot, format!("`{}` cannot be a name", id.text), Some(help));
        }
        if matches!(
            id.text.as_str(),
            "unsure" | "none" | "and" | "or" | "not" | "is" | "in" | "has" | "any" | "all" | "always"
        ) {
            let help = "choose another name; the program itself adds \"I don't know\" and \"none of these\", and conditions have words of their own".to_owned();
            self.fault("bad-id", &id.spot, format!("`{}` is a reserved word", id.text), Some(help));
        }
    }

    /// Returns the number of the option called `name`.
    pub fn option_called(&mut self, name: &SpannedString, options: &[RawChoice]) -> Option<usize> {
        let found = options.iter().position(|option| option.id.text == name.text);
        if found.is_none() {
            self.report_unknown(name, "option", options.iter().map(|it| it.id.text.as_str()));
        }
        found
    }

    /// Reports that nothing is called `name`.
    pub fn report_unknown<'n>(&mut self, name: &SpannedString, what: &str, names: impl Iterator<Item = &'n str>) {
        let near = nearest_name(&name.text, names);
        let help = near.map(|it| format!("did you mean `{it}`?"));
        self.fault("unknown-name", &name.spot, format!("there is no {what} `{}`", name.text), help);
    }

    /// Returns the questions that name an assessment, which a line of text answers.
    pub fn naming_questions(&mut self, raw: &RawNames, pack: &Pack) -> NamingQuestions {
        let mut question = |name: &Option<SpannedString>| self.text_question(name.as_ref()?, pack);
        NamingQuestions {
            tool: question(&raw.tool),
            vendor: question(&raw.vendor),
            business: question(&raw.business),
            answered_by: question(&raw.answered_by),
        }
    }

    fn text_question(&mut self, name: &SpannedString, pack: &Pack) -> Option<QuestionId> {
        let Some(id) = pack.question_by_id(&name.text) else {
            self.report_unknown(name, "question", pack.questions.iter().map(|it| it.id.as_str()));
            return None;
        };
        if !matches!(pack.question(id).kind, Kind::Text) {
            let help = "name a question of kind `text`".to_owned();
            self.fault("wrong-kind", &name.spot, format!("`{}` is not a text question", name.text), Some(help));
        }
        Some(id)
    }

    /// Returns the numbers of the sources with these names.
    pub fn sources_of(&mut self, names: &[SpannedString]) -> Vec<SourceId> {
        let mut found = Vec::new();
        for name in names {
            if let Some(&id) = self.source_ids.get(&name.text) {
                found.push(id);
                continue;
            }
            let ids: Vec<String> = self.source_ids.keys().cloned().collect();
            self.report_unknown(name, "source", ids.iter().map(String::as_str));
        }
        found
    }

    /// Checks that names are well formed, and unique among questions, facts and readings.
    pub fn unique_names(&mut self, raw: &RawPack) {
        let questions = raw.sections.iter().flat_map(|it| &it.questions).map(|it| &it.id);
        let names = questions.chain(raw.facts.iter().map(|it| &it.id)).chain(raw.readings.iter().map(|it| &it.id));
        let names: Vec<&SpannedString> = names.filter(|name| !name.text.is_empty()).collect();
        for name in names {
            self.check_name(name);
            if let Some(first) = self.names.insert(name.text.clone(), name.spot.clone()) {
                let first = self.files.place(&first);
                let help = format!("the other is at {}:{}", first.file, first.line);
                self.fault("duplicate-id", &name.spot, format!("the name `{}` is used twice", name.text), Some(help));
            }
        }
    }

    /// Checks that ids of obligations are well formed and unique.
    pub fn obligation_ids(&mut self, raw: &RawPack) {
        let mut seen = BTreeSet::new();
        for obligation in raw
            .groups
            .iter()
            .flat_map(|(_, group)| &group.obligations)
            .filter(|obligation| !obligation.id.text.is_empty())
        {
            let id = &obligation.id;
            if !is_obligation_id(&id.text) {
                let help = "write it like `CON-1`".to_owned();
                self.fault("bad-id", &id.spot, format!("`{}` cannot be the id of an obligation", id.text), Some(help));
            }
            if !seen.insert(&id.text) {
                self.fault("duplicate-id", &id.spot, format!("there are two obligations called `{}`", id.text), None);
            }
        }
    }
}

/// Whether `id` is capital letters, a dash and digits.
pub fn is_obligation_id(id: &str) -> bool {
    id.split_once('-').is_some_and(|(letters, digits)| {
        let made_of = |part: &str, fits: fn(&char) -> bool| !part.is_empty() && part.chars().all(|it| fits(&it));
        made_of(letters, char::is_ascii_uppercase) && made_of(digits, char::is_ascii_digit)
    })
}
