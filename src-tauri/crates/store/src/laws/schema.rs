//! The schema is what the description says, and what was released stays as it is.

use std::collections::{BTreeMap, BTreeSet};

use domain::kinds;
use rusqlite::Connection;

use crate::schema::{MIGRATIONS, columns, far_column, link_table, migrate, tables};
use crate::{Start, Store, SystemWorld};
use crate::{digest, search};

fn fresh() -> Connection {
    let connection = Connection::open_in_memory().unwrap();
    crate::connect::prepare(&connection).unwrap();
    migrate(&connection, 0).unwrap();
    connection
}

#[test]
fn released_steps_do_not_change() {
    for step in MIGRATIONS {
        let hash = blake3::hash(step.sql.as_bytes()).to_hex();
        assert_eq!(
            hash.as_str(),
            step.hash.trim(),
            "step {} was released: add a further one",
            step.version
        );
    }
    let versions: Vec<i64> = MIGRATIONS.iter().map(|step| step.version).collect();
    assert_eq!(versions, (1..=MIGRATIONS.len() as i64).collect::<Vec<_>>());
}

#[test]
fn every_field_has_its_column_and_every_column_its_field() {
    let connection = fresh();
    let of_table = |table: &str| -> BTreeMap<String, String> {
        connection
            .prepare(&format!(
                "SELECT name, type FROM pragma_table_info('{table}')"
            ))
            .unwrap()
            .query_map((), |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap()
    };
    for kind in kinds::KINDS {
        let mut expected: BTreeMap<String, String> = [
            ("rid".into(), "INTEGER".into()),
            ("life".into(), "INTEGER".into()),
        ]
        .into();
        for column in kind.all_fields().flat_map(|field| columns(kind, field)) {
            expected.insert(column.name, column.ty.to_owned());
        }
        assert_eq!(
            of_table(kind.name),
            expected,
            "{} needs a migration, see:\n{}",
            kind.name,
            tables()
        );
    }
    for link in kinds::link_fields() {
        let found: BTreeSet<String> = of_table(&link_table(link.kind, link.field))
            .into_keys()
            .collect();
        let expected = ["rid", "life", "from", far_column(&link.links.to), "role"]
            .map(str::to_owned)
            .into();
        assert_eq!(found, expected, "{}", link_table(link.kind, link.field));
    }
}

/// The numbers written beside the columns of the released steps: table, column, number.
fn committed() -> BTreeMap<(u16, String), String> {
    let mut numbers = BTreeMap::new();
    for step in MIGRATIONS {
        let (mut kind, mut heading) = (None, None);
        for line in step.sql.lines() {
            let line = line.trim();
            if let Some(comment) = line.strip_prefix("-- ") {
                heading = comment
                    .split_once(' ')
                    .and_then(|(number, name)| Some((number.parse::<u16>().ok()?, name)));
            }
            if let Some(rest) = line.strip_prefix("CREATE TABLE \"") {
                let name = rest.split('"').next().unwrap().to_owned();
                kind = heading.map(|(number, described)| {
                    assert_eq!(described.replace('.', "_"), name);
                    (number, name)
                });
                if let Some((number, name)) = &kind {
                    numbers.insert((*number, String::new()), name.clone());
                }
            }
            if let Some(rest) = line.strip_prefix("ALTER TABLE \"") {
                let name = rest.split('"').next().unwrap();
                kind = numbers
                    .iter()
                    .find(|((_, column), table)| column.is_empty() && *table == name)
                    .map(|((number, _), table)| (*number, table.clone()));
            }
            if let (Some((table, _)), Some((before, number))) = (&kind, line.split_once(" -- "))
                && let Some(column) = before.split('"').rev().nth(1)
            {
                numbers.insert((*table, column.to_owned()), number.to_owned());
            }
        }
    }
    numbers
}

#[test]
fn numbers_are_permanent() {
    let committed = committed();
    let mut described = BTreeMap::new();
    for kind in kinds::KINDS {
        described.insert((kind.table, String::new()), kind.name.to_owned());
        for column in kind.all_fields().flat_map(|field| columns(kind, field)) {
            if let Some(cell) = column.cell {
                let number = match domain::Language::from_number((cell >> 8) as u8) {
                    Some(language) => format!("{}.{}", cell & 0xff, language.code()),
                    None => cell.to_string(),
                };
                described.insert((kind.table, column.name), number);
            }
        }
    }
    for link in kinds::link_fields() {
        described.insert(
            (link.links.table, String::new()),
            link_table(link.kind, link.field),
        );
    }
    for (place, number) in &committed {
        if place.1 == "to" || place.1 == "from" && !described.contains_key(place) {
            continue;
        }
        assert_eq!(
            described.get(place),
            Some(number),
            "{place:?} was released under this number and name"
        );
    }
    for (place, number) in &described {
        assert_eq!(
            committed.get(place),
            Some(number),
            "{place:?} is not in a migration"
        );
    }
}

#[test]
fn no_number_is_given_twice() {
    let mut tables = BTreeSet::from(kinds::RESERVED_TABLES);
    for kind in kinds::KINDS {
        assert!(tables.insert(kind.table), "table {}", kind.table);
        let mut numbers = BTreeSet::new();
        for field in kind.all_fields() {
            let shared = kind.cell_number(field) != field.number;
            assert!(
                numbers.insert(field.number) || shared,
                "{} {}",
                kind.name,
                field.name
            );
            assert!(field.number > 0, "column 0 is existence");
        }
    }
    for link in kinds::link_fields() {
        assert!(
            tables.insert(link.links.table),
            "table {}",
            link.links.table
        );
    }
}

#[test]
fn tables_of_others_changes_refuse_nothing() {
    // Of later steps only what they do to the tables of the kinds, whose names are in quotes.
    let mut kinds_part = MIGRATIONS[0]
        .sql
        .split_once("-- 1 workplan")
        .unwrap()
        .1
        .to_owned();
    let later = MIGRATIONS[1..].iter().flat_map(|step| step.sql.lines());
    kinds_part.extend(later.filter(|line| line.contains("TABLE \"")));
    for word in ["CHECK", "UNIQUE", "DEFAULT"] {
        assert!(
            !kinds_part.contains(word),
            "{word}: a laptop must be able to keep whatever another one wrote"
        );
    }
    let not_null =
        kinds_part.matches("NOT NULL").count() - kinds_part.matches("IS NOT NULL").count();
    assert_eq!(
        not_null,
        kinds_part.matches("\"life\" INTEGER NOT NULL").count()
    );
}

#[test]
fn a_store_of_an_older_build_finds_what_it_found() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("published.store");
    let store = Store::create(&file, Start::Published, Box::new(SystemWorld)).unwrap();
    let connection = store.connection();
    let documents = |table: &str| -> Vec<i64> {
        connection
            .prepare(&format!("SELECT id FROM {table}_docsize ORDER BY id"))
            .unwrap()
            .query_map((), |row| row.get(0))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap()
    };
    let found = || -> Vec<Vec<search::Found>> {
        ["migr", "santé", "iom", "gratio", "网"]
            .iter()
            .map(|text| search::find(connection, text, &[]).unwrap())
            .collect()
    };
    let before = (
        documents("search_words"),
        documents("search_grams"),
        found(),
    );
    assert!(!before.0.is_empty() && !before.2[0].is_empty());
    connection.execute_batch(MIGRATIONS[4].sql).unwrap();
    assert!(documents("search_words").is_empty());
    search::after_migration(connection, 4).unwrap();
    assert_eq!(
        (
            documents("search_words"),
            documents("search_grams"),
            found()
        ),
        before
    );
}

#[test]
fn a_store_of_an_older_build_has_the_digest_it_would_have_kept() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("published.store");
    let store = Store::create(&file, Start::Published, Box::new(SystemWorld)).unwrap();
    let kept = store.digest().unwrap();
    let connection = store.connection();
    connection
        .execute("DELETE FROM meta WHERE key = 'digest'", ())
        .unwrap();
    assert_ne!(store.digest().unwrap().hash, kept.hash);
    // To be read only, it is worked out each time.
    connection.pragma_update(None, "user_version", 6).unwrap();
    assert_eq!(store.digest().unwrap(), kept);
    digest::after_migration(connection, 6).unwrap();
    connection.pragma_update(None, "user_version", 7).unwrap();
    assert_eq!(store.digest().unwrap(), kept);
}
