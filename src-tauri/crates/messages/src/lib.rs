//! The texts people read, from the Fluent files of `assets/messages`.
//!
//! Code has message ids only. A message that a language lacks falls back to English, and one that is nowhere prints its id,
//! so that nothing is ever silent; a test sees to it that neither happens.

mod reminder;

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use serde_json::Value as Json;
use unic_langid::LanguageIdentifier;

pub use reminder::reminder;

/// A language messages are complete in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Locale {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
    /// Spanish.
    Es,
}

impl Locale {
    /// All of them.
    pub const ALL: [Locale; 3] = [Locale::En, Locale::Fr, Locale::Es];

    /// The BCP 47 code.
    pub const fn code(self) -> &'static str {
        match self {
            Locale::En => "en",
            Locale::Fr => "fr",
            Locale::Es => "es",
        }
    }

    /// Finds a locale by a code such as `fr`, `fr_FR.UTF-8` or `fr-CA`.
    pub fn from_code(code: &str) -> Option<Locale> {
        let language = code
            .split(['-', '_', '.', ':'])
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        Locale::ALL
            .into_iter()
            .find(|locale| locale.code() == language)
    }

    /// The language of the account, where messages are complete in it.
    pub fn of_system() -> Locale {
        ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
            .and_then(|value| Locale::from_code(&value))
            .unwrap_or_default()
    }

    const fn sources(self) -> [&'static str; 2] {
        match self {
            Locale::En => [
                include_str!("../../../../assets/messages/en/core.ftl"),
                include_str!("../../../../assets/messages/en/cli.ftl"),
            ],
            Locale::Fr => [
                include_str!("../../../../assets/messages/fr/core.ftl"),
                include_str!("../../../../assets/messages/fr/cli.ftl"),
            ],
            Locale::Es => [
                include_str!("../../../../assets/messages/es/core.ftl"),
                include_str!("../../../../assets/messages/es/cli.ftl"),
            ],
        }
    }
}

/// The messages of one language, with English behind them.
pub struct Messages {
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Messages {
    /// Reads the messages of a language.
    pub fn new(locale: Locale) -> Messages {
        let mut order = vec![locale];
        if locale != Locale::En {
            order.push(Locale::En);
        }
        Messages {
            bundles: order.into_iter().map(bundle).collect(),
        }
    }

    /// Whether there is a message of this id.
    pub fn has(&self, id: &str) -> bool {
        self.bundles.iter().any(|bundle| bundle.has_message(id))
    }

    /// Writes a message with its parameters, given as a JSON object.
    pub fn text(&self, id: &str, params: &Json) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in params.as_object().into_iter().flatten() {
            let value = match value {
                Json::Number(number) => FluentValue::from(number.as_f64().unwrap_or_default()),
                Json::String(text) => FluentValue::String(Cow::Owned(text.clone())),
                Json::Null => FluentValue::String(Cow::Borrowed("")),
                other => FluentValue::String(Cow::Owned(other.to_string())),
            };
            args.set(name.clone(), value);
        }
        for bundle in &self.bundles {
            if let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) {
                let mut errors = Vec::new();
                return bundle
                    .format_pattern(pattern, Some(&args), &mut errors)
                    .into_owned();
            }
        }
        id.to_owned()
    }

    /// Writes a message that takes no parameters.
    pub fn plain(&self, id: &str) -> String {
        self.text(id, &Json::Null)
    }

    /// The label of a kind of record, singular.
    pub fn kind(&self, kind: &str) -> String {
        self.plain(&format!("kind-{}", dashed(kind)))
    }

    /// The label of a kind's field, with the language in brackets where one is named (`title.fr`).
    pub fn field(&self, kind: &str, field: &str) -> String {
        let (name, language) = field
            .split_once('.')
            .map_or((field, None), |(name, code)| (name, Some(code)));
        let own = format!("field-{}-{}", dashed(kind), dashed(name));
        let label = if self.has(&own) {
            self.plain(&own)
        } else {
            self.plain(&format!("field-{}", dashed(name)))
        };
        match language {
            Some(code) => format!("{label} ({})", self.plain(&format!("language-{code}"))),
            None => label,
        }
    }

    /// The label of a code of a vocabulary; the code itself where an open list has it from a person.
    pub fn code(&self, vocabulary: &str, code: &str) -> String {
        let id = format!("code-{}-{}", dashed(vocabulary), dashed(code));
        if self.has(&id) {
            self.plain(&id)
        } else {
            code.replace('_', " ")
        }
    }
}

fn dashed(name: &str) -> String {
    name.replace('_', "-")
}

fn bundle(locale: Locale) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = locale.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![language]);
    // The isolating marks are for mixed directions on a screen; a terminal shows them as boxes.
    bundle.set_use_isolating(false);
    // Fails only where there are such functions already; the test of every message finds one that is missing.
    let _ = bundle.add_builtins();
    for source in locale.sources() {
        // A message with a mistake is left out here and found by the test that reads every file.
        let resource =
            FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent_bundle::FluentError;
    use fluent_bundle::resolver::ResolverError;
    use fluent_bundle::resolver::errors::ReferenceKind;
    use serde_json::json;

    use super::*;

    fn ids(locale: Locale) -> BTreeSet<String> {
        let mut ids = BTreeSet::new();
        for source in locale.sources() {
            assert!(
                FluentResource::try_new(source.to_owned()).is_ok(),
                "{locale:?} has a message that cannot be read"
            );
            for line in source.lines() {
                if let Some((id, _)) = line.split_once('=')
                    && id.starts_with(|c: char| c.is_ascii_lowercase())
                {
                    assert!(
                        ids.insert(id.trim().to_owned()),
                        "{locale:?} has {id} twice"
                    );
                }
            }
        }
        ids
    }

    #[test]
    fn every_language_has_the_same_messages() {
        for locale in Locale::ALL {
            assert_eq!(ids(locale), ids(Locale::En), "{locale:?}");
        }
    }

    #[test]
    fn every_message_takes_its_parameters() {
        for locale in Locale::ALL {
            let bundle = bundle(locale);
            for id in ids(locale) {
                let pattern = bundle.get_message(&id).and_then(|message| message.value());
                let Some(pattern) = pattern else {
                    panic!("{locale:?} {id} says nothing");
                };
                let mut errors = Vec::new();
                bundle.format_pattern(pattern, None, &mut errors);
                // Nothing was given: only that may be missing.
                let given = |error: &FluentError| {
                    matches!(
                        error,
                        FluentError::ResolverError(ResolverError::Reference(
                            ReferenceKind::Variable { .. }
                        ))
                    )
                };
                let unknown = errors.iter().find(|error| !given(error));
                assert_eq!(unknown, None, "{locale:?} {id}");
            }
        }
    }

    #[test]
    fn labels_fall_back_from_the_kind_to_the_field_and_to_the_code() {
        let messages = Messages::new(Locale::Fr);
        assert_ne!(messages.field("activity", "title.fr"), "title.fr");
        assert_eq!(messages.code("activity_kind", "side_event"), "side event");
        assert_eq!(messages.text("nowhere", &json!({})), "nowhere");
        assert_eq!(Locale::from_code("fr_FR.UTF-8"), Some(Locale::Fr));
        assert_eq!(Locale::from_code("de"), None);
    }
}
