//! What a later build wrote: an older one shows what it knows, loses nothing of the rest, and passes it on to the byte.

use std::collections::BTreeMap;

use domain::value::Existence;
use domain::{Value, kinds};
use rusqlite::types::Value as Sql;
use uuid::Uuid;

use crate::laws::merge::{file, merge, sound, types};
use crate::laws::world::{Bench, assignments, kind_of};
use crate::query::conflicts::ConflictType;
use crate::query::{self, View};
use crate::{Act, Brought, Start};

const ORGANISATION: u16 = 3;
/// Two columns and a table that this build does not know.
const COLUMNS: [u16; 2] = [250, 251];
const TABLE: u16 = 900;

fn put(bench: &mut Bench, cells: &[(u16, Uuid, u16, Value)]) {
    let written = bench.store.write(Act::typed(), |door| {
        for (table, id, column, value) in cells {
            door.put(*table, *id, *column, value)?;
        }
        Ok(())
    });
    written.unwrap();
}

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

fn segments(file: &Brought) -> BTreeMap<[u8; 32], Vec<u8>> {
    let of = |sealed: &crate::Sealed| (sealed.header.end, sealed.bytes.clone());
    file.segments.iter().map(of).collect()
}

fn shown(bench: &Bench, id: Uuid, column: &str) -> Sql {
    let sql = format!(
        "SELECT t.\"{column}\" FROM organisation t JOIN record r ON r.rid = t.rid WHERE r.id = ?1"
    );
    let mut select = bench.store.connection().prepare(&sql).unwrap();
    select
        .query_row((id.as_bytes(),), |row| row.get(0))
        .unwrap()
}

#[test]
fn an_older_build_passes_on_to_the_byte_what_it_does_not_know() {
    let (mut newer, mut older) = (
        Bench::new(1, Start::Published),
        Bench::new(2, Start::Published),
    );
    let id = newer.add("organisation", &["name=One"]);
    let new = Uuid::from_u128(0x900);
    let live = Value::Existence(Existence::Live {
        owner: Some((ORGANISATION, id)),
        home: None,
        end: None,
    });
    put(
        &mut newer,
        &[
            (ORGANISATION, id, COLUMNS[0], text("in a new column")),
            (ORGANISATION, id, 19, text("a_new_category")),
            (
                ORGANISATION,
                id,
                22,
                Value::Other(vec![0x82, 0x18, 0x63, 0xf5]),
            ),
            (TABLE, new, kinds::EXISTS, live),
            (TABLE, new, 16, text("in a new table")),
        ],
    );
    let brought = file(&mut newer);
    merge(&mut older, brought.clone());
    older.set("organisation", id, &["name=One, corrected"]);
    let back = file(&mut older);
    let passed_on = segments(&back);
    for (end, bytes) in segments(&brought) {
        assert_eq!(passed_on.get(&end), Some(&bytes));
    }
    merge(&mut newer, back);
    sound(&[newer, older]);
}

#[test]
fn two_builds_that_add_different_columns_meet_in_one_that_knows_neither() {
    let mut all = [
        Bench::new(11, Start::Published),
        Bench::new(12, Start::Published),
        Bench::new(13, Start::Published),
    ];
    let id = all[0].add("organisation", &["name=One"]);
    let first = file(&mut all[0]);
    merge(&mut all[1], first);
    for (column, bench) in COLUMNS.into_iter().zip(&mut all) {
        let said = text(&format!("of {column}"));
        // Another column both know, and disagree on.
        let cells = [
            (ORGANISATION, id, column, said.clone()),
            (ORGANISATION, id, 252, said),
        ];
        put(bench, &cells);
    }
    for at in [1, 0] {
        let file = file(&mut all[at]);
        merge(&mut all[2], file);
    }
    assert_eq!(types(&all[2]), [ConflictType::Field]);
    for at in [1, 0] {
        let back = file(&mut all[2]);
        merge(&mut all[at], back);
    }
    sound(&all);
}

#[test]
fn a_value_of_another_type_is_kept_and_shown_as_none() {
    let mut two = [
        Bench::new(21, Start::Published),
        Bench::new(22, Start::Published),
    ];
    let id = two[0].add("organisation", &["name=One", "website=https://one.example"]);
    put(
        &mut two[0],
        &[
            (ORGANISATION, id, 22, Value::Integer(7)),
            (ORGANISATION, id, 20, text("no reference")),
        ],
    );
    let brought = file(&mut two[0]);
    merge(&mut two[1], brought);
    sound(&two);
    for bench in &two {
        for column in ["website", "parent"] {
            assert_eq!(shown(bench, id, column), Sql::Null);
        }
        query::record(bench.store.connection(), id, &View::default()).unwrap();
    }
    two[1].set("organisation", id, &["website=https://two.example"]);
    let back = file(&mut two[1]);
    merge(&mut two[0], back);
    sound(&two);
    assert_eq!(
        shown(&two[0], id, "website"),
        Sql::Text("https://two.example".into())
    );
    two[1].store.undo(None, Act::typed()).unwrap();
    assert_eq!(
        shown(&two[1], id, "website"),
        Sql::Null,
        "and it comes back as it was"
    );
}

#[test]
fn texts_and_numbers_at_their_ends_come_through() {
    let mut two = [
        Bench::new(31, Start::Published),
        Bench::new(32, Start::Published),
    ];
    // Nobody types a NUL, but somebody's build may write one.
    let set = assignments(&["website=a\0b"]);
    let typed = two[0]
        .store
        .write(Act::typed(), |door| door.add(kind_of("organisation"), &set));
    assert!(typed.is_err());
    let long = "é".repeat(1 << 19);
    let texts = [
        "a\0b",
        "\u{202e}abc\u{202c}",
        "شبكة",
        "\u{feff}",
        "\u{10ffff}",
        &long,
    ];
    let numbers = [i64::MIN, i64::MAX, 0, -1];
    let group = kind_of("group");
    let number = u16::from(group.field("number").unwrap().number);
    let organisations = texts.map(|said| {
        let id = two[0].add("organisation", &["name=One"]);
        put(&mut two[0], &[(ORGANISATION, id, 22, text(said))]);
        id
    });
    let groups = numbers.map(|number_said| {
        let id = two[0].add("group", &["name=One", "kind=workstream"]);
        let cell = (group.table, id, number, Value::Integer(number_said));
        put(&mut two[0], &[cell]);
        id
    });
    let brought = file(&mut two[0]);
    merge(&mut two[1], brought);
    for bench in &two {
        for (id, said) in organisations.iter().zip(texts) {
            assert_eq!(shown(bench, *id, "website"), Sql::Text(said.to_owned()));
        }
        for (id, said) in groups.iter().zip(numbers) {
            let told = query::record(bench.store.connection(), *id, &View::default()).unwrap();
            assert_eq!(told["number"], said);
        }
    }
    sound(&two);
}
