//! The tests that the table of what goes wrong names.

use std::fs;
use std::path::Path;

const HEADING: &str = "## What goes wrong, and its test";

/// The texts between backquotes.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn every_test_that_is_named_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
    let (_, section) = text.split_once(HEADING).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let rows = section
        .lines()
        .filter(|line| line.starts_with("| "))
        .skip(2);
    let mut named = 0;
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
        let [what, tests] = cells[..] else {
            panic!("a row is of two cells: {row}");
        };
        for group in tests.split("; ").filter(|group| group.contains("`: `")) {
            let mut names = quoted(group);
            let file = names.next().unwrap();
            let file = [root.join(file), root.join("src-tauri/crates").join(file)]
                .into_iter()
                .find(|file| file.is_file())
                .unwrap_or_else(|| panic!("{what}: there is no {file}"));
            let code = fs::read_to_string(&file).unwrap();
            for name in names {
                let start = code.find(&format!("fn {name}(")).unwrap_or_else(|| {
                    panic!("{what}: {} has no {name}", file.display());
                });
                let before = code[..start].trim_end();
                assert!(before.ends_with("#[test]"), "{what}: {name} is no test");
                named += 1;
            }
        }
        assert!(
            tests.contains("`: `") || tests.trim().ends_with('.'),
            "{what}: a test, or a sentence why there is none"
        );
    }
    assert!(named > 50, "the table is there: {named}");
}
