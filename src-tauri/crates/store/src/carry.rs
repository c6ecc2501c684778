//! Carrying activities forward into the next workplan: each begins there with what it says, and names what it comes from.

use std::collections::BTreeSet;

use domain::value::Existence;
use domain::{Kind, Value, ids, kinds};
use uuid::Uuid;

use crate::Store;
use crate::apply::LIVE;
use crate::door::{Act, Door, Written};
use crate::error::{Error, Result};
use crate::query::own_kind;

/// What stays behind: it is of the plan that ends, or follows from being carried.
const LEFT: [&str; 6] = [
    "workplan",
    "carried_from",
    "provenance",
    "progress_note",
    "products",
    "same_as",
];

/// What became of one activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// The activity it comes from.
    pub from: Uuid,
    /// The activity in the next workplan.
    pub to: Uuid,
    /// Whether it had been carried there before; then it was left as it is.
    pub known: bool,
    /// Fields that said something and were left out.
    pub left_out: Vec<&'static str>,
}

impl Store {
    /// Carries activities of a workplan into another one: those named, or all that are neither completed nor cancelled.
    ///
    /// Each becomes a new activity that says what it said and names the one it comes from; it keeps its place below its
    /// parent, and what it depends on, where that is carried too. Milestones that were not reached go with it. Notes on
    /// progress and products stay with the plan that ends, and are told as left out. The workplan carried into succeeds the
    /// other one, where it succeeds none yet. Carried on two laptops apart, an activity is one.
    ///
    /// # Errors
    /// Refuses a workplan that is closed, one carried into itself, and activities of another workplan.
    pub fn carry_forward(
        &mut self,
        from: Uuid,
        to: Uuid,
        chosen: Option<&[Uuid]>,
        act: Act,
    ) -> Result<Written<Vec<Carried>>> {
        self.write(act, |door| {
            let workplan = own_kind("workplan")?;
            if from == to {
                return Err(Error::Cycle {
                    field: "predecessor".into(),
                });
            }
            door.living(from)?;
            door.living(to)?;
            if text(door, workplan, to, "state")?.as_deref() == Some("closed") {
                return Err(Error::ClosedPlan {
                    record: crate::query::reference_of(door.connection(), to, &Default::default())?,
                });
            }
            let activities = unfinished(door, from, chosen)?;
            let among: BTreeSet<Uuid> = activities.iter().copied().collect();
            let predecessor = number(workplan, "predecessor")?;
            if value(door, to, predecessor)?.is_none() {
                let before = Value::Reference {
                    table: workplan.table,
                    id: from,
                };
                door.put(workplan.table, to, predecessor, &before)?;
            }
            activities
                .into_iter()
                .map(|activity| carry(door, activity, to, &among))
                .collect()
        })
    }
}

fn unfinished(door: &Door<'_>, from: Uuid, chosen: Option<&[Uuid]>) -> Result<Vec<Uuid>> {
    let mut select = door.connection().prepare_cached(
        "SELECT r.id, ifnull(a.status, '') IN ('completed', 'cancelled') FROM activity a
         JOIN record r ON r.rid = a.rid JOIN record w ON w.rid = a.workplan
         WHERE w.id = ?1 AND a.life = ?2 ORDER BY a.tree, a.position, r.id",
    )?;
    let all: Vec<(Uuid, bool)> = select
        .query_map((from.as_bytes(), LIVE), |row| {
            Ok((Uuid::from_bytes(row.get(0)?), row.get(1)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let Some(chosen) = chosen else {
        return Ok(all
            .into_iter()
            .filter(|(_, done)| !done)
            .map(|(id, _)| id)
            .collect());
    };
    if let Some(other) = chosen
        .iter()
        .find(|id| all.iter().all(|(known, _)| known != *id))
    {
        return Err(Error::KeyNotFound {
            kind: "activity".into(),
            key: other.to_string(),
            field: Some("workplan".into()),
            nearest: Vec::new(),
        });
    }
    let order = all.into_iter().map(|(id, _)| id);
    Ok(order.filter(|id| chosen.contains(id)).collect())
}

fn carry(
    door: &mut Door<'_>,
    from: Uuid,
    workplan: Uuid,
    among: &BTreeSet<Uuid>,
) -> Result<Carried> {
    let activity = own_kind("activity")?;
    let to = ids::carried(from, workplan);
    // One that was carried and deleted is carried again.
    if door.effect().known_rid(to)?.is_some() && door.living(to).is_ok() {
        return Ok(Carried {
            from,
            to,
            known: true,
            left_out: Vec::new(),
        });
    }
    let mut left_out = Vec::new();
    let home = match value(door, from, number(activity, "group")?)? {
        Some(Value::Reference { id, .. }) => Some(id),
        _ => None,
    };
    create(door, activity, to, None, home)?;
    for (column, value) in cells(door, from)? {
        let field = activity
            .all_fields()
            .find(|field| u16::from(activity.cell_number(field)) == column & 0xff);
        if let Some(field) = field.filter(|field| LEFT.contains(&field.name)) {
            left_out.push(field.name);
            continue;
        }
        let value = match value {
            Value::Tree {
                parent: Some(parent),
                position,
            } if !among.contains(&parent) => {
                left_out.push("parent");
                Value::Tree {
                    parent: None,
                    position,
                }
            }
            Value::Tree { parent, position } => Value::Tree {
                parent: parent.map(|parent| ids::carried(parent, workplan)),
                position,
            },
            value => value,
        };
        door.put(activity.table, to, column, &value)?;
    }
    let reference = |id: Uuid, table: u16| Value::Reference { table, id };
    let plan = reference(workplan, own_kind("workplan")?.table);
    door.put(activity.table, to, number(activity, "workplan")?, &plan)?;
    let origin = reference(from, activity.table);
    door.put(
        activity.table,
        to,
        number(activity, "carried_from")?,
        &origin,
    )?;
    for field in activity.fields {
        let Some(links) = field.links() else {
            continue;
        };
        for (_, mut end) in door.linked(activity, field, *links, from)? {
            if let domain::value::LinkEnd::Record { id, .. } = &mut end
                && field.name == "depends_on"
            {
                if !among.contains(id) {
                    left_out.push(field.name);
                    continue;
                }
                *id = ids::carried(*id, workplan);
            }
            if LEFT.contains(&field.name) {
                left_out.push(field.name);
            } else {
                door.link(activity, *links, to, end)?;
            }
        }
    }
    milestones(door, from, to, workplan, home)?;
    left_out.sort_unstable();
    left_out.dedup();
    left_out.retain(|name| !matches!(*name, "workplan" | "carried_from"));
    Ok(Carried {
        from,
        to,
        known: false,
        left_out,
    })
}

/// Milestones that were not reached go with their activity.
fn milestones(
    door: &mut Door<'_>,
    from: Uuid,
    to: Uuid,
    workplan: Uuid,
    home: Option<Uuid>,
) -> Result<()> {
    let milestone = own_kind("milestone")?;
    let (activity, of) = (own_kind("activity")?, number(milestone, "of")?);
    let mut select = door.connection().prepare_cached(
        "SELECT r.id FROM milestone m JOIN record r ON r.rid = m.rid JOIN record a ON a.rid = m.\"of\"
         WHERE a.id = ?1 AND m.life = ?2 AND m.reached IS NULL ORDER BY m.position, r.id",
    )?;
    let open: Vec<Uuid> = select
        .query_map((from.as_bytes(), LIVE), |row| {
            row.get(0).map(Uuid::from_bytes)
        })?
        .collect::<rusqlite::Result<_>>()?;
    drop(select);
    for one in open {
        let next = ids::carried(one, workplan);
        create(door, milestone, next, Some((activity.table, to)), home)?;
        for (column, value) in cells(door, one)? {
            if column != of && column != u16::from(kinds::PROVENANCE) {
                door.put(milestone.table, next, column, &value)?;
            }
        }
        let owner = Value::Reference {
            table: activity.table,
            id: to,
        };
        door.put(milestone.table, next, of, &owner)?;
    }
    Ok(())
}

fn create(
    door: &mut Door<'_>,
    kind: &Kind,
    id: Uuid,
    owner: Option<(u16, Uuid)>,
    home: Option<Uuid>,
) -> Result<()> {
    let live = Value::Existence(Existence::Live {
        owner,
        home,
        end: None,
    });
    door.put(kind.table, id, kinds::EXISTS, &live)
}

/// What the cells of a record show, but for its existence.
fn cells(door: &Door<'_>, id: Uuid) -> Result<Vec<(u16, Value)>> {
    let Some(rid) = door.effect().known_rid(id)? else {
        return Ok(Vec::new());
    };
    let mut select = door
        .connection()
        .prepare_cached("SELECT DISTINCT col FROM head WHERE rid = ?1 AND col <> 0 ORDER BY col")?;
    let columns = select
        .query_map((rid,), |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<u16>>>()?;
    let mut cells = Vec::new();
    for column in columns {
        let shown = door.effect().value(rid, column)?;
        cells.extend(
            shown
                .filter(|value| !value.is_null())
                .map(|value| (column, value)),
        );
    }
    Ok(cells)
}

fn value(door: &Door<'_>, id: Uuid, column: u16) -> Result<Option<Value>> {
    let value = match door.effect().known_rid(id)? {
        Some(rid) => door.effect().value(rid, column)?,
        None => None,
    };
    Ok(value.filter(|value| !value.is_null()))
}

fn text(door: &Door<'_>, kind: &Kind, id: Uuid, field: &str) -> Result<Option<String>> {
    let value = value(door, id, number(kind, field)?)?;
    Ok(value.and_then(|value| value.as_text().map(str::to_owned)))
}

fn number(kind: &Kind, field: &str) -> Result<u16> {
    kind.field(field)
        .map(|field| u16::from(field.number))
        .ok_or_else(|| Error::Defect(format!("{} has no {field}", kind.name)))
}
