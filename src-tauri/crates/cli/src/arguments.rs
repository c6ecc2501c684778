//! The words of a command: options anywhere, "--" ends them.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

use domain::nearest::nearest;
use lexopt::Arg;
use messages::{Locale, Messages};
use serde_json::json;

use crate::failure::Failure;

/// A command, as it can be given.
pub struct Verb {
    /// Its name.
    pub name: &'static str,
    /// The arguments it needs, as its usage names them.
    pub needs: &'static [&'static str],
    /// How many more it takes.
    pub more: usize,
    /// Its own options.
    pub options: &'static [&'static str],
}

const ANY: usize = usize::MAX;

const fn verb(
    name: &'static str,
    needs: &'static [&'static str],
    more: usize,
    options: &'static [&'static str],
) -> Verb {
    Verb {
        name,
        needs,
        more,
        options,
    }
}

/// Every command, in the order help shows them.
pub const VERBS: &[Verb] = &[
    verb("init", &[], 0, &["empty", "person", "organisation"]),
    verb(
        "list",
        &["KIND"],
        0,
        &[
            "where", "sort", "limit", "offset", "deleted", "on", "known", "private",
        ],
    ),
    verb("show", &["KIND", "KEY"], 0, &["known", "private"]),
    verb("add", &["KIND"], ANY, &["reason"]),
    verb("set", &["KIND", "KEY"], ANY, &["reason"]),
    verb("delete", &["KIND", "KEY"], 0, &["reason"]),
    verb("undelete", &["KIND", "KEY"], 0, &["reason"]),
    verb("erase", &["PERSON"], 0, &["dry-run", "reason"]),
    verb("search", &["TEXT"], ANY, &["kind", "limit"]),
    verb(
        "history",
        &[],
        2,
        &[
            "by", "kind", "where", "group", "origin", "from", "to", "before", "limit", "private",
        ],
    ),
    verb("compare", &["D1", "D2"], 0, &["private"]),
    verb("undo", &[], 1, &["reason"]),
    verb("redo", &[], 0, &["reason"]),
    verb("verify", &[], 0, &[]),
    verb("digest", &[], 0, &[]),
    verb("overview", &[], 0, &[]),
    verb("check", &[], 0, &["kind"]),
    verb("round", &["open|close|status"], ANY, &["reason"]),
    verb("carry-forward", &["FROM", "TO"], ANY, &["reason"]),
    verb("duplicates", &[], 1, &[]),
    verb("join", &["A", "B"], ANY, &["reason"]),
    verb("unjoin", &["A"], 0, &["reason"]),
    verb("backup", &[], 1, &[]),
    verb("backups", &[], 0, &[]),
    verb("recover", &["FILE"], 0, &[]),
    verb("sample", &["FILE"], 0, &["size", "seed"]),
    verb(
        "pack",
        &["FILE"],
        0,
        &["all", "for", "private", "passphrase-file"],
    ),
    verb("merge", &["FILE"], ANY, &["dry-run", "passphrase-file"]),
    verb("sync", &["FOLDER"], 0, &["passphrase-file"]),
    verb("conflicts", &[], 0, &["type"]),
    verb("settle", &[], 2, &["all", "type", "reason"]),
    verb("sites", &[], 0, &[]),
    verb("waiting", &[], 0, &[]),
    verb("dismiss", &["SITE"], 0, &[]),
    verb("set-back", &[], 0, &[]),
    verb("help", &[], 1, &[]),
];

/// Options of every command.
pub const COMMON: &[&str] = &["store", "json", "lang", "as"];

/// Options that stand alone; all others take a value.
const FLAGS: &[&str] = &[
    "json", "empty", "deleted", "private", "all", "dry-run", "help", "version",
];

/// A command line that was understood.
pub struct Arguments {
    /// The store.
    pub store: PathBuf,
    /// The language of messages and labels.
    pub locale: Locale,
    /// In whose name changes are made.
    pub person: Option<String>,
    /// The command.
    pub verb: &'static Verb,
    /// Its arguments.
    pub words: Vec<String>,
    options: BTreeMap<String, Vec<String>>,
}

/// Whether `--json` is among the words, also where they make no command.
pub fn wants_json(given: &[OsString]) -> bool {
    given
        .iter()
        .take_while(|word| *word != "--")
        .any(|word| word == "--json")
}

impl Arguments {
    /// Reads the words of a command line.
    ///
    /// # Errors
    /// Says which word is wrong, in the language that was asked for.
    pub fn read(given: Vec<OsString>) -> Result<Arguments, (Locale, Failure)> {
        let mut parser = lexopt::Parser::from_args(given);
        let mut options: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut words: Vec<String> = Vec::new();
        let mut locale = Locale::of_system();
        let mut wrong: Option<Failure> = None;
        let mut note = |failure: Failure| {
            wrong.get_or_insert(failure);
        };
        loop {
            let (name, value) = match parser.next() {
                Ok(None) => break,
                Ok(Some(Arg::Value(word))) => {
                    words.push(word.to_string_lossy().into_owned());
                    continue;
                }
                Ok(Some(Arg::Short(letter))) => (format!("-{letter}"), None),
                Ok(Some(Arg::Long(name))) => (name.to_owned(), Some(())),
                Err(error) => {
                    note(Failure::usage(
                        "unknown_option",
                        json!({"verb": "workstreams", "value": error.to_string()}),
                    ));
                    break;
                }
            };
            let is_known = COMMON.contains(&name.as_str())
                || FLAGS.contains(&name.as_str())
                || VERBS
                    .iter()
                    .any(|verb| verb.options.contains(&name.as_str()));
            if value.is_none() || !is_known {
                let shown = if value.is_none() {
                    name.clone()
                } else {
                    format!("--{name}")
                };
                note(unknown_option(&words, &shown));
                let _ = parser.optional_value();
                continue;
            }
            let value = if FLAGS.contains(&name.as_str()) {
                String::new()
            } else {
                match parser.value() {
                    Ok(value) => value.to_string_lossy().into_owned(),
                    Err(_) => {
                        note(missing(&words, &format!("--{name}")));
                        break;
                    }
                }
            };
            if name == "lang" {
                match Locale::from_code(&value) {
                    Some(known) if known.code() == value.to_ascii_lowercase() => locale = known,
                    _ => note(
                        Failure::usage("bad_language", json!({"value": value}))
                            .with_candidates(vec!["en".into(), "fr".into(), "es".into()]),
                    ),
                }
            }
            options.entry(name).or_default().push(value);
        }
        if let Some(failure) = wrong {
            return Err((locale, failure));
        }
        Arguments::check(locale, options, words).map_err(|failure| (locale, failure))
    }

    fn check(
        locale: Locale,
        options: BTreeMap<String, Vec<String>>,
        mut words: Vec<String>,
    ) -> Result<Arguments, Failure> {
        if options.contains_key("help") || options.contains_key("version") {
            words.insert(
                0,
                if options.contains_key("version") {
                    "version"
                } else {
                    "help"
                }
                .to_owned(),
            );
        }
        if words.is_empty() {
            let usage = Messages::new(locale).plain("help-form");
            let params = json!({"verb": "workstreams", "name": "VERB", "usage": usage});
            let names = VERBS.iter().map(|verb| verb.name.to_owned()).collect();
            return Err(Failure::usage("missing_argument", params).with_candidates(names));
        }
        let name = words.remove(0);
        let is_version = name == "version";
        let wanted = if is_version { "help" } else { name.as_str() };
        let Some(verb) = VERBS.iter().find(|verb| verb.name == wanted) else {
            let names = nearest(&name, VERBS.iter().map(|verb| verb.name));
            return Err(
                Failure::usage("unknown_verb", json!({"value": name})).with_candidates(names)
            );
        };
        let is_taken = |option: &str| {
            COMMON.contains(&option)
                || verb.options.contains(&option)
                || matches!(option, "help" | "version")
        };
        if let Some(option) = options.keys().find(|option| !is_taken(option)) {
            return Err(unknown_option(&[name], &format!("--{option}")));
        }
        if is_version {
            words = vec!["--version".into()];
        }
        let all = std::iter::once(&name)
            .chain(&words)
            .cloned()
            .collect::<Vec<_>>();
        if let Some(needed) = verb.needs.get(words.len()) {
            return Err(missing(&all, needed));
        }
        if let Some(extra) = words.get(verb.needs.len().saturating_add(verb.more)) {
            let usage = Messages::new(locale).plain(&format!("verb-{}-usage", verb.name));
            let params = json!({"verb": verb.name, "value": extra, "usage": usage});
            return Err(Failure::usage("extra_argument", params));
        }
        let last = |name: &str| options.get(name).and_then(|values| values.last()).cloned();
        Ok(Arguments {
            store: last("store")
                .map_or_else(|| store::user_folder().join("network.store"), PathBuf::from),
            locale,
            person: last("as"),
            verb,
            words,
            options,
        })
    }

    /// Whether an option stands there.
    pub fn has(&self, option: &str) -> bool {
        self.options.contains_key(option)
    }

    /// The value of an option, the last one given.
    pub fn option(&self, option: &str) -> Option<&str> {
        self.options
            .get(option)
            .and_then(|values| values.last())
            .map(String::as_str)
    }

    /// All values of an option.
    pub fn every(&self, option: &str) -> &[String] {
        self.options.get(option).map_or(&[], Vec::as_slice)
    }

    /// The value of an option that is a whole number.
    ///
    /// # Errors
    /// Where it is none.
    pub fn number(&self, option: &str) -> Result<Option<u64>, Failure> {
        self.option(option)
            .map(|value| {
                value.parse().map_err(|_| {
                    Failure::usage("bad_number", json!({"value": value, "field": format!("--{option}"), "expects": "integer"}))
                })
            })
            .transpose()
    }
}

fn unknown_option(words: &[String], option: &str) -> Failure {
    let verb = VERBS
        .iter()
        .find(|verb| words.first().is_some_and(|word| word == verb.name));
    let names: Vec<String> = COMMON
        .iter()
        .chain(verb.map_or(&[][..], |verb| verb.options))
        .map(|name| format!("--{name}"))
        .collect();
    let params = json!({"verb": verb.map_or("workstreams", |verb| verb.name), "value": option});
    Failure::usage("unknown_option", params)
        .with_candidates(nearest(option, names.iter().map(String::as_str)))
}

fn missing(words: &[String], name: &str) -> Failure {
    let verb = words.first().map_or("workstreams", String::as_str);
    let usage = Messages::new(Locale::of_system()).plain(&format!("verb-{verb}-usage"));
    Failure::usage(
        "missing_argument",
        json!({"verb": verb, "name": name, "usage": usage}),
    )
}
