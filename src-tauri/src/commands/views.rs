//! The workplan seen in other ways than as a list: in time, against an earlier plan, by month, by objective.

use domain::time::{End, read_with};
use serde::Deserialize;
use serde_json::{Value as Json, json};
use store::query::{self, CalendarQuery, Plan};
use ts_rs::TS;

use super::lists::{conditions, day, id};
use crate::desk::Desk;
use crate::failure::Failure;

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct TimelineArgs {
    /// Conditions on the activities.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    r#where: Vec<String>,
    /// The field they are grouped by.
    by: Option<String>,
}

pub fn timeline(desk: &Desk, arguments: TimelineArgs) -> Result<Json, Failure> {
    let conditions = conditions(&arguments.r#where)?;
    let by = arguments.by.as_deref();
    desk.read(|store, view| Ok(query::timeline(store.connection(), &conditions, by, view)?))
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MilestonesArgs {
    /// The activities they belong to.
    of: Option<Vec<String>>,
    /// Conditions on the activities, in the place of naming them.
    r#where: Option<Vec<String>>,
}

pub fn milestones(desk: &Desk, arguments: MilestonesArgs) -> Result<Json, Failure> {
    let MilestonesArgs { of, r#where } = arguments;
    let of = of.map(|of| {
        of.iter()
            .map(|text| id(text))
            .collect::<Result<Vec<_>, _>>()
    });
    let (of, conditions) = (
        of.transpose()?,
        r#where.as_deref().map(conditions).transpose()?,
    );
    desk.read(|store, view| {
        let connection = store.connection();
        let rows = match (of, conditions) {
            (Some(of), None) => query::milestones(connection, &of, view)?,
            (None, Some(conditions)) => query::milestones_within(connection, &conditions, view)?,
            _ => return Err(Failure::arguments("either activities or conditions")),
        };
        Ok(json!({"rows": rows}))
    })
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PlannedArgs {
    /// Conditions on the activities.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    r#where: Vec<String>,
    /// The day whose plan is compared with.
    day: Option<String>,
    /// The workplan whose adoption is compared with, in the place of a day.
    workplan: Option<String>,
}

pub fn planned(desk: &Desk, arguments: PlannedArgs) -> Result<Json, Failure> {
    let conditions = conditions(&arguments.r#where)?;
    let on = arguments.day.as_deref().map(day).transpose()?;
    let workplan = arguments.workplan.as_deref().map(id).transpose()?;
    let mut progress = desk.progress("planned");
    // What was planned earlier is told by the whole log, whatever day is shown.
    desk.read_now(move |store, view| {
        let connection = store.connection();
        let plan = match (on, workplan) {
            (Some(day), None) => Plan::Day(day),
            (None, Some(workplan)) => query::adopted(connection, workplan)?
                .ok_or_else(|| Failure::refused("not_adopted", &json!({})))?,
            _ => return Err(Failure::arguments("either a day or a workplan")),
        };
        Ok(query::planned(
            connection,
            &conditions,
            &plan,
            view,
            &mut progress,
        )?)
    })
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Moving {
    /// All of it.
    Both,
    /// Where it begins.
    First,
    /// Where it ends.
    Last,
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MovedTimeArgs {
    /// The time as it is written.
    text: String,
    /// Its reading where somebody corrected it.
    edtf: Option<String>,
    end: Moving,
    /// How many months later; earlier where negative.
    months: i32,
}

pub fn moved_time(_: &Desk, arguments: MovedTimeArgs) -> Result<Json, Failure> {
    let MovedTimeArgs {
        text,
        edtf,
        end,
        months,
    } = arguments;
    let end = match end {
        Moving::Both => End::Both,
        Moving::First => End::First,
        Moving::Last => End::Last,
    };
    let reading = read_with(&text, edtf.as_deref()).unwrap_or_else(|_| domain::time::read(&text));
    let moved = reading
        .shifted(end, months)
        .map_err(|why| Failure::refused(why.code(), &json!({"text": text})))?;
    Ok(json!({
        "text": moved.text,
        "edtf": moved.edtf,
        "first": moved.first.map(|day| day.to_string()),
        "last": moved.last.map(|day| day.to_string()),
        "precision": moved.precision.code(),
    }))
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CalendarArgs {
    /// Conditions on the activities.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    r#where: Vec<String>,
    /// The first day.
    from: String,
    /// The last day.
    to: String,
    /// The field the activities are grouped by.
    by: Option<String>,
}

pub fn calendar(desk: &Desk, arguments: CalendarArgs) -> Result<Json, Failure> {
    let query = CalendarQuery {
        conditions: conditions(&arguments.r#where)?,
        from: day(&arguments.from)?,
        to: day(&arguments.to)?,
        by: arguments.by,
    };
    desk.read(|store, view| Ok(query::calendar(store.connection(), &query, view)?))
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CoverageArgs {
    /// The field that points at what is served: `objectives` or `principles`.
    by: String,
    /// Conditions on the activities.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    r#where: Vec<String>,
}

pub fn coverage(desk: &Desk, arguments: CoverageArgs) -> Result<Json, Failure> {
    let conditions = conditions(&arguments.r#where)?;
    desk.read(|store, view| {
        Ok(query::coverage(
            store.connection(),
            &conditions,
            &arguments.by,
            view,
        )?)
    })
}
