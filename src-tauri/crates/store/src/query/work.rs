//! What somebody and their organisation have to do.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::labels::{self, Refs};
use super::own_kind;
use super::record::Shape;
use super::statement::numbers;
use super::{View, life};
use crate::error::Result;

/// The members of an activity that are told.
const TOLD: [&str; 6] = [
    "group",
    "workplan",
    "title",
    "timeline",
    "status",
    "order_label",
];

/// Tells what a person and the organisation they work for have to do on a day: `rows` of activities that they lead or
/// contribute to, each with its `part`, whether it is theirs as a `person`, whether it is `overdue`, and the open `rounds`
/// that ask them for it; and the `points` they are to see to from meetings.
///
/// What is completed or cancelled is told too, last. Overdue is what was surely to be over before the day and is known not
/// to be.
///
/// # Errors
/// Where the file cannot be read.
pub fn work(connection: &Connection, person: Uuid, today: NaiveDate, view: &View) -> Result<Json> {
    let mut select = connection.prepare_cached(
        "SELECT r.rid, p.organisation FROM record r LEFT JOIN person p ON p.rid = r.rid WHERE r.id = ?1",
    )?;
    let known: Option<(i64, Option<i64>)> = select
        .query_row((person.as_bytes(),), |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((person, organisation)) = known else {
        return Ok(json!({"person": null, "organisation": null, "rows": [], "points": []}));
    };
    let mut parts: BTreeMap<i64, (&str, bool)> = BTreeMap::new();
    // What they lead counts for more than what they contribute to, and what is theirs for more than their organisation's.
    for (part, table) in [
        ("contributor", "activity_contributors"),
        ("lead", "activity_leads"),
    ] {
        for (party, own) in [(organisation, false), (Some(person), true)] {
            let mut select = connection.prepare_cached(&format!(
                "SELECT l.\"from\" FROM \"{table}\" l JOIN activity a ON a.rid = l.\"from\"
                 WHERE l.\"to\" = ?1 AND l.life = {live} AND a.life = {live}",
                live = life::LIVE
            ))?;
            let mut rows = select.query((party,))?;
            while let Some(row) = rows.next()? {
                parts.insert(row.get(0)?, (part, own));
            }
        }
    }
    let asking = asking(connection, today)?;
    let activity = own_kind("activity")?;
    let mut select = connection.prepare_cached(&format!(
        "SELECT a.rid, ifnull(a.timeline_last < ?2 AND a.status IN ('yet_to_start', 'in_progress', 'delayed', 'on_hold'), 0),
           ifnull(a.status, '') IN ('completed', 'cancelled') AS done, a.workplan, ifnull(a.draft, 0)
         FROM json_each(?1) j JOIN activity a ON a.rid = j.value JOIN record r ON r.rid = a.rid
         ORDER BY done, a.timeline_last NULLS LAST, {} NULLS LAST, r.id",
        labels::folded(activity, "a", "r", *view)
    ))?;
    let list = numbers(&parts.keys().copied().collect::<Vec<_>>());
    let mut rows = select.query((list, today.to_string()))?;
    let mut order: Vec<(i64, bool, Vec<i64>)> = Vec::new();
    while let Some(row) = rows.next()? {
        let (rid, workplan): (i64, Option<i64>) = (row.get(0)?, row.get(3)?);
        let (done, draft): (bool, bool) = (row.get(2)?, row.get(4)?);
        let leads = parts.get(&rid).is_some_and(|(part, _)| *part == "lead");
        let rounds = asking.iter().filter(|round| {
            leads
                && !done
                && !draft
                && (round.workplan.is_none() || round.workplan == workplan)
                && !round.answered.contains(&rid)
        });
        order.push((rid, row.get(1)?, rounds.map(|round| round.rid).collect()));
    }
    let mut named = vec![person];
    named.extend(organisation);
    named.extend(asking.iter().map(|round| round.rid));
    let refs = Refs::load(connection, named, *view)?;
    let members: Vec<String> = TOLD.iter().map(|name| (*name).to_owned()).collect();
    let rids: Vec<i64> = order.iter().map(|(rid, ..)| *rid).collect();
    let records = Shape::new(activity, Some(&members), *view)?.rows(connection, &rids)?;
    let rows: Vec<Json> = order
        .iter()
        .zip(records)
        .map(|((rid, overdue, rounds), record)| {
            let (part, own) = parts.get(rid).copied().unwrap_or(("lead", false));
            json!({
                "activity": record,
                "part": part,
                "person": own,
                "overdue": overdue,
                "rounds": rounds.iter().map(|rid| refs.json(*rid)).collect::<Vec<_>>(),
            })
        })
        .collect();
    Ok(json!({
        "person": refs.json(person),
        "organisation": organisation.map_or(Json::Null, |rid| refs.json(rid)),
        "rows": rows,
        "points": points(connection, person, organisation, view)?,
    }))
}

/// A round that is open.
struct Asking {
    rid: i64,
    workplan: Option<i64>,
    answered: BTreeSet<i64>,
}

fn asking(connection: &Connection, today: NaiveDate) -> Result<Vec<Asking>> {
    let mut select = connection.prepare_cached(
        "SELECT rid, workplan FROM status_round WHERE life = 1 AND ifnull(state, 'open') = 'open'
           AND closed_at IS NULL AND ifnull(opens, '') <= ?1 ORDER BY closes, rid",
    )?;
    let mut answers = connection.prepare_cached(
        "SELECT activity FROM answer WHERE \"round\" = ?1 AND life = 1 AND activity IS NOT NULL",
    )?;
    let rounds: Vec<(i64, Option<i64>)> = select
        .query_map((today.to_string(),), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    rounds
        .into_iter()
        .map(|(rid, workplan)| {
            let answered = answers
                .query_map((rid,), |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            Ok(Asking {
                rid,
                workplan,
                answered,
            })
        })
        .collect()
}

/// Action points that are open and theirs.
fn points(
    connection: &Connection,
    person: i64,
    organisation: Option<i64>,
    view: &View,
) -> Result<Vec<Json>> {
    let mut select = connection.prepare_cached(
        "SELECT p.rid FROM action_point p JOIN record r ON r.rid = p.rid
         WHERE p.life = 1 AND ifnull(p.status, 'open') = 'open' AND p.owner IN (?1, ?2)
         ORDER BY p.due_last NULLS LAST, r.id",
    )?;
    let rids = select
        .query_map((person, organisation), |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<i64>>>()?;
    Shape::new(own_kind("action_point")?, None, *view)?.rows(connection, &rids)
}
