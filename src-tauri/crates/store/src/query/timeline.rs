//! The workplan in time: how far it reaches, what moved since a point of the log, and what falls into some days.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::input::Condition;
use domain::kind::Kind;
use domain::time::{Reading, read_with};
use domain::value::VectorEntry;
use domain::{Value, kinds};
use rusqlite::{Connection, OptionalExtension};
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::groups::{What, counted};
use super::labels::{self, Refs};
use super::list::{ListQuery, filter};
use super::own_kind;
use super::record::Shape;
use super::statement::{Bound, column_of_numbers, numbers};
use super::{View, life};
use crate::apply::{AWAITED, Effect};
use crate::backup::Progress;
use crate::error::{Error, Result};
use crate::lineage::read_vector;
use crate::past::Past;
use crate::rebuild;

/// The field that says when an activity is.
const WHEN: &str = "timeline";

/// Tells how far the activities of a list reach in time: the first and the last day of all and of each group, how many
/// there are, and how many of them have no day.
///
/// `by` is a field as [`super::groups`] takes it; keys are those of its rows. Days are null where none is known.
///
/// # Errors
/// Refuses what [`super::groups`] refuses.
pub fn timeline(
    connection: &Connection,
    conditions: &[Condition],
    by: Option<&str>,
    view: &View,
) -> Result<Json> {
    let activity = activity()?;
    let mut bound = Bound::default();
    let filter = filter(connection, &listed(activity, conditions), *view, &mut bound)?;
    let mut select = connection.prepare_cached(&format!(
        "SELECT min(coalesce(t.timeline_first, t.timeline_last)), max(coalesce(t.timeline_last, t.timeline_first)), \
         count(*), count(coalesce(t.timeline_first, t.timeline_last)) FROM activity t WHERE {filter}"
    ))?;
    let (first, last, total, dated) = select.query_row(bound.values(), |row| {
        Ok((
            row.get::<_, Option<String>>(0)?,
            row.get::<_, Option<String>>(1)?,
            row.get::<_, i64>(2)?,
            row.get::<_, i64>(3)?,
        ))
    })?;
    let spans = match by {
        Some(by) => spans(connection, conditions, by, *view)?,
        None => Vec::new(),
    };
    Ok(
        json!({"first": first, "last": last, "total": total, "undated": total - dated, "spans": spans}),
    )
}

fn spans(
    connection: &Connection,
    conditions: &[Condition],
    by: &str,
    view: View,
) -> Result<Vec<Json>> {
    let activity = activity()?;
    let mut bound = Bound::default();
    let filter = filter(connection, &listed(activity, conditions), view, &mut bound)?;
    let (value, join) = counted(activity, by, view, &mut bound)?;
    let mut select = connection.prepare_cached(&format!(
        "SELECT {}, min(coalesce(t.timeline_first, t.timeline_last)), max(coalesce(t.timeline_last, t.timeline_first)) \
         FROM activity t{join} WHERE {filter} GROUP BY 1",
        value.key
    ))?;
    let found = select
        .query_map(bound.values(), |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?
        .collect::<rusqlite::Result<Vec<(rusqlite::types::Value, Option<String>, Option<String>)>>>(
        )?;
    let refs = match value.what {
        What::References => Refs::load(
            connection,
            found.iter().filter_map(|(key, ..)| number(key)).collect(),
            view,
        )?,
        What::Flags | What::Plain => Refs::default(),
    };
    Ok(found
        .into_iter()
        .map(|(key, first, last)| json!({"key": value.what.key(&key, &refs), "first": first, "last": last}))
        .collect())
}

fn number(key: &rusqlite::types::Value) -> Option<i64> {
    match key {
        rusqlite::types::Value::Integer(rid) => Some(*rid),
        _ => None,
    }
}

/// An earlier plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plan {
    /// As it was known at the end of a day.
    Day(NaiveDate),
    /// As its adoption saw it.
    Adopted(Vec<VectorEntry>),
}

/// The plan as a workplan was adopted; none where it was not.
///
/// # Errors
/// Where the file cannot be read.
pub fn adopted(connection: &Connection, workplan: Uuid) -> Result<Option<Plan>> {
    let bytes: Option<Vec<u8>> = connection
        .prepare_cached(
            "SELECT w.adopted_at FROM workplan w JOIN record r ON r.rid = w.rid WHERE r.id = ?1",
        )?
        .query_row((workplan.as_bytes(),), |row| row.get(0))
        .optional()?
        .flatten();
    bytes
        .map(|bytes| Ok(Plan::Adopted(read_vector(&bytes)?)))
        .transpose()
}

/// Tells which activities of a list stood otherwise in time in an earlier plan: when they were planned then, how many
/// days later they end now (or begin, where the end is not known of both; negative for earlier), and how many are later,
/// earlier, otherwise, as planned, and were not there.
///
/// `days` is null where one of the two has no day to compare; `planned` is null for an activity that was not there or had
/// no time. Only times that were written since are read again; the progress is told
/// how much of the log was looked through, then how many of them were read.
///
/// # Errors
/// Refuses unknown fields and conditions that do not fit; [`Error::Cancelled`] where the progress says so.
pub fn planned(
    connection: &Connection,
    conditions: &[Condition],
    plan: &Plan,
    view: &View,
    progress: Progress<'_>,
) -> Result<Json> {
    let activity = activity()?;
    let when = activity
        .field(WHEN)
        .ok_or_else(|| Error::Defect(format!("there is no field {WHEN}")))?;
    let mut bound = Bound::default();
    let filter = filter(connection, &listed(activity, conditions), *view, &mut bound)?;
    let listed: BTreeMap<i64, (Uuid, Option<String>, Option<String>)> = connection
        .prepare_cached(&format!(
            "SELECT t.rid, r.id, t.timeline, t.timeline_edtf FROM activity t JOIN record r ON r.rid = t.rid WHERE {filter}"
        ))?
        .query_map(bound.values(), |row| {
            Ok((row.get(0)?, (Uuid::from_bytes(row.get(1)?), row.get(2)?, row.get(3)?)))
        })?
        .collect::<rusqlite::Result<_>>()?;

    let effect = Effect::new(connection);
    let cover = match plan {
        Plan::Day(day) => rebuild::known(connection, *day)?,
        Plan::Adopted(entries) => effect.lineage.cover(entries)?,
    };
    let mut past = Past::new(&effect, cover);
    let column = u16::from(when.number);
    let mut rows = Vec::new();
    let (mut later, mut earlier, mut otherwise, mut added) = (0, 0, 0, 0);
    let mut written = written_since(connection, &past, activity, column, progress)?;
    written.retain(|rid| listed.contains_key(rid));
    for (at, rid) in written.iter().enumerate() {
        go_on(progress, written.len() + at, written.len())?;
        let (rid, (id, text, edtf)) = (*rid, &listed[rid]);
        let now = text.as_deref().map(|text| reading(text, edtf.as_deref()));
        let there = past.life(rid)? != AWAITED;
        let then = if there {
            time_at(&past, rid, column)?
        } else {
            None
        };
        if there && then.as_ref().map(|then| &then.text) == now.as_ref().map(|now| &now.text) {
            continue;
        }
        let days = match (&then, &now) {
            (Some(then), Some(now)) => slip(then, now),
            _ => None,
        };
        match (there, days) {
            (false, _) => added += 1,
            (true, Some(days)) if days > 0 => later += 1,
            (true, Some(days)) if days < 0 => earlier += 1,
            (true, _) => otherwise += 1,
        }
        rows.push(json!({
            "id": id.to_string(), "added": !there, "planned": then.as_ref().map(told), "days": days,
        }));
    }
    let kept = listed.len() - rows.len();
    Ok(json!({
        "rows": rows, "later": later, "earlier": earlier, "otherwise": otherwise, "added": added, "kept": kept,
    }))
}

/// The records of a kind that were created, or whose cell was written, by a change that an earlier plan does not cover.
fn written_since(
    connection: &Connection,
    past: &Past<'_, '_>,
    kind: &Kind,
    column: u16,
    progress: Progress<'_>,
) -> Result<BTreeSet<i64>> {
    let chains = column_of_numbers(connection, "SELECT chain FROM chain", ())?;
    let mut select = connection.prepare_cached(
        "SELECT c.rid FROM change c JOIN record r ON r.rid = c.rid \
         WHERE c.chain = ?1 AND c.seq > ?2 AND c.col IN (?3, ?4) AND r.tbl = ?5",
    )?;
    let mut rids = BTreeSet::new();
    for (at, chain) in chains.iter().copied().enumerate() {
        go_on(progress, at, chains.len())?;
        let upto = past.cover().upto(chain);
        let mut rows = select.query((chain, upto, kinds::EXISTS, column, kind.table))?;
        while let Some(row) = rows.next()? {
            rids.insert(row.get(0)?);
        }
    }
    Ok(rids)
}

/// Tells how much is done of one of two halves, and whether to go on.
fn go_on(progress: Progress<'_>, done: usize, half: usize) -> Result<()> {
    if progress(done as u64, 2 * half as u64) {
        Ok(())
    } else {
        Err(Error::Cancelled)
    }
}

/// What the log said then of when an activity is.
fn time_at(past: &Past<'_, '_>, rid: i64, column: u16) -> Result<Option<Reading>> {
    let Some(bytes) = past.value(rid, column)? else {
        return Ok(None);
    };
    Ok(match changelog::codec::read_value(&bytes) {
        Value::Vague { text, edtf } => Some(reading(&text, edtf.as_deref())),
        _ => None,
    })
}

fn reading(text: &str, edtf: Option<&str>) -> Reading {
    read_with(text, edtf).unwrap_or_else(|_| domain::time::read(text))
}

/// How many days later one ends than the other, or begins where the end is not known of both.
fn slip(then: &Reading, now: &Reading) -> Option<i64> {
    let days = |a: Option<NaiveDate>, b: Option<NaiveDate>| Some((b? - a?).num_days());
    let ends = days(then.last, now.last);
    let begins = days(then.first, now.first);
    match ends {
        // It ends when it did, so that only the beginning can have moved.
        Some(0) => begins.or(ends),
        Some(_) => ends,
        None => begins,
    }
}

fn told(reading: &Reading) -> Json {
    json!({
        "text": reading.text,
        "edtf": reading.edtf,
        "first": reading.first.map(|day| day.to_string()),
        "last": reading.last.map(|day| day.to_string()),
        "precision": reading.precision.code(),
    })
}

/// What is asked of the calendar.
#[derive(Debug, Clone)]
pub struct CalendarQuery {
    /// Conditions on the activities that all hold.
    pub conditions: Vec<Condition>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// A field of activities that is told too, because they are grouped by it.
    pub by: Option<String>,
}

/// What is told of a milestone.
const MILESTONE: [&str; 4] = ["title", "due", "reached", "of"];

/// The most entries of a calendar that are told.
const ENTRIES: i64 = 500;

/// Tells what is due in some days: milestones of the activities of a list, and the activities that end in them; each with
/// its time as it was written. What is due within a longer period is told where that period touches the days. `owners` are
/// the activities of the milestones with the field that is grouped by, and none where nothing is.
///
/// # Errors
/// Refuses unknown fields, and what [`super::list`] refuses.
pub fn calendar(connection: &Connection, query: &CalendarQuery, view: &View) -> Result<Json> {
    let (activity, milestone) = (activity()?, own_kind("milestone")?);
    let from = query.from.to_string();
    let to = query.to.to_string();
    let mut bound = Bound::default();
    let filter = filter(
        connection,
        &listed(activity, &query.conditions),
        *view,
        &mut bound,
    )?;
    let (first, last) = (bound.put(from.clone()), bound.put(to.clone()));
    // Of an activity the end is due: where it is known to the day, that day; else any day of the period it ends in.
    let ends = column_of_numbers(
        connection,
        &format!(
            "SELECT t.rid FROM activity t JOIN record r ON r.rid = t.rid WHERE {filter} AND t.timeline_last >= {first} \
             AND CASE t.timeline_precision WHEN 'day' THEN t.timeline_last WHEN 'month' THEN date(t.timeline_last, 'start of month') \
               WHEN 'quarter' THEN date(t.timeline_last, 'start of month', '-2 months') \
               WHEN 'half' THEN date(t.timeline_last, 'start of month', '-5 months') \
               ELSE date(t.timeline_last, 'start of year') END <= {last} \
             ORDER BY t.timeline_last, {}, r.id LIMIT {ENTRIES}",
            labels::folded(activity, "t", "r", *view)
        ),
        bound.values(),
    )?;
    let mut bound = Bound::default();
    let filter = super::list::filter(
        connection,
        &listed(activity, &query.conditions),
        *view,
        &mut bound,
    )?;
    let (first, last) = (bound.put(from), bound.put(to));
    let filtered = if query.conditions.is_empty() {
        String::new()
    } else {
        format!(" AND m.\"of\" IN (SELECT t.rid FROM activity t WHERE {filter})")
    };
    let milestones = column_of_numbers(
        connection,
        &format!(
            "SELECT m.rid FROM milestone m JOIN record r ON r.rid = m.rid WHERE m.life = {} \
             AND ifnull(m.due_last, m.due_first) >= {first} AND ifnull(m.due_first, m.due_last) <= {last}{filtered} \
             ORDER BY ifnull(m.due_last, m.due_first), {}, r.id LIMIT {ENTRIES}",
            life::LIVE,
            labels::folded(milestone, "m", "r", *view)
        ),
        bound.values(),
    )?;
    let shown = |names: Vec<&str>, rids: &[i64]| {
        let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
        Shape::new(activity, Some(&names), *view)?.rows(connection, rids)
    };
    let by = query.by.as_deref();
    let owners = match by {
        Some(by) => shown(vec![by], &owners(connection, &milestones)?)?,
        None => Vec::new(),
    };
    let told = ["title", WHEN, "status", "group"].into_iter().chain(by);
    Ok(json!({
        "activities": shown(told.collect(), &ends)?,
        "milestones": told_milestones(connection, &milestones, view)?,
        "owners": owners,
    }))
}

/// The activities that milestones belong to.
fn owners(connection: &Connection, milestones: &[i64]) -> Result<Vec<i64>> {
    column_of_numbers(
        connection,
        "SELECT DISTINCT t.rid FROM json_each(?1) j JOIN milestone m ON m.rid = j.value \
         JOIN activity t ON t.rid = m.\"of\" ORDER BY t.rid",
        (numbers(milestones),),
    )
}

/// The most milestones of a list that are told.
const MILESTONES: i64 = 500;

/// Lists the milestones of all activities of a list, by due; not more than can be told apart on a line.
///
/// # Errors
/// Refuses what [`super::list`] refuses.
pub fn milestones_within(
    connection: &Connection,
    conditions: &[Condition],
    view: &View,
) -> Result<Vec<Json>> {
    let mut bound = Bound::default();
    let filter = filter(
        connection,
        &listed(activity()?, conditions),
        *view,
        &mut bound,
    )?;
    let rids = column_of_numbers(
        connection,
        &format!(
            "SELECT m.rid FROM milestone m WHERE m.life = {} AND m.\"of\" IN (SELECT t.rid FROM activity t WHERE {filter}) \
             ORDER BY m.due_sort, m.rid LIMIT {MILESTONES}",
            life::LIVE
        ),
        bound.values(),
    )?;
    told_milestones(connection, &rids, view)
}

/// Lists the milestones of some activities, by due.
///
/// # Errors
/// Where the file cannot be read.
pub fn milestones(connection: &Connection, activities: &[Uuid], view: &View) -> Result<Vec<Json>> {
    let mut rid = connection.prepare_cached("SELECT rid FROM record WHERE id = ?1")?;
    let mut of = Vec::with_capacity(activities.len());
    for id in activities {
        of.extend(
            rid.query_row((id.as_bytes(),), |row| row.get::<_, i64>(0))
                .optional()?,
        );
    }
    let rids = column_of_numbers(
        connection,
        &format!(
            "SELECT m.rid FROM json_each(?1) j CROSS JOIN milestone m ON m.\"of\" = j.value WHERE m.life = {} \
             ORDER BY m.due_sort, m.rid",
            life::LIVE
        ),
        (numbers(&of),),
    )?;
    told_milestones(connection, &rids, view)
}

fn told_milestones(connection: &Connection, rids: &[i64], view: &View) -> Result<Vec<Json>> {
    let names = MILESTONE.map(str::to_owned);
    Shape::new(own_kind("milestone")?, Some(&names), *view)?.rows(connection, rids)
}

fn listed(activity: &'static Kind, conditions: &[Condition]) -> ListQuery {
    ListQuery {
        conditions: conditions.to_vec(),
        ..ListQuery::new(activity)
    }
}

fn activity() -> Result<&'static Kind> {
    own_kind("activity")
}
