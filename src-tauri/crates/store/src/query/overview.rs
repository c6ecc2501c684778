//! The workplan at a glance.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use domain::kind::Kind;
use domain::vocabulary;
use rusqlite::{Connection, OptionalExtension, Params};
use serde_json::{Map, Value as Json, json};

use super::frame;
use super::groups::UNKNOWN;
use super::labels::{self, Refs};
use super::order::in_order_of;
use super::own_kind;
use super::record::Shape;
use super::statement::column_of_numbers;
use super::{View, life};
use crate::error::Result;
use crate::site;

/// The most records listed as overdue or due.
const LISTED: i64 = 50;
/// The most meetings listed.
const MEETINGS: i64 = 10;
/// The days ahead in which what falls due is counted.
const AHEAD: [u64; 3] = [30, 60, 90];

/// What is counted of the activities of a group.
#[derive(Default)]
struct Counts {
    by_status: BTreeMap<usize, (String, i64)>,
    overdue: i64,
    due: [i64; 3],
}

/// Who sits in a group.
#[derive(Default)]
struct Seats {
    parties: BTreeSet<i64>,
    co_leads: Vec<i64>,
}

/// Tells where the workplan stands on a day: for each group its activities by status, what is overdue and due, its
/// co-leads and members; the activities and meetings behind it; and how much is not known.
///
/// The groups are the workstreams that have not ended, and any others that have activities. Overdue is what was surely to be
/// over before the day and is known not to be: of an activity without a status nobody says that it is late. Due within
/// some days is what is surely to be over by then and not before the day, unless it is known to be done.
///
/// # Errors
/// Where the file cannot be read.
pub fn overview(connection: &Connection, today: NaiveDate, view: &View) -> Result<Json> {
    let days = Span::from(today);
    let (group, activity, meeting) = (
        own_kind("group")?,
        own_kind("activity")?,
        own_kind("meeting")?,
    );
    let groups = groups(connection, group, *view)?;
    let mut counts = counts(connection, &days)?;
    let mut seats = seats(connection, &days)?;
    let mut named: Vec<i64> = groups.iter().map(|group| group.rid).collect();
    named.extend(
        seats
            .values()
            .flat_map(|seats| seats.co_leads.iter().copied()),
    );
    let refs = Refs::load(connection, named, *view)?;

    let mut unknown = Unknown::default();
    let mut rows = Vec::with_capacity(groups.len());
    for group in &groups {
        let counts = counts.remove(&group.rid).unwrap_or_default();
        let mut seats = seats.remove(&group.rid).unwrap_or_default();
        seats
            .co_leads
            .sort_by(|a, b| refs.order(*a).cmp(&refs.order(*b)));
        seats.co_leads.dedup();
        unknown.no_co_lead += i64::from(seats.co_leads.is_empty());
        unknown.no_number += i64::from(group.number.is_none());
        unknown.no_name += i64::from(!group.is_named);
        let mut reference = refs.json(group.rid);
        reference["number"] = group.number.into();
        reference["code"] = group.code.clone().into();
        reference["kind"] = group.kind.clone().into();
        let co_leads: Vec<Json> = seats.co_leads.iter().map(|rid| refs.json(*rid)).collect();
        let [due_30, due_60, due_90] = counts.due;
        rows.push(json!({
            "group": reference,
            "activities": counts.by_status.into_values().map(|(code, n)| (code, n.into())).collect::<Map<_, _>>(),
            "overdue": counts.overdue,
            "due_30": due_30,
            "due_60": due_60,
            "due_90": due_90,
            "co_leads": co_leads,
            "members": seats.parties.len(),
        }));
    }
    let activities = |condition: &str| -> Result<Vec<Json>> {
        let select = format!(
            "SELECT a.rid FROM activity a JOIN record r ON r.rid = a.rid WHERE a.life = {} AND {condition} \
             ORDER BY a.timeline_last, {} ASC NULLS LAST, r.id LIMIT {LISTED}",
            life::LIVE,
            labels::folded(activity, "a", "r", *view),
        );
        let rids = column_of_numbers(connection, &select, ())?;
        Shape::new(activity, None, *view)?.rows(connection, &rids)
    };
    let meetings = format!(
        "SELECT m.rid FROM meeting m JOIN record r ON r.rid = m.rid WHERE m.life = {} AND m.start >= ?1 \
         AND ifnull(m.state, '') <> 'closed' ORDER BY m.start, r.sort, r.id LIMIT {MEETINGS}",
        life::LIVE
    );
    let meetings = column_of_numbers(connection, &meetings, (days.today.as_str(),))?;
    let no_status = number(
        connection,
        &format!(
            "SELECT count(*) FROM activity WHERE life = {} AND {UNSTATED}",
            life::LIVE
        ),
        (),
    )?;
    let network: Option<[u8; 16]> = setting(connection, "network")?;
    Ok(json!({
        "network": network.map(|id| uuid::Uuid::from_bytes(id).to_string()),
        "as_of": days.today,
        "unshared": site::unshared(connection)?,
        "to_settle": frame::to_settle(connection)?,
        "rows": rows,
        "overdue": activities(&days.overdue("a"))?,
        "due": activities(&days.due("a", AHEAD.len() - 1))?,
        "meetings": Shape::new(meeting, None, *view)?.rows(connection, &meetings)?,
        "unknown": {
            "no_co_lead": unknown.no_co_lead,
            "no_status": no_status,
            "no_name": unknown.no_name,
            "no_number": unknown.no_number,
        },
    }))
}

/// An activity of which nobody says where it stands.
const UNSTATED: &str = "ifnull(status, 'unknown') = 'unknown'";

#[derive(Default)]
struct Unknown {
    no_co_lead: i64,
    no_name: i64,
    no_number: i64,
}

/// A day and those ahead that are looked at.
struct Span {
    today: String,
    ahead: [String; 3],
}

impl Span {
    fn from(today: NaiveDate) -> Span {
        let day = |day: NaiveDate| day.format("%Y-%m-%d").to_string();
        let ahead = AHEAD.map(|days| {
            day(today
                .checked_add_days(Days::new(days))
                .unwrap_or(NaiveDate::MAX))
        });
        Span {
            today: day(today),
            ahead,
        }
    }

    // Days written by this program hold digits and hyphens only, so they can stand in the statement.
    fn overdue(&self, alias: &str) -> String {
        format!(
            "{alias}.timeline_last < '{}' AND {alias}.status IN ('yet_to_start', 'in_progress', 'delayed', 'on_hold')",
            self.today
        )
    }

    fn due(&self, alias: &str, step: usize) -> String {
        format!(
            "{alias}.timeline_last BETWEEN '{}' AND '{}' AND ifnull({alias}.status, '') NOT IN ('completed', 'cancelled')",
            self.today, self.ahead[step]
        )
    }
}

struct Group {
    rid: i64,
    number: Option<i64>,
    code: Option<String>,
    kind: Option<String>,
    is_named: bool,
}

fn groups(connection: &Connection, group: &'static Kind, view: View) -> Result<Vec<Group>> {
    let live = life::LIVE;
    let names: Vec<String> = domain::Language::ALL
        .iter()
        .map(|language| format!("g.name_{}", language.code()))
        .collect();
    // A name that the publication itself calls unconfirmed stands in for one until somebody changes it.
    let sql = format!(
        "SELECT g.rid, g.number, g.code, g.kind, coalesce({names}) IS NOT NULL AND NOT ( \
           ifnull(g.provenance_standing, '') = 'unconfirmed' AND NOT EXISTS ( \
             SELECT 1 FROM head h JOIN chain n ON n.chain = h.chain \
             WHERE h.rid = g.rid AND h.col & 255 = ?1 AND n.kind <> 'publication')) \
         FROM \"group\" g JOIN record r ON r.rid = g.rid WHERE g.life = {live} AND ( \
           (g.kind = 'workstream' AND ifnull(g.state, '') NOT IN ('closed', 'succeeded')) \
           OR g.rid IN (SELECT \"group\" FROM activity WHERE life = {live})) \
         ORDER BY {kinds} NULLS LAST, g.number NULLS LAST, {label} NULLS LAST, r.id",
        names = names.join(", "),
        kinds = in_order_of("g.kind", vocabulary::GROUP_KIND.codes),
        label = labels::folded(group, "g", "r", view),
    );
    let name = group.field("name").map(|field| field.number);
    let mut select = connection.prepare_cached(&sql)?;
    let groups = select
        .query_map((name,), |row| {
            Ok(Group {
                rid: row.get(0)?,
                number: row.get(1)?,
                code: row.get(2)?,
                kind: row.get(3)?,
                is_named: row.get(4)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(groups)
}

fn counts(connection: &Connection, days: &Span) -> Result<BTreeMap<i64, Counts>> {
    let due: Vec<String> = (0..AHEAD.len())
        .map(|step| format!("sum({})", days.due("a", step)))
        .collect();
    let sql = format!(
        "SELECT a.\"group\", ifnull(a.status, '{UNKNOWN}'), count(*), sum({}), {} FROM activity a \
         WHERE a.life = {} AND a.\"group\" IS NOT NULL GROUP BY 1, 2",
        days.overdue("a"),
        due.join(", "),
        life::LIVE
    );
    let mut select = connection.prepare_cached(&sql)?;
    let mut rows = select.query(())?;
    let mut counts: BTreeMap<i64, Counts> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let of = counts.entry(row.get(0)?).or_default();
        let code: String = row.get(1)?;
        let codes = vocabulary::STATUS.codes;
        let place = codes
            .iter()
            .position(|known| *known == code)
            .unwrap_or(codes.len());
        of.by_status.entry(place).or_insert((code, 0)).1 += row.get::<_, i64>(2)?;
        let sum = |place: usize| {
            row.get::<_, Option<i64>>(place)
                .map(Option::unwrap_or_default)
        };
        of.overdue += sum(3)?;
        for step in 0..AHEAD.len() {
            of.due[step] += sum(4 + step)?;
        }
    }
    Ok(counts)
}

fn seats(connection: &Connection, days: &Span) -> Result<BTreeMap<i64, Seats>> {
    let mut select = connection.prepare_cached(&format!(
        "SELECT m.\"group\", coalesce(m.organisation, m.person), m.role FROM membership m \
         WHERE m.life = {} AND m.\"group\" IS NOT NULL AND coalesce(m.organisation, m.person) IS NOT NULL \
         AND ifnull(m.from_first <= ?1, 1) AND ifnull(m.to_last >= ?1, 1) \
         AND ifnull(m.state, 'accepted') NOT IN ('interested', 'declined', 'left')",
        life::LIVE
    ))?;
    let mut rows = select.query((days.today.as_str(),))?;
    let mut seats: BTreeMap<i64, Seats> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let of = seats.entry(row.get(0)?).or_default();
        let party = row.get(1)?;
        of.parties.insert(party);
        if row.get::<_, Option<String>>(2)?.as_deref() == Some("co_lead") {
            of.co_leads.push(party);
        }
    }
    Ok(seats)
}

/// How many changes of this installation no other was given yet.
fn setting<T: rusqlite::types::FromSql>(connection: &Connection, key: &str) -> Result<Option<T>> {
    let mut select = connection.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
    Ok(select
        .query_row((key,), |row| row.get::<_, Option<T>>(0))
        .optional()?
        .flatten())
}

fn number(connection: &Connection, sql: &str, parameters: impl Params) -> Result<i64> {
    Ok(connection
        .prepare_cached(sql)?
        .query_row(parameters, |row| row.get(0))?)
}
