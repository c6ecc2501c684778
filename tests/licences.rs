//! What the program is built from may be given away with it: every dependency has a licence that allows that.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value as Json;
use spdx::{Expression, LicenseReq, ParseMode};

/// Licences that ask for no more than their text, or for the source of files that were changed.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

fn is_allowed(licence: &str) -> bool {
    // Cargo once took a stroke for "or".
    let Ok(expression) = Expression::parse_mode(licence, ParseMode::LAX) else {
        return false;
    };
    expression.evaluate(|asked: &LicenseReq| {
        let id = asked.license.id();
        id.is_some_and(|id| ALLOWED.contains(&id.name))
    })
}

fn refused(licences: BTreeMap<String, Option<String>>) -> Vec<String> {
    assert!(licences.len() > 50, "the packages were found");
    licences
        .into_iter()
        .filter(|(_, licence)| !licence.as_deref().is_some_and(is_allowed))
        .map(|(package, licence)| format!("{package}: {licence:?}"))
        .collect()
}

#[test]
fn the_crates_may_be_given_away() {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let version = Command::new("rustc").arg("-vV").output().unwrap();
    let version = String::from_utf8(version.stdout).unwrap();
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    // Crates of other systems are not fetched here.
    let told = Command::new(cargo)
        .args(["metadata", "--offline", "--locked", "--format-version", "1"])
        .args(["--filter-platform", host.unwrap()])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(
        told.status.success(),
        "{}",
        String::from_utf8_lossy(&told.stderr)
    );
    let told: Json = serde_json::from_slice(&told.stdout).unwrap();
    let packages = told["packages"].as_array().unwrap().iter();
    let licences = packages.map(|package| {
        let name = format!("{} {}", package["name"], package["version"]);
        (name, package["license"].as_str().map(str::to_owned))
    });
    assert_eq!(refused(licences.collect()), [""; 0]);
}

#[test]
fn the_packages_of_the_pages_may_be_given_away() {
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/package-lock.json");
    let lock: Json = serde_json::from_slice(&fs::read(lock).unwrap()).unwrap();
    let packages = lock["packages"].as_object().unwrap().iter();
    let licences = packages
        .filter(|(path, _)| !path.is_empty())
        .map(|(path, package)| (path.clone(), package["license"].as_str().map(str::to_owned)));
    assert_eq!(refused(licences.collect()), [""; 0]);
}

#[test]
fn a_licence_that_binds_what_it_is_linked_with_is_refused() {
    for licence in ["GPL-3.0-only", "MIT AND AGPL-3.0-only", "Proprietary", ""] {
        assert!(!is_allowed(licence), "{licence}");
    }
    for licence in [
        "MIT/Apache-2.0",
        "(MIT OR GPL-3.0-or-later)",
        "Apache-2.0 WITH LLVM-exception",
    ] {
        assert!(is_allowed(licence), "{licence}");
    }
}
