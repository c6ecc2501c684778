//! What a workplan contradicts in itself: the rules, each with a stable code, and what somebody said of them.
//!
//! Everything is read once and judged in memory. Of vague time only what is surely so is a warning; what may be so is a note.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{Datelike, Days, Months, NaiveDate};
use domain::fold::fold;
use domain::{Kind, kinds};
use rusqlite::{Connection, Row};
use serde_json::{Map, Value as Json, json};

use super::labels::Refs;
use super::own_kind;
use super::{View, columns, life};
use crate::error::Result;

/// A rule that a plan is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Nobody leads the activity.
    NoLead,
    /// Who leads the activity does not sit in its group.
    LeadNotMember,
    /// It is over before it begins.
    EndBeforeStart,
    /// It is said to be in progress, and its time is over.
    InProgressAfterEnd,
    /// It is said to be yet to start, and was to have begun.
    YetToStartAfterStart,
    /// It is said to be completed, and no product is named.
    CompletedWithoutProduct,
    /// What it is part of is over before it is.
    ParentEndsBeforeChild,
    /// What it depends on is over later than it is.
    DependsOnLater,
    /// Another group has an activity of the same title.
    SameTitle,
    /// Its group has ended, and it has not.
    ClosedGroup,
}

impl Rule {
    /// All rules, in the order they are told.
    pub const ALL: [Rule; 10] = [
        Rule::NoLead,
        Rule::LeadNotMember,
        Rule::EndBeforeStart,
        Rule::InProgressAfterEnd,
        Rule::YetToStartAfterStart,
        Rule::CompletedWithoutProduct,
        Rule::ParentEndsBeforeChild,
        Rule::DependsOnLater,
        Rule::SameTitle,
        Rule::ClosedGroup,
    ];

    /// The code in answers; its message is `check-<code>` with "_" as "-".
    pub const fn code(self) -> &'static str {
        match self {
            Rule::NoLead => "no_lead",
            Rule::LeadNotMember => "lead_not_member",
            Rule::EndBeforeStart => "end_before_start",
            Rule::InProgressAfterEnd => "in_progress_after_end",
            Rule::YetToStartAfterStart => "yet_to_start_after_start",
            Rule::CompletedWithoutProduct => "completed_without_product",
            Rule::ParentEndsBeforeChild => "parent_ends_before_child",
            Rule::DependsOnLater => "depends_on_later",
            Rule::SameTitle => "same_title",
            Rule::ClosedGroup => "closed_group",
        }
    }

    /// Finds a rule by its code.
    pub fn by_code(code: &str) -> Option<Rule> {
        Rule::ALL.into_iter().find(|rule| rule.code() == code)
    }
}

/// How sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Severity {
    /// It is surely so.
    Warning,
    /// It may be so.
    Note,
}

impl Severity {
    const fn code(self) -> &'static str {
        match self {
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }

    fn of(sure: bool) -> Severity {
        if sure {
            Severity::Warning
        } else {
            Severity::Note
        }
    }
}

/// Something a rule found.
struct Finding {
    rule: Rule,
    severity: Severity,
    rid: i64,
    table: u16,
    group: Option<i64>,
    /// What it is found against: the lead, the parent, the twin.
    other: Option<i64>,
    /// The day it turns on.
    day: Option<String>,
}

/// When something is, as far as it is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct When {
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
    unit: Unit,
}

/// How exact the ends of a time are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Unit {
    Day,
    Months(u32),
    /// The ends say nothing of how long it takes.
    #[default]
    Unknown,
}

impl When {
    fn read(first: Option<String>, last: Option<String>, precision: Option<&str>) -> When {
        let day = |text: Option<String>| {
            text.and_then(|text| NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok())
        };
        When {
            first: day(first),
            last: day(last),
            unit: match precision {
                Some("day") => Unit::Day,
                Some("month") => Unit::Months(1),
                Some("quarter") => Unit::Months(3),
                Some("half") => Unit::Months(6),
                Some("year") => Unit::Months(12),
                _ => Unit::Unknown,
            },
        }
    }

    /// The last day on which it can begin: that of the unit in which it is said to begin.
    fn begun_by(self) -> Option<NaiveDate> {
        let first = self.first?;
        let by = match self.unit {
            Unit::Day => Some(first),
            Unit::Months(months) => first
                .checked_add_months(Months::new(months))?
                .checked_sub_days(Days::new(1)),
            Unit::Unknown => self.last,
        }?;
        Some(self.last.map_or(by, |last| by.min(last)))
    }

    /// The first day on which it can be over: that of the unit in which it is said to be.
    fn over_from(self) -> Option<NaiveDate> {
        let last = self.last?;
        let from = match self.unit {
            Unit::Day => last,
            Unit::Months(months) => {
                let month0 = last.month0() - last.month0() % months;
                NaiveDate::from_ymd_opt(last.year(), month0 + 1, 1)?
            }
            Unit::Unknown => self.first?,
        };
        Some(self.first.map_or(from, |first| from.max(first)))
    }
}

/// An activity, as far as rules look at it.
struct Activity {
    rid: i64,
    group: Option<i64>,
    workplan: Option<i64>,
    parent: Option<i64>,
    when: When,
    status: Option<String>,
    title: Option<String>,
}

/// A time of somebody in a group.
struct Seat {
    party: i64,
    /// Whether it was accepted and has not been left.
    stands: bool,
    until: Option<NaiveDate>,
}

/// What somebody said of a finding.
struct Dismissed {
    id: [u8; 16],
    person: Option<i64>,
    reason: Option<String>,
}

/// Holds the plan against the rules on a day: `rule`, `severity`, `record`, `group`, `other`, `day` and `dismissed`, warnings
/// before notes.
///
/// Activities that were cancelled or belong to a closed workplan are passed over. What is dismissed is told as such; of
/// several dismissals of one rule for one record the first that was entered.
///
/// # Errors
/// Where the file cannot be read.
pub fn checks(
    connection: &Connection,
    only: Option<&Kind>,
    today: NaiveDate,
    view: &View,
) -> Result<Vec<Json>> {
    let mut found = Vec::new();
    let wanted = |name: &str| only.is_none_or(|kind| kind.name == name);
    if wanted("activity") {
        activities(connection, today, &mut found)?;
    }
    for (name, first, last) in SPANS {
        if wanted(name) {
            turned(connection, name, first, last, &mut found)?;
        }
    }
    let dismissed = dismissed(connection)?;
    let mut named: Vec<i64> = Vec::new();
    for finding in &found {
        named.extend(
            [Some(finding.rid), finding.group, finding.other]
                .into_iter()
                .flatten(),
        );
    }
    named.extend(dismissed.values().filter_map(|one| one.person));
    let refs = Refs::load(connection, named, *view)?;
    found.sort_by(|a, b| {
        let key = |finding: &Finding| (finding.severity, finding.rule, finding.table);
        key(a)
            .cmp(&key(b))
            .then_with(|| refs.order(a.rid).cmp(&refs.order(b.rid)))
            .then_with(|| {
                let other = |finding: &Finding| finding.other.and_then(|rid| refs.id(rid));
                other(a).cmp(&other(b))
            })
    });
    let reference = |rid: Option<i64>| rid.map_or(Json::Null, |rid| refs.json(rid));
    Ok(found
        .iter()
        .map(|finding| {
            let said = dismissed.get(&(finding.rid, finding.rule));
            json!({
                "rule": finding.rule.code(),
                "severity": finding.severity.code(),
                "record": refs.json(finding.rid),
                "group": reference(finding.group),
                "other": reference(finding.other),
                "day": finding.day,
                "dismissed": said.map_or(Json::Null, |said| json!({
                    "id": uuid::Uuid::from_bytes(said.id).to_string(),
                    "person": reference(said.person),
                    "reason": said.reason,
                })),
            })
        })
        .collect())
}

/// The parameters of a finding's message.
pub fn check_params(row: &Json) -> Json {
    let mut params = Map::new();
    for name in ["severity", "day"] {
        params.insert(name.to_owned(), row[name].clone());
    }
    for name in ["record", "group", "other"] {
        params.insert(name.to_owned(), row[name]["label"].clone());
    }
    Json::Object(params)
}

fn activities(connection: &Connection, today: NaiveDate, found: &mut Vec<Finding>) -> Result<()> {
    let plan = plan(connection)?;
    let leads = links(connection, "activity_leads")?;
    let products = links(connection, "activity_products")?;
    let depends = links(connection, "activity_depends_on")?;
    let seats = seats(connection)?;
    let employers = pairs(
        connection,
        "SELECT rid, organisation FROM person WHERE organisation IS NOT NULL",
    )?;
    let ended: BTreeSet<i64> = pairs(
        connection,
        "SELECT rid, rid FROM \"group\" WHERE state IN ('closed', 'succeeded')",
    )?
    .into_keys()
    .collect();
    let at: HashMap<i64, usize> = plan
        .iter()
        .enumerate()
        .map(|(at, activity)| (activity.rid, at))
        .collect();
    let table = own_kind("activity")?.table;
    let mut titles: BTreeMap<(Option<i64>, &str), Vec<&Activity>> = BTreeMap::new();
    for activity in &plan {
        let mut note = |rule, severity, other, day: Option<NaiveDate>| {
            found.push(Finding {
                rule,
                severity,
                rid: activity.rid,
                table,
                group: activity.group,
                other,
                day: day.map(|day| day.to_string()),
            });
        };
        let when = activity.when;
        let status = activity.status.as_deref();
        let led = leads.get(&activity.rid).map_or(&[][..], Vec::as_slice);
        if led.is_empty() {
            note(Rule::NoLead, Severity::Warning, None, None);
        }
        // Of a group of which no member is known nobody can say who is none.
        if let Some(seats) = activity.group.and_then(|group| seats.get(&group)) {
            for lead in led {
                let parties = [Some(lead), employers.get(lead)];
                let held: Vec<&Seat> = seats
                    .iter()
                    .filter(|seat| parties.contains(&Some(&seat.party)))
                    .collect();
                let sits = held.iter().any(|seat| {
                    seat.stands
                        && seat
                            .until
                            .is_none_or(|until| when.first.is_none_or(|first| until >= first))
                });
                if !sits {
                    note(
                        Rule::LeadNotMember,
                        Severity::of(held.is_empty()),
                        Some(*lead),
                        None,
                    );
                }
            }
        }
        if let (Some(first), Some(last)) = (when.first, when.last)
            && last < first
        {
            note(Rule::EndBeforeStart, Severity::Warning, None, Some(last));
        }
        match (status, when.last, when.first) {
            (Some("in_progress"), Some(last), _) if last < today => {
                let sure = when.unit != Unit::Unknown;
                note(
                    Rule::InProgressAfterEnd,
                    Severity::of(sure),
                    None,
                    Some(last),
                );
            }
            (Some("yet_to_start"), _, Some(first)) if first < today => {
                let sure = when.begun_by().is_some_and(|by| by < today);
                note(
                    Rule::YetToStartAfterStart,
                    Severity::of(sure),
                    None,
                    Some(first),
                );
            }
            (Some("completed"), ..) if !products.contains_key(&activity.rid) => {
                note(Rule::CompletedWithoutProduct, Severity::Warning, None, None);
            }
            _ => {}
        }
        if let Some(parent) = activity.parent.and_then(|parent| at.get(&parent))
            && let (Some(over), Some(last)) = (plan[*parent].when.last, when.last)
            && over < last
        {
            let sure = when.over_from().is_some_and(|from| over < from);
            let parent = plan[*parent].rid;
            note(
                Rule::ParentEndsBeforeChild,
                Severity::of(sure),
                Some(parent),
                Some(over),
            );
        }
        for needed in depends.get(&activity.rid).into_iter().flatten() {
            if let (Some(needed), Some(last)) = (at.get(needed), when.last)
                && let Some(later) = plan[*needed].when.last
                && last < later
            {
                let needed = &plan[*needed];
                let sure = needed.when.over_from().is_some_and(|from| last < from);
                note(
                    Rule::DependsOnLater,
                    Severity::of(sure),
                    Some(needed.rid),
                    Some(later),
                );
            }
        }
        if activity.group.is_some_and(|group| ended.contains(&group)) && status != Some("completed")
        {
            let sure = !matches!(status, None | Some("unknown"));
            note(Rule::ClosedGroup, Severity::of(sure), None, None);
        }
        if let Some(title) = &activity.title {
            titles
                .entry((activity.workplan, title))
                .or_default()
                .push(activity);
        }
    }
    for same in titles.into_values().filter(|same| same.len() > 1) {
        for activity in &same {
            let twin = same.iter().find(|twin| {
                twin.group != activity.group && twin.group.is_some() && activity.group.is_some()
            });
            if let Some(twin) = twin {
                found.push(Finding {
                    rule: Rule::SameTitle,
                    severity: Severity::Warning,
                    rid: activity.rid,
                    table,
                    group: activity.group,
                    other: Some(twin.rid),
                    day: None,
                });
            }
        }
    }
    Ok(())
}

fn plan(connection: &Connection) -> Result<Vec<Activity>> {
    let titles: Vec<String> = kinds::by_name("activity")
        .and_then(|kind| kind.field("title"))
        .map(|field| columns::texts(field, "a"))
        .unwrap_or_default();
    let mut select = connection.prepare_cached(&format!(
        "SELECT a.rid, a.\"group\", a.workplan, a.parent, a.timeline_first, a.timeline_last, a.timeline_precision,
           a.status, coalesce({})
         FROM activity a LEFT JOIN workplan w ON w.rid = a.workplan
         WHERE a.life = {} AND ifnull(w.state, '') <> 'closed' AND ifnull(a.status, '') <> 'cancelled'",
        titles.join(", "),
        life::LIVE
    ))?;
    let read = |row: &Row<'_>| {
        let precision: Option<String> = row.get(6)?;
        Ok(Activity {
            rid: row.get(0)?,
            group: row.get(1)?,
            workplan: row.get(2)?,
            parent: row.get(3)?,
            when: When::read(row.get(4)?, row.get(5)?, precision.as_deref()),
            status: row.get(7)?,
            title: row
                .get::<_, Option<String>>(8)?
                .map(|title| fold(&title))
                .filter(|title| !title.is_empty()),
        })
    };
    Ok(select
        .query_map((), read)?
        .collect::<rusqlite::Result<_>>()?)
}

/// What stands at the far ends of a field's links, by near end.
fn links(connection: &Connection, table: &str) -> Result<HashMap<i64, Vec<i64>>> {
    let mut select = connection.prepare_cached(&format!(
        "SELECT l.\"from\", l.\"to\" FROM \"{table}\" l JOIN record r ON r.rid = l.\"to\"
         WHERE l.life = {live} AND r.life = {live}",
        live = life::LIVE
    ))?;
    let mut rows = select.query(())?;
    let mut links: HashMap<i64, Vec<i64>> = HashMap::new();
    while let Some(row) = rows.next()? {
        links.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(links)
}

fn pairs(connection: &Connection, sql: &str) -> Result<BTreeMap<i64, i64>> {
    let mut select = connection.prepare_cached(sql)?;
    Ok(select
        .query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?)
}

/// Who sits in each group, organisations and people alike.
fn seats(connection: &Connection) -> Result<HashMap<i64, Vec<Seat>>> {
    let mut select = connection.prepare_cached(&format!(
        "SELECT \"group\", organisation, person, on_behalf_of, to_last, state FROM membership
         WHERE life = {} AND \"group\" IS NOT NULL",
        life::LIVE
    ))?;
    let mut rows = select.query(())?;
    let mut seats: HashMap<i64, Vec<Seat>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let of = seats.entry(row.get(0)?).or_default();
        let until = When::read(None, row.get(4)?, None).last;
        let state: Option<String> = row.get(5)?;
        let parties: [Option<i64>; 3] = [row.get(1)?, row.get(2)?, row.get(3)?];
        of.extend(parties.into_iter().flatten().map(|party| Seat {
            party,
            // What was left ended on its last day, if there is one.
            stands: match state.as_deref() {
                Some("interested" | "declined") => false,
                Some("left") => until.is_some(),
                _ => true,
            },
            until,
        }));
    }
    Ok(seats)
}

/// Kinds with two days of which one is not before the other.
const SPANS: [(&str, &str, &str); 3] = [
    ("membership", "from_first", "to_last"),
    ("workplan", "first", "last"),
    ("status_round", "opens", "closes"),
];

/// Records that end before they begin. Days as exact as a year or a month compare as the beginnings of texts do.
fn turned(
    connection: &Connection,
    name: &str,
    first: &str,
    last: &str,
    found: &mut Vec<Finding>,
) -> Result<()> {
    let kind = own_kind(name)?;
    let group = if kind.field("group").is_some() {
        "\"group\""
    } else {
        "NULL"
    };
    let mut select = connection.prepare_cached(&format!(
        "SELECT rid, {group}, \"{last}\" FROM \"{name}\" WHERE life = {}
         AND substr(\"{last}\", 1, length(\"{first}\")) < substr(\"{first}\", 1, length(\"{last}\"))",
        life::LIVE
    ))?;
    let mut rows = select.query(())?;
    while let Some(row) = rows.next()? {
        found.push(Finding {
            rule: Rule::EndBeforeStart,
            severity: Severity::Warning,
            rid: row.get(0)?,
            table: kind.table,
            group: row.get(1)?,
            other: None,
            day: row.get(2)?,
        });
    }
    Ok(())
}

fn dismissed(connection: &Connection) -> Result<BTreeMap<(i64, Rule), Dismissed>> {
    let mut select = connection.prepare_cached(&format!(
        "SELECT d.\"of\", d.rule, r.id, d.person, d.reason FROM dismissed_check d JOIN record r ON r.rid = d.rid
         WHERE d.life = {} AND d.\"of\" IS NOT NULL ORDER BY r.id DESC",
        life::LIVE
    ))?;
    let mut rows = select.query(())?;
    let mut said = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let code: Option<String> = row.get(1)?;
        if let Some(rule) = code.as_deref().and_then(Rule::by_code) {
            let one = Dismissed {
                id: row.get(2)?,
                person: row.get(3)?,
                reason: row.get(4)?,
            };
            said.insert((row.get(0)?, rule), one);
        }
    }
    Ok(said)
}
