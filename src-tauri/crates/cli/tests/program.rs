//! The program helps with each of its verbs, in each language.
//!
//! Cargo builds a program before the tests of its own crate, so that those that try it from outside try what was written.

#![allow(clippy::unwrap_used)]

use std::process::Command;

fn help(verb: &[&str], language: &str) -> String {
    let told = Command::new(env!("CARGO_BIN_EXE_workstreams"))
        .args(["help", "--lang", language])
        .args(verb)
        .output()
        .unwrap();
    assert!(told.status.success(), "{told:?}");
    String::from_utf8(told.stdout).unwrap()
}

#[test]
fn help_says_what_each_option_does() {
    let verbs: Vec<String> = help(&[], "en")
        .lines()
        .filter_map(|line| line.strip_prefix("  "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|word| {
            word.chars()
                .all(|letter| letter.is_ascii_lowercase() || letter == '-')
        })
        .filter(|word| !word.starts_with('-') && *word != "workstreams")
        .map(str::to_owned)
        .collect();
    assert!(verbs.iter().any(|verb| verb == "settle"), "{verbs:?}");
    for language in ["en", "fr", "es"] {
        for verb in &verbs {
            let text = help(&[verb], language);
            for id in ["option-", "verb-"] {
                assert!(
                    !text.contains(&format!("  {id}")),
                    "{verb} in {language}:\n{text}"
                );
            }
        }
    }
}
