//! Two points of the log side by side.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::Ordering;

use chrono::NaiveDate;
use serde_json::Value as Json;
use uuid::Uuid;

use crate::laws::merge::{file, merge};
use crate::laws::world::{Bench, Dice, deed, edit};
use crate::query::{self, ListQuery, Point, View};
use crate::{Connection, Error, Result, Start};

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

/// The cells that differ between two vectors.
fn between(
    bench: &Bench,
    from: &BTreeMap<Uuid, i64>,
    to: &BTreeMap<Uuid, i64>,
) -> Result<Vec<(String, Json, Json)>> {
    let [from, to] = [from, to].map(|vector| Point::Vector(vector.clone()));
    let connection = bench.store.connection();
    let compared = query::compare(connection, &from, &to, None, &VIEW, &mut |_, _| true)?;
    let mut cells: Vec<(String, Json, Json)> = compared
        .rows
        .into_iter()
        .map(|row| {
            (
                row["field"].as_str().unwrap().to_owned(),
                row["old"].clone(),
                row["new"].clone(),
            )
        })
        .collect();
    cells.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(cells)
}

#[test]
fn a_vector_from_before_a_fork_was_known_is_still_a_point() {
    // Two stores that do not know that they are copies of one.
    let mut copies = [Bench::new(31, Start::Empty), Bench::new(31, Start::Empty)];
    let [id, same] = copies
        .each_mut()
        .map(|bench| bench.add("organisation", &["acronym=ONE"]));
    assert_eq!(id, same);
    let start = copies[0].store.digest().unwrap().vector;
    copies[0].set("organisation", id, &["acronym=HERE"]);
    copies[1].set("organisation", id, &["acronym=THERE"]);
    let noted = copies
        .each_ref()
        .map(|bench| bench.store.digest().unwrap().vector);
    assert_eq!(
        noted[0], noted[1],
        "each calls its own change by the same number"
    );
    let [here, there] = copies.each_mut().map(file);
    let mut third = Bench::new(32, Start::Empty);
    merge(&mut third, here.clone());
    let alone = third.store.digest().unwrap().vector;
    merge(&mut third, there.clone());
    merge(&mut copies[0], there);
    merge(&mut copies[1], here);
    let cell = |new: &str| vec![("acronym".to_owned(), Json::from("ONE"), Json::from(new))];
    for (bench, written) in copies.iter().zip(["HERE", "THERE"]) {
        let own = between(bench, &start, &noted[0]).unwrap();
        assert_eq!(
            own,
            cell(written),
            "what was noted here is one's own branch"
        );
        let now = bench.store.digest().unwrap().vector;
        assert_eq!(between(bench, &now, &now).unwrap(), []);
        assert_eq!(between(bench, &noted[0], &start).unwrap().len(), 1);
        for (branch, seq) in now.iter().filter(|(site, _)| !start.contains_key(site)) {
            let point = BTreeMap::from([(*branch, *seq)]);
            let told = between(bench, &start, &point).unwrap();
            assert!(told == cell("HERE") || told == cell("THERE"), "{told:?}");
        }
    }
    let unclear = between(&third, &start, &alone);
    assert!(
        matches!(&unclear, Err(Error::Forked { branches, .. }) if branches.len() == 2),
        "{unclear:?}"
    );
    assert!(between(&third, &BTreeMap::new(), &start).is_ok());
}
