//! Status rounds: who is asked for what, who answered, and what came when a round was closed.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use changelog::codec;
use domain::Value;
use rusqlite::Connection;
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::frozen::Closed;
use super::labels::{self, Refs};
use super::own_kind;
use super::record::{Shape, record};
use super::{View, life};
use crate::apply::Effect;
use crate::closing;
use crate::error::{Error, Result};

/// Statuses of activities of which no round asks any more.
const DONE: [&str; 2] = ["completed", "cancelled"];

/// An activity that a round asks for, or that was answered in it.
struct Asked {
    rid: i64,
    group: Option<i64>,
    status: Option<String>,
}

/// Tells where a round stands: the `round`, how many activities are `due` and `answered`, `frozen_at` where it is closed, and
/// for each activity its `group`, `leads`, who is `asked`, and its `answers`.
///
/// A round asks for every activity of its workplan that is neither a draft nor completed nor cancelled. Of an open round
/// the live answers are told; of a closed one those it was closed with, and what came `late` besides. Who leads an activity
/// as a person is asked by the organisation they work for.
///
/// # Errors
/// Where the file cannot be read.
pub fn round(connection: &Connection, id: Uuid, view: &View) -> Result<Json> {
    let effect = Effect::new(connection);
    let rid = effect
        .known_rid(id)?
        .ok_or_else(|| Error::Defect(format!("no round {id}")))?;
    let mut closed = Closed::read(&effect, rid)?;
    let answers = match &mut closed {
        Some(closed) => closed.records(view)?,
        None => live(connection, rid, view)?,
    };
    let late = late(&effect, rid)?;
    let of_activity = "SELECT activity FROM answer WHERE rid = ?1";
    let mut answered: BTreeMap<i64, Vec<(i64, Json)>> = BTreeMap::new();
    for (answer, record) in answers.into_iter().filter(|(answer, _)| *answer != rid) {
        let told = record["activity"]["id"].as_str().map(Uuid::parse_str);
        let activity = match told {
            Some(Ok(id)) => effect.known_rid(id)?,
            _ => None,
        };
        if let Some(activity) = activity {
            answered.entry(activity).or_default().push((answer, record));
        }
    }
    let mut came_late: BTreeMap<i64, Vec<Json>> = BTreeMap::new();
    for (answer, conflict) in late {
        let activity: Option<i64> = connection
            .prepare_cached(of_activity)?
            .query_row((answer,), |row| row.get(0))?;
        if let Some(activity) = activity {
            let shape = Shape::new(own_kind("answer")?, None, *view)?;
            for mut record in shape.rows(connection, &[answer])? {
                record["conflict"] = conflict.to_string().into();
                came_late.entry(activity).or_default().push(record);
            }
        }
    }
    let mut asked = asked(connection, rid, view)?;
    if let Some(closed) = &mut closed {
        as_closed(&effect, closed, &mut asked)?;
    }
    asked.retain(|activity| {
        answered.contains_key(&activity.rid)
            || came_late.contains_key(&activity.rid)
            || !activity
                .status
                .as_deref()
                .is_some_and(|status| DONE.contains(&status))
    });
    let leads = leads(connection)?;
    let mut named: Vec<i64> = Vec::new();
    for activity in &asked {
        named.extend([Some(activity.rid), activity.group].into_iter().flatten());
        for (lead, by) in leads.get(&activity.rid).into_iter().flatten() {
            named.extend([*lead, *by]);
        }
    }
    let authors = authors(connection, answered.values().flatten().map(|(rid, _)| *rid))?;
    named.extend(authors.values());
    let refs = Refs::load(connection, named, *view)?;
    let (due, done) = (asked.len(), answered.len());
    let mut rows = Vec::with_capacity(due);
    for activity in asked {
        let mut said = Vec::new();
        for (answer, mut record) in answered.remove(&activity.rid).unwrap_or_default() {
            record["person"] = authors
                .get(&answer)
                .map_or(Json::Null, |rid| refs.json(*rid));
            said.push(record);
        }
        let led = leads.get(&activity.rid).map_or(&[][..], Vec::as_slice);
        let mut by: Vec<i64> = led.iter().map(|(_, by)| *by).collect();
        by.sort_by(|a, b| refs.order(*a).cmp(&refs.order(*b)));
        by.dedup();
        rows.push(json!({
            "activity": refs.json(activity.rid),
            "group": activity.group.map_or(Json::Null, |rid| refs.json(rid)),
            "status": activity.status,
            "leads": led.iter().map(|(lead, _)| refs.json(*lead)).collect::<Vec<_>>(),
            "asked": by.iter().map(|by| refs.json(*by)).collect::<Vec<_>>(),
            "answers": said,
            "late": came_late.remove(&activity.rid).unwrap_or_default(),
        }));
    }
    Ok(json!({
        "round": record(connection, id, view)?,
        "frozen_at": closed.as_ref().map(Closed::at).transpose()?,
        "due": due,
        "answered": done.min(due),
        "rows": rows,
    }))
}

/// Finds the round that is open, where exactly one is: that of a workplan, or of all.
///
/// # Errors
/// [`Error::KeyNotFound`] where none is open, [`Error::AmbiguousKey`] where several are.
pub fn open_round(connection: &Connection, view: &View) -> Result<Uuid> {
    let mut select = connection.prepare_cached(
        "SELECT t.rid, r.id FROM status_round t JOIN record r ON r.rid = t.rid
         WHERE t.life = 1 AND ifnull(t.state, 'open') = 'open' AND t.closed_at IS NULL ORDER BY r.id",
    )?;
    let open: Vec<(i64, Uuid)> = select
        .query_map((), |row| Ok((row.get(0)?, Uuid::from_bytes(row.get(1)?))))?
        .collect::<rusqlite::Result<_>>()?;
    let (kind, key) = ("status_round".to_owned(), "state=open".to_owned());
    match open.as_slice() {
        [(_, id)] => Ok(*id),
        [] => Err(Error::KeyNotFound {
            kind,
            key,
            field: None,
            nearest: Vec::new(),
        }),
        several => {
            let refs = Refs::load(
                connection,
                several.iter().map(|(rid, _)| *rid).collect(),
                *view,
            )?;
            Err(Error::AmbiguousKey {
                kind,
                key,
                field: None,
                candidates: several.iter().map(|(rid, _)| refs.json(*rid)).collect(),
            })
        }
    }
}

fn live(connection: &Connection, round: i64, view: &View) -> Result<Vec<(i64, Json)>> {
    let mut select = connection.prepare_cached(
        "SELECT t.rid FROM answer t JOIN record r ON r.rid = t.rid WHERE t.\"round\" = ?1 AND t.life = 1 ORDER BY r.id",
    )?;
    let rids = select
        .query_map((round,), |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<i64>>>()?;
    let rows = Shape::new(own_kind("answer")?, None, *view)?.rows(connection, &rids)?;
    Ok(rids.into_iter().zip(rows).collect())
}

/// Answers that came late, with what each waits as.
fn late(effect: &Effect<'_>, round: i64) -> Result<Vec<(i64, Uuid)>> {
    let late = closing::late(effect, Some(round))?;
    let answers = late.into_iter().filter(|one| one.part.rid != round);
    Ok(answers
        .map(|one| {
            let id = super::conflicts::late_id(one.id, one.part.id);
            (one.part.rid, id)
        })
        .collect())
}

/// The activities of a round's workplan, in the order of their groups; of all workplans that are not closed where it names
/// none.
fn asked(connection: &Connection, round: i64, view: &View) -> Result<Vec<Asked>> {
    let (activity, group) = (own_kind("activity")?, own_kind("group")?);
    let live = life::LIVE;
    let sql = format!(
        "SELECT a.rid, a.\"group\", a.status FROM status_round s
         JOIN activity a ON a.workplan = s.workplan OR s.workplan IS NULL
         JOIN record r ON r.rid = a.rid
         LEFT JOIN workplan w ON w.rid = a.workplan
         LEFT JOIN \"group\" g ON g.rid = a.\"group\" LEFT JOIN record gr ON gr.rid = g.rid
         WHERE s.rid = ?1 AND a.life = {live} AND ifnull(a.draft, 0) = 0
           AND (s.workplan IS NOT NULL OR ifnull(w.state, '') <> 'closed')
         ORDER BY g.number NULLS LAST, {} NULLS LAST, a.position NULLS LAST, {} NULLS LAST, r.id",
        labels::folded(group, "g", "gr", *view),
        labels::folded(activity, "a", "r", *view),
    );
    let mut select = connection.prepare_cached(&sql)?;
    Ok(select
        .query_map((round,), |row| {
            Ok(Asked {
                rid: row.get(0)?,
                group: row.get(1)?,
                status: row.get(2)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?)
}

/// Leaves the activities that were there when a round was closed, with the status of then.
fn as_closed(
    effect: &Effect<'_>,
    closed: &mut Closed<'_, '_>,
    asked: &mut Vec<Asked>,
) -> Result<()> {
    let status = own_kind("activity")?
        .field("status")
        .map_or(0, |field| u16::from(field.number));
    let mut kept = Vec::with_capacity(asked.len());
    for mut activity in asked.drain(..) {
        let written = effect.heads(activity.rid, status)?;
        let past = closed.past();
        if past.life(activity.rid)? != life::LIVE {
            continue;
        }
        if !written.iter().all(|head| past.cover().holds(head.place)) {
            let value = past.value(activity.rid, status)?;
            activity.status = match value.map(|bytes| codec::read_value(&bytes)) {
                Some(Value::Text(code)) => Some(code),
                _ => None,
            };
        }
        kept.push(activity);
    }
    *asked = kept;
    Ok(())
}

/// Who leads each activity, and who is asked for it: a person by the organisation they work for.
fn leads(connection: &Connection) -> Result<HashMap<i64, Vec<(i64, i64)>>> {
    let mut select = connection.prepare_cached(
        "SELECT l.\"from\", l.\"to\", coalesce(p.organisation, l.\"to\") FROM activity_leads l
         JOIN record r ON r.rid = l.\"to\" LEFT JOIN person p ON p.rid = l.\"to\"
         WHERE l.life = 1 AND r.life = 1 ORDER BY r.sort, r.id",
    )?;
    let mut rows = select.query(())?;
    let mut leads: HashMap<i64, Vec<(i64, i64)>> = HashMap::new();
    while let Some(row) = rows.next()? {
        leads
            .entry(row.get(0)?)
            .or_default()
            .push((row.get(1)?, row.get(2)?));
    }
    Ok(leads)
}

/// The person who wrote each answer.
fn authors(
    connection: &Connection,
    answers: impl Iterator<Item = i64>,
) -> Result<BTreeMap<i64, i64>> {
    let mut select = connection.prepare_cached(
        "SELECT t.person FROM change c JOIN txn t ON t.chain = c.chain AND c.seq BETWEEN t.first AND t.last
         WHERE c.rid = ?1 AND c.col = 0 ORDER BY c.hlc LIMIT 1",
    )?;
    let mut authors = BTreeMap::new();
    for answer in answers.collect::<BTreeSet<i64>>() {
        let mut rows = select.query((answer,))?;
        if let Some(row) = rows.next()?
            && let Some(person) = row.get::<_, Option<i64>>(0)?
        {
            authors.insert(answer, person);
        }
    }
    Ok(authors)
}
