//! Two points of the log side by side.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::Ordering;

use chrono::NaiveDate;
use serde_json::Value as Json;

use crate::laws::world::{Bench, Dice, deed, edit};
use crate::query::{self, ListQuery, Point, View};
use crate::{Connection, Start};

const DAY: i64 = 86_400_000;
const BEGIN: i64 = 1_800_000_000_000 / DAY * DAY;

/// A store in which something was done on each of several days.
fn lived(seed: u64, start: Start, days: i64) -> (Bench, Vec<NaiveDate>) {
    // Published organisations stand in many lists, which show more of a joining than is told.
    let act = match start {
        Start::Published => edit,
        Start::Empty => deed,
    };
    let mut bench = Bench::new(seed, start);
    let mut dice = Dice(seed);
    let mut dates = Vec::new();
    for day in 0..days {
        bench
            .now
            .store(BEGIN + day * DAY + 1_000, Ordering::Relaxed);
        for _ in 0..60 {
            act(&mut bench.store, &mut dice).unwrap();
        }
        let date = chrono::DateTime::from_timestamp_millis(BEGIN + day * DAY).unwrap();
        dates.push(date.date_naive());
    }
    (bench, dates)
}

const VIEW: View = View {
    lang: domain::Language::En,
    private: true,
};

fn compare(bench: &Bench, from: NaiveDate, to: NaiveDate) -> Vec<Json> {
    let points = [from, to].map(Point::Day);
    let connection = bench.store.connection();
    query::compare(
        connection,
        &points[0],
        &points[1],
        None,
        &VIEW,
        &mut |_, _| true,
    )
    .unwrap()
    .rows
}

#[test]
fn a_day_is_as_itself_and_as_the_mirror_of_another() {
    let (bench, days) = lived(11, Start::Empty, 5);
    for from in &days {
        assert!(compare(&bench, *from, *from).is_empty());
        for to in &days {
            let mut there = compare(&bench, *from, *to);
            for row in &mut there {
                let old = row["old"].take();
                row["old"] = row["new"].take();
                row["new"] = old;
                row["change"] = match row["change"].as_str() {
                    Some("added") => "removed".into(),
                    Some("removed") => "added".into(),
                    _ => "changed".into(),
                };
            }
            assert_eq!(there, compare(&bench, *to, *from), "{from} {to}");
        }
    }
}

#[test]
fn the_differences_are_those_of_the_lists_of_then() {
    for (seed, start) in [
        (20, Start::Empty),
        (21, Start::Empty),
        (22, Start::Published),
    ] {
        let (bench, days) = lived(seed, start, 4);
        let states: Vec<Connection> = days
            .iter()
            .map(|day| bench.store.known(*day).unwrap())
            .collect();
        for (a, b) in [(0, 1), (1, 3), (3, 0)] {
            let rows = compare(&bench, days[a], days[b]);
            let mut told: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
            for row in &rows {
                let id = row["record"]["id"].as_str().unwrap().to_owned();
                let field = row["field"].as_str().unwrap();
                let field = field.split('.').next().unwrap().to_owned();
                told.entry(id).or_default().insert(field);
            }
            let (before, after) = (lists(&states[a]), lists(&states[b]));
            for row in &rows {
                let id = row["record"]["id"].as_str().unwrap();
                let change = match (before.contains_key(id), after.contains_key(id)) {
                    (false, true) => "added",
                    (true, false) => "removed",
                    (true, true) => "changed",
                    // It is joined, and listed as another one.
                    (false, false) => continue,
                };
                assert_eq!(row["change"], change, "seed {seed}: {row}");
            }
            let ids: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
            for id in ids {
                let told = told.get(id).cloned().unwrap_or_default();
                let (Some(old), Some(new)) = (before.get(id), after.get(id)) else {
                    assert!(told.contains("exists"), "seed {seed}: {id} {told:?}");
                    continue;
                };
                let differ: BTreeSet<String> = old
                    .as_object()
                    .unwrap()
                    .keys()
                    .filter(|name| old[name.as_str()] != new[name.as_str()])
                    .cloned()
                    .collect();
                let told: BTreeSet<String> = told
                    .into_iter()
                    .filter(|name| name != "provenance")
                    .collect();
                assert_eq!(told, differ, "seed {seed}: {id} {old} {new}");
            }
        }
    }
}

/// Every record that is there, with its fields alone.
fn lists(connection: &Connection) -> BTreeMap<String, Json> {
    let mut records = BTreeMap::new();
    for kind in domain::kinds::KINDS {
        let page = query::list(connection, &ListQuery::new(kind), &VIEW).unwrap();
        for row in page.rows {
            let mut fields = row.as_object().unwrap().clone();
            let follows = [
                "label",
                "changed_at",
                "created_at",
                "contested",
                "provenance",
                "own",
                "depth",
                "hasChildren",
            ];
            let owned = |name: &str| kind.owned.iter().any(|field| field.name == name);
            fields.retain(|name, _| {
                !follows.contains(&name.as_str()) && !name.ends_with("_text") && !owned(name)
            });
            let id = row["id"].as_str().unwrap().to_owned();
            records.insert(id, plain(&Json::Object(fields)));
        }
    }
    records
}

/// A value without what the records it names were called.
fn plain(value: &Json) -> Json {
    match value {
        Json::Object(object) => object
            .iter()
            .filter(|(name, _)| *name != "label")
            .map(|(name, value)| (name.clone(), plain(value)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Json::Array(rows) => {
            let mut rows: Vec<Json> = rows.iter().map(plain).collect();
            rows.sort_by_key(ToString::to_string);
            rows.into()
        }
        other => other.clone(),
    }
}

#[test]
fn a_comparison_that_is_given_up_is_none() {
    let (bench, days) = lived(11, Start::Empty, 2);
    let points = [days[0], days[1]].map(Point::Day);
    let connection = bench.store.connection();
    let given_up = query::compare(
        connection,
        &points[0],
        &points[1],
        None,
        &VIEW,
        &mut |_, _| false,
    );
    assert!(
        matches!(given_up, Err(crate::Error::Cancelled)),
        "{given_up:?}"
    );
}
